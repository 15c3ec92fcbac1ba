// Written by script/generate-client.py; change Description/objects.json instead.

/// When what is written to a bcache gets to the disk behind.
public enum CacheMode: MAASWord, CaseIterable {
    /// Later.
    case writeback
    /// At once, and into the cache.
    case writethrough
    /// At once, past the cache.
    case writearound
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.writeback, .writethrough, .writearound]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "writeback": self = .writeback
        case "writethrough": self = .writethrough
        case "writearound": self = .writearound
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .writeback: "writeback"
        case .writethrough: "writethrough"
        case .writearound: "writearound"
        case .other(let word): word
        }
    }
}
