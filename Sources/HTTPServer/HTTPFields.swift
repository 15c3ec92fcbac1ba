/// Header fields in the order they were sent; names compare without regard to case.
public struct HTTPFields: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    /// One header line.
    public struct Field: Sendable, Equatable {
        /// Case does not matter.
        public var name: String
        /// Without the space around it.
        public var value: String
    }

    /// Every field, repeated ones too.
    public private(set) var all: [Field] = []

    /// No fields.
    public init() {}

    /// No fields yet, with room for so many.
    init(capacity: Int) { all.reserveCapacity(capacity) }

    /// In the order they are written; a name that stands twice is sent twice.
    public init(dictionaryLiteral elements: (String, String)...) {
        // An answer gets a few more on its way.
        all.reserveCapacity(max(8, elements.count))
        for (name, value) in elements { all.append(Field(name: name, value: value)) }
    }

    /// The first value under `name`. Setting replaces every value; setting `nil` removes them.
    public subscript(_ name: String) -> String? {
        get { all.first { Self.areEqual($0.name, name) }?.value }
        set {
            if self[name] != nil { all.removeAll { Self.areEqual($0.name, name) } }
            if let newValue { all.append(Field(name: name, value: newValue)) }
        }
    }

    /// Whether two names are the same, letters in ASCII without regard to case.
    static func areEqual(_ name: String, _ other: String) -> Bool {
        if name == other { return true }
        let name = name.utf8
        let other = other.utf8
        guard name.count == other.count else { return false }
        return zip(name, other).allSatisfy { byte, other in
            byte == other || (byte ^ other == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20))
        }
    }

    /// Adds a field behind those that are there, also of the same name.
    public mutating func append(_ name: String, _ value: String) {
        all.append(Field(name: name, value: value))
    }
}
