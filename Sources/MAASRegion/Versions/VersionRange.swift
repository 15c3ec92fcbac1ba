/// Versions in a row, as tables name them for each of their rows.
extension ClosedRange where Bound == MAASVersion {
    /// Every version.
    package static let all: ClosedRange<MAASVersion> = MAASVersion.first...MAASVersion.last

    /// Those that have a difference.
    package static func of(_ difference: VersionDifference) -> ClosedRange<MAASVersion> { difference.versions }

    /// Those that have the difference that a row of a data file names; all of them where it names none.
    package static func named(_ name: String?) -> ClosedRange<MAASVersion> {
        name.flatMap(VersionDifference.init(rawValue:))?.versions ?? .all
    }
}

extension MAASVersion {
    /// Whether this version has a difference.
    package func has(_ difference: VersionDifference) -> Bool { difference.versions.contains(self) }
}
