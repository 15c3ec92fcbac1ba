import Formats
import HTTPServer

extension ControlCall {
    /// `GET /emulator/sandboxes`.
    func listSandboxes() throws -> HTTPResponse {
        let all = emulator.sandboxes.all
        return try .control { json in
            try json.array(of: all) { write($1, try currentKeys($1), into: &$0) }
        }
    }

    /// `GET /emulator/sandboxes/ID`.
    func readSandbox() throws -> HTTPResponse {
        guard let found = emulator.sandboxes.find(values[0]) else { throw noSandbox }
        return try .control { write(found, try currentKeys(found), into: &$0) }
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
        let keys = try made.region.firstKeys
        return .control(status: 201) { write(made, keys, into: &$0) }
    }

    /// `DELETE /emulator/sandboxes/ID`.
    func deleteSandbox() throws -> HTTPResponse {
        guard emulator.sandboxes.remove(values[0]) else { throw noSandbox }
        return .controlDone
    }

    private var noSandbox: ControlError { .notFound("there is no sandbox \(values[0])") }

    private func currentKeys(_ sandbox: Tenant) throws -> Region.Keys {
        (try sandbox.region.apiKey(admin: true), try sandbox.region.apiKey(admin: false))
    }

    private func write(_ sandbox: Tenant, _ keys: Region.Keys, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", sandbox.id)
            json.field("admin_api_key", keys.admin)
            json.field("user_api_key", keys.user)
        }
    }
}
