import HTTPClient
import CGnuTLS
import Foundation
import MAASClient

/// An OAuth header that departs from the usual in one way or another.
public struct WireSignature: Sendable, Equatable {
    /// `PLAINTEXT`, `HMAC-SHA1`, or anything else to see it refused.
    var method = "PLAINTEXT"
    /// Seconds to add to the time stamp.
    var age = 0
    /// Instead of a time stamp.
    var timestamp: String?
    var version: String? = "1.0"
    /// Sent as it is, twice in a row when two steps name the same.
    var nonce: String?
    /// A signature that is not right.
    var wrong = false
    /// Fields to leave out, such as `oauth_nonce`.
    var omit: [String] = []
    var realm: String?
    /// The word before the fields.
    var scheme = "OAuth"

    /// Reads the `sign` object of a case file.
    static func read(_ json: JSON, _ at: String) throws -> WireSignature {
        var signature = WireSignature()
        for member in json.members ?? [] {
            switch member.key {
            case "method": signature.method = member.value.plain
            case "age": signature.age = member.value.whole ?? 0
            case "timestamp": signature.timestamp = member.value.plain
            case "version": signature.version = member.value.text
            case "nonce": signature.nonce = member.value.plain
            case "wrong": signature.wrong = member.value.truth ?? false
            case "omit": signature.omit = (member.value.elements ?? []).map(\.plain)
            case "realm": signature.realm = member.value.plain
            case "scheme": signature.scheme = member.value.plain
            default: throw CaseFileError(at, "'\(member.key)' is no part of a signature")
            }
        }
        return signature
    }

    /// The value of the `Authorization` header.
    func header(key: [String], method httpMethod: String, url: String, form: [(String, String)]) -> String {
        var fields: [(String, String)] = []
        if let version { fields.append(("oauth_version", version)) }
        let stamp = timestamp ?? String(Int(saturating: Date().timeIntervalSince1970) - age)
        fields += [
            ("oauth_signature_method", method), ("oauth_consumer_key", key[0]), ("oauth_token", key[1]),
            ("oauth_nonce", nonce ?? String(UInt64.random(in: .min ... .max), radix: 16)), ("oauth_timestamp", stamp),
        ]
        var value = "&" + key[2].percentEncoded + (wrong ? "x" : "")
        if method == "HMAC-SHA1" {
            let base = Self.base(httpMethod, url, fields + form)
            value = Self.hmac(base, key: value)
        }
        fields.append(("oauth_signature", value))
        let written = fields.filter { !omit.contains($0.0) }.map { "\($0.0)=\"\($0.1.percentEncoded)\"" }
        return "\(scheme) " + ((realm.map { ["realm=\"\($0)\""] } ?? []) + written).joined(separator: ", ")
    }

    /// The signature base string of OAuth 1.0, section 9.1.
    private static func base(_ method: String, _ url: String, _ fields: [(String, String)]) -> String {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var all = fields
        if parts.count == 2 {
            for pair in parts[1].split(separator: "&") {
                let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    .map { String($0).removingPercentEncoding ?? String($0) }
                all.append((halves[0], halves.count == 2 ? halves[1] : ""))
            }
        }
        // Of a repeated name MAAS takes the last value.
        let encoded = Dictionary(all.map { ($0.0.percentEncoded, $0.1.percentEncoded) }) { $1 }
        let sorted = encoded.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
        let joined = sorted.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        return [method, String(parts[0]), joined].map(\.percentEncoded).joined(separator: "&")
    }

    private static func hmac(_ text: String, key: String) -> String {
        var digest = [UInt8](repeating: 0, count: 20)
        let (textBytes, keyBytes) = (Array(text.utf8), Array(key.utf8))
        gnutls_hmac_fast(GNUTLS_MAC_SHA1, keyBytes, keyBytes.count, textBytes, textBytes.count, &digest)
        return Data(digest).base64EncodedString()
    }
}
