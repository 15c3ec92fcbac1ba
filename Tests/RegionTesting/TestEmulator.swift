import HTTPServer
import Testing

import MAASAPI
import MAASEmulator

/// An emulator of its own for one test.
package struct TestEmulator {
    package let maas: TestRegion
    package let emulator: Emulator

    package init(controlToken: String? = nil) throws {
        maas = try TestRegion()
        emulator = Emulator(region: maas.region, controlToken: controlToken)
    }

    /// Calls a control endpoint.
    @discardableResult
    package func control(
        _ method: String, _ path: String, query: String? = nil, _ body: String = "", token: String? = nil
    )
        -> Answer
    {
        var request = HTTPRequest(method: method, path: "/emulator/" + path, query: query, body: Array(body.utf8))
        if !body.isEmpty { request.headers["Content-Type"] = "application/json" }
        if let token { request.headers["Authorization"] = "Bearer \(token)" }
        return Answer(emulator.respond(to: request))
    }

    /// Calls MAAS's API through the emulator, so with its faults and into its journal.
    package func api(
        _ method: String, _ path: String, query: String? = nil, form: String = "", key: String? = nil
    ) throws -> Answer {
        var request = HTTPRequest(
            method: method, path: Dispatch.root + path, query: query,
            headers: ["Content-Type": "application/x-www-form-urlencoded", "Host": "maas.test"], body: Array(form.utf8))
        if let key {
            let parts = key.split(separator: ":").map(String.init)
            request.headers["Authorization"] = """
                OAuth oauth_signature_method="PLAINTEXT", oauth_consumer_key="\(parts[0])", oauth_token="\(parts[1])", \
                oauth_signature="%26\(parts[2])", oauth_nonce="\(UInt64.random(in: 0 ... .max))", \
                oauth_timestamp="2000000000"
                """
        } else {
            request.headers["Authorization"] = try maas.authorization(.admin)
        }
        return Answer(emulator.respond(to: request))
    }
}
