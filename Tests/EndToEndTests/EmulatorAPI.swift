import Foundation
import HTTPClient

/// The API of a running emulator, spoken without the project's own MAAS client.
struct EmulatorAPI: Sendable {
    let endpoint: String
    let adminKey: String
    let client: HTTPClient

    /// An API request with this key, or without any.
    func send(
        _ method: String = "GET", _ path: String, form: [String: String]? = nil, key: String? = nil
    ) async throws -> HTTPClient.Response {
        var request = HTTPClient.Request(method: method, url: "\(endpoint)/api/2.0/\(path)")
        if let key { request.headers["Authorization"] = Self.authorization(key) }
        if let form {
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Data(form.map { "\($0.key)=\($0.value)" }.joined(separator: "&").utf8)
        }
        return try await client.send(request)
    }

    /// An API request of the administrator's.
    func admin(_ method: String = "GET", _ path: String, form: [String: String]? = nil) async throws
        -> HTTPClient.Response
    {
        try await send(method, path, form: form, key: adminKey)
    }

    /// OAuth 1.0 with PLAINTEXT signature for a key `consumer:token:secret`.
    static func authorization(_ key: String) -> String {
        let parts = key.split(separator: ":").map(String.init)
        guard parts.count == 3 else { return "OAuth" }
        return "OAuth oauth_version=\"1.0\", oauth_signature_method=\"PLAINTEXT\", oauth_consumer_key=\"\(parts[0])\","
            + " oauth_token=\"\(parts[1])\", oauth_signature=\"%26\(parts[2])\","
            + " oauth_nonce=\"\(UUID().uuidString)\", oauth_timestamp=\"\(Int(Date().timeIntervalSince1970))\""
    }
}

extension HTTPClient.Response {
    /// The body as JSON.
    var json: Any { (try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)) ?? NSNull() }
    var object: [String: Any] { json as? [String: Any] ?? [:] }
    var list: [[String: Any]] { json as? [[String: Any]] ?? [] }
}
