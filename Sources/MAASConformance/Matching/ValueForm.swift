import Addresses
import Foundation

/// What a text looks like: texts of some forms are each region's own, and stand for one another when they come in the
/// same places.
enum ValueForm: Equatable {
    case systemID, uuid, mac, generatedName
    /// An address, by its network.
    case address(String)

    /// The form of a text; `nil` when it says something.
    static func of(_ text: String, key: String) -> ValueForm? {
        if key == "system_id", text.count == 6, text.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber) }) {
            return .systemID
        }
        if text.count == 36, UUID(uuidString: text) != nil { return .uuid }
        if text.count == 17, text.split(separator: ":").count == 6, text.allSatisfy({ $0.isHexDigit || $0 == ":" }) {
            return .mac
        }
        if key == "hostname" || key == "name" || key == "fqdn" || key == "instance_name",
            isGenerated(text.prefix { $0 != "." })
        {
            return .generatedName
        }
        return IPAddress(text).map { .address(network(of: $0)) }
    }

    /// Two words, as MAAS calls what nobody gave a name.
    private static func isGenerated(_ text: some StringProtocol) -> Bool {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        return words.count == 2 && words.allSatisfy { $0.count > 2 && $0.allSatisfy { $0.isASCII && $0.isLowercase } }
    }

    /// MAAS picks addresses within a network: another one there will do, one elsewhere is wrong.
    private static func network(of address: IPAddress) -> String {
        let text = address.description
        if let dot = text.lastIndex(of: ".") { return String(text[..<dot]) }
        return text.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }

    /// A text with every time in it, in any of MAAS's spellings, replaced: no two regions have the same.
    static func withoutTimes(_ text: String) -> String {
        guard text.utf8.count >= 8, text.contains(":") || text.contains("-") else { return text }
        return times.reduce(text) { text, pattern in
            text.replacingOccurrences(of: pattern, with: "(time)", options: .regularExpression)
        }
    }

    private static let times = [
        "[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2}\\.? \\d{4} \\d{2}:\\d{2}:\\d{2}( ?[+-]\\d{4}| [A-Z]{3})?",
        "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?",
        "(?<![:\\w])\\d{1,2}:\\d{2}:\\d{2}(\\.\\d+)?(?![:\\w])",
    ]

    /// Keys whose values are each region's own as far as their type goes.
    static let ownKeys: Set<String> = [
        "filename_on_disk", "created", "updated", "last_deployed", "last_sync", "next_sync", "etag", "starttime",
        "endtime", "runtime", "estimated_runtime",
    ]

    /// Lists that are sets in MAAS.
    static let sets: Set<String> = [
        "tag_names", "tags", "service_set", "vlan_ids", "storage_pools", "architectures", "capabilities",
    ]
}
