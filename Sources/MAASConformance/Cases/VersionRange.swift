/// A version of MAAS, major and minor.
public struct MAASVersion: Sendable, Comparable, CustomStringConvertible {
    /// The first number: 3 in `3.7.3`.
    public var major: Int
    /// The second number; 3.10 comes after 3.9.
    public var minor: Int

    /// A version by its two numbers.
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

    /// By number and not by text, so that 3.10 is later than 3.4.
    public static func < (left: MAASVersion, right: MAASVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    /// As it is read: `3.7`.
    public var description: String { "\(major).\(minor)" }
}

/// The versions a case holds for.
public struct VersionRange: Sendable, Equatable, CustomStringConvertible {
    /// The earliest version it holds for; `nil` for no limit.
    public var first: MAASVersion?
    /// The latest version it holds for, inclusive; `nil` for no limit.
    public var last: MAASVersion?

    /// Every version that there is.
    public static let all = VersionRange()
    /// VM hosts went away in 4.0.
    public static let withVMHosts = VersionRange(last: MAASVersion(3, 8))

    /// From one version to another, both included.
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

    /// True when it holds for this version; `3.7.3` counts as 3.7.
    public func contains(_ version: MAASVersion) -> Bool {
        (first ?? version) <= version && (last ?? version) >= version
    }

    /// As it is read: `3.5-3.7`, `3.7`; `-` where there is no limit.
    public var description: String {
        if first == last { return first?.description ?? "all versions" }
        return "\(first?.description ?? "")-\(last?.description ?? "")"
    }
}
