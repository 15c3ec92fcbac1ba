import Formats
import HTTPServer
import MAASRegion
import SQLite

extension ControlCall {
    /// `GET /emulator/failures`: steps of the machine's life that shall fail.
    func listFailures() throws -> HTTPResponse {
        try tenant.region.withState { state in
            let all = try LifecycleFailure.all(state)
            return .control { json in json.array(of: all) { write($1, into: &$0) } }
        }
    }

    /// `POST /emulator/failures`.
    func addFailure() throws -> HTTPResponse {
        try tenant.region.withState { state in
            let id = try addFailure(state)
            let added = try LifecycleFailure.all(state).filter { $0.id == id }
            return .control(status: 201) { json in added.forEach { write($0, into: &json) } }
        }
    }

    /// `DELETE /emulator/failures`.
    func deleteFailures() throws -> HTTPResponse {
        try tenant.region.withState { try LifecycleFailure.remove($0, id: nil) }
        return .controlDone
    }

    /// `DELETE /emulator/failures/ID`.
    func deleteFailure() throws -> HTTPResponse {
        try tenant.region.withState { state in
            guard let found = try LifecycleFailure.all(state).first(where: { String($0.id) == values[0] }) else {
                throw ControlError.notFound("there is no failure \(values[0])")
            }
            try LifecycleFailure.remove(state, id: found.id)
        }
        return .controlDone
    }

    private func addFailure(_ state: RegionState) throws -> Int {
        let wanted = try object("step", "machine", "script", "count", "reason", "stalls")
        let step: LifecycleFailure.Step = try wanted.choice("step")
        let name = try wanted.optionalText("machine")
        let systemID = try name.map { name in
            guard let found = try Node.machines(state.db, named: [name]).first else {
                throw ControlError.badRequest("machine: there is no \(name)")
            }
            return found.systemID
        }
        let script = try wanted.optionalText("script")
        if let script, ![.commission, .test, .release, .erase].contains(step) {
            throw ControlError.badRequest("script: \(step.rawValue) runs no scripts, so \(script) cannot fail in it")
        }
        let stalls = try wanted["stalls"]?.flag() ?? false
        if stalls, script != nil { throw ControlError.badRequest("stalls: a step stalls, a script fails") }
        // `null` says for ever, so a missing count must be told from it.
        let always = wanted.members["count"] == .null
        return try LifecycleFailure.add(
            state, step, systemID: systemID, script: script,
            count: always ? nil : wanted.integer("count", default: 1, 1...Int.max),
            reason: wanted.text("reason", default: "simulated failure"), stalls: stalls)
    }

    private func write(_ failure: LifecycleFailure, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", failure.id)
            json.field("step", failure.step.rawValue)
            json.field("machine", failure.systemID)
            json.field("script", failure.script)
            json.field("count", failure.remaining)
            json.field("reason", failure.reason)
            json.field("stalls", failure.stalls)
        }
    }
}
