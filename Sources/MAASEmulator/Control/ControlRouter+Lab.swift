import Formats
import HTTPServer
import MAASRegion
import SQLite

extension ControlRouter {
    /// `/emulator/failures[/ID]`: steps of the machine's life that shall fail.
    func failures(_ request: HTTPRequest, _ id: String?, _ tenant: Tenant) throws -> HTTPResponse {
        try tenant.region.withState { state in
            let all = try LifecycleFailure.all(state)
            switch (request.method, id) {
            case ("GET", nil):
                return .control { json in json.array(of: all) { write($1, into: &$0) } }
            case ("POST", nil):
                let id = try addFailure(request, state)
                let added = try LifecycleFailure.all(state).filter { $0.id == id }
                return .control(status: 201) { json in added.forEach { write($0, into: &json) } }
            case ("DELETE", let id):
                if let id, !all.contains(where: { String($0.id) == id }) {
                    throw ControlError.notFound("there is no failure \(id)")
                }
                try LifecycleFailure.remove(state, id: id.flatMap { Int($0) })
                return .controlDone
            default: throw ControlError(status: 405, message: "\(request.method) \(request.path) is not offered")
            }
        }
    }

    private func addFailure(_ request: HTTPRequest, _ state: RegionState) throws -> Int {
        let wanted = try object(request, "step", "machine", "script", "count", "reason", "stalls")
        let word = try wanted.word("step", of: LifecycleFailure.Step.allCases.map(\.rawValue))
        guard let step = LifecycleFailure.Step(rawValue: word) else {
            throw ControlError.badRequest("step: \(word) is unknown")
        }
        let name = try wanted.optionalText("machine")
        let systemID = try name.map { name in
            guard
                let found: String = try state.db.scalar(
                    "SELECT system_id FROM nodes WHERE node_type = 0 AND (system_id = ? OR hostname = ?)", name, name)
            else { throw ControlError.badRequest("machine: there is no \(name)") }
            return found
        }
        let script = try wanted.optionalText("script")
        if let script, ![.commission, .test, .release, .erase].contains(step) {
            throw ControlError.badRequest("script: \(word) runs no scripts, so \(script) cannot fail in it")
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

    /// `/emulator/hardware`: the hypervisors of the lab, and whether they can be reached.
    func hardware(_ request: HTTPRequest, _ tenant: Tenant) throws -> HTTPResponse {
        try tenant.region.withState { state in
            switch request.method {
            case "GET": break
            case "POST": try changeHardware(request, state)
            default: throw ControlError(status: 405, message: "\(request.method) \(request.path) is not offered")
            }
            let hosts = try HardwareHost.all(state.db)
            return .control { json in
                json.array(of: hosts) { json, host in
                    json.object { json in
                        json.field("address", host.address)
                        json.field("type", host.type)
                        json.field("name", host.name)
                        json.field("cores", host.cores)
                        json.field("memory", host.memory)
                        json.field("reachable", host.isReachable)
                        json.field("response_time", host.responseTime)
                    }
                }
            }
        }
    }

    private func changeHardware(_ request: HTTPRequest, _ state: RegionState) throws {
        let wanted = try object(request, "address", "reachable", "response_time")
        let address = try wanted.text("address")
        guard let host = try HardwareHost.all(state.db).first(where: { $0.address == address || $0.name == address })
        else { throw ControlError.badRequest("address: there is no \(address) in the lab") }
        _ = try HardwareHost.set(
            state.db, powerAddress: host.address, reachable: try wanted["reachable"]?.flag(),
            responseTime: try wanted.optionalInteger("response_time"))
    }
}
