import Foundation
import MAASClient
import Synchronization

/// Takes secrets out of what reports show: those of the run's own keys, and those that a case sends or is answered,
/// which it learns by the names they come under.
final class Redactor: Sendable {
    private static let names: Set<String> = [
        "password", "secret", "key", "certificate", "api_key", "token", "token_key", "consumer_key", "k_g",
        "authorization", "cookie", "set-cookie", "macaroon", "private_key",
    ]
    private static let endings = ["_password", "_secret", "_pass", "_token"]
    /// What a secret must have at least to be looked for where it comes without its name: shorter ones would blank
    /// out half of every report.
    private static let shortest = 6
    static let blank = "…"

    private let secrets: Mutex<Set<String>>

    init(secrets: [String]) { self.secrets = Mutex(Set(secrets.filter { $0.count > 3 })) }

    /// Blanks out the known secrets, also where they are percent-encoded, and everything in PEM armour.
    func redact(_ text: String) -> String {
        let known = secrets.withLock { $0 }.sorted { ($0.count, $0) > ($1.count, $1) }
        let clean = known.reduce(text) { text, secret in
            text.replacingOccurrences(of: secret, with: Self.blank)
                .replacingOccurrences(of: secret.percentEncoded, with: Self.blank)
        }
        return Self.patterns.reduce(clean) { text, pattern in
            text.contains(pattern.mark)
                ? text.replacingOccurrences(of: pattern.regex, with: Self.blank, options: .regularExpression) : text
        }
    }

    /// What is secret without a name: keys and certificates in PEM armour, and the right signature, which MAAS tells
    /// whoever sends a wrong one.
    private static let patterns = [
        (mark: "-----BEGIN", regex: "-----BEGIN[^-]*-----[\\s\\S]*?(-----END[^-]*-----|$)"),
        (mark: "base string", regex: "(?<=base string: ).*"),
    ]

    /// Blanks out the known secrets, and every value that JSON, a form or a multipart body names as one.
    func redact(body: Data) -> String {
        if let json = try? JSON(parsing: body) { return redact(hiding(json).pretty) }
        let text = String(decoding: body, as: UTF8.self)
        if text.contains("Content-Disposition: form-data") { return redact(hiding(multipart: text)) }
        return redact(text.contains("=") && !text.contains("\n") ? hiding(form: text) : text)
    }

    /// The same for a URL, whose query may name secrets too.
    func redact(url: String) -> String {
        guard let mark = url.firstIndex(of: "?") else { return redact(url) }
        return redact(String(url[...mark]) + hiding(form: String(url[url.index(after: mark)...])))
    }

    /// The same for a header.
    func redact(header name: String, _ value: String) -> String {
        Self.isSecret(name) ? "\(name): \(Self.blank)" : redact("\(name): \(value)")
    }

    func redact(_ exchange: Exchange) -> Exchange {
        var clean = exchange
        clean.request = redact(exchange.request)
        clean.requestBody = redact(exchange.requestBody)
        clean.headers = exchange.headers.map { redact($0) }
        clean.body = redact(exchange.body)
        return clean
    }

    private func hiding(form text: String) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let name = String(pair.prefix { $0 != "=" })
            guard Self.isSecret(name.removingPercentEncoding ?? name) else { return String(pair) }
            let value = pair.dropFirst(name.count + 1).replacing("+", with: " ")
            learn(String(value).removingPercentEncoding ?? String(value))
            return "\(name)=\(Self.blank)"
        }.joined(separator: "&")
    }

    private func hiding(multipart text: String) -> String {
        var hides = false
        var lines: [String] = []
        for line in text.components(separatedBy: "\r\n") {
            if line.hasPrefix("--") {
                hides = false
            } else if let name = line.firstMatch(of: /form-data; name="([^"]*)"/) {
                hides = Self.isSecret(String(name.1))
            } else if hides, !line.isEmpty {
                learn(line)
                lines.append(Self.blank)
                continue
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    private func hiding(_ json: JSON) -> JSON {
        switch json {
        case .array(let elements): .array(elements.map(hiding))
        case .object(let members): .object(members.map { JSON.Member($0.key, hiding($0)) })
        default: json
        }
    }

    private func hiding(_ member: JSON.Member) -> JSON {
        guard Self.isSecret(member.key) else { return hiding(member.value) }
        switch member.value {
        case .string(""), .null, .bool: return member.value
        case .array, .object: return hiding(member.value)
        default:
            learn(member.value.plain)
            return .string(Self.blank)
        }
    }

    /// Remembers a secret; an API key by its parts as well.
    private func learn(_ secret: String) {
        let parts = [secret] + secret.split(separator: ":").map(String.init)
        secrets.withLock { known in
            for part in parts where part.count >= Self.shortest && part != Self.blank { known.insert(part) }
        }
    }

    /// Whether a field, parameter or header of this name holds a secret.
    static func isSecret(_ name: String) -> Bool {
        var name = name.lowercased()
        if name.hasPrefix("power_parameters_") { name = String(name.dropFirst("power_parameters_".count)) }
        return names.contains(name) || endings.contains(where: name.hasSuffix) || name == "power_pass"
    }
}
