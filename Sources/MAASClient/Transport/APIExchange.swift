import Foundation
import HTTPClient

/// One attempt at a call and what came of it, for logs, traces and reports. Secrets are blanked: there is no
/// `Authorization` header, and passwords, keys and power parameters read `…`, in what was sent and in what was answered.
public struct APIExchange: Sendable {
    /// What was asked.
    public let call: APICall
    /// The whole URL, query included.
    public let url: String
    /// The answer, whatever its status, or why there was none.
    public let outcome: Result<HTTPClient.Response, HTTPClientError>
    /// 1 for the first attempt; more when the call was repeated.
    public let attempt: Int
    /// How long it took, by the client's clock.
    public let duration: Duration

    init(
        _ call: APICall, root: String, outcome: Result<HTTPClient.Response, HTTPClientError>, attempt: Int,
        duration: Duration
    ) {
        let blanked = Secrets.blank(call)
        self.call = blanked
        url = root + blanked.target
        self.outcome = outcome.map { Secrets.blank($0, of: call) }
        self.attempt = attempt
        self.duration = duration
    }
}

/// What must not be read by whoever reads a log.
enum Secrets {
    static let blank = "…"

    /// Parameters and keys of answers that hold secrets, or may.
    private static let words = [
        "password", "secret", "power_pass", "token", "certificate", "private", "api_key", "license_key",
    ]
    private static let names: Set<String> = ["key", "user_data", "power_parameters", "keyring_data", "power_pass"]
    /// Operations whose whole answer is secret.
    private static let operations: Set<String> = [
        "power_parameters", "parameters", "get_token", "get_curtin_config", "list_authorisation_tokens",
        "create_authorisation_token", "get", "get_by_key",
    ]

    static func isSecret(_ name: String) -> Bool {
        names.contains(name) || name.hasPrefix("power_parameters_") || words.contains { name.contains($0) }
    }

    static func blank(_ params: Params) -> Params {
        var blanked = Params()
        // Settings come as a name and a value, and the name says whether the value is secret.
        let setting = params["name"].map(isSecret) ?? false
        for item in params.items {
            blanked.add(item.name, isSecret(item.name) || (setting && item.name == "value") ? blank : item.value)
        }
        return blanked
    }

    static func blank(_ call: APICall) -> APICall {
        var blanked = call
        blanked.query = blank(call.query)
        blanked.form = call.form.map(blank)
        blanked.files = call.files.map { FilePart($0.name, filename: $0.filename, content: Data(blank.utf8)) }
        blanked.bytes = call.bytes.map { _ in Data(blank.utf8) }
        return blanked
    }

    static func blank(_ response: HTTPClient.Response, of call: APICall) -> HTTPClient.Response {
        let setting = call.op == "get_config" && call.query["name"].map(isSecret) == true
        guard setting || call.op.map(operations.contains) == true, (200..<300).contains(response.status) else {
            return response
        }
        var blanked = response
        blanked.body = Data("\"\(blank)\"".utf8)
        return blanked
    }
}
