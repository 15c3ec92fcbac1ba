import RegionTesting
import Testing

@testable import Addresses
@testable import MAASRegion

/// Machines whose link is `dhcp` have a lease while they run.
@Suite struct LeaseTests {
    /// Turns the only link of an interface of a Ready machine into one by DHCP; answers the machine's path.
    private func machine(
        _ lab: TestRegion, _ interface: String, _ name: String = "node01", subnet: String = "cidr:10.10.0.0/24"
    ) throws -> String {
        let systemID = try lab.systemID(name)
        let path = "nodes/\(systemID)/interfaces/\(interface)/"
        let link = try lab.post(path, op: "link_subnet", ["mode": "dhcp", "subnet": subnet, "force": "true"])
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

    /// MAAS has not seen such a machine in any subnet, and so does not deploy it.
    @Test func aLinkWithoutASubnetIsNoNetwork() throws {
        let lab = try TestRegion()
        let systemID = try lab.systemID("node01")
        for interface in ["eth0", "eth1"] {
            try lab.post("nodes/\(systemID)/interfaces/\(interface)/", op: "disconnect")
        }
        let vlan = try #require(try lab.get("subnets/cidr:10.10.0.0%2F24/").integer("vlan", "id"))
        try lab.put("nodes/\(systemID)/interfaces/eth0/", ["vlan": "\(vlan)"])
        let link = try lab.post(
            "nodes/\(systemID)/interfaces/eth0/", op: "link_subnet", ["mode": "dhcp", "force": "true"])
        #expect(link.status == 200)
        let refused = try lab.post("machines/\(systemID)/", op: "deploy")
        #expect(refused.status == 400)
        #expect(refused.text == #"{"network": ["Node must be configured to use a network"]}"#)
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
        let path = try machine(lab, "eth1", subnet: "cidr:10.20.0.0/24")
        try lab.post(path, op: "deploy")
        try lab.advance(60)
        let deployed = try lab.get(path)
        #expect(try deployed.string("status_name") == "Deployed")
        #expect(
            try deployed.value("ip_addresses").elements.compactMap(\.string).allSatisfy { !$0.hasPrefix("10.20.") })
    }
}
