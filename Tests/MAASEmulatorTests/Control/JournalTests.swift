import Formats
import HTTPServer
import Testing

@testable import MAASEmulator

@Suite("The journal") struct JournalTests {
    private static let total = 3 * Journal.limit + 7

    private func journal(of requests: Range<Int>) -> Journal {
        let journal = Journal()
        fill(journal, requests)
        return journal
    }

    private func fill(_ journal: Journal, _ requests: Range<Int>) {
        for number in requests {
            let request = HTTPRequest(method: "GET", path: "/\(number)")
            journal.add(RequestRecord(request, status: 200), request, HTTPResponse(status: 200))
        }
    }

    private func targets(_ entries: [Journal.Entry]) -> [String] { entries.map(\.record.target) }

    @Test func theLatestAreKeptNewestFirst() throws {
        let entries = journal(of: 0..<Self.total).entries(fitting: try JournalFilter(Parameters()), limit: .max)
        #expect(entries.count == Journal.limit)
        #expect(targets(entries) == (0..<Self.total).suffix(Journal.limit).reversed().map { "/\($0)" })
        #expect(entries.map(\.id) == (1...Self.total).suffix(Journal.limit).reversed())
    }

    @Test func anEntryIsFoundByItsIDUntilItIsGone() throws {
        let journal = journal(of: 0..<Self.total)
        #expect(journal.latest == Self.total)
        #expect(journal.entry(Self.total - Journal.limit) == nil)
        for id in [Self.total - Journal.limit + 1, Self.total - 1, Self.total] {
            #expect(try #require(journal.entry(id)).record.target == "/\(id - 1)")
        }
    }

    @Test func whatCameAfterAnEntryIsInOrderAndWhatIsGoneIsCounted() {
        let journal = journal(of: 0..<Self.total)
        let last = journal.entries(after: Self.total - 3, limit: 10)
        #expect(last.entries.map(\.id) == [Self.total - 2, Self.total - 1, Self.total])
        #expect(last.missed == 0)
        let first = journal.entries(after: 5, limit: 2)
        let oldest = Self.total - Journal.limit + 1
        #expect(first.entries.map(\.id) == [oldest, oldest + 1])
        #expect(first.missed == oldest - 6)
        #expect(journal.entries(after: Self.total, limit: 10).entries.isEmpty)
    }

    @Test func idsGoOnAfterClearing() throws {
        let journal = journal(of: 0..<(Journal.limit + 5))
        journal.clear()
        #expect(journal.entries(after: 0, limit: 10).entries.isEmpty)
        fill(journal, 0..<(Journal.limit + 2))
        let kept = journal.entries(after: 0, limit: .max).entries
        #expect(kept.map(\.id) == Array((2 * Journal.limit + 7 - Journal.limit + 1)...(2 * Journal.limit + 7)))
        #expect(targets(kept).first == "/2")
    }
}
