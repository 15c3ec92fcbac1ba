import TestSupport
import Testing

@testable import Addresses

@Suite struct IPSpanSetTests {
    @Test func gapsAndSpansCoverEachAddressOnce() throws {
        var random = SeededGenerator()
        let room = try #require(IPNetwork("10.0.0.0/25")).span
        for _ in 0..<500 {
            let used = (0..<Int(random.next() % 12)).map { _ in
                let first = random.next() % 128
                let last = min(127, first + random.next() % 9)
                return IPSpan(
                    IPAddress(.v4, room.first.value + UInt128(first)), IPAddress(.v4, room.first.value + UInt128(last)),
                    ["reserved"])
            }
            let set = IPSpanSet(used)
            let gaps = set.gaps(in: room)
            for offset in 0..<UInt128(128) {
                let address = IPAddress(.v4, room.first.value + offset)
                let isUsed = used.contains { $0.contains(address) }
                #expect((set.span(containing: address) != nil) == isUsed)
                #expect(gaps.filter { $0.contains(address) }.count == (isUsed ? 0 : 1))
            }
            #expect(gaps == gaps.sorted { $0.first < $1.first })
        }
    }

    @Test func purposesAreMergedAndNeighboursOfOneAreOne() throws {
        func span(_ first: String, _ last: String, _ purpose: String) throws -> IPSpan {
            IPSpan(try #require(IPAddress(first)), try #require(IPAddress(last)), [purpose])
        }
        let set = IPSpanSet([
            try span("10.0.0.5", "10.0.0.9", "dynamic"), try span("10.0.0.1", "10.0.0.2", "reserved"),
            try span("10.0.0.3", "10.0.0.4", "reserved"), try span("10.0.0.9", "10.0.0.12", "gateway-ip"),
        ])
        #expect(set.spans.map(\.first.description) == ["10.0.0.1", "10.0.0.5"])
        #expect(set.spans.map(\.last.description) == ["10.0.0.4", "10.0.0.12"])
        #expect(set.spans.map(\.purposes) == [["reserved"], ["dynamic", "gateway-ip"]])
        let rooms = [try span("10.0.0.0", "10.0.0.6", "a"), try span("10.0.0.7", "10.0.0.20", "b")]
        #expect(set.gaps(in: rooms).map { "\($0.first)-\($0.last)" } == ["10.0.0.0-10.0.0.0", "10.0.0.13-10.0.0.20"])
    }
}
