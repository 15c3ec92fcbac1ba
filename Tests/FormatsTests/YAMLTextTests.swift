import Formats
import TestSupport
import Testing

@Suite("YAML writer") struct YAMLTextTests {
    @Test(arguments: [
        ("ext4", "ext4"), ("", "''"), ("123", "'123'"), ("1.5", "'1.5'"), ("yes", "'yes'"), ("/boot/efi", "/boot/efi"),
        ("size=1G", "size=1G"), ("it's", "'it''s'"), ("a: b", "'a: b'"), ("0x1f", "'0x1f'"), ("S01", "S01"),
        ("2026-01-02", "'2026-01-02'"), ("- x", "'- x'"), ("QEMU HARDDISK", "QEMU HARDDISK"), ("a\nb", #""a\nb""#),
        ("52:54:00:12:34:56", "'52:54:00:12:34:56'"), ("52:54:00:ab:34:56", "52:54:00:ab:34:56"), ("+1:30", "'+1:30'"),
        ("a:", "'a:'"), ("a ", "'a '"), ("...", "'...'"), ("é", "'é'"), ("aé", "aé"), ("tab\t", #""tab\t""#),
        ("\u{2028}\u{7F}", #""\u2028\u007f""#), ("a,b", "a,b"), ("=", "'='"), ("<<", "'<<'"), ("1e3", "1e3"),
    ])
    func textIsQuotedWhereItWouldReadAsSomethingElse(_ text: String, _ yaml: String) throws {
        #expect(YAMLText.scalar(.string(text)) == yaml)
        #expect(try YAML.value(yaml) == .string(text))
    }

    @Test(arguments: [
        (1e20, "1.0e+20"), (1.5, "1.5"), (-0.0, "-0.0"), (1e-7, "1.0e-07"), (.infinity, ".inf"), (-.infinity, "-.inf"),
        (100.0, "100.0"),
    ])
    func numbersHaveAPoint(_ number: Double, _ yaml: String) { #expect(YAMLText.scalar(.number(number)) == yaml) }

    @Test func membersAreWrittenInTheOrderOfTheirNames() {
        let list: [[String: JSONValue]] = [
            ["type": .string("disk"), "id": .string("sda"), "devices": .array([.string("a"), .integer(1)])], [:],
            ["none": .array([]), "on": .bool(true), "nested": .object(["b": .array([.string("x,y")]), "a": .null])],
        ]
        #expect(
            YAMLText.list(list, indent: 2) == [
                "  - devices:", "    - a", "    - 1", "    id: sda", "    type: disk", "  - {}",
                "  - nested: {a: null, b: ['x,y']}", "    none: []", "    'on': true",
            ])
    }

    @Test func whatIsWrittenReadsAsTheSame() throws {
        var random = SeededGenerator()
        for _ in 0..<3000 {
            let value = JSONValue.random(&random)
            let text = YAMLText.scalar(value)
            #expect(try YAML.value(text) == value, "\(text)")
            let list = (0..<Int.random(in: 1...3, using: &random)).map { _ in JSONValue.randomMembers(&random) }
            let lines = YAMLText.list(list, indent: Int.random(in: 0...4, using: &random)).joined(separator: "\n")
            #expect(try YAML.value(lines) == .array(list.map { .object($0) }), "\(lines)")
        }
    }
}

extension JSONValue {
    /// Any value, small, of texts that have a meaning to one format or another.
    static func random(_ random: inout SeededGenerator, depth: Int = 0) -> JSONValue {
        switch Int.random(in: depth < 3 ? 0...8 : 2...8, using: &random) {
        case 0:
            return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in .random(&random, depth: depth + 1) })
        case 1: return .object(randomMembers(&random, depth: depth + 1))
        case 2: return [.null, .bool(true), .bool(false)].randomElement(using: &random) ?? .null
        case 3: return .integer([0, -1, .max, .min, 1_000_000].randomElement(using: &random) ?? 0)
        case 4:
            return .number(
                [1.5, -0.0, 1e20, 1e-7, .leastNonzeroMagnitude, 1.7e308, 1e15, 1e16].randomElement(using: &random) ?? 0)
        default: return .string(randomText(&random))
        }
    }

    static func randomMembers(_ random: inout SeededGenerator, depth: Int = 1) -> [String: JSONValue] {
        let pairs = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            (randomText(&random), JSONValue.random(&random, depth: depth))
        }
        return Dictionary(pairs) { $1 }
    }

    private static let pieces =
        "abz019 _-/.+=(),:;?!&*#|<>%@`'\"\\{}[]~\n\r\t\u{7}\u{7F}\u{85}\u{A0}é\u{2028}\u{FEFF}\u{FFFF}😀\u{301}".map(
            String.init)
        + [
            "true", "null", "no", "1:30", "0x1", "1.5", "2020-01-01", ": ", " #", "...", "---", "<<", "1e5", ".inf",
            "010", "- ",
            "? ",
        ]

    static func randomText(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}
