import Testing

@testable import MAASEmulator

/// Machines whose link is `dhcp` have a lease while they run.
@Suite struct LeaseTests {
    /// Turns the only link of an interface of a Ready machine into one by DHCP; answers the machine's path.
    private func machine(_ lab: TestRegion, _ interface: String, _ name: String = "node01") throws -> String {
        let systemID = try lab.systemID(name)
        let path = "nodes/\(systemID)/interfaces/\(interface)/"
        let link = try lab.post(path, op: "link_subnet", ["mode": "dhcp", "force": "true"])
        #expect(link.status == 200)
        #expect(try link.string("links", 0, "mode") == "dhcp")
        #expect(try link.json["links"]?.elements.first?["ip_address"] == nil, "no lease before it runs")
        return "machines/\(systemID)/"
    }

    @Test func aLeaseComesWithTheDeploymentAndGoesWithTheRelease() throws {
        let lab = try TestRegion()
        let path = try machine(lab, "eth0")
        #expect(try lab.get(path).value("ip_addresses") == .array([]))
        try lab.post(path, op: "deploy")
        try lab.advance(60)
        let deployed = try lab.get(path)
        #expect(try deployed.string("status_name") == "Deployed")
        let address = try #require(try deployed.string("ip_addresses", 0).flatMap { IPAddress($0) })
        let first = try #require(IPAddress("10.10.0.200"))
        let last = try #require(IPAddress("10.10.0.250"))
        #expect((first...last).contains(address), "\(address) is of the dynamic range")
        try lab.post(path, op: "release")
        try lab.advance(60)
        #expect(try lab.get(path).string("status_name") == "Ready")
        #expect(try lab.get(path).value("ip_addresses") == .array([]))
        #expect(try lab.get("ipaddresses/", query: ["all": "true", "ip": "\(address)"]).json == .array([]))
    }

    @Test func leasesDiffer() throws {
        let lab = try TestRegion()
        let paths = try [machine(lab, "eth0", "node01"), machine(lab, "eth0", "node02")]
        for path in paths { try lab.post(path, op: "deploy") }
        try lab.advance(60)
        let leases = try paths.map { try lab.get($0).string("ip_addresses", 0) }
        #expect(leases[0] != nil && leases[1] != nil && leases[0] != leases[1])
    }

    @Test func withoutDHCPThereIsNone() throws {
        let lab = try TestRegion()
        let path = try machine(lab, "eth1")
        try lab.post(path, op: "deploy")
        try lab.advance(60)
        let deployed = try lab.get(path)
        #expect(try deployed.string("status_name") == "Deployed")
        #expect(
            try deployed.value("ip_addresses").elements.compactMap(\.string).allSatisfy { !$0.hasPrefix("10.20.") })
    }
}
