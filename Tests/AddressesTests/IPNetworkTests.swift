import Testing

@testable import Addresses

@Suite struct IPNetworkTests {
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

    @Test(arguments: [
        ("10.0.0.0/8", "10.1.0.0/16", true), ("10.1.0.0/16", "10.0.0.0/8", true), ("10.0.0.0/24", "10.0.1.0/24", false),
        ("::/0", "10.0.0.0/8", false), ("0.0.0.0/0", "255.0.0.0/8", true),
    ])
    func networksOverlapWhereOneLiesInTheOther(left: String, right: String, overlaps: Bool) throws {
        let right = try #require(IPNetwork(right))
        #expect(try #require(IPNetwork(left)).overlaps(right) == overlaps)
    }
}
