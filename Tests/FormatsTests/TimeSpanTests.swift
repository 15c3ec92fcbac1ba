import Testing

@testable import Formats

@Suite struct TimeSpanTests {
    @Test(arguments: [
        ("30", 30_000), ("5:00", 300_000), ("00:05:00", 300_000), ("1:30:00", 5_400_000), ("1 00:00:30", 86_430_000),
        ("2 days, 0:00:01", 172_801_000), ("2 days", 172_800_000), ("PT5M", 300_000), ("P1DT1S", 86_401_000),
        ("1.5", 1500), ("PT1.5S", 1500), ("-5", -5000), ("-1 00:00:00", -86_400_000), ("-P1D", -86_400_000),
        ("P", 0),
    ])
    func spansAreRead(text: String, milliseconds: Int) throws { #expect(try TimeSpan.read(text) == milliseconds) }

    @Test(arguments: ["", " ", "soon", "1:2:3:4", "5 minutes", "1e3", "\0"]) func noSpans(text: String) {
        #expect(throws: TimeSpan.Invalid(message: "Enter a valid duration.")) { try TimeSpan.read(text) }
    }

    @Test(arguments: [
        "1000000000 days", "99999999999999999999", "99999999999999999999:00:00", "P99999999999999999999D",
    ])
    func spansBeyondPythonsAreRefused(text: String) {
        let refusal = TimeSpan.Invalid(message: "The number of days must be between -999999999 and 999999999.")
        #expect(throws: refusal) { try TimeSpan.read(text) }
    }

    @Test(arguments: [
        (0, "0:00:00"), (300_000, "0:05:00"), (50_400_999, "14:00:00"), (86_400_000, "1 day, 0:00:00"),
        (-5000, "-1 day, 23:59:55"), (-86_400_000 * 2, "-2 days, 0:00:00"),
    ])
    func spansAreWritten(milliseconds: Int, text: String) { #expect(TimeSpan.text(milliseconds) == text) }

    @Test func fractionsAreWrittenWhereAskedFor() {
        #expect(TimeSpan.text(1500, withFraction: true) == "0:00:01.500000")
        #expect(TimeSpan.text(2000, withFraction: true) == "0:00:02")
    }
}
