import Formats
import TestSupport
import Testing

@Suite("Python's format") struct PythonFormatTests {
    private let values: [String: JSONValue] = [
        "name": .string("it"), "count": .integer(3), "rate": .number(1.5), "on": .bool(true), "none": .null,
        "list": .array([.string("a"), .integer(1)]),
        "node": .object(["id": .integer(7), "tags": .array([.string("x")])]),
    ]

    @Test(arguments: [
        "", "plain", "{name}", "{{}} {{name}}", "{count:>10}", "{count:05d}", "{rate:.2f}", "{rate:e}", "{name!r}",
        "{name!s:>10}",
        "{list[0]}", "{node[id]}", "{node[tags][0]}", "{name[1]}", "{count:{count}}", "{name:^{count}}", "{on:d}",
        "{count:,}", "{none}",
        "{count:%}",
    ])
    func itCanBeRendered(text: String) { #expect(PythonFormat.canRender(text, values)) }

    @Test(arguments: [
        "{", "}", "{name", "{}", "{0}", "{other}", "{name.upper}", "{list[9]}", "{list[x]}", "{node[none]}",
        "{count[0]}", "{name:d}",
        "{name:.2f}", "{rate:d}", "{count:s}", "{name!x}", "{name!}", "{count:.2d}", "{name:{other}}", "{name[0}",
        "{count:{name:{name}}}",
        "{none:d}", "{name!rx}", "{list:d}",
    ])
    func itCannotBeRendered(text: String) { #expect(!PythonFormat.canRender(text, values)) }

    @Test(arguments: ["{", "}", "{{", "{name", "{name:", "{name[", "{name} ", "a"]) func timeIsLinear(piece: String) {
        let times = growth(of: { String(repeating: piece, count: $0) }) { _ = PythonFormat.canRender($0, values) }
        #expect(times <= mostGrowth)
    }
}
