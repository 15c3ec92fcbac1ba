import SQLite

/// What a commissioning run was asked to leave out.
struct CommissioningOptions {
    var enableSSH = false
    var skipNetworking = false
    var skipStorage = false
    /// Whether tests run afterwards.
    var tests = true
}

extension MachineLife {
    /// Looks at the machine's hardware anew (MAAS's `start_commissioning`): networks and disks lose their
    /// configuration unless they are skipped.
    mutating func commission(_ user: User, _ options: CommissioningOptions) throws {
        guard !node.powerType.isEmpty else { throw Self.unknownPowerType }
        try lifecycle.cancel(of: node.id)
        try request("User starting node commissioning", user, nil, action: "start commissioning")
        try event("Commissioning")
        try update([
            "commissioning_result_id": try newScriptSet("commissioning"),
            "commissioning_status": ScriptStatus.pending.rawValue,
        ])
        if options.tests {
            try update([
                "testing_result_id": try newScriptSet("testing"), "testing_status": ScriptStatus.pending.rawValue,
            ])
        }
        if !options.skipStorage { try StorageLayout(state).clear(node: node.id) }
        if !options.skipNetworking { try clearNetwork() }
        try become(.commissioning)
        try setOwner(user)
        if (node.minHWEKernel ?? "").isEmpty {
            let least = try MAASSetting.text(db, "default_min_hwe_kernel", default: "")
            if !least.isEmpty { try update(["min_hwe_kernel": least]) }
        }
        try requireImages()
        try powerOn()
        let duration = try milliseconds("commissioning")
        for (part, line) in [(1, "Performing PXE boot"), (2, "Gathering information")] {
            try lifecycle.schedule(
                .event, of: node.id, after: duration * part / 3, payload: ["type": .string(line)])
        }
        try lifecycle.schedule(
            .commissioned, of: node.id, after: duration,
            payload: [
                "ssh": .bool(options.enableSSH), "networking": .bool(!options.skipNetworking),
                "storage": .bool(!options.skipStorage), "tests": .bool(options.tests),
            ])
    }

    static let unknownPowerType = APIError(
        500, "Unconfigured power type. Please configure the power type and try again.")

    private mutating func clearNetwork() throws {
        for interface in try Interface.all(db, node: node.id) {
            try Link.remove(db, try Link.all(db, interface: interface.id))
        }
        try update(["gateway_link_ipv4_id": nil, "gateway_link_ipv6_id": nil])
    }

    /// The scripts have come back: what the hardware is, and MAAS's default network and storage on it.
    mutating func finishCommissioning(_ payload: JSONValue) throws {
        if try stalls(at: .commission) { return }
        if let reason = try LifecycleFailure.take(state, .commission, node) {
            try update(["commissioning_status": ScriptStatus.failed.rawValue])
            try fail(reason)
            return
        }
        try discoverHardware()
        if payload["networking"] == .bool(true) { try configureNetwork() }
        if payload["storage"] == .bool(true) { try StorageLayout(state).applyFlat(node: node.id) }
        try update(["commissioning_status": ScriptStatus.passed.rawValue, "error_description": ""])
        if payload["tests"] == .bool(true) {
            try become(.testing)
            try event("Running test", "smartctl-validate")
            try update(["testing_status": ScriptStatus.running.rawValue])
            try lifecycle.schedule(
                .tested, of: node.id, after: try milliseconds("testing"),
                payload: [
                    "ssh": payload["ssh"] ?? .bool(false), "previous": .integer(NodeStatus.commissioning.rawValue),
                ])
            return
        }
        try becomeReady(keepPower: payload["ssh"] == .bool(true))
    }

    private mutating func becomeReady(keepPower: Bool) throws {
        try become(.ready)
        try event("Ready")
        if !keepPower { try powerOff() }
    }

    /// A machine that MAAS knows nothing of turns out to be a small server. Others are what they were.
    private mutating func discoverHardware() throws {
        if node.cpuCount == 0 {
            try update(["cpu_count": 4, "cpu_speed": 2400, "memory": 8192])
            try NUMANode.replace(db, node: node.id, cores: 4, memory: 8192)
        }
        let disks: Int = try db.scalar("SELECT COUNT(*) FROM block_devices WHERE node_id = ?", node.id) ?? 0
        if disks == 0, try VirtualMachine.find(db, machine: node.id) == nil {
            let name = "sda"
            try BlockDevice.create(
                db, node: node.id,
                NewMachine.Disk(
                    name: name, size: 64_000_000_000, model: "Emulated", serial: "\(node.systemID)-\(name)",
                    idPath: "/dev/disk/by-id/\(node.systemID)-\(name)"))
        }
        if node.hardwareUUID == nil { try update(["hardware_uuid": try state.random.uuid()]) }
    }

    /// The network as commissioning leaves it.
    mutating func restoreNetwork() throws {
        try clearNetwork()
        try configureNetwork()
        try reload()
    }

    /// AUTO on the boot interface, which was seen in its subnet; the others only come up.
    private func configureNetwork() throws {
        let interfaces = try Interface.all(db, node: node.id)
        let boot = interfaces.first { $0.id == node.bootInterfaceID } ?? interfaces.first
        for interface in interfaces {
            if interface.id == boot?.id, interface.vlanID != nil {
                try Interface.addDefaultLink(state, interface: interface.id, vlan: interface.vlanID)
            } else {
                try Link.add(state, interface: interface.id, .sticky)
            }
        }
    }

    /// Runs tests (MAAS's `start_testing`).
    mutating func test(_ user: User, enableSSH: Bool) throws {
        guard !node.powerType.isEmpty else { throw Self.unknownPowerType }
        if node.status == .new, node.commissioningResultID == nil {
            throw APIError.badRequest(
                "Unable to start machine testing; this node has never been commissioned. Please use the 'Commission' "
                    + "action to commission & test this machine.")
        }
        let before = node.status
        try lifecycle.cancel(of: node.id)
        try update([
            "testing_result_id": try newScriptSet("testing"), "testing_status": ScriptStatus.pending.rawValue,
        ])
        try request("User starting node testing", user, nil, action: "start testing")
        try event("Testing")
        try become(.testing)
        try requireImages()
        if node.ownerID == nil { try setOwner(user) }
        try powerOn()
        try lifecycle.schedule(
            .tested, of: node.id, after: try milliseconds("testing"),
            payload: ["ssh": .bool(enableSSH), "previous": .integer(before.rawValue)])
    }

    /// Statuses that tests lead out of, to Ready.
    static let readyAfterTests: Set<NodeStatus> = [
        .new, .commissioning, .failedDeployment, .missing, .retired, .broken, .failedReleasing, .failedDiskErasing,
        .failedEnteringRescueMode, .failedExitingRescueMode, .failedTesting,
    ]

    mutating func finishTesting(_ payload: JSONValue) throws {
        if try stalls(at: .test) { return }
        if let reason = try LifecycleFailure.take(state, .test, node) {
            try update(["testing_status": ScriptStatus.failed.rawValue])
            try fail(reason)
            return
        }
        try update(["testing_status": ScriptStatus.passed.rawValue])
        let previous = payload["previous"]?.integer.flatMap(NodeStatus.init(rawValue:)) ?? node.previousStatus
        let keepPower = payload["ssh"] == .bool(true)
        if Self.readyAfterTests.contains(previous) || previous == .ready {
            try becomeReady(keepPower: keepPower)
        } else {
            try become(previous, checked: false)
            // A deployed machine boots into its own system again.
            if previous != .deployed, previous != .rescueMode, !keepPower { try powerOff() }
        }
    }
}
