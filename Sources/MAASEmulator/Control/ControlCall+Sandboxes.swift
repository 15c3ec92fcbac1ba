import Formats
import HTTPServer

extension ControlCall {
    /// `GET /emulator/sandboxes`.
    func listSandboxes() throws -> HTTPResponse {
        let all = emulator.sandboxes.all
        return try .control { json in try json.array(of: all) { try write($1, into: &$0) } }
    }

    /// `GET /emulator/sandboxes/ID`.
    func readSandbox() throws -> HTTPResponse {
        guard let found = emulator.sandboxes.find(values[0]) else { throw noSandbox }
        return try .control { try write(found, into: &$0) }
    }

    /// `POST /emulator/sandboxes`.
    func makeSandbox() throws -> HTTPResponse {
        let wanted = try object("inventory", "clock", "seed")
        let text = try wanted.text("clock", default: "real")
        guard let clock = Region.ClockMode(text) else {
            throw ControlError.badRequest("clock: must be real, manual or xN such as x60, not \(text)")
        }
        let seed = try wanted.integer("seed", default: 1, 0...Int.max)
        let inventory = wanted["inventory"].map { Array($0.value.text.utf8) }
        let made = try emulator.sandboxes.make(inventory: inventory, clock: clock, seed: UInt64(seed))
        return try .control(status: 201) { try write(made, into: &$0) }
    }

    /// `DELETE /emulator/sandboxes/ID`.
    func deleteSandbox() throws -> HTTPResponse {
        guard emulator.sandboxes.remove(values[0]) else { throw noSandbox }
        return .controlDone
    }

    private var noSandbox: ControlError { .notFound("there is no sandbox \(values[0])") }

    private func write(_ sandbox: Tenant, into json: inout JSONWriter) throws {
        let admin = try sandbox.region.apiKey(admin: true)
        let user = try sandbox.region.apiKey(admin: false)
        json.object { json in
            json.field("id", sandbox.id)
            json.field("admin_api_key", admin)
            json.field("user_api_key", user)
        }
    }
}
