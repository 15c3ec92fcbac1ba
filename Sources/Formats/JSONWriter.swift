/// Writes JSON as bytes, indented by four blanks as MAAS does, or compact.
///
/// Lists of a thousand machines are several MB, so nothing is built in memory first: values are appended as they come.
package struct JSONWriter {
    package enum Style {
        /// Four blanks a level, as most of MAAS's answers.
        case indented
        /// One line, with a blank after commas and colons, as Python writes by default.
        case compact
    }

    package private(set) var bytes: [UInt8] = []
    private let style: Style
    private var depth = 0
    private var needsComma = false

    package init(_ style: Style = .indented) { self.style = style }

    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
    }

    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
    }

    @inlinable package mutating func array<Element>(
        of elements: some Sequence<Element>, _ each: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        try array { json in for element in elements { try each(&json, element) } }
    }

    /// A member that holds an object.
    package mutating func object(_ key: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
        self.key(key)
        try object(body)
    }

    /// A member that holds an array.
    @inlinable package mutating func array<Element>(
        _ key: String, of elements: some Sequence<Element>, _ each: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        self.key(key)
        try array(of: elements, each)
    }

    /// A member with a plain value.
    package mutating func field(_ key: String, _ value: (any JSONEncodable)?) {
        self.key(key)
        self.value(value)
    }

    /// A member with a plain value. Those that come a thousand times in a list are written without a detour.
    package mutating func field(_ key: String, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    /// A member with a plain value.
    package mutating func field(_ key: String, _ value: Int?) {
        self.key(key)
        if let value { raw(String(value)) } else { null() }
    }

    /// A member with a plain value.
    package mutating func field(_ key: String, _ value: Bool) {
        self.key(key)
        raw(value ? "true" : "false")
    }

    /// A member without a value.
    package mutating func null(_ key: String) {
        self.key(key)
        null()
    }

    /// A value that comes again and again in one document, such as the subnet of a thousand interfaces: written once,
    /// then copied. `name` tells it apart from every other.
    package mutating func repeated(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        let place = "\(depth) \(name)"
        if let known = fragments[place] {
            bytes.append(contentsOf: known)
            return
        }
        let start = bytes.count
        afterKey = true
        try body(&self)
        fragments[place] = Array(bytes[start...])
    }

    /// A plain value: a whole document, or an element of an array.
    package mutating func value(_ value: (any JSONEncodable)?) {
        if let value { value.encode(into: &self) } else { null() }
    }

    package mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        needsComma = false
        afterKey = true
    }

    package mutating func null() { raw("null") }

    /// Appends a token that is JSON already.
    package mutating func raw(_ token: String) {
        separate()
        bytes.append(contentsOf: token.utf8)
    }

    package mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// True right after a key, where a value needs nothing before it.
    private var afterKey = false
    /// What `repeated` has written, by depth and name: the indentation is in the bytes.
    private var fragments: [String: [UInt8]] = [:]

    private mutating func container(
        open: UInt8, close: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        bytes.append(open)
        depth += 1
        needsComma = false
        let start = bytes.count
        try body(&self)
        depth -= 1
        if bytes.count > start { newline() }
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if afterKey {
            afterKey = false
            needsComma = true
            return
        }
        if needsComma {
            bytes.append(UInt8(ascii: ","))
            if style == .compact { bytes.append(UInt8(ascii: " ")) }
        }
        if depth > 0 { newline() }
        needsComma = true
    }

    private mutating func newline() {
        guard style == .indented else { return }
        // The end of a line and as many blanks as lines usually begin with.
        let indentation: StaticString = "\n                                                                "
        let usual = min(4 * depth + 1, indentation.utf8CodeUnitCount)
        bytes.append(contentsOf: UnsafeBufferPointer(start: indentation.utf8Start, count: usual))
        let more = 4 * depth + 1 - usual
        if more > 0 { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: more)) }
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var plain = 0
            for index in utf8.indices {
                let byte = utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain..<index]))
                escape(byte)
                plain = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
        case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
        case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
        default:
            let digits = String(byte, radix: 16)
            bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
    }
}

/// A value that stands for one JSON value.
package protocol JSONEncodable {
    func encode(into json: inout JSONWriter)
}

extension String: JSONEncodable {
    package func encode(into json: inout JSONWriter) { json.string(self) }
}

extension Bool: JSONEncodable {
    package func encode(into json: inout JSONWriter) { json.raw(self ? "true" : "false") }
}

extension Int: JSONEncodable {
    package func encode(into json: inout JSONWriter) { json.raw(String(self)) }
}

extension Int128: JSONEncodable {
    package func encode(into json: inout JSONWriter) { json.raw(String(self)) }
}

extension Double: JSONEncodable {
    /// Always with a fraction or an exponent, as Python writes floats.
    package func encode(into json: inout JSONWriter) { json.raw(isFinite ? description : "null") }
}

extension Array: JSONEncodable where Element: JSONEncodable {
    package func encode(into json: inout JSONWriter) {
        json.array(of: self) { $0.value($1) }
    }
}

extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
    package func encode(into json: inout JSONWriter) {
        json.object { json in
            for (key, value) in sorted(by: { $0.key < $1.key }) { json.field(key, value) }
        }
    }
}
