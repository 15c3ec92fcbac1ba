import Formats
import SQLite

/// What DNS names must look like, and how a whole name is cut (MAAS: `models/domain.py`, `models/dnsresource.py`).
package enum DNSName {
    /// Names that stand for a domain itself, or for everything in it.
    private static let special: Set = ["", "@", "*"]

    /// What MAAS's domains object to in a name; `nil` when it may be a zone's.
    package static func zoneProblem(_ name: String) -> String? {
        if name.unicodeScalars.count > 255 { return "Domain name length cannot exceed 255 characters." }
        let pattern =
            /([a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.])*[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.]?/
        if name.wholeMatch(of: pattern) != nil { return nil }
        let isOdd = !name.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".": true
            default: false
            }
        }
        return isOdd ? "Domain name contains invalid characters." : "Invalid domain name: \(name)."
    }

    /// What is said of a resource's name that is longer than its column.
    package static func excess(_ name: String) -> String? {
        let length = name.unicodeScalars.count
        return length > 191 ? "Ensure this value has at most 191 characters (it has \(length))." : nil
    }

    /// Whether `name` may be that of a DNS resource with addresses.
    package static func isHost(_ name: String) -> Bool {
        special.contains(name) || name.wholeMatch(of: /[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?/) != nil
    }

    /// Cuts a whole name into a label and its domain; `nil` when it cannot be cut. Service names have two labels that
    /// start with `_`, and may have a host's. MAAS's patterns take as much as they can for the name, and any character
    /// for the dots.
    package static func cut(_ db: Connection, _ fqdn: String, rrtype: String?) throws -> (name: String, domain: String)?
    {
        if special.contains(fqdn) { return nil }
        if try Domain.find(db, name: fqdn) != nil { return ("@", fqdn) }
        if rrtype == "SRV" {
            let service =
                /(?<name>_[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?._[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?(?:.[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?)?).(?<domain>(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.])*[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.]?)/
            return fqdn.wholeMatch(of: service).map { (String($0.name), String($0.domain)) }
        }
        let host =
            /(?<name>[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?).(?<domain>(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.])*[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.]?)/
        return fqdn.wholeMatch(of: host).map { (String($0.name), String($0.domain)) }
    }
}
