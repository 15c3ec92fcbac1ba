import Testing

@testable import Formats

@Suite struct ByteCountTests {
    @Test(arguments: [
        (0.0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (4_194_304, "4.2 MB"), (499_986_202_624, "500.0 GB"),
        (-5e12, "-5.0 TB"), (2e24, "2.0 YB"),
    ])
    func bytesAreSaidInDecimalUnits(_ bytes: Double, _ text: String) {
        #expect(ByteCount.text(bytes) == text)
    }

    @Test(arguments: [
        ("12", 12), ("-3", -3), ("5k", 5000), ("10G", 10_000_000_000), ("1E", 1_000_000_000_000_000_000),
        ("99E", Int.max), ("-99E", Int.min), ("99999999999999999999", Int.max),
    ])
    func numbersHaveUnits(_ text: String, _ bytes: Int) {
        #expect(ByteCount.parse(text) == bytes)
    }

    @Test(arguments: ["", "G", "1.5G", "5GB", "five", "--1"])
    func otherTextIsNone(_ text: String) {
        #expect(ByteCount.parse(text) == nil)
    }

    @Test func percentagesAreRoundedUp() {
        #expect(ByteCount.percentage("50%", of: 101) == 51)
        #expect(ByteCount.percentage("12.5%", of: 1000) == 125)
        #expect(ByteCount.percentage("50", of: 100) == nil)
        #expect(ByteCount.percentage("%", of: 100) == nil)
    }
}
