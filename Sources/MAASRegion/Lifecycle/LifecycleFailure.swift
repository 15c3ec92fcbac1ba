import SQLite

/// A step that shall fail, so that a client's handling of failures can be tested.
package struct LifecycleFailure {
    package enum Step: String, CaseIterable, Sendable {
        case deploy, commission, test, release, erase
        case rescueMode = "rescue_mode"
    }

    package let id: Int
    package let step: Step
    /// The one machine that fails; `nil` for whichever comes next.
    package let systemID: String?
    /// The one script that fails; `nil` for the step as a whole.
    package let script: String?
    /// How many more times; `nil` for always.
    package let remaining: Int?
    /// What `error_description` and the event say.
    package let reason: String
    /// The step does not fail, it never ends.
    package let stalls: Bool

    package init(_ row: Row) throws {
        id = try row["id"]
        step = try row.stored("step")
        systemID = try row["system_id"]
        script = try row["script"]
        remaining = try row["remaining"]
        reason = try row["reason"]
        stalls = try row["stalls"]
    }

    /// Every failure that is still to come, the oldest first.
    package static func all(_ state: RegionState) throws -> [LifecycleFailure] {
        try state.db.query("SELECT * FROM lifecycle_failures ORDER BY id", row: LifecycleFailure.init)
    }

    /// Lets a step fail: the next `count` times (`nil`: always), of any machine or of one.
    /// - Returns: The failure's id.
    @discardableResult
    package static func add(
        _ state: RegionState, _ step: Step, systemID: String? = nil, script: String? = nil, count: Int? = 1,
        reason: String = "simulated failure", stalls: Bool = false
    ) throws -> Int {
        try state.db.insert(
            into: "lifecycle_failures",
            [
                "step": step.rawValue, "system_id": systemID, "script": script, "remaining": count, "reason": reason,
                "stalls": stalls,
            ])
    }

    /// Forgets one failure, or all of them.
    package static func remove(_ state: RegionState, id: Int? = nil) throws {
        if let id {
            try state.db.execute("DELETE FROM lifecycle_failures WHERE id = ?", id)
        } else {
            try state.db.execute("DELETE FROM lifecycle_failures")
        }
    }

    /// Whether the step will stall for this machine, which then does not even boot.
    static func isStalling(_ state: RegionState, _ step: Step, _ node: Node) throws -> Bool {
        try all(state).contains { failure in
            failure.stalls && failure.step == step && (failure.systemID ?? node.systemID) == node.systemID
        }
    }

    /// Why this step of this machine, or one script of it, fails (or stalls) now; `nil` when it does not. A failure that
    /// was counted is used up.
    package static func take(
        _ state: RegionState, _ step: Step, _ node: Node, script: String? = nil, stalls: Bool = false
    ) throws -> String? {
        let found = try state.db.first(
            """
            SELECT * FROM lifecycle_failures WHERE step = ? AND stalls = ? AND script IS ?
            AND (system_id IS NULL OR system_id = ?) ORDER BY id
            """, step.rawValue, stalls, script, node.systemID, row: LifecycleFailure.init)
        guard let found else { return nil }
        switch found.remaining {
        case nil: break
        case .some(...1): try remove(state, id: found.id)
        case .some(let count):
            try state.db.execute("UPDATE lifecycle_failures SET remaining = ? WHERE id = ?", count - 1, found.id)
        }
        return found.reason
    }
}
