import Formats

/// Writes a fixture as text, the keys of every object in the order in which the format has them.
struct FixturePrinter {
    private var json = JSONWriter()

    /// The text of a fixture.
    static func text(of fixture: JSONValue) -> [UInt8] {
        var printer = FixturePrinter()
        printer.print(fixture, .object(.fixture))
        return printer.json.bytes + [UInt8(ascii: "\n")]
    }

    private mutating func print(_ value: JSONValue, _ shape: FixtureShape) {
        switch (shape, value) {
        case (.list(let element), .array(let elements)):
            json.array { json in
                for one in elements { Self.nested(&json) { $0.print(one, element) } }
            }
        case (.object(let kind), .object(let members)):
            let about = members["about"].map { ("about", $0, FixtureShape.anything) }
            let known = kind.keys.compactMap { key in members[key.name].map { (key.name, $0, key.shape) } }
            print([about].compactMap(\.self) + known)
        case (.members(let element), .object(let members)):
            print(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value, element) })
        default: json.value(value)
        }
    }

    private mutating func print(_ members: [(name: String, value: JSONValue, shape: FixtureShape)]) {
        json.object { json in
            for member in members {
                json.key(member.name)
                Self.nested(&json) { $0.print(member.value, member.shape) }
            }
        }
    }

    private static func nested(_ json: inout JSONWriter, _ body: (inout FixturePrinter) -> Void) {
        var printer = FixturePrinter()
        swap(&printer.json, &json)
        body(&printer)
        swap(&printer.json, &json)
    }
}
