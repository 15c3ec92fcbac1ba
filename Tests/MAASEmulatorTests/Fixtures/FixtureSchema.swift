import Formats

@testable import MAASEmulator

/// The format of fixtures as JSON Schema, for editors: what the shape check takes, with what templates, counts and
/// patterns add.
struct FixtureSchema {
    private var kinds: [FixtureKind] = []

    /// A line for each kind, so that what changes is seen.
    static var text: String {
        var schema = FixtureSchema()
        schema.note(.object(.fixture))
        let lines = schema.kinds.map { kind in
            var json = JSONWriter(.compact)
            json.object { write(kind, &$0) }
            return "\"\(kind.name)\": \(String(decoding: json.bytes, as: UTF8.self))"
        }
        return """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A fixture of maas-emulator",
            "$ref": "#/$defs/fixture", "$defs": {
            \(lines.joined(separator: ",\n"))
            }}

            """
    }

    /// Every kind that a shape leads to.
    private mutating func note(_ shape: FixtureShape) {
        switch shape {
        case .list(let element), .members(let element): note(element)
        case .object(let kind) where !kinds.contains(where: { $0.name == kind.name }):
            kinds.append(kind)
            for key in kind.keys { note(key.shape) }
        default: break
        }
    }

    private static func write(_ kind: FixtureKind, _ json: inout JSONWriter) {
        let isWhole = kind.name == "fixture"
        json.field("description", kind.about)
        json.field("type", "object")
        json.field("additionalProperties", false)
        json.object("properties") { json in
            json.object("about") { $0.field("description", "Not read") }
            for key in kind.keys { json.object(named: key.name) { write(key.shape, &$0) } }
            if isWhole {
                json.object("templates") { json in
                    json.field("description", "What elements have that name one")
                    json.field("type", "object")
                }
                json.object("include") { json in
                    json.field("description", "Other files, seen from this one")
                    json.field("type", ["string", "array"])
                }
            } else {
                json.object("template") { $0.field("type", "string") }
                json.object("count") { json in
                    json.field("type", "integer")
                    json.field("minimum", 0)
                }
            }
        }
        let required = kind.keys.filter(\.isRequired).map(\.name)
        guard !required.isEmpty else { return }
        json.array("anyOf", of: [required, ["template"]]) { json, names in json.object { $0.field("required", names) } }
    }

    /// Anything may be null, which is as good as nothing.
    private static func write(_ shape: FixtureShape, _ json: inout JSONWriter) {
        func type(_ name: String) { json.field("type", [name, "null"]) }
        switch shape {
        case .anything: break
        case .text, .hostname: type("string")
        case .macAddress: describe("A MAC address, such as 00:16:3e:00:00:01", &json)
        case .address: describe("An IP address", &json)
        case .network: describe("A network, such as 10.0.0.0/24", &json)
        case .flag: type("boolean")
        case .integer(let range):
            type("integer")
            json.field("minimum", range.lowerBound)
            json.field("maximum", range.upperBound)
        case .number(let range):
            type("number")
            json.field("minimum", range.lowerBound)
            json.field("maximum", range.upperBound)
        case .words(let words): json.field("enum", JSONValue.array(words.map(JSONValue.string) + [.null]))
        case .list(let element):
            type("array")
            json.object("items") { write(element, &$0) }
        case .members(let element):
            type("object")
            json.object("properties") { json in json.object("about") { $0.field("description", "Not read") } }
            json.object("additionalProperties") { write(element, &$0) }
        case .object(let kind):
            json.key("anyOf")
            json.array { json in
                json.object { $0.field("$ref", "#/$defs/\(kind.name)") }
                json.object { $0.field("type", "null") }
            }
        }
    }

    private static func describe(_ text: String, _ json: inout JSONWriter) {
        json.field("description", text)
        json.field("type", ["string", "null"])
    }
}
