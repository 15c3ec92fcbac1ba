import Testing

@testable import Formats

@Suite struct PythonIntegerTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("+7", "7"), (" 12\n", "12"), ("1_000", "1000"), ("007", "7"), ("٣", "3"),
        ("99999999999999999999", "99999999999999999999"), ("-9223372036854775808", "-9223372036854775808"),
    ])
    func readsWhatPythonReads(text: String, number: String) {
        #expect(PythonInteger(text)?.description == number)
    }

    @Test(arguments: [
        "", " ", "+", "-", "_1", "1_", "1__0", "1.0", "0x1", "1e3", "²", "- 1", String(repeating: "1", count: 4301),
    ])
    func refusesTheRest(text: String) { #expect(PythonInteger(text) == nil) }

    @Test(arguments: [
        ("0", "1", "-1"), ("-1", "0", "-2"), ("9", "10", "8"), ("10", "11", "9"), ("-10", "-9", "-11"),
        ("-9223372036854775808", "-9223372036854775807", "-9223372036854775809"),
        ("99999999999999999999", "100000000000000000000", "99999999999999999998"),
    ])
    func knowsItsNeighbours(text: String, next: String, previous: String) {
        #expect(PythonInteger(text)?.successor.description == next)
        #expect(PythonInteger(text)?.predecessor.description == previous)
    }

    @Test func staysWithin64Bits() {
        #expect(Int(python: "99999999999999999999") == .max)
        #expect(Int(python: "-99999999999999999999") == .min)
        #expect(Int(python: "-9223372036854775808") == .min)
        #expect(Int(python: "five") == nil)
    }

    @Test func powersOfTenAreCounted() {
        #expect(PythonInteger("-3")?.timesTen(toThe: 3).exact == -3000)
        #expect(PythonInteger("0")?.timesTen(toThe: 3).exact == 0)
        #expect(PythonInteger("99999999999999")?.timesTen(toThe: 12).exact == nil)
    }
}
