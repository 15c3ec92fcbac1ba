/// A MAAS release series that the emulator can be. 4.0 is MAAS's main branch, where VM hosts are gone.
public enum MAASVersion: String, Sendable, CaseIterable, Comparable {
    case v3_4 = "3.4"
    case v3_5 = "3.5"
    case v3_6 = "3.6"
    case v3_7 = "3.7"
    case v3_8 = "3.8"
    case v4_0 = "4.0"

    public static func < (a: MAASVersion, b: MAASVersion) -> Bool { a.rawValue < b.rawValue }

    /// The full version that `version/` answers: the releases whose answers were recorded, or read in the source.
    public var release: String {
        switch self {
        case .v3_4: "3.4.10"
        case .v3_5: "3.5.13"
        case .v3_6: "3.6.5"
        case .v3_7: "3.7.3"
        case .v3_8: "3.8.0"
        case .v4_0: "4.0.0"
        }
    }

    /// The zone of dates in mail's spelling. Before 3.6 MAAS did not know that they are UTC.
    var mailZone: String { self >= .v3_6 ? "+0000" : "-0000" }
}
