import Foundation
import HTTPClient
import MAASClient

/// A request and its answer as reports show them: without credentials, secrets blanked out.
public struct Exchange: Sendable {
    /// The step or call it belongs to.
    public var name: String
    public var request: String
    public var requestBody: String
    /// 0 when no answer came.
    public var status: Int
    public var headers: [String]
    public var body: String
    public var seconds: Double
}

/// Takes secrets out of texts.
struct Redactor: Sendable {
    private let secrets: [String]
    private static let names = [
        "password", "power_pass", "secret", "token_secret", "key", "certificate", "api_key", "token", "k_g",
        "authorization",
    ]

    init(secrets: [String]) { self.secrets = secrets.filter { $0.count > 3 }.sorted { $0.count > $1.count } }

    /// Blanks out the known secrets, also where they are percent-encoded.
    func redact(_ text: String) -> String {
        secrets.reduce(text) { text, secret in
            text.replacingOccurrences(of: secret, with: "…").replacingOccurrences(of: secret.percentEncoded, with: "…")
        }
    }

    /// Blanks out the known secrets, and in JSON every value whose key says that it is one.
    func redact(body: Data) -> String {
        if let json = try? JSON(parsing: body) { return redact(redact(json).pretty) }
        let text = String(decoding: body, as: UTF8.self)
        return redact(text.contains("=") && !text.contains("\n") ? redact(form: text) : text)
    }

    private func redact(form text: String) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let name = pair.prefix { $0 != "=" }
            return isSecret(String(name)) ? "\(name)=…" : String(pair)
        }.joined(separator: "&")
    }

    private func redact(_ json: JSON) -> JSON {
        switch json {
        case .array(let elements): .array(elements.map(redact))
        case .object(let members):
            .object(
                members.map { member in
                    let hidden = isSecret(member.key) && (member.value.text.map { !$0.isEmpty } ?? false)
                    return JSON.Member(member.key, hidden ? .string("…") : redact(member.value))
                })
        default: json
        }
    }

    private func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return Self.names.contains(name) || name.hasSuffix("_password") || name.hasSuffix("_secret")
            || name.hasSuffix("_pass")
    }
}
