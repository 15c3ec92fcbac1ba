import TestSupport
import Testing

@testable import Formats

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

    /// What is read without Foundation is read as Foundation reads it, and nothing is taken that Foundation refuses.
    @Test func theQuickReadingIsFoundations() throws {
        var random = SeededGenerator()
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\": 1", " ", "\n", "0", "-", "-0", "01", "12", "1.5",
            "1e3", ".", "0.1", "-0.5", "-0.0", "3.14159265358979", "0.1234567890123456", "00.5", "7.",
            "123456789012345678", "1234567890123456789", "18446744073709551615", "true", "false", "null", "nul",
            "\"\\n\"", "\"\\u00e4\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\x\"", "\"\u{1}\"", "\"ü☃\"", "\u{FEFF}",
        ]
        var taken = 0
        for _ in 0..<20_000 {
            var text = ""
            if Bool.random(using: &random) {
                text = JSONValue.random(&random).text
                if Bool.random(using: &random), let place = text.indices.randomElement(using: &random) {
                    text.replaceSubrange(place...place, with: pieces.randomElement(using: &random) ?? "")
                }
            } else {
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    text += pieces.randomElement(using: &random) ?? ""
                }
            }
            // Foundation leaves out byte order marks.
            if text.unicodeScalars.contains("\u{FEFF}") || text.contains("\\ufeff") { continue }
            let bytes = Array(text.utf8)
            guard let value = bytes.withUnsafeBufferPointer(JSONParser.parse) else { continue }
            taken += 1
            #expect(try JSONValue(readByFoundation: bytes) == value, "\(text)")
        }
        #expect(taken > 1000)
    }

    @Test(arguments: [
        (#"{"a": "x", "b": 7}"#, JSONValue.integer(7)),
        (#"{ "b" : [1, {"b": 2}] , "c": 1}"#, .array([.integer(1), .object(["b": .integer(2)])])),
        (#"{"a": "say \"b\": 1", "b": null}"#, .null), (#"{"a": "\\", "b": "\\\""}"#, .string("\\\"")),
        (#"{"a": {"b": 1}, "\u0062": 2}"#, .integer(2)), (#"{"a": ["\"", "]"], "b": true}"#, .bool(true)),
        (#"{"a": 1e3, "b": 1E3}"#, .number(1000)),
    ])
    func aMemberIsReadAlone(text: String, value: JSONValue) throws {
        #expect(try JSONValue.member("b", ofText: text.utf8) == value)
        #expect(try JSONValue(parsing: text.utf8)["b"] == value)
    }

    @Test(arguments: ["{}", #"{"a": 1}"#, "[]", #""b""#]) func aMemberThatIsNotThereIsNone(text: String) throws {
        #expect(try JSONValue.member("b", ofText: text.utf8) == nil)
    }

    @Test(arguments: ["", "{", #"{"a""#, #"{"a": "}"#, #"{"a": "\"}"#, #"{"a": 1 "b": 2}"#, #"{"a": x, "b": 2}"#])
    func aTextOutOfOrderHasNoMembers(text: String) {
        #expect(throws: JSONSyntaxError.self) { try JSONValue.member("b", ofText: text.utf8) }
    }

    @Test func everyMemberOfAnObjectIsTheSameReadAlone() throws {
        var random = SeededGenerator()
        for _ in 0..<1000 {
            let value = JSONValue.object([
                "a": .random(&random), "b": .random(&random), "c": .random(&random), "d\"": .random(&random),
            ])
            // Foundation leaves out byte order marks.
            if value.text.unicodeScalars.contains("\u{FEFF}") { continue }
            for name in ["a", "b", "c", "d\"", "e"] {
                #expect(try JSONValue.member(name, ofText: value.text.utf8) == value[name], "\(name) of \(value.text)")
            }
        }
    }
}
