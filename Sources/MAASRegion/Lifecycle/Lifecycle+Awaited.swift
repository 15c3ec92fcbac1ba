import Formats
import SQLite

/// Steps of machines that are played from outside: they happen when the machine says so, and not by the clock.
extension Lifecycle {
    /// What such a machine does itself: tell its story, run its scripts, and come to an end with what it was told to do.
    private static let played: Set<Step> = [
        .event, .script, .deployed, .commissioned, .tested, .erased, .rescueModeEntered,
    ]
    private static let endings: Set<Step> = [.deployed, .commissioned, .tested, .erased, .rescueModeEntered]

    /// Keeps a step until the machine says that it has come.
    /// - Returns: Whether the machine is one that says so.
    func awaits(_ step: Step, of node: Int, _ payload: [String: JSONValue]) throws -> Bool {
        guard Self.played.contains(step), try Node.playsOutside(state.db, id: node) else { return false }
        guard Self.endings.contains(step) else { return true }
        try state.db.execute(
            """
            INSERT INTO awaited_steps (node_id, kind, payload) VALUES (?1, ?2, ?3)
            ON CONFLICT (node_id) DO UPDATE SET kind = ?2, payload = ?3
            """, node, step.rawValue, JSONValue.object(payload).text)
        try MachineLife(state, node: node)?.expireLater()
        return true
    }

    /// Takes an ending that is awaited, or that the clock would bring.
    func take(of node: Int) throws -> (step: Step, payload: JSONValue)? {
        for table in ["awaited_steps", "transitions"] {
            let kinds = Self.endings.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let found = try state.db.first(
                "SELECT rowid AS row, kind, payload FROM \(table) WHERE node_id = ? AND kind IN (\(kinds)) LIMIT 1",
                node
            ) {
                (
                    row: try $0["row"] as Int, kind: try $0["kind"] as String,
                    payload: try JSONValue(column: "payload", of: $0)
                )
            }
            guard let found, let step = Step(rawValue: found.kind) else { continue }
            try state.db.execute("DELETE FROM \(table) WHERE rowid = ?", found.row)
            return (step, found.payload)
        }
        return nil
    }
}

extension Node {
    /// Whether somebody outside plays the machine.
    static func playsOutside(_ db: Connection, id: Int) throws -> Bool {
        try db.scalar("SELECT plays_external FROM nodes WHERE id = ?", id) ?? false
    }

    /// Lets somebody outside play the machine, or the clock again.
    package static func setPlaysOutside(_ db: Connection, id: Int, _ isOutside: Bool) throws {
        try db.update("nodes", id: id, ["plays_external": isOutside])
    }
}
