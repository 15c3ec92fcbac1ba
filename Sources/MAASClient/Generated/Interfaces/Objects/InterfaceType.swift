// Written by script/generate-client.py; change Description/objects.json instead.

/// What an interface is.
public enum InterfaceType: MAASWord, CaseIterable {
    /// A card.
    case physical
    /// Several interfaces joined into one.
    case bond
    /// A bridge on top of an interface.
    case bridge
    /// A tagged VLAN on top of an interface.
    case vlan
    /// Another address on an interface.
    case alias
    /// Not known, as of devices that were only seen.
    case unknown
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.physical, .bond, .bridge, .vlan, .alias, .unknown]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "physical": self = .physical
        case "bond": self = .bond
        case "bridge": self = .bridge
        case "vlan": self = .vlan
        case "alias": self = .alias
        case "unknown": self = .unknown
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .physical: "physical"
        case .bond: "bond"
        case .bridge: "bridge"
        case .vlan: "vlan"
        case .alias: "alias"
        case .unknown: "unknown"
        case .other(let word): word
        }
    }
}
