import Foundation
import Testing

@testable import CommandLine

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "xabc", 1),
        ("ab", "ba", 1), ("inventroy", "inventory", 1), ("kitten", "sitting", 3),
    ])
    func distances(first: String, second: String, distance: Int) {
        #expect(Suggestion.distance(first, second) == distance)
        #expect(Suggestion.distance(second, first) == distance)
    }

    @Test func onlyTypingMistakesAreSuggested() {
        #expect(Suggestion.nearest(to: "srve", among: ["check", "serve"]) == "serve")
        #expect(Suggestion.nearest(to: "destroy", among: ["check", "serve"]) == nil)
        #expect(Suggestion.nearest(to: "x", among: []) == nil)
    }

    @Test func longWordsAreNotBroken() {
        let word = String(repeating: "x", count: 100)
        #expect(HelpText.wrap("a \(word) b", width: 80) == ["a", word, "b"])
        #expect(HelpText.wrap("", width: 80) == [])
    }
}

@Suite struct StandardStreamTests {
    @Test func aFullDiskIsNoticed() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        let stream = StandardStream(descriptor: descriptor)
        #expect(!stream.hasFailed)
        stream.write("text")
        #expect(stream.hasFailed)
        close(descriptor)
    }

    @Test func aReaderThatWentAwayIsNoFailure() throws {
        InterruptSignals.ignoreBrokenPipes()
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let stream = StandardStream(descriptor: ends[1])
        stream.write("text")
        #expect(!stream.hasFailed)
        close(ends[1])
    }
}
