import Formats

/// The fields of an `Authorization: OAuth …` header, read as bytes.
package struct OAuthHeader {
    private let text: String

    /// - Returns: `nil` for a header of another scheme.
    package init?(_ header: String?) {
        guard let header, header.utf8.starts(with: "OAuth ".utf8) else { return nil }
        text = header
    }

    /// The fields without the realm; of a repeated one the last value counts.
    package var fields: [String: String] {
        var fields: [String: String] = [:]
        forEachField { name, value in
            let name = String(decoding: name, as: UTF8.self)
            if name != "realm" { fields[name] = Self.decoded(value) }
        }
        return fields
    }

    /// Whom the request says it is from.
    package var consumer: String? {
        var consumer: String?
        forEachField { name, value in
            if Self.equal(name, "oauth_consumer_key") { consumer = Self.decoded(value) }
        }
        return consumer
    }

    /// Calls `body` with the bytes of each field's name and value, blanks around them and quotes left out.
    private func forEachField(
        _ body: (_ name: Slice<UnsafeBufferPointer<UInt8>>, _ value: Slice<UnsafeBufferPointer<UInt8>>) -> Void
    ) {
        var text = text
        text.withUTF8 { bytes in
            var start = 6
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
                if let equals = bytes[start..<end].firstIndex(of: UInt8(ascii: "=")) {
                    body(
                        Self.trimmed(bytes[start..<equals], of: Self.isBlank),
                        Self.trimmed(
                            Self.trimmed(bytes[(equals + 1)..<end], of: Self.isBlank), of: { $0 == UInt8(ascii: "\"") })
                    )
                }
                start = end + 1
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func trimmed(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, of isOutside: (UInt8) -> Bool
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, isOutside(bytes[start]) { start += 1 }
        while end > start, isOutside(bytes[end - 1]) { end -= 1 }
        return bytes[start..<end]
    }

    private static func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        return bytes.contains(UInt8(ascii: "%"))
            ? String(decoding: PercentEncoding.bytes(of: bytes), as: UTF8.self)
            : String(decoding: bytes, as: UTF8.self)
    }

    private static func equal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ name: StaticString) -> Bool {
        bytes.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
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
        var consumer: String?
        var token: String?
        var signature: String?
        var nonce: String?
        var timestamp: String?
        var (isPlain, isVersion) = (false, true)
        forEachField { name, value in
            if Self.equal(name, "oauth_consumer_key") {
                consumer = Self.decoded(value)
            } else if Self.equal(name, "oauth_token") {
                token = Self.decoded(value)
            } else if Self.equal(name, "oauth_signature") {
                signature = Self.decoded(value)
            } else if Self.equal(name, "oauth_nonce") {
                nonce = Self.decoded(value)
            } else if Self.equal(name, "oauth_timestamp") {
                timestamp = Self.decoded(value)
            } else if Self.equal(name, "oauth_signature_method") {
                isPlain = Self.decoded(value) == "PLAINTEXT"
            } else if Self.equal(name, "oauth_version") {
                isVersion = Self.decoded(value) == "1.0"
            }
        }
        guard let consumer, let token, let signature, signature.utf8.first == UInt8(ascii: "&"), let nonce,
            let timestamp = timestamp.flatMap({ Int($0) }), isPlain, isVersion
        else { return nil }
        return PlainCredentials(
            consumer: consumer, token: token, secret: String(signature.dropFirst()), nonce: nonce,
            timestamp: timestamp)
    }
}
