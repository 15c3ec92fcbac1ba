import Formats
import SQLite

/// One machine as its life changes it: every change of status goes through here, with its event.
///
/// Mirrors the methods of MAAS's `Node` model (`models/node.py`) and its signals on status, owner and power.
package struct MachineLife {
    package let state: RegionState
    package private(set) var node: Node
    /// The status at the start of the request: what MAAS remembers as the previous one.
    private let loaded: NodeStatus

    package init(_ state: RegionState, _ node: Node) {
        self.state = state
        self.node = node
        loaded = node.status
    }

    package init?(_ state: RegionState, node id: Int) throws {
        guard let node = try Node.find(state.db, id: id) else { return nil }
        self.init(state, node)
    }

    package var db: Connection { state.db }
    package var lifecycle: Lifecycle { Lifecycle(state) }

    mutating func reload() throws {
        if let fresh = try Node.find(db, id: node.id) { node = fresh }
    }

    /// Sets columns of the machine's row.
    mutating func update(_ values: KeyValuePairs<String, (any SQLBindable)?>) throws {
        try db.update("nodes", id: node.id, values, ("updated", try state.now))
        try reload()
    }

    /// Writes what a request changes.
    package mutating func update(_ changes: Node.Changes) throws {
        try node.apply(changes, state)
        try reload()
    }

    /// Leaves the choice of the default gateways to MAAS again.
    package mutating func clearDefaultGateways() throws {
        try update(["gateway_link_ipv4_id": nil, "gateway_link_ipv6_id": nil])
    }

    /// A machine that somebody deployed elsewhere, and tells MAAS of.
    package mutating func adoptDeployed(by owner: User) throws {
        let set = try ScriptSet.create(state, node: node.id, .commissioning)
        try ScriptSet.deployInformation(state, set: set)
        try update([
            "status": NodeStatus.deployed.rawValue, "owner_id": owner.id, "commissioning_result_id": set,
        ])
    }

    /// Takes another status. New and Ready machines have no owner.
    /// - Throws: `Refusal` for a change that MAAS's table does not have.
    mutating func become(_ status: NodeStatus, checked: Bool = true) throws {
        let old = node.status
        guard old != status else { return }
        if checked { try StatusTransitions.check(old, to: status) }
        let isPassing: Set<NodeStatus> = [
            .rescueMode, .enteringRescueMode, .failedEnteringRescueMode, .exitingRescueMode,
            .failedExitingRescueMode, .testing,
        ]
        if !isPassing.contains(loaded), loaded != status {
            try update(["status": status.rawValue, "previous_status": loaded.rawValue])
        } else {
            try update(["status": status.rawValue])
        }
        if status == .new || status == .ready { try setOwner(nil) }
        var text = "From '\(old.label)' to '\(status.label)'"
        if status == .allocated, let owner = node.ownerName { text += " (to \(owner))" }
        try event("Node changed status", text, level: .debug)
    }

    /// Hands the machine to another owner. Its token for the metadata service goes.
    mutating func setOwner(_ owner: User?) throws {
        guard node.ownerID != owner?.id else { return }
        try db.execute("DELETE FROM node_tokens WHERE node_id = ?", node.id)
        try update(["owner_id": owner?.id])
    }

    /// Records an event of the system.
    package func event(
        _ type: String, _ description: String = "", level: Event.Level = .info, action: String = ""
    ) throws {
        try Event.record(state, node, type, description, level: level, action: action)
    }

    /// Records what a user asked for, at a level that `status_message` does not show.
    package func request(_ type: String, _ user: User, _ comment: String?, action: String) throws {
        let description = comment.flatMap { $0.isEmpty ? nil : "(\(user.username)) - \($0)" } ?? "(\(user.username))"
        try Event.record(state, node, type, description, level: .debug, user: user, action: action)
    }

    package func milliseconds(_ timing: String) throws -> Int { try Timings(state: state).milliseconds(timing) }

    /// Whether MAAS can switch the machine's power; `manual` leaves that to people.
    package var canSwitchPower: Bool { !["", "manual"].contains(node.powerType) }

    /// Lets the power go on, right after the answer.
    package func powerOn(after delay: Int? = nil) throws {
        guard canSwitchPower else { return }
        try lifecycle.cancel(of: node.id, [.powerOn, .powerOff])
        let usual = try delay ?? milliseconds("power")
        try lifecycle.schedule(.powerOn, of: node.id, after: usual.addingSaturating(try delayOfBMC()))
    }

    /// Lets the power go off, right after the answer.
    package func powerOff(after delay: Int? = nil) throws {
        guard canSwitchPower else { return }
        try lifecycle.cancel(of: node.id, [.powerOn, .powerOff])
        let usual = try delay ?? milliseconds("power")
        try lifecycle.schedule(.powerOff, of: node.id, after: usual.addingSaturating(try delayOfBMC()))
    }

    /// Statuses in which a machine without power keeps its automatic addresses.
    private static let keepsAddresses: Set<NodeStatus> = [
        .commissioning, .deployed, .deploying, .diskErasing, .rescueMode, .enteringRescueMode, .testing,
    ]

    /// The power is on or off now.
    mutating func setPower(_ power: PowerState) throws {
        let changed = node.powerState != power
        try update(["power_state": power])
        try setHardwarePower(power)
        if power == .off, node.status == .releasing {
            do {
                try db.transaction { try finishRelease() }
            } catch let refusal as Refusal {
                // MAAS notices after its answer, logs it, and gives up on the release in the end.
                try fail(refusal.text)
            }
            return
        }
        if changed, power == .off, !Self.keepsAddresses.contains(node.status) {
            try node.releaseInterfaceConfiguration(state)
            try reload()
        }
    }

    /// What the hypervisor would say of a VM.
    private func setHardwarePower(_ power: PowerState) throws {
        guard let vm = try VirtualMachine.find(db, machine: node.id), let host = try VMHost.find(db, id: vm.hostID),
            let hardware = try HardwareHost.find(db, powerAddress: host.powerAddress, type: host.type)
        else { return }
        try db.execute(
            "UPDATE hardware_instances SET power = ? WHERE host_id = ? AND project = ? AND name = ?", power,
            hardware.id, vm.project, vm.identifier)
    }

    /// A step that has come due happens.
    package mutating func apply(_ step: Lifecycle.Step, _ payload: JSONValue) throws {
        switch step {
        case .powerOn:
            if let reason = try refusalOfBMC(.on) { return try failPower(.on, reason) }
            try setPower(.on)
        case .powerOff:
            if let reason = try refusalOfBMC(.off) { return try failPower(.off, reason) }
            if node.status == .releasing, try stalls(at: .release) { return }
            try setPower(.off)
        case .claimAddresses: try claimAddresses()
        case .aborted:
            if canSwitchPower { try setPower(.off) }
            try abortScripts()
            if let status = payload["status"]?.integer.flatMap(NodeStatus.init(rawValue:)) {
                try become(status, checked: false)
            }
        case .event: try event(payload["type"]?.string ?? "", payload["description"]?.string ?? "")
        case .script: try nextScript(payload)
        case .deployed: try finishDeployment()
        case .commissioned: try finishCommissioning(payload)
        case .tested: try finishTesting(payload)
        case .erased: try finishErasing(payload)
        case .rescueModeEntered: try finishEnteringRescueMode()
        case .rescueModeExited: try finishExitingRescueMode()
        case .timedOut: try timeOut()
        }
    }

    /// The machine fails at what it is doing, with a reason; a failure that was asked for, or a time-out.
    package mutating func fail(_ reason: String) throws {
        guard let status = StatusTransitions.failure(of: node.status) else { return }
        try lifecycle.cancel(of: node.id)
        try event("Marking node failed", reason, level: .error, action: "mark_failed")
        for set in [node.commissioningResultID, node.testingResultID, node.installationResultID] {
            try ScriptSet.end(state, id: set, as: .failed)
        }
        try become(status, checked: false)
        try update(["error_description": reason])
    }
}
