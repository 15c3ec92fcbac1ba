// Written by script/generate-client.py; change Description/objects.json instead.

/// What a block device is.
public enum BlockDeviceType: MAASWord, CaseIterable {
    /// A disk.
    case physical
    /// Made of others: a logical volume, a RAID or a bcache.
    case virtual
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.physical, .virtual]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "physical": self = .physical
        case "virtual": self = .virtual
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .physical: "physical"
        case .virtual: "virtual"
        case .other(let word): word
        }
    }
}
