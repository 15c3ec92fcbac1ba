import Formats
import HTTPServer

extension ControlRouter {
    /// `GET` and `POST /emulator/sandboxes`, `GET` and `DELETE …/ID`.
    func sandboxes(_ request: HTTPRequest, _ id: String?) throws -> HTTPResponse {
        switch (request.method, id) {
        case ("GET", nil):
            let all = emulator.sandboxes.all
            return try .control { json in try json.array(of: all) { try write($1, into: &$0) } }
        case ("GET", let id?):
            guard let tenant = emulator.sandboxes.find(id) else {
                throw ControlError.notFound("there is no sandbox \(id)")
            }
            return try .control { try write(tenant, into: &$0) }
        case ("POST", nil):
            let wanted = try object(request, "inventory", "clock", "seed")
            let text = try wanted.text("clock", default: "real")
            guard let clock = Region.ClockMode(text) else {
                throw ControlError.badRequest("clock: must be real, manual or xN such as x60, not \(text)")
            }
            let seed = try wanted.integer("seed", default: 1)
            let inventory = wanted["inventory"].map { Array($0.value.text.utf8) }
            let tenant = try emulator.sandboxes.make(inventory: inventory, clock: clock, seed: UInt64(seed))
            return try .control(status: 201) { try write(tenant, into: &$0) }
        case ("DELETE", let id?):
            guard emulator.sandboxes.remove(id) else { throw ControlError.notFound("there is no sandbox \(id)") }
            return .controlDone
        default: throw ControlError(status: 405, message: "\(request.method) \(request.path) is not offered")
        }
    }

    private func write(_ tenant: Tenant, into json: inout JSONWriter) throws {
        let admin = try tenant.region.apiKey(admin: true)
        let user = try tenant.region.apiKey(admin: false)
        json.object { json in
            json.field("id", tenant.id)
            json.field("admin_api_key", admin)
            json.field("user_api_key", user)
        }
    }
}
