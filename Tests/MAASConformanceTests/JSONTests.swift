import TestSupport
import Testing

@testable import MAASConformance

@Suite("JSON as it was written")
struct JSONTests {
    @Test("whole and decimal numbers stay apart, keys keep their order, escapes are read")
    func values() throws {
        let json = try JSON(
            parsing:
                #" {"b": 1, "a": [1.0, -0, 1e3, 99999999999999999999], "s": "\u00e4\n\ud83d\ude00\/", "n": null, "t": true} "#
        )
        #expect(json["b"] == .int(1))
        #expect(json["a"] == .array([.float(1), .int(0), .float(1000), .float(1e20)]))
        #expect(json["s"] == .string("ä\n😀/") && json["n"] == .null && json["t"] == .bool(true))
        #expect(json.members?.map(\.key) == ["b", "a", "s", "n", "t"])
        #expect(try JSON(parsing: json.written) == json && JSON(parsing: json.pretty) == json)
    }

    @Test("what is JSON is taken", arguments: JSONGrammarCase.all(.taken))
    func taken(text: JSONGrammarCase) throws {
        let json = try JSON(parsing: text.bytes)
        #expect(try JSON(parsing: json.written) == json)
    }

    @Test("what is no JSON is refused, and the reason says where", arguments: JSONGrammarCase.all(.refused))
    func refused(text: JSONGrammarCase) throws {
        let failure = try #require(throws: JSONParser.Failure.self) { try JSON(parsing: text.bytes) }
        #expect(!failure.reason.isEmpty && failure.line >= 1)
    }

