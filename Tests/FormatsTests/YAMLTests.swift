import Formats
import TestSupport
import Testing

@Suite("YAML") struct YAMLTests {
    private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8) }

    @Test(arguments: yamlRead) func itIsRead(yaml: String, expected: String) throws {
        #expect(try YAML.value(yaml) == json(expected))
    }

    @Test(arguments: yamlRead) func aListTakesItAsAnEntry(yaml: String, expected: String) throws {
        // What is indented further reads the same, but for documents and what counts columns itself.
        guard !yaml.contains("---"), !yaml.contains("..."), !yaml.contains("\r"), !yaml.hasPrefix("\u{FEFF}") else {
            return
        }
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let isInBlocks = !yaml.contains { "|>\"'".contains($0) }
        guard isInBlocks else { return }
        let nested = "- x\n-\n" + lines.map { $0.isEmpty ? "" : "   " + $0 }.joined(separator: "\n")
        #expect(try YAML.value(nested) == .array([.string("x"), json(expected)]))
    }

    @Test(arguments: yamlScalars) func plainScalarsStandFor(text: String, expected: String) throws {
        #expect(try YAML.value(text) == json(expected))
        #expect(try YAML.value("k:  \(text)  # note") == .object(["k": json(expected)]))
        #expect(try YAML.value("[\(text) , x]") == .array([json(expected), .string("x")]))
    }

    private func fault(_ yaml: String) -> YAML.Fault? {
        do throws(YAML.SyntaxError) {
            _ = try YAML.value(yaml)
            return nil
        } catch {
            return error.fault
        }
    }

    @Test(arguments: yamlRefused + yamlBeyond) func itIsRefusedByName(expected: YAML.Fault, texts: [String]) {
        for yaml in texts { #expect(fault(yaml) == expected, "\(yaml.debugDescription)") }
    }

    @Test func everyFaultHasACase() {
        let known = Set((yamlRefused + yamlBeyond).map(\.fault)).union([.tooDeep])
        #expect(known == Set(YAML.Fault.allCases))
    }

    @Test func linesAreCounted() {
        #expect(throws: YAML.SyntaxError.self) { try YAML.value("a: 1\r\n\r\nb: *x") }
        do throws(YAML.SyntaxError) {
            _ = try YAML.value("a: 1\r\n\r\nb: *x")
        } catch {
            #expect(error.message == "an alias (*) is not read in line 3")
        }
    }

    @Test func membersKeepTheirOrder() throws {
        #expect(try YAML.mapping("z: {b: 1}\na: 2\nm: 3\nz: 4")?.map(\.key) == ["z", "a", "m"])
        #expect(try YAML.mapping("{z: 1, a: 2}")?.map(\.key) == ["z", "a"])
        #expect(try YAML.mapping("") == nil)
        #expect(try YAML.mapping("- a") == nil)
    }

    @Test func depthIsBounded() throws {
        let limit = YAML.maximumDepth
        func nested(_ open: String, _ count: Int) -> String { String(repeating: open, count: count) }
        #expect(try YAML.value(nested("[", limit) + nested("]", limit)) != .null)
        #expect(try YAML.value(nested("- ", limit) + "a") != .null)
        for text in [
            nested("[", limit + 1) + nested("]", limit + 1), nested("[", 100_000), nested("{a: ", 100_000),
            nested("- ", 100_000) + "a",
            (0...limit).map { String(repeating: " ", count: $0) + "k:\n" }.joined() + nested(" ", limit + 1) + "v",
        ] { #expect(fault(text) == .tooDeep) }
        // Siblings do not add up.
        #expect(try YAML.value(nested("- [{a: [b]}]\n", 1000)) != .null)
    }

    @Test func anyTextIsReadOrRefused() throws {
        var random = SeededGenerator()
        let pieces =
            " |\n|\t|:|-|?|[|]|{|}|,|#|&|*|!|>|'|\"|%|@|`|a|1|.|~|=|<|\\|+|é|- |: |\n  |\n- |---|...|0x|1:30|\r".split(
                separator: "|"
            ).map(String.init) + ["|", "\u{0}", "\u{2028}"]
        for _ in 0..<5000 {
            let count = Int.random(in: 0..<25, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            // What is read is read again, from what is written of it.
            guard let value = try? YAML.value(text) else { continue }
            #expect(try YAML.value(YAMLText.scalar(value)) == value, "\(text.debugDescription)")
        }
    }

    @Test(arguments: [
        "[", "[\n", "- ", "{a: ", "? ", "a: ", "'", "\"", "\\", "9", "59:", "0x", "1_", "1.", "2020-1-1 ", " ", "\n",
        "# x\n",
        "a ", "a\n", "k: v\n", "- a\n", "- - a\n", "[a],", "a,", "a: b,", "a\n ", "-", ".", "|\n ", "- |\n a\n", "\n x",
        "é",
    ])
    func timeIsLinear(piece: String) {
        for (before, after) in [("", ""), ("k: [", "]")] {
            let times = growth(of: { before + String(repeating: piece, count: $0) + after }) { _ = try? YAML.value($0) }
            #expect(times <= mostGrowth, "\(before) \(piece) \(after)")
        }
    }

    @Test(arguments: ["a\n", "\n", " ", "a b\n\n", "\\n"]) func timeIsLinearWithinAScalar(piece: String) {
        for (before, after) in [("\"", "\""), ("'", ""), ("k: |\n  ", ""), (">+1\n ", ""), ("k: ", ": x")] {
            let times = growth(of: { before + String(repeating: piece, count: $0) + after }) { _ = try? YAML.value($0) }
            #expect(times <= mostGrowth, "\(before) \(piece) \(after)")
        }
    }

    @Test func timeIsLinearInKeysAndLevels() {
        let keys = growth(of: { count in (0..<count).map { "k\($0): v\n" }.joined() }) { _ = try? YAML.value($0) }
        #expect(keys <= mostGrowth)
        // As many lines, at 90 levels at most.
        let nested = { (count: Int) in
            (0..<count).map { String(repeating: " ", count: $0 % 90) + "k\($0):\n" }.joined()
        }
        let levels = growth(of: nested) { _ = try? YAML.value($0) }
        #expect(levels <= mostGrowth)
    }
}
