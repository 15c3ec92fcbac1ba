import Formats
import Foundation

/// The fields of an `Authorization: OAuth …` header, read as bytes.
package struct OAuthHeader {
    private let text: String

    /// - Returns: `nil` for a header of another scheme.
    package init?(_ header: String?) {
        guard let header, header.hasPrefix("OAuth ") else { return nil }
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
    private func forEachField(_ body: (_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)[6...]
            while !rest.isEmpty {
                let field = UnsafeRawBufferPointer(rebasing: rest)
                let end = Self.index(of: UInt8(ascii: ","), in: field) ?? field.count
                rest = rest.dropFirst(end + 1)
                let pair = UnsafeRawBufferPointer(rebasing: field[..<end])
                guard let equals = Self.index(of: UInt8(ascii: "="), in: pair) else { continue }
                body(
                    Self.trimmed(pair[..<equals], of: Self.isBlank),
                    Self.trimmed(
                        Self.trimmed(pair[(equals + 1)...], of: Self.isBlank)[...], of: { $0 == UInt8(ascii: "\"") }))
            }
        }
    }

    private static func index(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else { return nil }
        return UnsafeRawPointer(found) - start
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func trimmed(
        _ bytes: Slice<UnsafeRawBufferPointer>, of isOutside: (UInt8) -> Bool
    ) -> UnsafeRawBufferPointer {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, isOutside(bytes[start]) { start += 1 }
        while end > start, isOutside(bytes[end - 1]) { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    private static func decoded(_ bytes: UnsafeRawBufferPointer) -> String {
        index(of: UInt8(ascii: "%"), in: bytes) == nil
            ? String(decoding: bytes, as: UTF8.self)
            : String(decoding: PercentEncoding.bytes(of: bytes), as: UTF8.self)
    }

    private static func equal(_ bytes: UnsafeRawBufferPointer, _ name: StaticString) -> Bool {
        guard bytes.count == name.utf8CodeUnitCount, let start = bytes.baseAddress else { return false }
        return memcmp(start, name.utf8Start, bytes.count) == 0
    }

    /// The token's secret in a signature by PLAINTEXT, which has the consumer's and `&` before it; `nil` unless that one is
    /// empty, as MAAS's always is.
    private static func secret(_ signature: UnsafeRawBufferPointer) -> String? {
        if signature.starts(with: "%26".utf8) { return decoded(UnsafeRawBufferPointer(rebasing: signature[3...])) }
        let text = decoded(signature)
        return text.utf8.first == UInt8(ascii: "&") ? String(text.unicodeScalars.dropFirst()) : nil
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
        var secret: String?
        var nonce: String?
        var timestamp: Int?
        var (isPlain, isVersion) = (false, true)
        forEachField { name, value in
            if Self.equal(name, "oauth_consumer_key") {
                consumer = Self.decoded(value)
            } else if Self.equal(name, "oauth_token") {
                token = Self.decoded(value)
            } else if Self.equal(name, "oauth_signature") {
                secret = Self.secret(value)
            } else if Self.equal(name, "oauth_nonce") {
                nonce = Self.decoded(value)
            } else if Self.equal(name, "oauth_timestamp") {
                timestamp = Int(Self.decoded(value))
            } else if Self.equal(name, "oauth_signature_method") {
                isPlain = Self.equal(value, "PLAINTEXT") || Self.decoded(value) == "PLAINTEXT"
            } else if Self.equal(name, "oauth_version") {
                isVersion = Self.equal(value, "1.0") || Self.decoded(value) == "1.0"
            }
        }
        guard let consumer, let token, let secret, let nonce, let timestamp, isPlain, isVersion else { return nil }
        return PlainCredentials(consumer: consumer, token: token, secret: secret, nonce: nonce, timestamp: timestamp)
    }
}
