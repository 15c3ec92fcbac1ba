import Formats
import SQLite

/// What a machine says of itself while it boots for MAAS (`metadataserver/api.py`, `api_twisted.py`).
extension MachineLife {
    /// The words of `op=signal` (`SIGNAL_STATUS`).
    package enum Signal: String, CaseIterable, Sendable {
        case ok = "OK"
        case failed = "FAILED"
        case working = "WORKING"
        case commissioning = "COMMISSIONING"
        case testing = "TESTING"
        case timedOut = "TIMEDOUT"
        case installing = "INSTALLING"
        case applyingNetworking = "APPLYING_NETCONF"
    }

    /// Statuses in which a signal changes nothing, and is no mistake.
    private static let ignoring: Set<NodeStatus> = [
        .broken, .failedCommissioning, .failedDeployment, .ready, .failedEnteringRescueMode, .failedTesting, .new,
    ]

    /// Takes a signal with what it says of scripts.
    /// - Throws: `Refusal` in a status in which machines have nothing to say.
    package mutating func signal(_ signal: Signal, _ upload: ScriptUpload) throws {
        switch node.status {
        case .commissioning:
            try store(upload, in: node.commissioningResultID, signal)
            try lifecycle.cancel(of: node.id, [.timedOut])
            if [.ok, .testing].contains(signal) { try proceed() }
            if signal == .failed { try failCommissioning() }
        case .testing:
            try store(upload, in: node.testingResultID, signal)
            try lifecycle.cancel(of: node.id, [.timedOut])
            if signal == .ok { try proceed() }
            if signal == .failed {
                try abortScripts()
                try lifecycle.cancel(of: node.id)
                try become(.failedTesting)
                try event("Failed testing")
            }
        case .deploying:
            try store(upload, in: node.installationResultID, signal)
            if signal == .failed { try fail(Self.failedInstallation) }
        case .deployed, .rescueMode: try store(upload, in: node.commissioningResultID, signal)
        case .diskErasing:
            if signal == .ok { try proceed() }
            if signal == .failed { try fail("Failed to erase disks.") }
        case .releasing:
            try store(upload, in: node.releaseResultID, signal)
            if signal == .ok { try proceed() }
            if signal == .failed { try fail("Failed to release machine.") }
        case .enteringRescueMode:
            if [.ok, .working].contains(signal) { try proceed() }
            if signal == .failed { try fail("Failed to enter rescue mode.") }
        case let status where Self.ignoring.contains(status): break
        default: throw Refusal.conflict("Machine status isn't valid (status is \(node.status.label))")
        }
    }

    private static let failedInstallation = "Installation failed (refer to the installation log for more information)."

    private mutating func failCommissioning() throws {
        try ScriptSet.end(state, id: node.testingResultID, as: .aborted, only: true)
        try abortScripts()
        try lifecycle.cancel(of: node.id)
        try become(.failedCommissioning)
        try event("Failed commissioning")
    }

    /// What the machine was told to do comes to its end.
    private mutating func proceed() throws {
        guard let ending = try lifecycle.take(of: node.id) else { return }
        try lifecycle.cancel(of: node.id, [.timedOut, .event, .script])
        try apply(ending.step, ending.payload)
    }

    /// cloud-init has asked for the user's data: the installed system runs, and is handed over.
    package mutating func handOver() throws {
        if node.status == .commissioning { try event("Gathering information") }
        guard node.status == .deploying, try !node.installsVMHost(db) else { return }
        try proceed()
    }

    /// The machine need not boot from the network any more, or has to.
    package mutating func setNetboot(_ isOn: Bool) throws { try update(["netboot": isOn]) }

    // MARK: Messages of cloud-init and of the installer

    /// A message on the way: what begins and what ends.
    package struct Message {
        package var eventType: String
        package var origin: String
        package var name: String
        package var description: String
        package var result: String?
        package var upload: ScriptUpload

        package init(
            eventType: String, origin: String, name: String, description: String, result: String?, upload: ScriptUpload
        ) {
            self.eventType = eventType
            self.origin = origin
            self.name = name
            self.description = description
            self.result = result
            self.upload = upload
        }

        var hasFailed: Bool { ["FAIL", "FAILURE"].contains(result) }
    }

    private static let stories = [
        "cmd-install/stage-partitioning/builtin/cmd-block-meta": "Configuring storage",
        "cmd-install/stage-extract": "Installing OS", "cmd-install/stage-curthooks": "Configuring OS",
        "modules-config/config-power-state-change": "Rebooting", "init-network/check-cache": "Loading ephemeral",
    ]

    /// Takes a message (`StatusWorkerService`).
    package mutating func take(_ message: Message) throws {
        if message.eventType == "start" || message.hasFailed {
            if message.eventType == "start", let story = Self.stories[message.name] {
                try event(story, action: message.name)
            }
            let type =
                switch node.status {
                case .commissioning: message.hasFailed ? "Node commissioning failure" : "Node commissioning"
                case .deploying: message.hasFailed ? "Node installation failure" : "Node installation"
                case .enteringRescueMode:
                    message.hasFailed ? "Node entering rescue mode failure" : "Node entering rescue mode"
                default: "Node status event"
                }
            try event(type, "'\(message.origin)' \(message.description)", level: .debug, action: message.name)
        }
        try store(message.upload, in: currentRun, message.hasFailed ? .failed : .ok)
        guard !message.name.contains("/") else { return }
        if message.eventType == "start", node.status == .deploying, message.origin == "curtin",
            message.name == "cmd-install", let set = node.installationResultID,
            let log = try ScriptResult.all(db, set: set).first(where: { $0.status == .pending })
        {
            try log.run(state, node, in: .installation)
        }
        if message.eventType == "finish" { try end(message) }
    }

    private mutating func end(_ message: Message) throws {
        let isFinal = message.name == "modules-final"
        switch node.status {
        case .commissioning where message.hasFailed:
            try fail(
                "Commissioning failed, cloud-init reported a failure (refer to the event log for more information)")
        case .deploying where message.hasFailed:
            if try !node.installsVMHost(db) { try fail(Self.failedInstallation) }
        case .deploying where isFinal:
            if try node.installsVMHost(db) { try proceed() }
        case .diskErasing where message.hasFailed: try fail("Failed to erase disks.")
        case .releasing where message.hasFailed: try fail("Failed to release machine.")
        default: break
        }
    }

    private var currentRun: Int? {
        switch node.status {
        case .testing, .failedTesting: node.testingResultID
        case .commissioning, .failedCommissioning: node.commissioningResultID
        case .deploying, .deployed, .failedDeployment: node.installationResultID
        default: nil
        }
    }

    private func store(_ upload: ScriptUpload, in set: Int?, _ signal: Signal) throws {
        guard let set else { return }
        try upload.store(state, node, in: set, signal)
    }
}

extension Node {
    /// What its user gave it for cloud-init; `nil` for nothing.
    package func userData(_ db: Connection) throws -> String? {
        let data: String? = try db.scalar("SELECT user_data FROM nodes WHERE id = ?", id) ?? nil
        return data.flatMap { $0.isEmpty ? nil : $0 }
    }
}
