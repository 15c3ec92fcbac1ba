import Formats
import Foundation
import HTTPServer

/// The emulator's own endpoints: JSON in and out, beside `/MAAS/` and never under it.
///
/// `?sandbox=ID` aims an endpoint at a sandbox instead of the main region.
struct ControlRouter {
    let emulator: Emulator

    init(_ emulator: Emulator) { self.emulator = emulator }

    func answer(_ request: HTTPRequest) throws -> HTTPResponse {
        let parts = request.path.split(separator: "/").dropFirst().map { Parameters.decode($0) }
        let query = Parameters(urlencoded: request.query ?? "")
        let tenant = try tenant(query)
        switch (request.method, parts.first ?? "", parts.count) {
        case ("GET", "", 0): return ControlPage.response
        case ("GET", "health", 1): return try health()
        case ("POST", "reset", 1):
            try tenant.region.reset()
            return .controlDone
        case (_, "snapshots", _): return try snapshots(request, Array(parts.dropFirst()), tenant)
        case (_, "clock", 1): return try clock(request, tenant)
        case (_, "faults", 1...2): return try faults(request, parts.dropFirst().first, tenant)
        case (_, "failures", 1...2): return try failures(request, parts.dropFirst().first, tenant)
        case (_, "hardware", 1): return try hardware(request, tenant)
        case (_, "journal", 1): return try journal(request, query, tenant)
        case ("GET", "coverage", 1): return Coverage(tenant.region.table).response
        case (_, "sandboxes", 1...2): return try sandboxes(request, parts.dropFirst().first)
        default:
            let known = [
                "health", "reset", "snapshots", "clock", "faults", "failures", "hardware", "journal", "coverage",
                "sandboxes",
            ]
            if known.contains(parts.first ?? "") {
                throw ControlError(status: 405, message: "\(request.method) \(request.path) is not offered")
            }
            throw ControlError.notFound(
                "there is no \(request.path); known are \(known.map { "/emulator/\($0)" }.joined(separator: ", "))")
        }
    }

    private func tenant(_ query: Parameters) throws -> Tenant {
        guard let id = query["sandbox"] else { return emulator.main }
        guard let tenant = emulator.sandboxes.find(id) else {
            throw ControlError.notFound("sandbox: there is no \(id)")
        }
        return tenant
    }

    /// The JSON object in a request's body; an empty body counts as an empty object.
    func object(_ request: HTTPRequest, _ keys: String...) throws -> FixtureObject {
        if request.body.isEmpty { return FixtureObject(members: [:], path: "") }
        do {
            let value = try JSONValue(parsing: request.body)
            return try FixtureValue(value: value, path: "").object(keys)
        } catch let error as JSONSyntaxError {
            throw ControlError.badRequest("the body is not JSON: \(error.reason)")
        }
    }

    private func health() throws -> HTTPResponse {
        let counts = try emulator.region.withState { state in
            try ["nodes", "vm_hosts", "virtual_machines", "events"].map { table in
                (table, try state.db.scalar("SELECT COUNT(*) FROM \(table)") as Int? ?? 0)
            }
        }
        return HTTPResponse.control { json in
            json.object { json in
                json.field("status", "ok")
                json.field("version", Emulator.version)
                json.field("maas_version", emulator.region.version.release)
                json.field("uptime", (emulator.uptime * 1000).rounded() / 1000)
                json.object("counts") { json in
                    for (table, count) in counts { json.field(table, count) }
                    json.field("sandboxes", emulator.sandboxes.all.count)
                }
            }
        }
    }

    private func snapshots(_ request: HTTPRequest, _ rest: [String], _ tenant: Tenant) throws -> HTTPResponse {
        let region = tenant.region
        switch (request.method, rest.count) {
        case ("GET", 0):
            let all = try region.snapshots()
            return .control { json in
                json.array(of: all) { json, snapshot in
                    json.object { json in
                        json.field("name", snapshot.name)
                        json.field("taken", Timestamp.iso(snapshot.taken, zoned: true))
                        json.field("size", snapshot.size)
                    }
                }
            }
        case ("POST", 0):
            let name = try object(request, "name").text("name")
            guard !name.isEmpty, !name.contains("/") else {
                throw ControlError.badRequest("name: must be text without slashes")
            }
            try region.takeSnapshot(name)
            return .control(status: 201) { json in json.object { $0.field("name", name) } }
        case ("POST", 2) where rest[1] == "restore":
            guard try region.restoreSnapshot(rest[0]) else {
                throw ControlError.notFound("there is no snapshot \(rest[0])")
            }
            return .controlDone
        case ("DELETE", 1):
            guard try region.deleteSnapshot(rest[0]) else {
                throw ControlError.notFound("there is no snapshot \(rest[0])")
            }
            return .controlDone
        default: throw ControlError(status: 405, message: "\(request.method) \(request.path) is not offered")
        }
    }

    private func faults(_ request: HTTPRequest, _ id: String?, _ tenant: Tenant) throws -> HTTPResponse {
        switch (request.method, id) {
        case ("GET", nil):
            return .control { json in json.array(of: tenant.faults.all) { $1.write(into: &$0) } }
        case ("GET", let id?):
            guard let entry = tenant.faults.all.first(where: { String($0.id) == id }) else {
                throw ControlError.notFound("there is no fault \(id)")
            }
            return .control { entry.write(into: &$0) }
        case ("POST", nil):
            guard let value = try? JSONValue(parsing: request.body) else {
                throw ControlError.badRequest("the body is not JSON")
            }
            let entry = try tenant.faults.add(value)
            return .control(status: 201) { entry.write(into: &$0) }
        case ("DELETE", let id):
            if let id, Int(id).map(tenant.faults.remove) != true {
                throw ControlError.notFound("there is no fault \(id)")
            }
            if id == nil { _ = tenant.faults.remove(nil) }
            return .controlDone
        default: throw ControlError(status: 405, message: "\(request.method) \(request.path) is not offered")
        }
    }

    private func journal(_ request: HTTPRequest, _ query: Parameters, _ tenant: Tenant) throws -> HTTPResponse {
        switch request.method {
        case "GET":
            let status = try query["status"].map { text in
                guard let status = Int(text) else { throw ControlError.badRequest("status: must be a number") }
                return status
            }
            let limit = try query["limit"].map { text in
                guard let limit = Int(text), limit > 0 else {
                    throw ControlError.badRequest("limit: must be a number above 0")
                }
                return limit
            }
            let entries = tenant.journal.entries(
                operation: query["operation"], status: status, path: query["path"], limit: limit ?? 100)
            return .control { json in json.array(of: entries) { $1.write(into: &$0) } }
        case "DELETE":
            tenant.journal.clear()
            return .controlDone
        default: throw ControlError(status: 405, message: "\(request.method) \(request.path) is not offered")
        }
    }
}
