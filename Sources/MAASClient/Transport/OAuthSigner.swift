import Foundation

/// Signs requests with OAuth 1.0 PLAINTEXT, as MAAS's own clients do (MAAS: piston's OAuth, consumer secret empty).
public struct OAuthSigner: Sendable {
    private let key: APIKey

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
            ("oauth_signature", "&\(key.tokenSecret)".percentEncoded),
            ("oauth_nonce", nonce),
            ("oauth_timestamp", String(Int(date.timeIntervalSince1970))),
        ]
        return "OAuth " + fields.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ", ")
    }
}

extension String {
    /// Percent-encoded for a query, a form or one segment of a path: all but RFC 3986's unreserved characters.
    public var percentEncoded: String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case 65...90, 97...122, 48...57, 45, 46, 95, 126: bytes.append(byte)
            default: bytes += [37, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
