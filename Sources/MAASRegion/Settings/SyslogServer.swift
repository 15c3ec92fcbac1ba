import Addresses
import Formats

/// The server that machines send their logs to, as `remote_syslog` keeps it: host and port.
package enum SyslogServer {
    private static let standardPort = 514

    /// Host and port of what somebody wrote; the standard port where it names none or 0. As MAAS reads it, with Python's
    /// parser of URLs, what follows a slash, a question mark or a hash is no part of it and the host's case is lost.
    ///
    /// - Throws: `Refusal` with the parser's words, which MAAS does not catch.
    package static func normalized(_ text: String) throws(Refusal) -> String {
        var (host, port) = try split(text)
        // An IPv6 address without brackets.
        if host == nil { (host, port) = try split("[\(text)]") }
        let name = host ?? "None"
        return "\(name.contains(":") ? "[\(name)]" : name):\(try number(port) ?? standardPort)"
    }

    private static func split(_ text: String) throws(Refusal) -> (host: String?, port: Substring) {
        let place = text.prefix { !"/?#".contains($0) }
        guard place.contains("[") == place.contains("]") else { throw .unexpected("Invalid IPv6 URL") }
        let login = place.lastIndex(of: "@").map { place.index(after: $0) } ?? place.startIndex
        let server = place[login...]
        let host: Substring
        var rest = server
        if let open = server.firstIndex(of: "[") {
            let inner = server[server.index(after: open)...]
            host = inner.prefix { $0 != "]" }
            rest = inner[host.endIndex...]
            try check(String(host))
        } else {
            host = server.prefix { $0 != ":" }
        }
        let port = rest.firstIndex(of: ":").map { rest[rest.index(after: $0)...] } ?? ""
        return (host.isEmpty ? nil : host.lowercased(), port)
    }

    private static func check(_ host: String) throws(Refusal) {
        switch IPAddress(host)?.family {
        case .v6: return
        case .v4: throw .unexpected("An IPv4 address cannot be in brackets")
        case nil: throw .unexpected("\(pythonQuoted(host)) does not appear to be an IPv4 or IPv6 address")
        }
    }

    private static func number(_ port: Substring) throws(Refusal) -> Int? {
        if port.isEmpty { return nil }
        guard port.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw .unexpected("Port could not be cast to integer value as \(pythonQuoted(String(port)))")
        }
        guard let number = Int(port), number <= 65535 else { throw .unexpected("Port out of range 0-65535") }
        return number == 0 ? nil : number
    }
}
