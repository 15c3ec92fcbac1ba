import Testing

@testable import MAASRegion

@Suite struct KernelTests {
    @Test(arguments: [
        ("ga-24.04", ["ga", "24.04", "", ""]), ("hwe-22.04-edge", ["hwe-edge", "22.04", "", ""]),
        ("hwe-edge-22.04", ["hwe-edge", "22.04", "", ""]),
        ("raspi-hwe-22.04-lowlatency", ["hwe", "22.04", "raspi", "lowlatency"]), ("hwe-x", ["hwe", "x", "", ""]),
        ("generic", ["", "", "generic", ""]), ("a-b", ["", "", "a-b", ""]),
    ])
    func namesHaveFourParts(name: String, parts: [String]) throws {
        let kernel = try Kernel(name)
        #expect([kernel.channel, kernel.release, kernel.platform, kernel.flavor] == parts)
    }

    @Test func namesWithoutSenseFail() {
        #expect(throws: Refusal.unexpected("Kernel hwe-ga-22.04 has multiple channels specified!")) {
            try Kernel("hwe-ga-22.04")
        }
        #expect(throws: Refusal.unexpected("Kernel x-ga has no release specified", .valueError)) {
            try Kernel("x-ga")
        }
        #expect(throws: Refusal.self) { try Kernel.rank("ga-99.04") }
    }

    @Test func kernelsHaveAnOrder() throws {
        let ordered = [
            "generic", "hwe-p", "trusty", "hwe-x", "ga-16.04", "ga-16.04-lowlatency", "hwe-16.04", "hwe-16.04-edge",
            "noble", "ga-24.04", "raspi-ga-24.04", "hwe-24.04", "hwe-24.04-edge", "hwe-rolling",
        ]
        for (a, b) in zip(ordered, ordered.dropFirst()) {
            #expect(try Kernel.isNewer(b, than: a), "\(b) after \(a)")
            #expect(try !Kernel.isNewer(a, than: b), "\(a) before \(b)")
        }
    }
}
