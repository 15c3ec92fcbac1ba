/// The host in a URI, or in what stands where a URI may stand: `10.0.0.1`, `10.0.0.1:8443`,
/// `https://[2001:db8::1]:8443` or `qemu+ssh://root@10.0.0.1/system`.
package struct URIHost: Equatable, Sendable {
    /// Without brackets.
    package let name: String
    package let port: String?

    /// - Returns: `nil` when there is no host.
    package init?(_ text: String) {
        if IPAddress(text) != nil {
            (name, port) = (text, nil)
            return
        }
        var rest = Substring(text)
        if let mark = rest.firstRange(of: "://") { rest = rest[mark.upperBound...] }
        rest = rest.prefix { !"/?#".contains($0) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
            name = String(rest[rest.index(after: rest.startIndex)..<end])
            let tail = rest[rest.index(after: end)...]
            port = tail.hasPrefix(":") ? String(tail.dropFirst()) : nil
        } else if let colon = rest.firstIndex(of: ":"), rest.lastIndex(of: ":") == colon {
            name = String(rest[..<colon])
            port = String(rest[rest.index(after: colon)...])
        } else {
            (name, port) = (String(rest), nil)
        }
        if name.isEmpty { return nil }
    }

    /// The host as an address; `nil` when it is a name.
    package var address: IPAddress? { IPAddress(name) }
}
