import Formats

/// Writes a fixture as text, the keys of every object in the order in which the format has them.
enum FixturePrinter {
    /// The text of a fixture.
    static func text(of fixture: JSONValue) -> [UInt8] {
        var json = JSONWriter()
        print(fixture, .object(.fixture), into: &json)
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func print(_ value: JSONValue, _ shape: FixtureShape, into json: inout JSONWriter) {
        switch (shape, value) {
        case (.list(let element), .array(let elements)):
            json.array(of: elements) { print($1, element, into: &$0) }
        case (.object(let kind), .object(let members)):
            let about = members["about"].map { ("about", $0, FixtureShape.anything) }
            let known = kind.keys.compactMap { key in members[key.name].map { (key.name, $0, key.shape) } }
            print([about].compactMap(\.self) + known, into: &json)
        case (.members(let element), .object(let members)):
            print(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value, element) }, into: &json)
        default: json.value(value)
        }
    }

    private static func print(
        _ members: [(name: String, value: JSONValue, shape: FixtureShape)], into json: inout JSONWriter
    ) {
        json.object { json in
            for member in members {
                json.key(named: member.name)
                print(member.value, member.shape, into: &json)
            }
        }
    }
}
