/// Reads JSON as RFC 8259 has it and nothing else. Foundation's decoder cannot tell `4` from `4.0`, which the suite must.
///
/// Each byte is looked at once, or twice within strings and numbers, so the time grows with the length of the text and
/// with nothing else.
struct JSONParser: ~Copyable {
    /// What is wrong with a text, and where.
    struct Failure: Error, Equatable {
        let line: Int
        let reason: String
    }

    /// What becomes of an object in which a key stands twice, which the RFC allows and leaves to the reader.
    enum RepeatedKeys {
        /// The last value counts, as Python has it and with it the clients of MAAS.
        case lastCounts
        /// For files that people write: there it is a mistake.
        case refused
    }

    /// Arrays and objects within one another. MAAS's answers nest about ten deep; what is deeper than this is refused
    /// before it can exhaust a thread's stack.
    static let deepest = 512
    /// Members from which on a set says whether a key was there, and not a look at all of them.
    private static let manyMembers = 16

    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    private var depth = 0
    private let repeatedKeys: RepeatedKeys

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ repeatedKeys: RepeatedKeys) {
        self.bytes = bytes
        self.repeatedKeys = repeatedKeys
    }

    /// - Throws: `Failure`.
    static func parse(_ bytes: some Sequence<UInt8>, repeatedKeys: RepeatedKeys = .lastCounts) throws(Failure) -> JSON {
        let result: Result<JSON, Failure>? = bytes.withContiguousStorageIfAvailable { whole($0, repeatedKeys) }
        return try (result ?? Array(bytes).withUnsafeBufferPointer { whole($0, repeatedKeys) }).get()
    }

    private static func whole(
        _ bytes: UnsafeBufferPointer<UInt8>, _ repeatedKeys: RepeatedKeys
    ) -> Result<JSON, Failure> {
        var parser = JSONParser(bytes, repeatedKeys)
        do throws(Failure) {
            let value = try parser.value()
            parser.skipBlanks()
            guard parser.index == bytes.count else { throw parser.failure("something follows the value") }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    /// A failure at the byte that is next.
    borrowing func failure(_ reason: String) -> Failure {
        Failure(line: bytes.prefix(index).reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }, reason: reason)
    }

    /// The byte that is next; `nil` at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value() throws(Failure) -> JSON {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try nested { parser throws(Failure) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(Failure) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw failure("a value is missing")
        default: return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(Failure) -> JSON
    ) throws(Failure) -> JSON {
        guard depth < Self.deepest else { throw failure("nested more than \(Self.deepest) deep") }
        depth += 1
        index += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(Failure) -> JSON {
        let count = word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
        guard bytes[index...].prefix(count).elementsEqual(expected) else { throw failure("not a JSON value") }
        index += count
        return value
    }

    private mutating func array() throws(Failure) -> JSON {
        if take("]") { return .array([]) }
        var elements: [JSON] = []
        repeat { elements.append(try value()) } while take(",")
        guard take("]") else { throw failure("a comma or ] is missing") }
        return .array(elements)
    }

    private mutating func object() throws(Failure) -> JSON {
        if take("}") { return .object([]) }
        var members: [JSON.Member] = []
        var places: [String: Int] = [:]
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw failure("a key is missing") }
            let key = try string()
            guard take(":") else { throw failure("a colon is missing after \"\(key)\"") }
            let member = JSON.Member(key, try value())
            if let place = Self.place(of: key, in: members, &places) {
                if repeatedKeys == .refused { throw failure("the key \"\(key)\" stands twice") }
                members[place] = member
            } else {
                members.append(member)
            }
        } while take(",")
        guard take("}") else { throw failure("a comma or } is missing") }
        return .object(members)
    }

    /// Where a key already stands. `places` is filled once there are many.
    private static func place(of key: String, in members: [JSON.Member], _ places: inout [String: Int]) -> Int? {
        guard members.count >= manyMembers else { return members.firstIndex { $0.key == key } }
        for index in places.count..<members.count { places[members[index].key] = index }
        return places[key]
    }
}

extension JSONParser.Failure: CustomStringConvertible {
    var description: String { "line \(line): \(reason)" }
}

extension JSON {
    /// - Throws: `JSONParser.Failure`.
    init(parsing bytes: some Sequence<UInt8>, repeatedKeys: JSONParser.RepeatedKeys = .lastCounts) throws {
        self = try JSONParser.parse(bytes, repeatedKeys: repeatedKeys)
    }

    /// - Throws: `JSONParser.Failure`.
    init(parsing text: String, repeatedKeys: JSONParser.RepeatedKeys = .lastCounts) throws {
        try self.init(parsing: text.utf8, repeatedKeys: repeatedKeys)
    }
}
