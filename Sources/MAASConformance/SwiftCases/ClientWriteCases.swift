import MAASClient

/// Changing things through the typed calls of `MAASClient`: each case makes what it changes, reads it back as typed
/// values, and removes it. What a MAAS has only one of, or what is somebody else's, is asked for by a name that is
/// nobody's, or by somebody who may not.
enum ClientWriteCases {
    static let all: [Case] =
        networks + names + region + account + services + images + scripts + nodes + interfaces + disks + groups
        + machines + hosts + controllers

    /// An id that nothing has.
    static let nobody = 999_999_999

    /// - Parameter alone: for what waits: the emulator's time passes where one waits, for all.
    static func make(
        _ id: String, _ title: String, _ source: String, needs: [Capability] = [.admin],
        versions: VersionRange = .all, writes: Bool = true, alone: Bool = false,
        _ body: @escaping @Sendable (CaseContext, MAASClient) async throws -> Void
    ) -> Case {
        ClientCases.make(id, title, source, needs: needs, versions: versions, writes: writes, alone: alone) { context in
            try await body(context, try context.client())
        }
    }

    /// A fabric and a subnet in its untagged VLAN, removed at the case's end.
    static func subnet(
        _ context: CaseContext, _ client: MAASClient, _ name: String = "s", network: Int = 1
    ) async throws -> (fabric: Fabric, subnet: Subnet) {
        let fabric = try await client.fabrics.create(name: context.prefix + name + "f")
        context.undo("fabric \(fabric.name)") { try await client.fabrics.fabric(fabric.id).delete() }
        let vlan = try context.require(fabric.vlans.first, "the fabric has no VLAN")
        let net = context.network(network)
        let subnet = try await client.subnets.create(
            SubnetCreation(
                cidr: "\(net).0/24", name: context.prefix + name, vlan: vlan.id, gatewayIP: "\(net).1",
                dnsServers: ["\(net).2"]))
        context.undo("subnet \(subnet.name)") { try await client.subnets.subnet(subnet.id).delete() }
        return (fabric, subnet)
    }

    /// A New machine without power control, removed at the case's end.
    static func machine(
        _ context: CaseContext, _ client: MAASClient, _ name: String = "m", macs: [Int] = [1],
        deployed: Bool? = nil
    ) async throws -> MachineResource {
        let made = try await client.machines.create(
            MachineCreation(
                architecture: context.surroundings.architecture ?? "", macAddresses: macs.map(context.mac),
                hostname: context.prefix + name, powerType: "manual", commission: false, deployed: deployed))
        let machine = client.machines.machine(made.systemID)
        context.undo("machine \(made.hostname)") { try await machine.delete() }
        return machine
    }

    /// A Ready machine: one whose commissioning nothing answers is marked broken, and fixed.
    static func readyMachine(
        _ context: CaseContext, _ client: MAASClient, _ name: String = "m", mac: Int = 1
    ) async throws -> MachineResource {
        let machine = try await machine(context, client, name, macs: [mac])
        try await machine.commission(CommissionOptions())
        try await machine.markBroken(comment: "for the suite")
        let ready = try await machine.markFixed()
        context.expectEqual(ready.status, .ready, "the status of a fixed machine")
        return machine
    }

    /// Ends what a machine is doing, which brings it back to a status, unless it has come to its end by itself: with a
    /// fast clock machines are quick.
    static func stop(_ machine: MachineResource, back status: MachineStatus) async throws {
        do {
            try await machine.abort(comment: "for the suite")
        } catch let error as MAASError where error.status == 409 {
            return
        }
        try await machine.wait(for: status)
    }

    /// Adds a disk of so many GB.
    static func disk(
        _ context: CaseContext, _ machine: MachineResource, _ name: String, gigabytes: Int = 50
    ) async throws -> BlockDevice {
        try await machine.blockDevices.create(
            BlockDeviceCreation(
                name: name, size: gigabytes * 1_000_000_000, blockSize: 512, model: "Disk",
                serial: context.prefix + name))
    }
}
