import HTTPClient
import Foundation

/// Signs requests with OAuth 1.0 PLAINTEXT, as MAAS's own clients do (MAAS: piston's OAuth, consumer secret empty).
public struct OAuthSigner: Sendable {
    private let key: APIKey

    /// Signs with one key; a nonce and a time stamp are made for each request.
    public init(_ key: APIKey) { self.key = key }

    /// The value of an `Authorization` header with a nonce of its own. It holds the secret: not for logs.
    /// - Parameter date: what the time stamp says; MAAS refuses one older than 300 seconds.
    public func authorization(date: Date = Date()) -> String {
        let nonce = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
        let fields = [
            ("oauth_version", "1.0"),
            ("oauth_signature_method", "PLAINTEXT"),
            ("oauth_consumer_key", key.consumerKey.percentEncoded),
            ("oauth_token", key.tokenKey.percentEncoded),
            ("oauth_signature", "&\(key.tokenSecret.percentEncoded)".percentEncoded),
            ("oauth_nonce", nonce),
            ("oauth_timestamp", String(Int(saturating: date.timeIntervalSince1970))),
        ]
        return "OAuth " + fields.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ", ")
    }
}
