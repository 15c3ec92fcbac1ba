// Written by script/generate-client.py; change Description/objects.json instead.

/// What a range is kept for.
public enum IPRangeType: MAASWord, CaseIterable {
    /// For DHCP.
    case dynamic
    /// For nothing that MAAS gives out.
    case reserved
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.dynamic, .reserved]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "dynamic": self = .dynamic
        case "reserved": self = .reserved
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .dynamic: "dynamic"
        case .reserved: "reserved"
        case .other(let word): word
        }
    }
}
