import Formats
import TestSupport
import Testing

@Suite("JSON values") struct JSONValueTests {
    @Test(arguments: [
        ("1", JSONValue.integer(1)), ("-7", .integer(-7)), ("1.0", .number(1)), ("2.5", .number(2.5)),
        ("true", .bool(true)), ("false", .bool(false)),
        ("null", .null), ("\"\"", .string("")), ("[]", .array([])), ("{}", .object([:])),
        ("[1, [true]]", .array([.integer(1), .array([.bool(true)])])),
        ("{\"a\": {\"b\": null}}", .object(["a": .object(["b": .null])])), ("9223372036854775807", .integer(.max)),
    ])
    func itIsRead(text: String, value: JSONValue) throws { #expect(try JSONValue(parsing: text.utf8) == value) }

    @Test func whatIsNoJSONIsSaidWithItsLine() {
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: "".utf8) }
        do {
            _ = try JSONValue(parsing: "{\n\"a\": }".utf8)
            Issue.record("it was read")
        } catch {
            #expect((error as? JSONSyntaxError)?.reason.hasSuffix("(line 2)") == true)
        }
    }

    @Test func membersAndElementsAreAskedFor() {
        let value = JSONValue.object(["a": .array([.string("x"), .integer(1), .string("y")]), "b": .integer(2)])
        #expect(value["a"]?.strings == ["x", "y"])
        #expect(value["a"]?.integers == [1])
        #expect(value["b"]?.integer == 2)
        #expect(value["b"]?.string == nil)
        #expect(value["c"] == nil)
        #expect(value.strings.isEmpty)
        #expect(JSONValue.null["a"] == nil)
        #expect(
            [JSONValue.null, .bool(true), .integer(1), .array([])].map(\.kind) == [
                "null", "true or false", "a whole number", "a list",
            ])
    }

    @Test func whatIsWrittenReadsAsTheSame() throws {
        var random = SeededGenerator()
        for _ in 0..<1000 {
            let value = JSONValue.random(&random)
            // Foundation leaves out the byte order mark that a string, or what is behind an escape in it, begins with.
            if value.text.unicodeScalars.contains("\u{FEFF}") { continue }
            #expect(try JSONValue(parsing: value.text.utf8) == value, "\(value.text)")
        }
    }
}
