// Written by script/generate-client.py; change Description/objects.json instead.

/// How to power off.
public enum StopMode: MAASWord, CaseIterable {
    /// At once, as by pulling the plug.
    case hard
    /// By asking the operating system.
    case soft
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.hard, .soft]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "hard": self = .hard
        case "soft": self = .soft
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .hard: "hard"
        case .soft: "soft"
        case .other(let word): word
        }
    }
}
