import Formats
import TestSupport
import Testing

@Suite struct WildcardPatternTests {
    @Test(arguments: [
        ("pci:v00008086d*sv*i*", "pci:v00008086d00001521sv1sd2bc02sc00i00", true), ("*", "", true), ("?", "", false),
        ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
        ("[!a-c]x", "dx", true), ("[abc", "[abc", true), ("[]]", "]", true), ("a?c", "abc", true), ("A", "a", false),
    ])
    func itMatchesAsShellsDo(pattern: String, text: String, matches: Bool) {
        #expect(WildcardPattern(pattern).matches(text) == matches)
    }

    /// Many stars do not take for ever.
    @Test func starsAreCheap() {
        let pattern = String(repeating: "*a", count: 200) + "b"
        #expect(!WildcardPattern(pattern).matches(String(repeating: "a", count: 4000)))
    }

    @Test func readingCostsWhatThePatternIsLong() {
        #expect(growth(of: { String(repeating: "[", count: $0) }, body: { _ = WildcardPattern($0) }) <= mostGrowth)
    }
}
