import Formats

/// MAAS's rules for host names (RFC 952 and 1123, `maascommon/utils/dns.py`).
package enum Hostname {
    /// What is wrong with a host name, domain included where there is one; `nil` when nothing is.
    package static func problem(_ hostname: String) -> String? {
        if hostname.unicodeScalars.count > 255 { return tooLong }
        let host = hostname.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
        if host.contains("_") { return "Host label cannot contain underscore: \(pythonQuoted(String(host)))." }
        return problem(domain: hostname)
    }

    /// What is wrong with a domain name; `nil` when nothing is.
    package static func problem(domain: String) -> String? {
        if domain.unicodeScalars.count > 255 { return tooLong }
        for part in domain.split(separator: ".", omittingEmptySubsequences: false) {
            let label = String(part)
            let quoted = pythonQuoted(label)
            if label.isEmpty { return "DNS name contains an empty label." }
            if label.unicodeScalars.count > 63 {
                return "Label is too long: \(quoted).  Maximum allowed is 63 characters."
            }
            if label.hasPrefix("-") || label.hasSuffix("-") {
                return "Label cannot start or end with hyphen: \(quoted)."
            }
            if !label.unicodeScalars.allSatisfy(isAllowed) { return "Label contains disallowed characters: \(quoted)." }
        }
        return nil
    }

    private static let tooLong = "Hostname is too long.  Maximum allowed is 255 characters."

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": true
        default: false
        }
    }
}
