import Foundation
import Testing

@testable import Addresses

/// Addresses and networks as Python's netaddr library reads them.
@Suite struct LooseReadingTests {
    /// The C library's `inet_aton` is the judge of IPv4.
    @Test(arguments: [
        "10.10.0.5", "10.10", "10", "1", "010.1", "0x0a0a0005", "10.0x1.2", "10.10.0.077", "4294967295", "4294967296",
        "256.1", "1.256", "1.16777215", "1.16777216", "1.2.3.4.5", "", ".", "1.", "1..2", "-1", " 1", "1 ", "1.2.3.4 x",
        "1.2.3.4x", "08", "0x", "+1", "1e3", "ü",
    ])
    func version4(_ text: String) {
        var address = in_addr()
        let expected = inet_aton(text, &address) == 1 ? UInt32(bigEndian: address.s_addr) : nil
        switch IPAddress.loose(text) {
        case .address(let found): #expect(UInt32(found.value) == expected, "\(text)")
        case .undetected: #expect(expected == nil, "\(text)")
        case .prefixed: Issue.record("\(text) has no prefix")
        }
    }

    @Test func prefixesAndVersion6() {
        #expect(IPAddress.loose("10.0.0.1/24") == .prefixed)
        #expect(IPAddress.loose("2001:DB8::1") == IPAddress("2001:db8::1").map { .address($0) })
        #expect(IPAddress.loose("[::1]") == .undetected)
        #expect(IPAddress("::ffff:10.0.0.1")?.unmapped == IPAddress("10.0.0.1"))
        #expect(IPAddress("2001:db8::1")?.unmapped == IPAddress("2001:db8::1"))
    }

    @Test(arguments: [
        ("10.99.0.0/24", "10.99.0.0/24"), ("10.99.0.5/24", "10.99.0.0/24"), ("10.99.0.0/255.255.255.0", "10.99.0.0/24"),
        ("10.99.0.0/0.0.0.255", "10.99.0.0/24"), ("10.99/16", "10.99.0.0/16"), ("10", "10.0.0.0/32"),
        ("10.99.0.7", "10.99.0.7/32"), ("2001:db8::/64", "2001:db8::/64"), ("2001:db8::1", "2001:db8::1/128"),
        ("2001:db8::/ffff::", "2001:db8::/16"), ("10.99.0.0/ 24", "10.99.0.0/24"), ("10.99.0.0/0", "0.0.0.0/0"),
        ("+5", "5.0.0.0/32"), ("1.+5", "1.5.0.0/32"), ("010.1.1.1", "10.1.1.1/32"), ("10.9.0.0/+24", "10.9.0.0/24"),
        ("\u{665}", "5.0.0.0/32"), ("10.9 /16", "10.9.0.0/16"),
    ])
    func network(_ text: String, _ expected: String) {
        #expect(IPNetwork(loose: text)?.description == IPNetwork(expected)?.description)
        #expect(IPNetwork(loose: text) != nil)
    }

    @Test(arguments: [
        "", "zz", "-5", "300", "0x10", "1e3", "10..1", "10.99.0.0/", "10.99.0.0/2 4", "10.99.0.0/33", "10.99.0.0/24/1",
        "10.99.0.0/255.0.255.0", "/24", "1.2.3.4.5", "::/129",
    ])
    func noNetwork(_ text: String) { #expect(IPNetwork(loose: text) == nil) }

    /// PostgreSQL reads four decimal parts, and no others.
    @Test(
        arguments: [
            ("10.1.1.1", "10.1.1.1"), ("010.001.1.000", "10.1.1.0"), ("00000010.1.1.1", "10.1.1.1"), ("10.1", nil),
            ("0x10", nil), ("0x10.1.1.1", nil), ("10.1.1.256", nil), ("10.1.1.", nil), ("+10.1.1.1", nil),
            ("FE80::1", "fe80::1"), ("fe80::1%eth0", nil),
        ] as [(String, String?)])
    func inet(_ text: String, _ expected: String?) { #expect(IPAddress(inet: text)?.description == expected) }

    @Test func masksWithPrefixesAreAnotherFailure() {
        #expect(IPNetwork.hasMaskWithPrefix("10.1.1.0/24/5") && IPNetwork.hasMaskWithPrefix("10/24/5"))
        #expect(!IPNetwork.hasMaskWithPrefix("zz/24/5") && !IPNetwork.hasMaskWithPrefix("10.1.1.0/24"))
    }
}
