/// A version of MAAS, major and minor.
public struct MAASVersion: Sendable, Comparable, CustomStringConvertible {
    public var major: Int
    public var minor: Int

    public init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads `3.7`, and the beginning of `3.7.3`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let major = Int(parts[0]), let minor = Int(parts[1].prefix { $0.isNumber }) else {
            return nil
        }
        self.init(major, minor)
    }

    public static func < (left: MAASVersion, right: MAASVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    public var description: String { "\(major).\(minor)" }
}

/// The versions a case holds for.
public struct VersionRange: Sendable, Equatable, CustomStringConvertible {
    public var first: MAASVersion?
    public var last: MAASVersion?

    public static let all = VersionRange()
    /// VM hosts went away in 4.0.
    public static let withVMHosts = VersionRange(last: MAASVersion(3, 8))

    public init(first: MAASVersion? = nil, last: MAASVersion? = nil) {
        self.first = first
        self.last = last
    }

    /// Reads `3.5-3.7`, `3.5-`, `-3.8` and `3.7`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let low = parts.first, let high = parts.last,
            !(low.isEmpty && high.isEmpty)
        else { return nil }
        first = MAASVersion(low)
        last = MAASVersion(high)
        if (first == nil) != low.isEmpty || (last == nil) != high.isEmpty { return nil }
    }

    public func contains(_ version: MAASVersion) -> Bool {
        (first ?? version) <= version && (last ?? version) >= version
    }

    public var description: String {
        if first == last { return first?.description ?? "all versions" }
        return "\(first?.description ?? "")-\(last?.description ?? "")"
    }
}
