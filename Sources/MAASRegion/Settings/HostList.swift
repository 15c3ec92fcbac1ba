import Addresses
import Formats

/// Lists of host names and addresses in settings: parted by commas or blanks, kept parted by one blank
/// (`NTPServersConfig`, `DNSTrustedAclConfig`).
package enum HostList {
    /// What a list may hold beside names and addresses.
    package enum Kind: Sendable {
        case hosts
        case hostsAndNetworks
    }

    /// The list as it is kept.
    /// - Throws: `HostListError` for the first item that is wrong.
    package static func read(_ text: String, _ kind: Kind) throws(HostListError) -> String {
        var items: [String] = []
        for item in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init) {
            items.append(try kind == .hosts ? host(item) : hostOrNetwork(item))
        }
        return items.joined(separator: " ")
    }

    private static func looksLikeV4(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { $0.isDigits && $0.utf8.count <= 3 }
    }

    private static func host(_ item: String) throws(HostListError) -> String {
        guard looksLikeV4(item) || item.contains(":") else { return try name(item) }
        if item.contains("/") {
            throw HostListError(
                "IPAddress() does not support netmasks or subnet prefixes! See documentation for details.")
        }
        guard let address = IPAddress(item) else {
            throw HostListError("Failed to detect a valid IP address from \(pythonQuoted(item)).")
        }
        return address.description
    }

    private static func hostOrNetwork(_ item: String) throws(HostListError) -> String {
        let halves = item.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let isAddress = looksLikeV4(halves[0]) || halves[0].contains(":") && IPAddress(String(halves[0])) != nil
        if isAddress, halves.count == 2, halves[1].isDigits {
            guard IPNetwork(item) != nil else { throw HostListError("Invalid network: \(item).") }
            return item
        }
        guard isAddress, halves.count == 1 else { return try name(item) }
        guard let address = IPAddress(item) else { throw HostListError("Invalid IP address: \(item).") }
        return address.description
    }

    private static func name(_ item: String) throws(HostListError) -> String {
        if let problem = Hostname.problem(item) { throw HostListError("Invalid hostname: \(problem)") }
        return item
    }
}

/// What is wrong with a list of hosts, in MAAS's words.
package struct HostListError: Error {
    package let message: String

    init(_ message: String) { self.message = message }
}
