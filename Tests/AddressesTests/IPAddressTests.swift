import Foundation
import TestSupport
import Testing

@testable import Addresses

/// The C library is the judge of what an address is and how it is written.
@Suite struct IPAddressTests {
    /// What `inet_pton` and then `inet_ntop` make of a text; `nil` when it is no address.
    private func canonical(_ text: String) -> String? {
        let family = text.contains(":") ? AF_INET6 : AF_INET
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(family, text, &bytes) == 1 else { return nil }
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test func readsAndWritesWhatTheCLibraryDoes() {
        var random = SeededGenerator()
        for _ in 0..<4000 {
            // Mostly zero groups, so that runs of them, and several of the same length, are common.
            let groups = (0..<8).map { _ in random.next() % 3 == 0 ? UInt16(truncatingIfNeeded: random.next()) : 0 }
            let value = groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
            for address in [IPAddress(.v6, value), IPAddress(.v4, value & 0xFFFF_FFFF)] {
                let text = address.description
                #expect(canonical(text) == text, "value \(value)")
                #expect(IPAddress(text) == address)
            }
            let long = groups.map { String($0, radix: 16, uppercase: true) }.joined(separator: ":")
            #expect(IPAddress(long)?.description == canonical(long))
        }
    }

    @Test func refusesWhatTheCLibraryRefuses() {
        var random = SeededGenerator()
        let alphabet = Array("0123456789abcdefF:::...g /%")
        for round in 0..<20000 {
            let length = Int(random.next() % 20)
            var text = String((0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
            if round % 2 == 0 {
                // A valid address with one character changed is the harder question.
                var characters = Array(round % 4 == 0 ? "10.20.30.140" : "2001:db8::ff00:42:10.1.2.3")
                characters[Int(random.next() % UInt64(characters.count))] =
                    alphabet[Int(random.next() % UInt64(alphabet.count))]
                text = String(characters)
            }
            #expect(IPAddress(text)?.description == canonical(text), "\(text)")
        }
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1..2.3", ":", "::", "::1", ":1", "1:", "1::", "1:::2",
        "1::2::3", "::1.2.3.4", "::ffff:1.2.3.4", "1.2.3.4::", "::1.2.3.4:1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::",
        "1:2:3:4:5:6:7:8:9", "12345::", "::g", "fe80::1%eth0", " 1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "٣.1.1.1",
    ])
    func edges(text: String) {
        #expect(IPAddress(text)?.description == canonical(text))
    }

    @Test func addressesAreCounted() throws {
        let last = try #require(IPAddress("255.255.255.255"))
        #expect(last.advanced(by: 1) == nil)
        #expect(last.predecessor?.description == "255.255.255.254")
        #expect(IPAddress("0.0.0.0")?.predecessor == nil)
        #expect(IPAddress("10.0.0.255")?.advanced(by: 1)?.description == "10.0.1.0")
        #expect(IPAddress(.v6, .max).advanced(by: 1) == nil)
        #expect(last < IPAddress(.v6, 0), "by family, then by value")
    }

    @Test(arguments: [
        ("169.254.0.1", true), ("169.253.0.1", false), ("fe80::1", true), ("febf::1", true), ("fec0::1", false),
        ("::1", false),
    ])
    func linkLocalAddressesAreTold(text: String, isLinkLocal: Bool) throws {
        #expect(try #require(IPAddress(text)).isLinkLocal == isLinkLocal)
    }
}
