/// A MAAS release series that the emulator can be. 4.0 is MAAS's main branch, where VM hosts are gone.
///
/// The order of the cases is the order of the versions; their texts do not say it ("3.10" sorts before "3.4"). A new
/// version is a case here and a row of ``values``; what it changes are rows of ``VersionDifference``.
public enum MAASVersion: Sendable, CaseIterable, Comparable {
    /// MAAS 3.4, as recorded from 3.4.10.
    case v3_4
    /// MAAS 3.5, as recorded from 3.5.13.
    case v3_5
    /// MAAS 3.6, as recorded from 3.6.5.
    case v3_6
    /// MAAS 3.7, as recorded from 3.7.3.
    case v3_7
    /// MAAS 3.8, as read in its source.
    case v3_8
    /// MAAS's main branch, as read in its source; VM hosts are gone.
    case v4_0

    /// The oldest one.
    package static let first = v3_4
    /// The newest one.
    package static let last = v4_0
    /// What the emulator is unless it is told otherwise: the newest that has been released and recorded.
    public static let standard = v3_7
}

extension MAASVersion: RawRepresentable {
    /// As users write it, `3.7`.
    public var rawValue: String { values.name }

    /// The version that users write so; `nil` for one that the emulator cannot be.
    public init?(rawValue: String) {
        guard let version = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = version
    }
}
