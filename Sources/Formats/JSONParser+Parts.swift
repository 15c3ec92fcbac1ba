import Foundation

extension JSONParser {
    /// One member of the object that these bytes stand for; the values before it are stepped over, and what follows is not
    /// looked at. `nil` inside where there is no such member.
    /// - Throws: `Unusual` for what `parse` does not take either, as far as it is looked at.
    static func member(_ name: String, of bytes: UnsafeBufferPointer<UInt8>) throws(Unusual) -> JSONValue? {
        var parser = JSONParser(bytes)
        guard parser.takes(UInt8(ascii: "{")) else { throw Unusual() }
        if parser.takes(UInt8(ascii: "}")) { return nil }
        repeat {
            parser.skipBlanks()
            guard parser.byte == UInt8(ascii: "\"") else { throw Unusual() }
            let key = try parser.string()
            guard parser.takes(UInt8(ascii: ":")) else { throw Unusual() }
            if key == name { return try parser.value() }
            try parser.skipValue()
        } while parser.takes(UInt8(ascii: ","))
        guard parser.takes(UInt8(ascii: "}")) else { throw Unusual() }
        return nil
    }

    /// Steps over a text without reading what it says, and reads any other value.
    private mutating func skipValue() throws(Unusual) {
        skipBlanks()
        guard byte == UInt8(ascii: "\""), let base = bytes.baseAddress else {
            _ = try value()
            return
        }
        position += 1
        while let quote = memchr(base + position, Int32(UInt8(ascii: "\"")), bytes.count - position) {
            let end = UnsafePointer(quote.assumingMemoryBound(to: UInt8.self)) - base
            var first = end
            while first > position, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
            position = end + 1
            // An even number of backslashes are escapes of each other.
            if (end - first).isMultiple(of: 2) { return }
        }
        throw Unusual()
    }
}

extension JSONParser {
    /// The texts of the list of texts that these bytes stand for.
    /// - Throws: `Unusual` for what is none, or `parse` does not take.
    static func strings(of bytes: UnsafeBufferPointer<UInt8>) throws(Unusual) -> [String] {
        var parser = JSONParser(bytes)
        var found: [String] = []
        found.reserveCapacity(4)
        guard parser.takes(UInt8(ascii: "[")) else { throw Unusual() }
        if !parser.takes(UInt8(ascii: "]")) {
            repeat {
                parser.skipBlanks()
                guard parser.byte == UInt8(ascii: "\"") else { throw Unusual() }
                found.append(try parser.string())
            } while parser.takes(UInt8(ascii: ","))
            guard parser.takes(UInt8(ascii: "]")) else { throw Unusual() }
        }
        parser.skipBlanks()
        guard parser.byte == nil else { throw Unusual() }
        return found
    }
}

extension JSONValue {
    /// The texts of the list that a JSON text is, as `strings` of its value.
    /// - Throws: `JSONSyntaxError`.
    package static func strings(ofText bytes: some Collection<UInt8>) throws -> [String] {
        do {
            return try bytes.withContiguousStorageIfAvailable { try JSONParser.strings(of: $0) }
                ?? Array(bytes).withUnsafeBufferPointer { try JSONParser.strings(of: $0) }
        } catch {
            return try JSONValue(parsing: bytes).strings
        }
    }

    /// A member of the object that a JSON text is, where the rest of it is not wanted; `nil` where there is none.
    /// - Throws: `JSONSyntaxError` for a text that is not in order as far as it is looked at.
    package static func member(_ name: String, ofText bytes: some Collection<UInt8>) throws -> JSONValue? {
        do {
            return try bytes.withContiguousStorageIfAvailable { try JSONParser.member(name, of: $0) }
                ?? Array(bytes).withUnsafeBufferPointer { try JSONParser.member(name, of: $0) }
        } catch {
            return try JSONValue(parsing: bytes)[name]
        }
    }
}
