import Foundation
import MAASClient
import Synchronization

/// Takes secrets out of what reports show: those of the run's own keys, and those that a case sends or is answered,
/// which it learns by the names they come under.
final class Redactor: Sendable {
    private static let names: Set<String> = [
        "key", "certificate", "api_key", "apikey", "token", "token_key", "consumer_key", "k_g", "authorization",
        "proxy-authorization", "cookie", "set-cookie", "x-csrftoken", "macaroon", "private_key", "privkey",
        "license_key", "power_key", "sessionid", "csrf", "csrftoken", "csrfmiddlewaretoken", "oauth_signature",
        "admin_api_key", "user_api_key",
    ]
    /// Parts of names that make a secret of whatever has them.
    private static let parts = ["password", "passwd", "passphrase", "secret", "power_pass", "credential"]
    private static let endings = ["_pass", "_token"]
    /// What a secret must have at least to be looked for where it comes without its name: shorter ones would blank
    /// out half of every report.
    private static let shortest = 6
    /// What is left of a cut secret is one from so many characters on.
    private static let shortestPiece = 8
    static let blank = "…"

    private let secrets: Mutex<Set<String>>

    init(secrets: [String]) { self.secrets = Mutex(Set(secrets.filter { $0.count > 3 })) }

    /// Blanks out the known secrets, also where they are percent-encoded, what a quoted answer names as one, and
    /// everything in PEM armour.
    func redact(_ text: String) -> String { blanking(hiding(members: text)) }

    private func blanking(_ text: String) -> String {
        let known = secrets.withLock { $0 }.sorted { ($0.count, $0) > ($1.count, $1) }
        let clean = known.reduce(text) { text, secret in
            text.replacingOccurrences(of: secret, with: Self.blank)
                .replacingOccurrences(of: secret.percentEncoded, with: Self.blank)
        }
        let whole = known.reduce(clean) { Self.hiding(piecesOf: $1, in: $0) }
        return Self.patterns.reduce(whole) { text, pattern in
            text.contains(pattern.mark)
                ? text.replacingOccurrences(of: pattern.regex, with: Self.blank, options: .regularExpression) : text
        }
    }

    /// What is secret without a name: keys and certificates in PEM armour, and the right signature, which MAAS tells
    /// whoever sends a wrong one.
    private static let patterns = [
        (mark: "-----BEGIN", regex: "-----BEGIN[^-]*-----[\\s\\S]*?(-----END[^-]*-----|$)"),
        (mark: "base string", regex: "(?<=base string: ).*"),
        (mark: "oauth_signature", regex: "(?<=oauth_signature=)\"?[^\"&,\\s]+"),
        (mark: "://", regex: "(?<=://)[^/\\s\"@:]*:[^/\\s\"@]*(?=@)"),
    ]

    /// Blanks out the known secrets, and every value that JSON, a form or a multipart body names as one.
    func redact(body: Data) -> String {
        if let json = try? JSON(parsing: body) { return blanking(hiding(json).pretty) }
        let text = String(decoding: body, as: UTF8.self)
        if text.contains("Content-Disposition: form-data") { return blanking(hiding(multipart: text)) }
        return blanking(text.contains("=") && !text.contains("\n") ? hiding(form: text) : hiding(members: text))
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

    /// Members with a secret's name in what is no whole JSON: an answer that was cut off, or a page that quotes one.
    private func hiding(members text: String) -> String {
        guard text.contains("\"") else { return text }
        return text.replacing(/"([A-Za-z_-]+)"(\s*:\s*)"((?:[^"\\]|\\.)*)("|$)/) { match in
            guard Self.isSecret(String(match.1)), !match.3.isEmpty else { return String(match.0) }
            learn(String(match.3))
            return "\"\(match.1)\"\(match.2)\"\(Self.blank)\""
        }
    }

    /// What is left of a secret where a message was cut in the middle of it.
    private static func hiding(piecesOf secret: String, in text: String) -> String {
        guard secret.count >= 2 * shortestPiece else { return text }
        let piece = secret.prefix(shortestPiece)
        guard text.contains(piece) else { return text }
        var (shown, rest) = ("", text[...])
        while let range = rest.firstRange(of: piece) {
            shown += rest[..<range.lowerBound] + blank
            rest = rest[range.lowerBound...]
            rest = rest.dropFirst(zip(rest, secret).prefix { $0 == $1 }.count)
        }
        return shown + rest
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
    func learn(_ secret: String) {
        let parts = [secret] + secret.split(separator: ":").map(String.init)
        secrets.withLock { known in
            for part in parts where part.count >= Self.shortest && part != Self.blank { known.insert(part) }
        }
    }

    /// Whether a field, parameter or header of this name holds a secret.
    static func isSecret(_ name: String) -> Bool {
        var name = name.lowercased()
        if name.hasPrefix("power_parameters_") { name = String(name.dropFirst("power_parameters_".count)) }
        return names.contains(name) || endings.contains(where: name.hasSuffix) || parts.contains(where: name.contains)
    }
}
