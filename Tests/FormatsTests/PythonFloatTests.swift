import Testing

@testable import Formats

/// Numbers as Python's `float()` reads them.
@Suite struct PythonFloatTests {
    @Test(arguments: [
        ("1", 1), (" 1.5\t", 1.5), ("1e3", 1000), ("1_000", 1000), ("٣", 3), ("5.", 5), (".5", 0.5), ("+2", 2),
        ("-5.e1", -50), ("inf", Double.infinity), ("-Infinity", -Double.infinity),
    ])
    func whatPythonReads(_ text: String, _ number: Double) { #expect(Double(python: text) == number) }

    @Test(arguments: ["", " ", "x", "0x10", "1__0", "_1", "1_", "1 0", "1,5", ".", "infinit", "--1", "e3", "+inf-"])
    func whatPythonRefuses(_ text: String) { #expect(Double(python: text) == nil) }

    @Test func nanIsANumberToo() { #expect(Double(python: " NaN ")?.isNaN == true) }
}
