import MAASClient

extension ClientWriteCases {
    static let machines: [Case] = [
        make(
            "client.machines.life", "a machine is added, changed, found and removed", "MachinesHandler, MachineHandler",
            needs: [.admin, .architecture], machineLife),
        make(
            "client.machines.states", "a machine is commissioned, stopped, marked broken and fixed",
            "MachineHandler.commission, abort, mark_broken, mark_fixed", needs: [.admin, .architecture, .images],
            alone: true, states),
        make(
            "client.machines.allocate", "a machine is allocated by typed constraints, annotated and released",
            "MachinesHandler.allocate, MachineHandler.release", needs: [.admin, .architecture, .images], alone: true,
            allocate),
        make(
            "client.machines.deploy", "an allocated machine deploys, and is released",
            "MachineHandler.deploy, release", needs: [.vmHost, .admin, .images, .subnet, .deployments],
            versions: .withVMHosts, deploy),
        make(
            "client.machines.lock", "a deployed machine is locked and unlocked", "MachineHandler.lock, unlock",
            needs: [.admin, .architecture], lock),
        make(
            "client.machines.clone", "one machine's disks are made like another's", "MachinesHandler.clone",
            needs: [.admin, .architecture, .images], clone),
        make(
            "client.machines.refused", "what a New machine cannot do is refused", "MachineHandler, node state checks",
            needs: [.admin, .userKey, .architecture], refused),
    ]

