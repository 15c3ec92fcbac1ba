import Formats
import SQLite

/// What a commissioning run was asked to leave out.
package struct CommissioningOptions {
    package var enableSSH = false
    package var skipNetworking = false
    package var skipStorage = false
    package var skipBMC = false
    /// Names, tags and ids of scripts beside those that come with MAAS; without any, all that there are.
    package var commissioningScripts: [String] = []
    /// Names, tags and ids of tests to run afterwards; without any, those tagged `commissioning`.
    package var testingScripts: [String] = []
    package var input: ScriptSet.Input = [:]

    package init(
        enableSSH: Bool = false, skipNetworking: Bool = false, skipStorage: Bool = false, skipBMC: Bool = false,
        commissioningScripts: [String] = [], testingScripts: [String] = [], input: ScriptSet.Input = [:]
    ) {
        self.enableSSH = enableSSH
        self.skipNetworking = skipNetworking
        self.skipStorage = skipStorage
        self.skipBMC = skipBMC
        self.commissioningScripts = commissioningScripts
        self.testingScripts = testingScripts
        self.input = input
    }
}

extension MachineLife {
    /// Looks at the machine's hardware anew (MAAS's `start_commissioning`): networks and disks lose their
    /// configuration unless they are skipped.
    package mutating func commission(_ user: User, _ options: CommissioningOptions) throws {
        guard !node.powerType.isEmpty else { throw Self.unknownPowerType }
        try lifecycle.cancel(of: node.id)
        try request("User starting node commissioning", user, nil, action: "start commissioning")
        try event("Commissioning")
        let set = try ScriptSet.commissioning(state, node, options.commissioningScripts, options.input)
        if options.skipBMC { try skipBMC(in: set, for: user) }
        let tests = try ScriptSet.testing(state, node, options.testingScripts, options.input)
        if tests.isEmpty {
            try update(["commissioning_result_id": set])
        } else {
            try update(["commissioning_result_id": set, "testing_result_id": tests.id])
        }
        if !options.skipStorage { try StorageEditor(state, node: node.id).clear() }
        if !options.skipNetworking { try clearNetwork() }
        try become(.commissioning)
        try setOwner(user)
        if (node.minHWEKernel ?? "").isEmpty {
            let least = try Configuration.text("default_min_hwe_kernel", state)
            if !least.isEmpty { try update(["min_hwe_kernel": least]) }
        }
        try requireImages()
        try claimAddressesForScripts()
        try powerOn()
        let duration = try milliseconds("commissioning")
        for (part, line) in [(1, "Performing PXE boot"), (2, "Gathering information")] {
            try lifecycle.schedule(
                .event, of: node.id, after: duration * part / 3, payload: ["type": .string(line)])
        }
        try scheduleScripts(of: set, .commission, from: duration / 3, to: duration)
        try lifecycle.schedule(
            .commissioned, of: node.id, after: duration,
            payload: [
                "ssh": .bool(options.enableSSH), "networking": .bool(!options.skipNetworking),
                "storage": .bool(!options.skipStorage), "tests": .bool(!tests.isEmpty),
            ])
    }

    /// A machine that nobody knew has booted and is looked at before somebody accepts it: it then is New again.
    package mutating func startEnlisting() throws {
        let set = try ScriptSet.enlisting(state, node)
        try update(["status": NodeStatus.commissioning.rawValue, "commissioning_result_id": set])
        let duration = try milliseconds("commissioning")
        // It is on already, and yet asks for its scripts only after it was told that it is known.
        try scheduleScripts(of: set, .commission, from: duration / 10, to: duration)
        try lifecycle.schedule(
            .commissioned, of: node.id, after: duration,
            payload: ["enlisting": .bool(true), "networking": .bool(true), "storage": .bool(true)])
    }

    /// What shall not look for a BMC says so in its result.
    private func skipBMC(in set: Int, for user: User) throws {
        let text =
            "INFO: User \(user.username) (\(user.id)) has choosen to skip BMC configuration during commissioning\n"
        for result in try ScriptResult.all(db, set: set) where result.tags.contains("bmc-config") {
            let outcome = ScriptResult.Outcome(status: .skipped, stdout: text, result: "status: skipped")
            try result.end(state, node, outcome)
        }
    }

    static let unknownPowerType = Refusal.unexpected(
        "Unconfigured power type. Please configure the power type and try again.")

    /// The scripts have come back: what the hardware is, and MAAS's default network and storage on it.
    mutating func finishCommissioning(_ payload: JSONValue) throws {
        if try stalls(at: .commission) { return }
        if let reason = try LifecycleFailure.take(state, .commission, node) {
            try fail(reason)
            return
        }
        let keepPower = payload["ssh"] == .bool(true)
        let (networks, storage) = (payload["networking"] == .bool(true), payload["storage"] == .bool(true))
        let hardware = try discoverHardware(networks: networks, storage: storage)
        try describe(as: HardwareReport(db, node, hardware), isHeard: try Node.playsOutside(db, id: node.id))
        guard try endScripts(of: node.commissioningResultID, .commission) else {
            if payload["tests"] == .bool(true) {
                try ScriptSet.end(state, id: node.testingResultID, as: .aborted, only: true)
            }
            try become(.failedCommissioning)
            try event("Failed commissioning")
            if !keepPower { try powerOff() }
            return
        }
        guard try !networks || applies({ try $0.configureNetwork() }), try !storage || applies({ try $0.layOutDisks() })
        else {
            if !keepPower { try powerOff() }
            return
        }
        try update(["error_description": ""])
        try Tag.populate(db, node)
        if payload["enlisting"] == .bool(true) {
            try become(.new)
            try powerOff()
            return
        }
        if payload["tests"] == .bool(true), let set = node.testingResultID {
            try ScriptSet.regenerate(state, node, set: set)
            try become(.testing)
            let duration = try milliseconds("testing")
            try scheduleScripts(of: set, .test, from: 0, to: duration)
            try lifecycle.schedule(
                .tested, of: node.id, after: duration,
                payload: ["ssh": .bool(keepPower), "previous": .integer(NodeStatus.commissioning.rawValue)])
            return
        }
        try becomeReady(keepPower: keepPower)
    }

