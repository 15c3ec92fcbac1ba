import Foundation
import Testing

@testable import Formats

@Suite("JSON writer")
struct JSONWriterTests {
    private func text(_ style: JSONWriter.Style = .indented, _ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(style)
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func indentsByFourAsMAASDoes() {
        let written = text { json in
            json.object { json in
                json.field("a", 1)
                json.array("b", of: ["x", "y"]) { $0.value($1) }
                json.object("c") { _ in }
                json.field("d", [String]())
                json.null("e")
            }
        }
        #expect(
            written == """
                {
                    "a": 1,
                    "b": [
                        "x",
                        "y"
                    ],
                    "c": {},
                    "d": [],
                    "e": null
                }
                """)
    }

    @Test func compactIsOneLine() {
        let written = text(.compact) { json in
            json.array { json in
                json.value(1)
                json.object { $0.field("a", true) }
                json.array { _ in }
            }
        }
        #expect(written == #"[1, {"a": true}, []]"#)
    }

    @Test func floatsKeepTheirFraction() {
        #expect(text { $0.value(20000.0) } == "20000.0")
        #expect(text { $0.value(0.5) } == "0.5")
    }

    @Test func whatIsRepeatedIsWrittenTheSame() {
        let plain = text { json in
            json.array { json in
                for _ in 0..<3 {
                    json.object { json in
                        json.key("a")
                        json.object { $0.field("b", 1) }
                    }
                    json.object { $0.field("b", 1) }
                }
            }
        }
        var written = 0
        let repeated = text { json in
            json.array { json in
                for _ in 0..<3 {
                    json.object { json in
                        json.key("a")
                        json.repeated("x") {
                            written += 1; $0.object { $0.field("b", 1) }
                        }
                    }
                    json.repeated("x") {
                        written += 1; $0.object { $0.field("b", 1) }
                    }
                }
            }
        }
        #expect(repeated == plain)
        #expect(written == 2, "once at each depth")
    }

    @Test func everyTextSurvives() throws {
        let characters =
            (0..<0x300).compactMap { UnicodeScalar($0).map(String.init) }.joined() + "\u{1F980}\u{2028}\"\\"
        let written = text { $0.value(characters) }
        let read = try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8))
        #expect(read == [characters])
        #expect(written.contains("é"), "non-ASCII text is not escaped")
    }

    @Test func valuesRoundTrip() throws {
        let source = #"{"a": [1, 2.5, "x", null, true, false, {"b": []}], "c": -7}"#
        let value = try JSONValue(parsing: source.utf8)
        #expect(value.text == source)
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: "{\"a\": }".utf8) }
    }
}
