import RegionTesting
import Testing

/// What administrators are told when a subnet's addresses run out, as a running MAAS 3.7.3 tells them.
@Suite struct SubnetExhaustionTests {
    private let maas: TestRegion

    init() throws { maas = try TestRegion() }

    private func warnings(as who: TestRegion.Who = .admin) throws -> [String] {
        try maas.get("notifications/", as: who).list.filter { $0["ident"]?.string?.hasPrefix("ip_exhaustion") ?? false }
            .compactMap { $0["message"]?.string }
    }

    private func subnet(_ cidr: String, name: String, reserving first: String, _ last: String) throws -> Int {
        let id = try #require(try maas.post("subnets/", ["cidr": cidr, "name": name]).integer("id"))
        let range = try maas.post("ipranges/", ["type": "reserved", "start_ip": first, "end_ip": last])
        #expect(range.status == 200)
        return id
    }

    private func setThreshold(_ count: Int) throws {
        try maas.post(
            "maas/", op: "set_config", ["name": "subnet_ip_exhaustion_threshold_count", "value": "\(count)"])
    }

    @Test func followsTheAddresses() throws {
        let id = try subnet("10.60.0.0/24", name: "s9", reserving: "10.60.0.1", "10.60.0.240")
        let begin = "IP address exhaustion imminent on subnet: s9 (10.60.0.0/24). There are "
        #expect(try warnings() == [begin + "14 free addresses out of 254 (94% used)."])
        #expect(try warnings(as: .user).isEmpty)
        func reserve() throws {
            #expect(try maas.post("ipaddresses/", op: "reserve", ["subnet": "10.60.0.0/24"]).status == 200)
        }
        try reserve()
        #expect(try warnings() == [begin + "13 free addresses out of 254 (95% used)."])
        // A setting counts when an address is next given out.
        try setThreshold(5)
        #expect(try warnings().count == 1)
        try reserve()
        #expect(try warnings().isEmpty)
        try setThreshold(20)
        try reserve()
        #expect(try warnings() == [begin + "11 free addresses out of 254 (96% used)."])
        #expect(try maas.delete("subnets/\(id)/", query: ["force": "1"]).status == 204)
        #expect(try warnings().isEmpty)
    }

    /// Of a small subnet nothing is said; one is called by its name alone where that holds its network.
    @Test(arguments: [("10.61.0.0/27", 0), ("10.61.0.0/26", 1)])
    func smallOnes(_ cidr: String, _ count: Int) throws {
        _ = try subnet(cidr, name: cidr, reserving: "10.61.0.1", cidr.hasSuffix("27") ? "10.61.0.20" : "10.61.0.50")
        #expect(try warnings().count == count)
        #expect(try warnings().allSatisfy { $0.hasPrefix("IP address exhaustion imminent on subnet: \(cidr). ") })
    }

    @Test func goesWithTheRange() throws {
        _ = try subnet("10.62.0.0/24", name: "s9", reserving: "10.62.0.1", "10.62.0.250")
        let ranges = try maas.get("ipranges/").list
        let id = try #require(ranges.last?["id"]?.integer)
        #expect(try warnings().count == 1)
        #expect(try maas.delete("ipranges/\(id)/").status == 204)
        #expect(try warnings().isEmpty)
    }
}
