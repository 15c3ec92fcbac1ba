import Testing

@testable import Formats

@Suite("YAML of scripts") struct YAMLTests {
    private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8) }

    @Test(arguments: [
        ("name: a", #"{"name": "a"}"#),
        (" name: a\n timeout: 00:05:00\n", #"{"name": "a", "timeout": "00:05:00"}"#),
        (
            "a: 1\nb: -2\nc: 1.5\nd: true\ne: No\nf: ~\ng:\n",
            #"{"a":1,"b":-2,"c":1.5,"d":true,"e":false,"f":null,"g":null}"#
        ),
        ("octal: 010\nhex: 0x1f\nclock: 1:30:00\nword: 1a", #"{"octal":8,"hex":31,"clock":5400,"word":"1a"}"#),
        ("a: 'it''s'\nb: \"x\\ty\"\nc: \"1\"\nd: 'k: v # w'", #"{"a":"it's","b":"x\ty","c":"1","d":"k: v # w"}"#),
        ("# all\na: b # and this\nc: d#e\n", #"{"a": "b", "c": "d#e"}"#),
        ("a:\n  b:\n    c: 1\n  d: 2\ne: 3", #"{"a": {"b": {"c": 1}, "d": 2}, "e": 3}"#),
        ("a:\n  - x\n  - y\nb:\n- z", #"{"a": ["x", "y"], "b": ["z"]}"#),
        ("a:\n  - k: 1\n    l: 2\n  -\n    m: 3\n  - - n\n", #"{"a": [{"k": 1, "l": 2}, {"m": 3}, ["n"]]}"#),
        (
            "a: [x, 'y, z', 3, [true]]\nb: {c: d, e: {f: 1}}\nc: []",
            #"{"a":["x","y, z",3,[true]],"b":{"c":"d","e":{"f":1}},"c":[]}"#
        ),
        ("a: [x,\n  y]\nb: 1", #"{"a": ["x", "y"], "b": 1}"#),
        ("a: |\n  one\n    two\n\n  # three\nb: 1", ##"{"a": "one\n  two\n\n# three\n", "b": 1}"##),
        ("a: >-\n  one\n  two\nb: 1", #"{"a": "one two", "b": 1}"#),
        ("url: http://x:80/y\nat: 12:xx", #"{"url": "http://x:80/y", "at": "12:xx"}"#),
    ])
    func itIsRead(yaml: String, expected: String) throws {
        #expect(try YAML.value(yaml) == json(expected))
    }

    @Test(arguments: [
        "a: &x 1", "a: *x", "a: !tag b", "a: [1, 2", "a: 'open", "a: b: c", "a: 1\n   b: 2", "a: 1\nword",
    ])
    func itIsRefused(yaml: String) {
        #expect(throws: YAML.SyntaxError.self) { try YAML.value(yaml) }
    }

    @Test func membersKeepTheirOrder() throws {
        #expect(try YAML.mapping("z: 1\na: 2\nm: 3")?.map(\.key) == ["z", "a", "m"])
        #expect(try YAML.mapping("") == nil)
        #expect(try YAML.mapping("- a") == nil)
    }
}
