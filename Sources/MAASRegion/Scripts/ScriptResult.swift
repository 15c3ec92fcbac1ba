import Formats
import SQLite

/// What one script of a run came to (`models/scriptresult.py`).
package struct ScriptResult {
    package let id: Int
    let setID: Int
    package let scriptID: Int?
    package let name: String
    package let parameters: JSONValue
    let blockDeviceID: Int?
    /// The name of the disk or the interface that it is about.
    package let blockDevice: String?
    package let interface: String?
    package let versionID: Int?
    package let status: ScriptStatus
    package let exitStatus: Int?
    package private(set) var output: String
    package private(set) var stdout: String
    package let stderr: String
    package let result: String
    package let started: RegionTime?
    package let ended: RegionTime?
    package let isSuppressed: Bool
    package let created: RegionTime
    package let updated: RegionTime
    /// Of the script, where there still is one.
    package let tags: [String]
    package let hardwareType: Script.HardwareType?
    /// milliseconds
    package let timeout: Int

    package static let select = """
        SELECT script_results.*, block_devices.name AS device_name, interfaces.name AS interface_name,
        scripts.tags AS script_tags, scripts.hardware_type AS hardware_type, scripts.timeout AS timeout
        FROM script_results LEFT JOIN scripts ON scripts.id = script_id
        LEFT JOIN block_devices ON block_devices.id = block_device_id
        LEFT JOIN interfaces ON interfaces.id = interface_id
        """

    /// Takes its failure out of the counting, or back into it.
    package func suppress(_ state: RegionState, _ isSuppressed: Bool) throws {
        try state.db.update(
            "script_results", id: id, ["suppressed": isSuppressed, "updated": try state.now])
    }

    package init(_ row: Row) throws {
        id = try row["id"]
        setID = try row["script_set_id"]
        scriptID = try row["script_id"]
        name = try row["script_name"]
        parameters = try JSONValue(column: "parameters", of: row)
        blockDeviceID = try row["block_device_id"]
        blockDevice = try row["device_name"]
        interface = try row["interface_name"]
        versionID = try row["version_id"]
        status = try row["status"]
        exitStatus = try row["exit_status"]
        output = try row["output"]
        stdout = try row["stdout"]
        stderr = try row["stderr"]
        result = try row["result"]
        started = try row["started"]
        ended = try row["ended"]
        isSuppressed = try row["suppressed"]
        created = try row["created"]
        updated = try row["updated"]
        tags = try (try row["script_tags"] as String?).map { try JSONValue(parsing: $0.utf8).strings } ?? []
        hardwareType = (try row["hardware_type"] as Int?).flatMap(Script.HardwareType.init(rawValue:))
        timeout = try row["timeout"] ?? 0
    }

    package static func all(_ db: Connection, set: Int) throws -> [ScriptResult] {
        try db.query(
            select + " WHERE script_set_id = ? ORDER BY script_results.id", set, row: ScriptResult.init)
    }

    /// The results of some runs, by the runs' ids.
    package static func all(_ db: Connection, sets: some Sequence<Int>) throws -> [Int: [ScriptResult]] {
        let ids = sets.ids
        let found = try db.query(
            select + """
                 WHERE script_set_id IN \(ids.list) ORDER BY script_results.id
                """, ids, row: ScriptResult.init)
        return Dictionary(grouping: found, by: \.setID)
    }

    /// The results of a run with what its machine said of itself, where that is known.
    package static func described(_ db: Connection, set: Int) throws -> [ScriptResult] {
        try described(db, sets: [set])[set] ?? []
    }

    /// The results of some runs with what their machines said of themselves, by the runs' ids.
    package static func described(_ db: Connection, sets: [Int]) throws -> [Int: [ScriptResult]] {
        var found = try all(db, sets: sets)
        let ids = sets.ids
        let known = try db.query(
            "SELECT id FROM script_sets WHERE id IN \(ids.list) AND report IS NOT NULL", ids
        ) { try $0["id"] as Int }
        for set in known {
            guard let output = try ScriptSet.output(db, of: set) else { continue }
            found[set] = found[set]?.map { result in
                guard result.status == .passed, let text = output.text(of: result.name) else { return result }
                var result = result
                result.stdout = text
                result.output = text + result.stderr
                return result
            }
        }
        return found
    }

    /// How long it took, milliseconds; `nil` while it is not over.
    package var runtime: Int? {
        guard let started, let ended else { return nil }
        return ended - started
    }

    /// What events call it: with its disk, with its interface, or with both.
    package var title: String {
        let parts = [blockDevice, interface].compactMap(\.self)
        return parts.isEmpty ? name : "\(name) on \(parts.joined(separator: " and "))"
    }

    /// Earlier results of the same script on the same disk, and itself, the newest first.
    package func history(_ db: Connection, node: Int) throws -> [ScriptResult] {
        let isSame = scriptID == nil ? "script_name = ?2" : "script_id = ?3"
        return try db.query(
            Self.select + """
                 JOIN script_sets ON script_sets.id = script_set_id
                WHERE script_sets.node_id = ?1 AND \(isSame) AND (block_device_id IS ?4
                OR block_device_id IS NULL) ORDER BY script_results.id DESC
                """, node, name, scriptID, blockDeviceID, row: ScriptResult.init)
    }

    /// How long it will take by what it took before, as text (`estimated_runtime`).
    package func estimatedRuntime(_ db: Connection, node: Int) throws -> String {
        if let runtime { return TimeSpan.text(runtime) }
        var estimate: Int?
        for earlier in try history(db, node: node) where earlier.status == .passed {
            guard let runtime = earlier.runtime else { continue }
            estimate = estimate.map { ($0 + runtime) / 2 } ?? runtime
        }
        if let estimate { return TimeSpan.text(estimate) }
        return timeout > 0 ? TimeSpan.text(timeout) : "Unknown"
    }

    /// Starts it.
    package func run(_ state: RegionState, _ node: Node, in kind: ScriptSet.Kind) throws {
        let now = try state.now
        try state.db.update(
            "script_results", id: id, ["status": ScriptStatus.running.rawValue, "started": now, "updated": now])
        if kind == .testing {
            try Event.record(state, node, "Running test", title)
        } else {
            try recordChange(state, node, to: .running)
        }
    }

    /// What a script leaves behind.
    package struct Outcome {
        package var status = ScriptStatus.passed
        package var exitStatus: Int? = 0
        package var stdout = ""
        package var stderr = ""
        package var result = ""
    }

    /// Ends it. One that was never seen running started when it ended.
    package func end(_ state: RegionState, _ node: Node, _ outcome: Outcome) throws {
        let now = try state.now
        let version: Int? = try scriptID.flatMap { try Script.find(state.db, id: $0)?.versionID }
        try state.db.update(
            "script_results", id: id,
            [
                "status": outcome.status.rawValue, "exit_status": outcome.exitStatus,
                "output": outcome.stdout + outcome.stderr, "stdout": outcome.stdout, "stderr": outcome.stderr,
                "result": outcome.result, "version_id": version, "started": started ?? now, "ended": now,
                "updated": now,
            ])
        if outcome.status.isFailed || outcome.status == .aborted {
            try Event.record(state, node, "Script", "\(title) \(outcome.status.label.lowercased())")
        } else {
            try recordChange(state, node, to: outcome.status)
        }
    }

    private func recordChange(_ state: RegionState, _ node: Node, to new: ScriptStatus) throws {
        try Event.record(
            state, node, "Script result", "\(title) changed status from '\(status.label)' to '\(new.label)'",
            level: .debug)
    }
}
