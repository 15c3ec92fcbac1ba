/// What the right-hand side of a DNS record must look like (MAAS: `models/dnsdata.py`).
package enum DNSRecordData {
    /// What is wrong with it; `nil` when nothing is.
    package static func problem(_ rrtype: String, _ data: String) -> String? {
        switch rrtype {
        case "CNAME":
            let pattern =
                /([_a-zA-Z0-9]([-_a-zA-Z0-9]{0,62}[_a-zA-Z0-9])?\.)*[_a-zA-Z0-9]([-_a-zA-Z0-9]{0,62}[_a-zA-Z0-9])?\.?/
            return data.wholeMatch(of: pattern) == nil ? "Invalid CNAME: Should be '<server>'." : nil
        case "SSHFP":
            return data.wholeMatch(of: /[0-9]+\s+[0-9]+\s+.*/) == nil
                ? "Invalid SSHFP: Should be '<algorithm> <fptype> <fingerprint>'." : nil
        case "MX":
            guard let parts = data.wholeMatch(of: /([0-9]+)\s+(.+)/), isPort(parts.1) else {
                return "Invalid MX: Should be '<preference> <server>'. Range for preference is 0-65535."
            }
            return DNSName.zoneProblem(String(parts.2))
        case "NS": return DNSName.zoneProblem(data)
        case "SRV":
            guard let parts = data.prefixMatch(of: /([0-9]+)\s+([0-9]+)\s+([0-9]+)\s+(.*)/),
                isPort(parts.1), isPort(parts.2), isPort(parts.3)
            else {
                return "Invalid SRV: Should be '<priority> <weight> <port> <server>'. Range for priority, weight, and "
                    + "port are 0-65536."
            }
            return parts.4 == "." ? nil : DNSName.zoneProblem(String(parts.4))
        default: return nil
        }
    }

    /// Whether digits spell a number of 16 bits.
    private static func isPort(_ digits: Substring) -> Bool {
        let significant = digits.drop { $0 == "0" }
        return significant.isEmpty || Int(significant).map { $0 <= 65535 } ?? false
    }
}
