// Written by script/generate-client.py; change Description/objects.json instead.

/// How grave a notification is.
public enum NotificationCategory: MAASWord, CaseIterable {
    /// Something is broken.
    case error
    /// Something will be.
    case warning
    /// Something went well.
    case success
    /// Something is.
    case info
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.error, .warning, .success, .info]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "error": self = .error
        case "warning": self = .warning
        case "success": self = .success
        case "info": self = .info
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .success: "success"
        case .info: "info"
        case .other(let word): word
        }
    }
}
