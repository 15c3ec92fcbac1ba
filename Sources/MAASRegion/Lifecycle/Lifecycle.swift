import Formats
import SQLite

/// What is still to happen to the region's machines, and its happening.
///
/// Before every request everything that has come due is applied, in the order of its time. Delay 0 means "right after
/// the answer": the next request sees it, even while the clock stands still.
package struct Lifecycle {
    /// The step that is to happen.
    package enum Step: String, Sendable, CaseIterable {
        case powerOn = "power_on"
        case powerOff = "power_off"
        case claimAddresses = "claim_addresses"
        /// Power goes off and the status that the payload names is taken.
        case aborted
        /// The next line of the story of a deployment or a commissioning run; `event` in the payload.
        case event
        /// The script that runs ends, and the next one of the run begins; `set`, `until` and `step` in the payload.
        case script
        case deployed
        case commissioned
        case tested
        case erased
        case rescueModeEntered = "rescue_mode_entered"
        case rescueModeExited = "rescue_mode_exited"
        /// MAAS has waited long enough for a step that stalls.
        case timedOut = "timed_out"
    }

    package let state: RegionState
    private var db: Connection { state.db }

    package init(_ state: RegionState) { self.state = state }

    /// Lets a step happen to a machine after so many milliseconds.
    func schedule(_ step: Step, of node: Int, after delay: Int = 0, payload: [String: JSONValue] = [:]) throws {
        if try awaits(step, of: node, payload) { return }
        try db.insert(
            into: "transitions",
            [
                "due": try state.now.addingSaturating(delay), "node_id": node, "kind": step.rawValue,
                "payload": JSONValue.object(payload).text,
            ])
    }

    /// Forgets what was to happen to a machine: all of it, or only some steps.
    func cancel(of node: Int, _ steps: [Step] = Step.allCases) throws {
        let kinds = JSONValue.array(steps.map { .string($0.rawValue) }).text
        try db.execute(
            "DELETE FROM transitions WHERE node_id = ? AND kind IN (SELECT value FROM json_each(?))", node, kinds)
        try db.execute(
            "DELETE FROM awaited_steps WHERE node_id = ? AND kind IN (SELECT value FROM json_each(?))", node, kinds)
    }

    /// Lets a step that is already under way happen right after the answer.
    func hurry(_ step: Step, of node: Int) throws {
        try db.execute(
            "UPDATE transitions SET due = ? WHERE node_id = ? AND kind = ?", try state.now, node, step.rawValue)
    }

    func isScheduled(_ step: Step, of node: Int) throws -> Bool {
        let count: Int =
            try db.scalar(
                "SELECT COUNT(*) FROM transitions WHERE node_id = ? AND kind = ?", node, step.rawValue) ?? 0
        return count > 0
    }

    private struct Due {
        let id: Int
        let time: RegionTime
        let node: Int?
        let vmHost: Int?
        let kind: String
        /// JSON
        let payload: String
    }

    /// A step that could not happen.
    package struct GivenUp: Sendable {
        /// What it is called, and of what.
        package let step: String
        /// The error, in the emulator's words.
        package let reason: String
    }

    /// Applies everything that has come due, each step at its own moment, with the steps that follow from it.
    package func applyDue() throws { try eachDue { try happen($0) } }

    /// The same where a step fails: that one is undone and given up, as a task of MAAS's that raises, and the others happen.
    /// - Returns: What was given up.
    /// - Throws: What concerns the whole database, such as a full disk.
    package func applyDueOneByOne() throws -> [GivenUp] {
        var given: [GivenUp] = []
        try eachDue { due in
            do {
                try db.transaction { try happen(due) }
            } catch let error as DatabaseError where !error.isOfTheStatement {
                throw error
            } catch {
                let subject = due.vmHost.map { "VM host \($0)" } ?? due.node.map { "node \($0)" } ?? "the region"
                given.append(GivenUp(step: "\(due.kind) of \(subject)", reason: "\(error)"))
            }
        }
        return given
    }

    private func eachDue(_ body: (Due) throws -> Void) throws {
        let now = try state.now
        while let due = try next(until: now) {
            try db.execute("DELETE FROM transitions WHERE id = ?", due.id)
            try body(due)
        }
    }

    private func happen(_ due: Due) throws {
        var moment = state
        moment.moment = due.time
        if let host = due.vmHost, due.kind == HostResources.transition {
            return try HostResources(moment).arrive(host: host)
        }
        if due.kind == ImageImport.transition { return try ImageImport(moment).finish() }
        guard let node = due.node, let step = Step(rawValue: due.kind) else { return }
        guard var life = try MachineLife(moment, node: node) else { return }
        try life.apply(step, due.payload == "{}" ? .object([:]) : JSONValue(parsing: due.payload.utf8))
    }

    private func next(until now: RegionTime) throws -> Due? {
        try db.first("SELECT * FROM transitions WHERE due <= ? ORDER BY due, id LIMIT 1", now) { row in
            Due(
                id: try row["id"], time: try row["due"], node: try row["node_id"], vmHost: try row["vm_host_id"],
                kind: try row["kind"], payload: try row["payload"])
        }
    }
}
