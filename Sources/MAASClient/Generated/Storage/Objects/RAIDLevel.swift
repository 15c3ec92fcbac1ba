// Written by script/generate-client.py; change Description/objects.json instead.

/// How a RAID spreads its data.
public enum RAIDLevel: MAASWord, CaseIterable {
    /// Striped, without redundancy.
    case raid0
    /// Mirrored.
    case raid1
    /// Striped with one parity.
    case raid5
    /// Striped with two parities.
    case raid6
    /// Striped over mirrors.
    case raid10
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.raid0, .raid1, .raid5, .raid6, .raid10]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "raid-0": self = .raid0
        case "raid-1": self = .raid1
        case "raid-5": self = .raid5
        case "raid-6": self = .raid6
        case "raid-10": self = .raid10
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .raid0: "raid-0"
        case .raid1: "raid-1"
        case .raid5: "raid-5"
        case .raid6: "raid-6"
        case .raid10: "raid-10"
        case .other(let word): word
        }
    }
}
