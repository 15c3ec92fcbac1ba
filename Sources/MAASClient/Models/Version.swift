/// What `version/` says.
public struct Version: Sendable, Equatable, Decodable {
    /// `3.7.3`.
    public let version: String
    /// Empty in the releases of today.
    public let subversion: String
    /// What this MAAS can do, for clients that look before they ask, such as `networks-management`.
    public let capabilities: [String]

    /// Major and minor, such as (3, 7).
    public var series: (major: Int, minor: Int)? {
        let parts = version.split(separator: ".").prefix(2).compactMap { Int($0.prefix { $0.isNumber }) }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}
