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
                        json.repeated("x", 1) {
                            written += 1; $0.object { $0.field("b", 1) }
                        }
                    }
                    json.repeated("x", 1) {
                        written += 1; $0.object { $0.field("b", 1) }
                    }
                }
            }
        }
        #expect(repeated == plain)
        #expect(written == 1)
    }

    @Test(arguments: [JSONWriter.Style.indented, .compact])
    func whatIsRepeatedTakesTheIndentationOfItsPlace(_ style: JSONWriter.Style) {
        func disk(_ json: inout JSONWriter) {
            json.object { json in
                json.field("name", "two\nlines")
                json.array("parts", of: [1, 2]) { json, part in json.object { $0.field("part", part) } }
                json.object("nothing") { _ in }
            }
        }
        func document(_ write: (inout JSONWriter) -> Void) -> String {
            text(style) { json in
                json.object { json in
                    json.array("deep", of: [1]) { json, _ in json.array { write(&$0) } }
                    json.key("shallow")
                    write(&json)
                    json.array("deeper", of: [1]) { json, _ in json.array { $0.array { write(&$0) } } }
                    json.array("again", of: [1]) { json, _ in write(&json) }
                }
            }
        }
        #expect(document { $0.repeated("disk", 1, disk) } == document(disk))
        let scalars = document { $0.repeated("number", 1) { $0.value(1) } }
        #expect(scalars == document { $0.value(1) })
    }

    @Test func whatIsRepeatedIsKnownByItsNameAndItsNumber() {
        let written = text(.compact) { json in
            json.array { json in
                for number in [1, 2, 1] {
                    json.repeated("a", number) { $0.value("a\(number)") }
                    json.repeated("b", number) { $0.value("b\(number)") }
                }
            }
        }
        #expect(written == #"["a1", "b1", "a2", "b2", "a1", "b1"]"#)
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

    @Test(arguments: [0, 7, -7, 10, -10, 1_000_000, Int.max, Int.min])
    func wholeNumbersHaveAllTheirDigits(_ number: Int) {
        #expect(text(.compact) { $0.value(number) } == String(number))
        #expect(text(.compact) { json in json.object { $0.field("a", number) } } == "{\"a\": \(number)}")
    }

    @Test func namesThatComeFromOutsideAreEscaped() throws {
        let name = "a\"b\\c\n\u{1}é"
        let written = text { json in
            json.object { json in
                json.field(named: name, 1)
                json.object(named: name + "2") { $0.null("x") }
                json.array(named: name + "3", of: [1]) { $0.value($1) }
            }
        }
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any]
        #expect(read.map { Set($0.keys) } == [name, name + "2", name + "3"])
    }

    @Test func growsBeyondWhatItBeganWith() throws {
        let long = String(repeating: "0123456789", count: 1000)
        let texts = (0..<40).map { "\(long)\($0)" }
        let written = text { json in
            json.object { json in
                json.field("texts", texts)
                json.array("again", of: texts) { json, text in json.repeated("same", 1) { $0.string(long) } }
            }
        }
        let read = try JSONDecoder().decode([String: [String]].self, from: Data(written.utf8))
        #expect(read["texts"] == texts)
        #expect(read["again"] == texts.map { _ in long })
    }
}
