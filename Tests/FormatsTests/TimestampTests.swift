import Formats
import Testing

@Suite("Moments") struct TimestampTests {
    /// Monday, 23 November 2026, 18:41:03.782.
    private static let moment = 1_795_459_263_782

    @Test func aMomentHasItsSpellings() {
        #expect(Timestamp.iso(Self.moment, zoned: false) == "2026-11-23T18:41:03.782")
        #expect(Timestamp.iso(Self.moment, zoned: true) == "2026-11-23T18:41:03.782Z")
        #expect(Timestamp.day(Self.moment) == "20261123")
        #expect(Timestamp.mail(Self.moment, zone: "-0000") == "Mon, 23 Nov 2026 18:41:03 -0000")
        #expect(Timestamp.long(Self.moment) == "Mon, 23 Nov. 2026 18:41:03")
        #expect(Timestamp.event(Self.moment) == "Mon, 23 Nov. 2026 18:41:03")
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan. 1970 00:00:00", "Thu, 01 Jan. 1970 00:00:00"),
        (2_678_400_000, "Sun, 01 Feb. 1970 00:00:00", "Sun, 01 Feb. 1970 00:00:00"),
        (5_097_600_000, "Sun, 01 March 1970 00:00:00", "Sun, 01 Mar. 1970 00:00:00"),
        (10_368_000_000, "Fri, 01 May 1970 00:00:00", "Fri, 01 May. 1970 00:00:00"),
        (20_995_200_000, "Tue, 01 Sept. 1970 00:00:00", "Tue, 01 Sep. 1970 00:00:00"),
    ])
    func monthsAreCutTwoWays(moment: Int, long: String, event: String) {
        #expect(Timestamp.long(moment) == long)
        #expect(Timestamp.event(moment) == event)
    }

    @Test func leapDaysAndTheTimeBefore1970() {
        #expect(Timestamp.day(951_782_400_000) == "20000229")
        #expect(Timestamp.mail(-1, zone: "+0000") == "Wed, 31 Dec 1969 23:59:59 +0000")
        #expect(Timestamp.mail(-1000, zone: "+0000") == "Wed, 31 Dec 1969 23:59:59 +0000")
    }

    @Test(arguments: [Int.max, Int.min, Int.max / 1000, Int.min / 1000]) func anyNumberIsWritten(moment: Int) {
        #expect(!Timestamp.iso(moment, zoned: true).isEmpty)
        #expect(!Timestamp.long(moment).isEmpty)
    }
}