    @Sendable private static func machineLife(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client)
        let changed = try await machine.update(
            MachineUpdate(
                hostname: context.prefix + "n", description: "d", powerType: "ipmi",
                powerParameters: ["power_address": "192.0.2.20", "power_user": "suite"], cpuCount: 4, memory: 2048))
        context.expectEqual(changed.hostname, context.prefix + "n", "hostname")
        context.expectEqual(changed.powerType, "ipmi", "power_type")
        let read = try await machine.get()
        context.expectEqual(read.status, .new, "status")
        context.expectEqual(read.description, "d", "description")
        context.expectEqual(try await machine.powerParameters()["power_user"], "suite", "power_user")
        let parameters = try await client.machines.powerParameters([machine.systemID])
        context.expectEqual(parameters[machine.systemID]?.powerAddress, "192.0.2.20", "power_address")
        try await machine.update(MachineUpdate(powerType: "manual"))
        context.expectEqual(try await machine.queryPowerState(), .unknown, "the power state without power control")
        context.expectEqual(try await machine.powerOff()?.systemID, nil, "the answer without power control")
        context.expectEqual(try await client.machines.isRegistered(context.mac()), true, "is_registered")
        let found = try await client.machines.list(NodeFilter(macAddress: [context.mac()]))
        context.expectEqual(found.map(\.systemID), [machine.systemID], "the machines of the MAC")
        let zone = try await client.zones.create(name: context.prefix + "z")
        context.undo("zone \(zone.name)") { try await client.zones.delete(zone.name) }
        try await client.machines.setZone(nodes: [machine.systemID], zone: zone.name)
        context.expectEqual(try await machine.get().zone.name, zone.name, "zone")
        _ = try await machine.details()
        try await machine.delete()
        try await context.expectRefusal("a machine that is gone", 404) { try await machine.get() }
    }

    @Sendable private static func states(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client)
        let commissioning = try await machine.commission(
            CommissionOptions(skipNetworking: true, testingScripts: ["none"]))
        context.expectEqual(commissioning.status, .commissioning, "status")
        try await stop(machine, back: .new)
        try await machine.commission(CommissionOptions())
        let broken = try await machine.markBroken(comment: "for the suite")
        context.expectEqual(broken.status, .broken, "status when broken")
        // MAAS 3.4 does not show it.
        context.expectEqual(broken.errorDescription ?? "for the suite", "for the suite", "error_description")
        context.expectEqual(try await machine.markFixed(comment: "mended").status, .ready, "status when fixed")
        let testing = try await machine.test(testingScripts: ["smartctl-validate"])
        context.expectEqual(testing.status, .testing, "status when tested")
        try await stop(machine, back: .ready)
    }

    @Sendable private static func allocate(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        _ = try await disk(context, machine, "sda")
        // The first disk of a constraint is the one that is mounted as `/`.
        try await machine.setStorageLayout(StorageLayout(storageLayout: "flat"))
        // Who commissioned it has it still, until a test is over.
        try await machine.test(testingScripts: ["smartctl-validate"])
        try await stop(machine, back: .ready)
        let tag = try await client.tags.create(name: context.prefix + "t")
        context.undo("tag \(tag.name)") { try await client.tags.delete(tag.name) }
        try await client.tags.updateNodes(tag.name, add: [machine.systemID])
        let wanted = MachineAllocation(
            tags: [tag.name], systemID: [machine.systemID], storage: [DiskConstraint(.gigabytes(8), label: "root")],
            agentName: context.prefix + "agent", comment: "for the suite")
        let allocated = try await client.machines.allocate(wanted)
        context.expectEqual(allocated.systemID, machine.systemID, "system_id")
        context.expectEqual(allocated.status, .allocated, "status")
        context.expectEqual(allocated.owner, try await client.whoami().username, "owner")
        let held = try await client.machines.listAllocated(id: [machine.systemID])
        context.expectEqual(held.map(\.systemID), [machine.systemID], "the allocated machines")
        try await context.expectRefusal("a machine that is taken", 409) { try await client.machines.allocate(wanted) }
        let annotated = try await machine.setWorkloadAnnotations(["a": "1"])
        context.expectEqual(annotated.workloadAnnotations, ["a": "1"], "workload_annotations")
        context.expectEqual(try await machine.setOwnerData(["a": ""]).ownerData, [:], "owner_data")
        _ = try await machine.getToken()
        try await context.expectRefusal("a configuration of what does not deploy", 400) {
            try await machine.getCurtinConfig()
        }
        try await context.expectRefusal("an unknown series", 400) {
            try await machine.deploy(DeployOptions(distroSeries: context.prefix + "none"))
        }
        try await machine.release(ReleaseOptions(comment: "for the suite"))
        // One that has never been commissioned to the end is New again.
        let released = try await machine.wait(for: [.ready, .new])
        context.expectEqual(released.owner, nil, "the owner after the release")
        try await context.expectRefusal("releasing nobody", 400) {
            try await client.machines.release(machines: [context.prefix + "none"])
        }
    }

    @Sendable private static func deploy(_ context: CaseContext, _ client: MAASClient) async throws {
        let composed = try await ClientCases.compose(context, "vm", ["memory": 4096])
        let machine = composed.resource
        try await machine.allocate()
        let series = context.surroundings.series
        let deploying = try await machine.deploy(DeployOptions(distroSeries: series))
        context.expectEqual(deploying.status, .deploying, "status")
        let deployed: Machine
        do {
            deployed = try await machine.wait(for: .deployed)
        } catch MAASError.waitTimedOut(_, _, let last, let waited) where last == .deploying {
            try context.skip("still \(last) after \(waited.components.seconds) seconds")
        }
        context.expectEqual(deployed.distroSeries, series ?? deployed.distroSeries, "distro_series")
        context.expect(!deployed.ipAddresses.isEmpty, "the deployed machine has no address")
        try await machine.release()
        // One that has never been commissioned to the end is New again.
        try await machine.wait(for: [.ready, .new])
    }

    @Sendable private static func lock(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client, deployed: true)
        context.undo("lock of \(machine.systemID)") {
            if try await machine.get().locked { try await machine.unlock() }
        }
        context.expectEqual(try await machine.lock(comment: "for the suite").locked, true, "locked")
        try await context.expectRefusal("the end of a locked machine", 403) { try await machine.delete() }
        context.expectEqual(try await machine.unlock().locked, false, "locked after unlock")
    }

    @Sendable private static func clone(_ context: CaseContext, _ client: MAASClient) async throws {
        let source = try await readyMachine(context, client, "m")
        let destination = try await readyMachine(context, client, "n", mac: 2)
        for machine in [source, destination] { _ = try await disk(context, machine, "sda") }
        try await source.setStorageLayout(StorageLayout(storageLayout: "flat"))
        try await client.machines.clone(
            source: source.systemID, destinations: [destination.systemID], storage: true, interfaces: false)
        let partitions = try await destination.get().bootDisk?.partitions ?? []
        context.expectEqual(
            partitions.map(\.size), try await source.get().bootDisk?.partitions?.map(\.size) ?? [], "the partitions")
    }

    @Sendable private static func refused(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client)
        try await context.expectRefusal("deploying it", 409) { try await machine.deploy() }
        try await context.expectRefusal("fixing it", 409) { try await machine.markFixed() }
        try await context.expectRefusal("leaving rescue mode", 409) { try await machine.exitRescueMode() }
        try await context.expectRefusal("overriding its tests", 409) { try await machine.overrideFailedTesting() }
        try await context.expectRefusal("its old network", 409) { try await machine.restoreNetworkingConfiguration() }
        try await context.expectRefusal("its old disks", 409) { try await machine.restoreStorageConfiguration() }
        try await context.expectRefusal("all that was of old", 409) { try await machine.restoreDefaultConfiguration() }
        try await context.expectRefusal("annotating it", 409) { try await machine.setWorkloadAnnotations(["a": "1"]) }
        let none = client.machines.machine(context.prefix + "none")
        try await context.expectRefusal("rescuing nobody", 404) { try await none.rescueMode() }
        try await context.expectRefusal("switching nobody on", 404) { try await none.powerOn() }
        try await context.expectRefusal("accepting nobody", 400) {
            try await client.machines.accept(machines: [context.prefix + "none"])
        }
        context.expectEqual(try await context.userClient().machines.acceptAll().count, 0, "what a user accepts")
        try await context.expectRefusal("a chassis that is none", 400) {
            try await client.machines.addChassis(Chassis(chassisType: context.prefix + "x", hostname: "h"))
        }
    }
}
