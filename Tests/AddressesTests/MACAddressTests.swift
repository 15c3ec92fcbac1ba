import TestSupport
import Testing

@testable import Addresses

/// What MAAS 3.7.3's expressions take, as its own `re.search`, `re.match` and `normalise_macaddress` answer.
@Suite struct MACAddressTests {
    struct Case: Sendable {
        let text: String
        let isFound: Bool
        let isMatched: Bool
        let isStorable: Bool
        let normalised: String
    }

    @Test(arguments: [
        Case(
            text: "52:54:00:aa:bb:cc", isFound: true, isMatched: true, isStorable: true, normalised: "52:54:00:aa:bb:cc"
        ),
        Case(
            text: "52:54:00:AA:BB:CC", isFound: true, isMatched: true, isStorable: true, normalised: "52:54:00:aa:bb:cc"
        ),
        Case(
            text: "52-54-00-aa-bb-cc", isFound: true, isMatched: true, isStorable: false,
            normalised: "52:54:00:aa:bb:cc"),
        Case(
            text: "5254.00aa.bbcc", isFound: true, isMatched: true, isStorable: false, normalised: "52:54:00:aa:bb:cc"),
        Case(text: "525.400.aab", isFound: true, isMatched: true, isStorable: false, normalised: "05:25:04:00:0a:ab"),
        Case(text: "52:54:0:a:bb:c", isFound: true, isMatched: true, isStorable: true, normalised: "52:54:00:0a:bb:0c"),
        // The beginning binds the first form alone, the end the last one.
        Case(
            text: "52:54:00:aa:bb:cczz", isFound: true, isMatched: true, isStorable: false,
            normalised: "52:54:00:aa:bb:cczz"),
        Case(
            text: "zz52-54-00-aa-bb-cc", isFound: true, isMatched: false, isStorable: false,
            normalised: "zz52:54:00:aa:bb:cc"),
        Case(text: "525400aabbcc", isFound: true, isMatched: true, isStorable: false, normalised: "52:54:00:aa:bb:cc"),
        Case(
            text: "5254 00aa bbcc", isFound: true, isMatched: true, isStorable: false,
            normalised: "52:54: 0:0a:a :bb:cc"),
        Case(text: "52:54:00:aa:bb", isFound: false, isMatched: false, isStorable: false, normalised: "52:54:00:aa:bb"),
        Case(text: "", isFound: false, isMatched: false, isStorable: false, normalised: ""),
        Case(text: "5", isFound: false, isMatched: false, isStorable: false, normalised: ""),
    ])
    func everySpelling(_ row: Case) {
        #expect(MACAddress.isAccepted(row.text) == row.isFound)
        #expect(MACAddress.isAccepted(row.text, fromStart: true) == row.isMatched)
        #expect(MACAddress.isStorable(row.text) == row.isStorable)
        #expect(MACAddress.normalised(row.text) == row.normalised)
    }

    @Test func aLineBreakAtTheEndIsNoMore() {
        #expect(MACAddress.isStorable("52:54:00:aa:bb:cc\n"))
        #expect(!MACAddress.isStorable("52:54:00:aa:bb:cc\n\n"))
        #expect(MACAddress.isAccepted("5254.00aa.bbcc\n"))
    }

    @Test func normalIsWhatTablesHold() {
        #expect(MACAddress.normal("52-54-00-AA-BB-CC") == "52:54:00:aa:bb:cc")
        #expect(MACAddress.normal("52:54:00:aa:bb:cczz") == nil)
        #expect(MACAddress.normal("nothing") == nil)
    }

    /// Nothing traps, whatever comes.
    @Test func anyText() {
        var random = SeededGenerator()
        let alphabet = Array("0123456789abcdefABCDEF:-. \nzé")
        for _ in 0..<2000 {
            let text = String(
                (0..<Int(random.next() % 24)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
            let normal = MACAddress.normal(text)
            #expect(normal == nil || MACAddress.isStorable(normal ?? ""), "\(text)")
        }
    }
}
