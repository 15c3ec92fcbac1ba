// Written by script/generate-client.py; change Description/objects.json instead.

/// Whether a machine is on.
public enum PowerState: MAASWord, CaseIterable {
    /// Switched on.
    case on
    /// Switched off.
    case off
    /// MAAS cannot tell, as with manual power control.
    case unknown
    /// Asking failed.
    case error
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.on, .off, .unknown, .error]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "on": self = .on
        case "off": self = .off
        case "unknown": self = .unknown
        case "error": self = .error
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .on: "on"
        case .off: "off"
        case .unknown: "unknown"
        case .error: "error"
        case .other(let word): word
        }
    }
}
