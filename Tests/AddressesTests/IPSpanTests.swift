import Addresses
import Testing

@Suite struct IPSpanTests {
    private func span(_ first: String, _ last: String) throws -> IPSpan { try #require(IPSpan(first, last)) }

    @Test func endsAreOfOneFamilyAndInOrder() throws {
        #expect(IPSpan("10.0.0.2", "10.0.0.1") == nil)
        #expect(IPSpan("10.0.0.1", "::1") == nil)
        #expect(IPSpan("x", "10.0.0.1") == nil)
        #expect(try span("10.0.0.1", "10.0.0.1").countText == "1")
        #expect(try span("10.0.0.1", "10.0.1.0").distance == 255)
        #expect(
            try span("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe").countText
                == "340282366920938463463374607431768211455")
        #expect(
            try span("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").countText
                == "340282366920938463463374607431768211456")
    }

    @Test func spansHoldAddressesAndSpans() throws {
        let room = try span("10.0.0.10", "10.0.0.20")
        #expect(room.contains(try #require(IPAddress("10.0.0.10"))))
        #expect(room.contains(try #require(IPAddress("10.0.0.20"))))
        #expect(!room.contains(try #require(IPAddress("10.0.0.21"))))
        #expect(!room.contains(try #require(IPAddress("::10.0.0.15"))))
        #expect(room.contains(try span("10.0.0.11", "10.0.0.20")))
        #expect(!room.contains(try span("10.0.0.11", "10.0.0.21")))
        #expect(room.overlaps(try span("10.0.0.20", "10.0.0.30")))
        #expect(!room.overlaps(try span("10.0.0.21", "10.0.0.30")))
    }
}
