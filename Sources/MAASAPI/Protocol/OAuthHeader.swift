import Formats

/// The fields of an `Authorization: OAuth …` header, read once and as bytes.
package struct OAuthHeader {
    /// The fields without the realm; of a repeated one the last value counts.
    package let fields: [String: String]

    /// - Returns: `nil` for a header of another scheme.
    package init?(_ header: String?) {
        guard let header, header.utf8.starts(with: "OAuth ".utf8) else { return nil }
        var fields: [String: String] = [:]
        for part in header.utf8.dropFirst(6).split(separator: UInt8(ascii: ",")) {
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = Self.trimmed(part[..<equals], quotes: false)
            let value = Self.trimmed(part[part.index(after: equals)...], quotes: true)
            let key = String(decoding: name, as: UTF8.self)
            guard key != "realm" else { continue }
            fields[key] =
                value.contains(UInt8(ascii: "%"))
                ? String(decoding: PercentEncoding.bytes(of: value), as: UTF8.self)
                : String(decoding: value, as: UTF8.self)
        }
        self.fields = fields
    }

    private static func trimmed(_ bytes: Substring.UTF8View, quotes: Bool) -> Substring.UTF8View {
        var bytes = bytes
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        guard quotes else { return bytes }
        while bytes.first == UInt8(ascii: "\"") { bytes.removeFirst() }
        while bytes.last == UInt8(ascii: "\"") { bytes.removeLast() }
        return bytes
    }
}

extension OAuthHeader {
    /// What signs a request in MAAS's usual way: version 1.0 and PLAINTEXT, nothing missing.
    package struct PlainCredentials {
        package let consumer: String
        package let token: String
        package let secret: String
        package let nonce: String
        private let timestamp: Int

        fileprivate init(
            consumer: String, token: String, secret: String, nonce: String, timestamp: Int
        ) {
            self.consumer = consumer
            self.token = token
            self.secret = secret
            self.nonce = nonce
            self.timestamp = timestamp
        }

        /// Whether the timestamp is still accepted, `now` in seconds since 1970.
        package func isCurrent(at now: Int) -> Bool { timestamp >= now - Authentication.threshold }
    }

    /// `nil` where anything is missing or unusual.
    package var plainCredentials: PlainCredentials? {
        guard let consumer = fields["oauth_consumer_key"], let token = fields["oauth_token"],
            let signature = fields["oauth_signature"], signature.utf8.first == UInt8(ascii: "&"),
            fields["oauth_signature_method"] == "PLAINTEXT", let nonce = fields["oauth_nonce"],
            let timestamp = fields["oauth_timestamp"].flatMap({ Int($0) }),
            fields["oauth_version"] == nil || fields["oauth_version"] == "1.0"
        else { return nil }
        return PlainCredentials(
            consumer: consumer, token: token, secret: String(signature.dropFirst()), nonce: nonce,
            timestamp: timestamp)
    }
}
