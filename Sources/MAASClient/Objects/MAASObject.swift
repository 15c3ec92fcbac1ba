/// An object that MAAS answers. Keys that this client does not name are kept in `others` and written out again; a key
/// that a version of MAAS leaves out is `nil`.
public protocol MAASObject: Codable, Hashable, Sendable {
    /// What MAAS sent besides, by its own names, with `null` for what has no value.
    var others: [String: JSONValue] { get }
}

/// Reads an object key by key and keeps account of what is left.
struct ObjectReader {
    private let container: KeyedDecodingContainer<AnyKey>
    /// With room for most objects, so that it need not grow.
    private var taken = Set<String>(minimumCapacity: 24)

    init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: AnyKey.self) }

    /// A value that is always there.
    mutating func value<Value: Decodable>(_ key: String, as type: Value.Type = Value.self) throws -> Value {
        taken.insert(key)
        return try container.decode(type, forKey: AnyKey(key))
    }

    /// A value that may be `null` or missing; `null` then stays among the others.
    mutating func optional<Value: Decodable>(_ key: String, as type: Value.Type = Value.self) throws -> Value? {
        let value = try container.decodeIfPresent(type, forKey: AnyKey(key))
        if value != nil { taken.insert(key) }
        return value
    }

    /// A word that is always there, read without asking its type how.
    mutating func value<Word: MAASWord>(_ key: String) throws -> Word {
        Word(try value(key, as: String.self))
    }

    /// A word that may be `null` or missing.
    mutating func optional<Word: MAASWord>(_ key: String) throws -> Word? {
        try optional(key, as: String.self).map { Word($0) }
    }

    /// Everything that was not asked for.
    func others() throws -> [String: JSONValue] {
        var others: [String: JSONValue] = [:]
        for key in container.allKeys where !taken.contains(key.stringValue) {
            others[key.stringValue] =
                try container.decodeNil(forKey: key) ? .null : container.decode(JSONValue.self, forKey: key)
        }
        return others
    }
}

/// Writes an object as it was read.
struct ObjectWriter {
    private var container: KeyedEncodingContainer<AnyKey>

    init(_ encoder: any Encoder, _ others: [String: JSONValue]) throws {
        container = encoder.container(keyedBy: AnyKey.self)
        for (key, value) in others { try container.encode(value, forKey: AnyKey(key)) }
    }

    /// A value, unless there is none.
    mutating func write(_ key: String, _ value: (some Encodable)?) throws {
        if let value { try container.encode(value, forKey: AnyKey(key)) }
    }
}

/// A word out of a set that MAAS may enlarge: one that this client does not know is kept.
public protocol MAASWord: RawRepresentable<String>, Codable, Hashable, Sendable, ParamValue, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The word with this text, known or not.
    init(_ word: String)
}

extension MAASWord {
    /// The word with this text, known or not.
    public init(rawValue: String) { self.init(rawValue) }
    /// The word with this text, known or not.
    public init(stringLiteral: String) { self.init(stringLiteral) }
    /// As MAAS writes it.
    public var description: String { rawValue }
    /// As MAAS writes it.
    public var paramText: String { rawValue }

    /// Reads a text.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
