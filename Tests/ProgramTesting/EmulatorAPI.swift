import Foundation
import HTTPClient

/// The API of a running emulator, spoken without the project's own MAAS client.
package struct EmulatorAPI: Sendable {
    package let endpoint: String
    package let adminKey: String
    package let client: HTTPClient
    /// Every request on a connection of its own, which no library repeats by itself.
    package var sendsOnlyOnce = false

    package init(endpoint: String, adminKey: String, client: HTTPClient) {
        self.endpoint = endpoint
        self.adminKey = adminKey
        self.client = client
    }

    /// An API request with this key, or without any.
    package func send(
        _ method: String = "GET", _ path: String, form: [String: String]? = nil, key: String? = nil
    ) async throws -> HTTPClient.Response {
        var request = HTTPClient.Request(method: method, url: "\(endpoint)/api/2.0/\(path)")
        request.onlyOnce = sendsOnlyOnce
        if let key { request.headers["Authorization"] = Self.authorization(key) }
        if let form {
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Data(form.map { "\($0.key)=\($0.value)" }.joined(separator: "&").utf8)
        }
        return try await client.send(request)
    }

    /// An API request of the administrator's.
    package func admin(_ method: String = "GET", _ path: String, form: [String: String]? = nil) async throws
        -> HTTPClient.Response
    {
        try await send(method, path, form: form, key: adminKey)
    }

    /// OAuth 1.0 with PLAINTEXT signature for a key `consumer:token:secret`.
    package static func authorization(_ key: String) -> String {
        let parts = key.split(separator: ":").map(String.init)
        guard parts.count == 3 else { return "OAuth" }
        return "OAuth oauth_version=\"1.0\", oauth_signature_method=\"PLAINTEXT\", oauth_consumer_key=\"\(parts[0])\","
            + " oauth_token=\"\(parts[1])\", oauth_signature=\"%26\(parts[2])\","
            + " oauth_nonce=\"\(UUID().uuidString)\", oauth_timestamp=\"\(Int(Date().timeIntervalSince1970))\""
    }
}

extension HTTPClient.Response {
    /// The body as JSON.
    package var json: Any { (try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)) ?? NSNull() }
    package var object: [String: Any] { json as? [String: Any] ?? [:] }
    package var list: [[String: Any]] { json as? [[String: Any]] ?? [] }
}