    /// Sets up what commissioning found; what cannot be set up fails the commissioning.
    /// - Returns: Whether it could be.
    private mutating func applies(_ configure: (MachineLife) throws -> Void) throws -> Bool {
        do {
            try db.transaction { try configure(self) }
            return true
        } catch let error where error is Refusal || error is CustomLayout.Fault {
            try become(.failedCommissioning)
            try event(
                "Failed commissioning", "commissioning script '50-maas-01-commissioning' failed during post-processing."
            )
            return false
        }
    }

    /// Puts the layout on the disks that the commissioning describes, else the region's.
    /// - Throws: `CustomLayout.Fault` for a description that is none, `Refusal` for disks that the layout refuses.
    private func layOutDisks() throws {
        guard let description = try ScriptSet.storageLayout(db, of: node) else {
            try StorageLayout(state, node: node.id).applyDefault()
            return
        }
        let layout = try CustomLayout(description)
        do {
            try db.transaction {
                let editor = StorageEditor(state, node: node.id)
                try editor.clear()
                try layout.apply(with: editor)
            }
        } catch let error as CustomLayout.Fault {
            try event("Configuring storage", "Cannot apply custom layout: \(error.message)")
        } catch let refusal as Refusal {
            try event("Configuring storage", "Cannot apply custom layout: \(refusal.text)")
        }
    }

    private mutating func becomeReady(keepPower: Bool) throws {
        try become(.ready)
        try event("Ready")
        if !keepPower { try powerOff() }
    }

    /// Runs tests (MAAS's `start_testing`): those of the names, tags and ids, else those tagged `commissioning`.
    package mutating func test(_ user: User, enableSSH: Bool, scripts: [String] = [], input: ScriptSet.Input = [:])
        throws
    {
        guard !node.powerType.isEmpty else { throw Self.unknownPowerType }
        if node.status == .new, node.commissioningResultID == nil {
            throw Refusal.invalid(
                "Unable to start machine testing; this node has never been commissioned. Please use the 'Commission' "
                    + "action to commission & test this machine.")
        }
        let before = node.status
        let set = try ScriptSet.testing(state, node, scripts, input)
        guard !set.isEmpty else { throw Refusal.invalid("No testing scripts found!") }
        try checkTests(of: set.id)
        try lifecycle.cancel(of: node.id)
        try update(["testing_result_id": set.id])
        try request("User starting node testing", user, nil, action: "start testing")
        try event("Testing")
        try become(.testing)
        try requireImages()
        if node.ownerID == nil { try setOwner(user) }
        try claimAddressesForScripts()
        try powerOn()
        let duration = try milliseconds("testing")
        // The machine boots first.
        try scheduleScripts(of: set.id, .test, from: duration / 3, to: duration)
        try lifecycle.schedule(
            .tested, of: node.id, after: duration,
            payload: ["ssh": .bool(enableSSH), "previous": .integer(before.rawValue)])
    }

    /// Tests of the network need an interface that has one, and what is deployed must not be overwritten.
    private func checkTests(of set: Int) throws {
        let isDeployed = node.status == .deployed || node.previousStatus == .deployed
        for result in try ScriptResult.all(db, set: set) {
            if case .object(let parameters) = result.parameters,
                parameters.values.contains(where: { $0["type"]?.string == "interface" && $0["value"]?.string == "all" })
            {
                throw Refusal.invalid("An interface must be configured to run network testing!")
            }
            let isDestructive = try result.scriptID.flatMap { try Script.find(db, id: $0) }?.isDestructive ?? false
            if isDeployed, isDestructive {
                throw Refusal.invalid("Unable to run destructive test while deployed!")
            }
        }
    }

    /// Statuses that tests lead out of, to Ready.
    static let readyAfterTests: Set<NodeStatus> = [
        .new, .commissioning, .failedDeployment, .missing, .retired, .broken, .failedReleasing, .failedDiskErasing,
        .failedEnteringRescueMode, .failedExitingRescueMode, .failedTesting,
    ]

    mutating func finishTesting(_ payload: JSONValue) throws {
        if try stalls(at: .test) { return }
        if let reason = try LifecycleFailure.take(state, .test, node) {
            try fail(reason)
            return
        }
        guard try endScripts(of: node.testingResultID, .test) else {
            try become(.failedTesting)
            try event("Failed testing")
            if payload["ssh"] != .bool(true) { try powerOff() }
            return
        }
        let previous = payload["previous"]?.integer.flatMap(NodeStatus.init(rawValue:)) ?? node.previousStatus
        let keepPower = payload["ssh"] == .bool(true)
        if Self.readyAfterTests.contains(previous) || previous == .ready {
            try becomeReady(keepPower: keepPower)
        } else if previous == .failedCommissioning {
            try become(.new)
            if !keepPower { try powerOff() }
        } else {
            try become(previous, checked: false)
            // A deployed machine boots into its own system again.
            if previous != .deployed, previous != .rescueMode, !keepPower { try powerOff() }
        }
    }
}
