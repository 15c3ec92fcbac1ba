import Formats
import SQLite

/// What a DNS name must look like, and how a whole name is cut (MAAS: `maascommon.utils.dns`, `separate_fqdn`).
package enum DNSName {
    private static func isLabelCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }

    /// The first thing that is wrong with a domain's name.
    package static func fault(ofDomain name: String) -> String? {
        if name.count > 255 { return "Hostname is too long.  Maximum allowed is 255 characters." }
        for label in name.split(separator: ".", omittingEmptySubsequences: false) {
            let quoted = pythonQuoted(String(label))
            if label.isEmpty { return "DNS name contains an empty label." }
            if label.count > 63 { return "Label is too long: \(quoted).  Maximum allowed is 63 characters." }
            if label.hasPrefix("-") || label.hasSuffix("-") {
                return "Label cannot start or end with hyphen: \(quoted)."
            }
            if !label.allSatisfy(isLabelCharacter) { return "Label contains disallowed characters: \(quoted)." }
        }
        return nil
    }

    /// Whether `name` is one label that an address may have.
    package static func isLabel(_ name: some StringProtocol) -> Bool {
        (1...64).contains(name.count) && name.allSatisfy(isLabelCharacter) && !name.hasPrefix("-")
            && !name.hasSuffix("-")
    }

    /// Whether `name` is labels with dots between them, and perhaps one after them (`NAMESPEC`).
    package static func isDomain(_ name: some StringProtocol) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return (labels.last == "" && labels.count > 1 ? labels.dropLast() : labels[...]).allSatisfy { isLabel($0) }
    }

    /// Whether `name` may be a DNS resource's. Service names have two labels that start with `_`.
    package static func isResource(_ name: String, rrtype: String) -> Bool {
        if ["", "@", "*"].contains(name) { return true }
        guard rrtype == "SRV" else { return isLabel(name) }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return false }
        return parts.prefix(2).allSatisfy { $0.hasPrefix("_") && isLabel($0.dropFirst()) }
            && parts.dropFirst(2).allSatisfy { isLabel($0) }
    }

    /// Cuts a whole name into a label and its domain; `nil` when it cannot be cut.
    package static func cut(_ db: Connection, _ fqdn: String, rrtype: String?) throws -> (name: String, domain: String)?
    {
        if ["", "@", "*"].contains(fqdn) { return nil }
        if try Domain.find(db, name: fqdn) != nil { return ("@", fqdn) }
        let parts = fqdn.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if rrtype == "SRV" {
            // A host's label may stand between the service and the domain, and MAAS's pattern takes all of it that it
            // can, with any character for the dot: of a domain with one label only the last letter remains.
            guard parts.count > 2 else { return nil }
            if parts.count > 3 {
                return (parts.prefix(3).joined(separator: "."), parts.dropFirst(3).joined(separator: "."))
            }
            let service = parts.prefix(2).joined(separator: ".")
            let label = parts[2]
            return label.count < 3 ? (service, label) : ("\(service).\(label.dropLast(2))", String(label.suffix(1)))
        }
        // MAAS's pattern takes any character for the dot.
        let label = fqdn.prefix { isLabelCharacter($0) }
        let rest = fqdn.dropFirst(label.count + 1)
        return label.isEmpty || rest.isEmpty ? nil : (String(label), String(rest))
    }
}