    @Test(
        "of what the RFC leaves open, numbers that a float can hold and reasonable depths are taken, half characters not"
    )
    func leftOpen() {
        let taken = JSONGrammarCase.all(.free).filter { (try? JSON(parsing: $0.bytes)) != nil }.map(\.name)
        #expect(
            Set(taken) == [
                "i_number_double_huge_neg_exp", "i_number_real_underflow", "i_number_too_big_neg_int",
                "i_number_too_big_pos_int", "i_number_very_big_negative_int", "i_structure_500_nested_arrays",
            ])
    }

    @Test("the cases are all there")
    func complete() {
        #expect(JSONGrammarCase.all(.taken).count == 95)
        #expect(JSONGrammarCase.all(.refused).count == 188)
        #expect(JSONGrammarCase.all(.free).count == 35)
    }

    @Test("what is wrong is named, with its line")
    func reasons() throws {
        let reasons = [
            ("[1,\n2.e3]", "line 2: not a JSON value"), (#"["\u+123"]"#, "line 1: a \\u without four digits"),
            (#"["\ud800"]"#, "line 1: half of a surrogate pair"), ("[1e999]", "line 1: 1e999 is beyond what a 64-bit"),
            (String(repeating: "[", count: 100_000), "line 1: nested more than 512 deep"),
            ("{\"a\": 1} x", "line 1: something follows the value"), ("[1 2]", "line 1: a comma or ] is missing"),
        ]
        for (text, reason) in reasons {
            let failure = try #require(throws: JSONParser.Failure.self) { try JSON(parsing: text) }
            #expect("\(failure)".hasPrefix(reason))
        }
    }

    @Test("of a key that stands twice the last value counts; in files that people write it is a mistake")
    func repeatedKeys() throws {
        // Few and many members are told apart in two ways.
        for count in [2, 40] {
            let members = (0..<count).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
            let text = "{\(members), \"k1\": \"again\"}"
            let json = try JSON(parsing: text)
            #expect(json["k1"] == .string("again") && json.members?.count == count)
            #expect(throws: JSONParser.Failure.self) { try JSON(parsing: text, repeatedKeys: .refused) }
        }
    }

    @Test("an object of many members takes time as it has members")
    func manyMembers() throws {
        func object(_ count: Int) -> String {
            "{" + (0..<count).map { "\"key\($0)\":\($0)" }.joined(separator: ",") + "}"
        }
        #expect(try JSON(parsing: object(16_000)).members?.count == 16_000)
        // Looking each key up among those before it would make it 256 times.
        let times = growth(of: object) { _ = try? JSON(parsing: $0) }
        #expect(times <= mostGrowth, "\(times) times as long for 16 times as much")
    }

    @Test("paths lead into objects and lists, and pick by a key")
    func paths() throws {
        let json = try JSON(parsing: #"{"a": [{"name": "x", "id": 1}, {"name": "y", "id": 2}]}"#)
        #expect(json.at("a.1.id") == .int(2) && json.at("a.[name=y].id") == .int(2) && json.at("") == json)
        #expect(json.at("a.2.id") == nil && json.at("a.[name=z]") == nil && json.at("b.c") == nil)
    }
}

@Suite("Matchers")
struct MatcherTests {
    private func differences(_ actual: String, _ expected: String) throws -> [String] {
        Matcher.differences(try JSON(parsing: actual), try JSON(parsing: expected))
    }

    @Test(
        "what agrees",
        arguments: [
            ("{\"a\":1,\"b\":2}", "{\"a\":1}"), ("[1,2]", "[1,2]"), ("1", "{\"$type\":\"int\"}"),
            ("1.5", "{\"$type\":\"number\"}"),
            ("null", "{\"$type\":\"int|null\"}"), ("{\"a\":1}", "{\"b\":{\"$absent\":true}}"),
            ("\"abc\"", "{\"$match\":\"^a.c$\"}"),
            ("[1,2,3]", "{\"$some\":2,\"$none\":4,\"$length\":3,\"$each\":{\"$min\":1,\"$max\":3}}"),
            ("[{\"i\":1},{\"i\":2},{\"i\":10}]", "{\"$sorted\":\"i\"}"), ("[1,2]", "{\"$unordered\":[2,1]}"),
            ("{\"a\":1}", "{\"$exact\":{\"a\":{\"$any\":true}}}"), ("{\"a\":1}", "{\"$keys\":[\"a\"]}"),
            ("3", "{\"$in\":[1,3]}"), ("[1,2,3]", "{\"$superset\":[3,1]}"),
            ("3", "{\"$not\":4}"), ("3", "{\"$anyOf\":[4,3]}"), ("\"GET, POST\"", "{\"$tokens\":[\"POST\",\"GET\"]}"),
            ("\"abc\"", "{\"$all\":[{\"$contains\":\"a\"},{\"$contains\":\"c\"}]}"),
        ])
    func agreeing(actual: String, expected: String) throws {
        #expect(try differences(actual, expected) == [])
    }

    @Test(
        "what does not, and what is said of it",
        arguments: [
            ("{\"a\":1}", "{\"a\":2}", "a is 1, expected 2"), ("{\"a\":1}", "{\"b\":1}", "b is missing"),
            ("1.0", "1", "the body is 1.0, expected 1"), ("[1]", "[1,2]", "the body has 1 elements, expected 2"),
            ("{\"a\":{\"b\":[{\"c\":1}]}}", "{\"a\":{\"b\":[{\"c\":\"1\"}]}}", "a.b.0.c is 1, expected \"1\""),
            ("1.0", "{\"$type\":\"int\"}", "the body is 1.0 (float), expected int"),
            ("{\"a\":null}", "{\"a\":{\"$absent\":true}}", "a is null, expected not to be there"),
            ("{\"a\":1,\"b\":2}", "{\"$exact\":{\"a\":1}}", "b is there, and should not be"),
            ("[2,1]", "{\"$each\":{\"$max\":1}}", "0 is 2, expected at most 1"),
            ("[{\"i\":2},{\"i\":1}]", "{\"$sorted\":\"i\"}", "the body is not sorted by i: 2, 1"),
            ("[1]", "{\"$some\":2}", "the body has no element like 2 among 1"),
            ("[1]", "{\"$none\":1}", "the body has an element like 1"),
            ("\"GET\"", "{\"$tokens\":[\"POST\"]}", "the body is 'GET', expected POST"),
            ("3", "{\"$not\":3}", "the body is 3, expected anything else"),
            ("3", "{\"$in\":[1]}", "the body is 3, expected one of [1]"),
            ("\"x\"", "{\"$match\":\"y\"}", "the body is \"x\", expected to match y"),
            ("{}", "{\"$keys\":[\"a\"]}", "a is missing"), ("{}", "{\"a\":{\"$any\":true}}", "a is missing"),
            ("1", "{\"$nonsense\":1}", "the body cannot be compared: $nonsense is no operator"),
            ("[1]", "{\"$superset\":[1,2]}", "the body has no element like 2"),
            ("[1]", "{\"$length\":{\"$min\":2}}", "length is 1, expected at least 2"),
            ("1", "{\"$each\":1}", "the body is int, expected a list"),
            ("1", "{\"$match\":\"1\"}", "the body is int, expected a string"),
            ("\"x\"", "{\"$match\":\"(\"}", "the body cannot be compared: '(' is no regular expression"),
        ])
    func disagreeing(actual: String, expected: String, said: String) throws {
        #expect(try differences(actual, expected) == [said])
    }
}

@Suite("Variables")
struct VariableTests {
    @Test("names are filled in with their types, doubled braces are braces, unknown names are errors")
    func filling() throws {
        var variables = Variables(prefix: "p-", number: 300, runNumber: 0xABCDEF)
        variables["id"] = .int(7)
        #expect(try variables.fill("x{id}/{prefix}y{{3}}") == "x7/p-y{3}")
        #expect(try variables.fill(.object([.init("{id}", .string("{id}"))])) == .object([.init("7", .int(7))]))
        #expect(throws: Variables.Unknown.self) { try variables.fill("{nobody}") }
        #expect(try variables.fill("} {") == "} {")
        #expect(try variables.fill("{mac:1}") == "02:ab:cd:ef:2c:09")
        #expect(try variables.fill("{net:2}.0/24").hasPrefix("100."))
    }

    @Test("what cases make is theirs alone")
    func unique() throws {
        var seen: Set<String> = []
        for number in 1...400 {
            let variables = Variables(prefix: "", number: number, runNumber: 1)
            for name in ["mac:1", "mac:2", "net:1", "net:7", "net6:1"] {
                #expect(seen.insert(try variables.fill("{\(name)}")).inserted)
            }
        }
    }
}

@Suite("Networks that cases make")
struct TestNetworksTests {
    @Test("they are none of the target's, and other ones in another run")
    func avoiding() {
        let free = TestNetworks()
        let first = free.network(run: 0, case: 1, index: 1)
        let careful = TestNetworks(avoiding: ["\(first).0/26", "10.0.0.0/8", "fd00::/64", "garbage"])
        #expect(careful.network(run: 0, case: 1, index: 1) != first)
        #expect(free.network(run: 1, case: 1, index: 1) != first)
        let half = TestNetworks(avoiding: ["100.64.0.0/11"])
        for number in 1...334 {
            let second = half.network(run: 3, case: number, index: 7).split(separator: ".").compactMap { Int($0) }[1]
            #expect((96...127).contains(second))
        }
    }

    @Test("a target that has all of them gets a network that MAAS refuses, not a crash")
    func none() { #expect(TestNetworks(avoiding: ["0.0.0.0/0"]).network(run: 5, case: 9, index: 2) == "100.64.0") }
}
