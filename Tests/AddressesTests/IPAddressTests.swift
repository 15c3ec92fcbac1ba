import Glibc
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

    @Test(arguments: [20_261_123] as [UInt64])
    func readsAndWritesWhatTheCLibraryDoes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
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

    @Test(arguments: [7] as [UInt64])
    func refusesWhatTheCLibraryRefuses(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
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

    @Test func networksClearHostBitsAndKnowTheirHosts() throws {
        let network = try #require(IPNetwork("10.20.0.77/24"))
        #expect(network.description == "10.20.0.0/24")
        #expect(network.hosts.first.description == "10.20.0.1")
        #expect(network.hosts.last.description == "10.20.0.254")
        #expect(network.contains(try #require(IPAddress("10.20.0.255"))))
        #expect(!network.contains(try #require(IPAddress("10.20.1.0"))))
        #expect(!network.contains(try #require(IPAddress("::10.20.0.1"))))
        let pair = try #require(IPNetwork("10.0.0.0/31"))
        #expect(pair.hosts.distance == 1)
        let six = try #require(IPNetwork("2001:db8::/64"))
        #expect(six.hosts.first.description == "2001:db8::1")
        #expect(six.hosts.last.description == "2001:db8::ffff:ffff:ffff:ffff")
        #expect(try #require(IPNetwork("::/0")).span.countText == "340282366920938463463374607431768211456")
        for bad in [
            "10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/+1", "x/8", "::/129", "1.2.3.4/8/8",
        ] {
            #expect(IPNetwork(bad) == nil, "\(bad)")
        }
    }

    @Test(arguments: [99] as [UInt64])
    func gapsAndSpansCoverEachAddressOnce(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
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
}
