/// Writes JSON as bytes, indented by four blanks as MAAS does, or compact.
///
/// Lists of a thousand machines are several MB, so nothing is built in memory first: values are appended as they come.
/// The names of members are mostly known beforehand and plain; they are copied without a look at what is in them.
package struct JSONWriter: ~Copyable {
    package enum Style {
        /// Four blanks a level, as most of MAAS's answers.
        case indented
        /// One line, with a blank after commas and colons, as Python writes by default.
        case compact
    }

    private var text = ByteBuffer()
    private let style: Style
    private var depth = 0
    private var needsComma = false
    /// True right after a key, where a value needs nothing before it.
    private var afterKey = false
    /// What `repeated` has written, and how deep it stood there.
    private var fragments: [Fragment: (bytes: Range<Int>, depth: Int)] = [:]

    package init(_ style: Style = .indented) { self.style = style }

    /// What has been written so far.
    package var bytes: [UInt8] { text.bytes }

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
    package mutating func object(_ key: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
        self.key(key)
        try object(body)
    }

    /// A member that holds an object, whose name is known only now.
    package mutating func object(named key: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
        self.key(named: key)
        try object(body)
    }

    /// A member that holds an array.
    @inlinable package mutating func array<Element>(
        _ key: StaticString, of elements: some Sequence<Element>, _ each: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        self.key(key)
        try array(of: elements, each)
    }

    /// A member that holds an array, whose name is known only now.
    @inlinable package mutating func array<Element>(
        named key: String, of elements: some Sequence<Element>, _ each: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        self.key(named: key)
        try array(of: elements, each)
    }

    /// A member with a plain value.
    package mutating func field(_ key: StaticString, _ value: (any JSONEncodable)?) {
        self.key(key)
        self.value(value)
    }

    /// A member with a plain value. Those that come a thousand times in a list are written without a detour.
    package mutating func field(_ key: StaticString, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    /// A member with a plain value.
    package mutating func field(_ key: StaticString, _ value: Int?) {
        self.key(key)
        if let value { integer(value) } else { null() }
    }

    /// A member with a plain value.
    package mutating func field(_ key: StaticString, _ value: Double) {
        self.key(key)
        value.encode(into: &self)
    }

    /// A member with a plain value.
    package mutating func field(_ key: StaticString, _ value: Bool) {
        self.key(key)
        if value { raw("true") } else { raw("false") }
    }

    /// A member with a list of texts.
    package mutating func field(_ key: StaticString, _ value: [String]) {
        array(key, of: value) { $0.string($1) }
    }

    /// A member with a list of whole numbers.
    package mutating func field(_ key: StaticString, _ value: [Int]) {
        array(key, of: value) { $0.integer($1) }
    }

    /// A member whose name is known only now.
    package mutating func field(named key: String, _ value: (any JSONEncodable)?) {
        self.key(named: key)
        self.value(value)
    }

    /// A member without a value.
    package mutating func null(_ key: StaticString) {
        self.key(key)
        null()
    }

    /// A value that comes again and again in one document, such as the subnet of a thousand interfaces, or the disk that a
    /// machine names three times: written once, then copied, with as many blanks before its lines as it takes there.
    /// `name` and `id` tell it apart from every other.
    package mutating func repeated(
        _ name: StaticString, _ id: Int, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        let fragment = Fragment(name, id)
        if let known = fragments[fragment] {
            return text.repeatBytes(known.bytes, moreBlanks: style == .indented ? 4 * (depth - known.depth) : 0)
        }
        let start = text.count
        afterKey = true
        try body(&self)
        fragments[fragment] = (start..<text.count, depth)
    }

    /// A name is known by its place: the same one written in two places of the program may be kept twice, which costs a
    /// second writing and nothing else.
    private struct Fragment: Hashable {
        let name: UnsafePointer<UInt8>
        let id: Int

        init(_ name: StaticString, _ id: Int) {
            self.name = name.utf8Start
            self.id = id
        }
    }

    /// A plain value: a whole document, or an element of an array.
    package mutating func value(_ value: (any JSONEncodable)?) {
        if let value { value.encode(into: &self) } else { null() }
    }

    /// The name of a member whose value comes next.
    /// - Parameter name: without anything that JSON escapes.
    package mutating func key(_ name: StaticString) {
        assert(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).allSatisfy(\.isPlainInJSON))
        separate()
        text.append(key: name)
        afterKey = true
    }

    /// The name of a member whose value comes next, when it is known only now.
    package mutating func key(named name: String) {
        separate()
        text.append(quoted: name)
        text.append(": ")
        afterKey = true
    }

    package mutating func null() { raw("null") }

    package mutating func string(_ text: String) {
        separate()
        self.text.append(quoted: text)
    }

    package mutating func integer(_ value: Int) {
        separate()
        text.append(digitsOf: value)
    }

    /// Appends a token that is JSON already.
    package mutating func raw(_ token: StaticString) {
        separate()
        text.append(token)
    }

    /// Appends a token that is JSON already.
    package mutating func raw(token: String) {
        separate()
        text.append(text: token)
    }

    private mutating func container(
        open: UInt8, close: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        text.append(open)
        depth += 1
        needsComma = false
        let start = text.count
        try body(&self)
        depth -= 1
        if text.count > start, style == .indented { text.append(lineWithBlanks: 4 * depth) }
        text.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if afterKey {
            afterKey = false
            needsComma = true
            return
        }
        if needsComma {
            if style == .compact { text.append(", ") } else { text.append(UInt8(ascii: ",")) }
        }
        if depth > 0, style == .indented { text.append(lineWithBlanks: 4 * depth) }
        needsComma = true
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
    package func encode(into json: inout JSONWriter) { if self { json.raw("true") } else { json.raw("false") } }
}

extension Int: JSONEncodable {
    package func encode(into json: inout JSONWriter) { json.integer(self) }
}

extension Int128: JSONEncodable {
    package func encode(into json: inout JSONWriter) { json.raw(token: String(self)) }
}

extension Double: JSONEncodable {
    /// Always with a fraction or an exponent, as Python writes floats.
    package func encode(into json: inout JSONWriter) { json.raw(token: isFinite ? description : "null") }
}

extension Array: JSONEncodable where Element: JSONEncodable {
    package func encode(into json: inout JSONWriter) {
        json.array(of: self) { $0.value($1) }
    }
}

extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
    package func encode(into json: inout JSONWriter) {
        json.object { json in
            for (key, value) in sorted(by: { $0.key < $1.key }) { json.field(named: key, value) }
        }
    }
}
