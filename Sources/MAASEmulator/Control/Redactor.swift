import Formats
import HTTPServer

/// Takes secrets out of what is shown of requests and answers, by the names of headers, parameters and fields. The
/// journal, the log and the page show nothing that has not been through here.
enum Redactor {
    /// What stands in a secret's place.
    static let mark = "(left out)"

    private static let secretHeaders: Set = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "x-csrftoken",
    ]
    /// Names that are secrets as they are: MAAS's power drivers, keys and tokens have them.
    private static let secretNames: Set = [
        "key", "k_g", "token", "oauth_signature", "oauth_token", "power_token", "privkey", "private_key", "license_key",
        "sessionid", "csrftoken", "csrf", "csrfmiddlewaretoken", "token_key", "api_key", "apikey", "power_key",
        "oauth_token_secret", "admin_api_key", "user_api_key",
    ]
    /// Parts of names that make a secret of whatever has them.
    private static let secretParts = ["password", "passwd", "passphrase", "secret", "power_pass", "credential"]

    /// Whether what is called so is a secret.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        let last = name.hasPrefix("power_parameters_") ? String(name.dropFirst("power_parameters_".count)) : name
        return secretNames.contains(last) || secretParts.contains { last.contains($0) }
    }

    /// A path and a query as the log shows them.
    static func target(_ path: String, _ query: String?) -> String {
        query.map { "\(path)?\(form($0))" } ?? path
    }

    /// Header fields without credentials and cookies.
    static func headers(_ headers: HTTPFields) -> HTTPFields {
        var shown = HTTPFields()
        for field in headers.all {
            let isSecret = secretHeaders.contains(field.name.lowercased())
            shown.append(field.name, isSecret ? mark : text(field.value))
        }
        return shown
    }

    /// A body, read as its content type says. One that was cut off in the middle is as safe as a whole one.
    static func body(_ text: String, contentType: String?) -> String {
        let type = (contentType ?? "").lowercased()
        if type.hasPrefix("application/x-www-form-urlencoded") { return form(text) }
        if type.hasPrefix("multipart/form-data") { return multipart(text) }
        return self.text(JSONRedactor.redact(text))
    }

    /// `a=1&b=2` without the values of secrets; what holds none stays as it was sent.
    static func form(_ text: String) -> String {
        let pairs = text.split(separator: "&", omittingEmptySubsequences: false).map { pair -> String in
            guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
            let sent = pair[pair.index(after: equals)...]
            let name = PercentEncoding.decode(pair[..<equals], plusIsBlank: true)
            // Public keys are sent under the same name as private ones.
            if isSecret(name), !(name == "key" && isPublicKey(PercentEncoding.decode(sent, plusIsBlank: true))) {
                return "\(pair[..<equals])=\(mark)"
            }
            let value = PercentEncoding.decode(sent, plusIsBlank: true)
            let shown = self.text(value.contains("\"") ? JSONRedactor.redact(value) : value)
            return shown == value ? String(pair) : "\(pair[..<equals])=\(shown)"
        }
        return pairs.joined(separator: "&")
    }

    private static func isPublicKey(_ text: String) -> Bool {
        ["ssh-", "ecdsa-", "sk-", "-----BEGIN CERTIFICATE"].contains { text.hasPrefix($0) }
            && !text.contains("PRIVATE KEY")
    }

    /// The parts of a multipart form whose name is a secret's lose their content.
    private static func multipart(_ text: String) -> String {
        // "\r\n" is one character to Swift; the parts are found in scalars.
        guard let boundary = text.split(whereSeparator: \.isNewline).first, boundary.hasPrefix("--") else {
            return mark
        }
        let parts = text.components(separated: String(boundary)).map { part -> String in
            guard let name = part.firstMatch(of: /name="([^"]*)"/).map({ String($0.1) }) else { return part }
            if isSecret(name) { return "\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(mark)\r\n" }
            return self.text(JSONRedactor.redact(part))
        }
        return parts.joined(separator: String(boundary))
    }

    /// Text of any kind: private keys as PEM, and the credentials in URLs, go.
    static func text(_ text: String) -> String {
        var shown = text
        if shown.contains("PRIVATE KEY") {
            shown = shown.replacing(
                /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/, with: mark)
        }
        if shown.contains("://"), shown.contains("@") {
            shown = shown.replacing(/:\/\/[^\/\s"@:]*:[^\/\s"@]*@/, with: "://\(mark)@")
        }
        if shown.contains("csrfmiddlewaretoken") {
            shown = shown.replacing(/(csrfmiddlewaretoken"? value=")[^"]*/, with: { $0.output.1 + mark })
        }
        return shown
    }
}

extension String {
    fileprivate func components(separated separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
