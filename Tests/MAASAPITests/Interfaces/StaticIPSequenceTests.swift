import RegionTesting
import Testing

@testable import Formats

/// What real clients do to give a machine a static address: list interfaces, unlink every link, link static, read
/// back, deploy.
@Suite struct StaticIPSequenceTests {
    private func links(_ answer: Answer) throws -> [JSONValue] {
        guard case .array(let links) = try answer.value("links") else { return [] }
        return links
    }

    @Test(arguments: [false, true]) func bootInterfaceOrBridgeAboveIt(onBridge: Bool) throws {
        let lab = try TestRegion()
        let machine = try lab.systemID("node01")
        let interfaces = "nodes/\(machine)/interfaces/"
        #expect(try lab.post("machines/", op: "allocate", ["system_id": machine]).status == 200)
        var id = try #require(try lab.get("\(interfaces)eth0/").integer("id"))
        if onBridge {
            let bridge = try lab.post(interfaces, op: "create_bridge", ["name": "br0", "parent": String(id)])
            #expect(bridge.status == 200)
            // On an allocated machine the bridge takes the link of the interface below it.
            #expect(try bridge.string("links", 0, "mode") == "auto")
            #expect(try links(lab.get("\(interfaces)\(id)/")).isEmpty)
            id = try #require(try bridge.integer("id"))
        }
        for link in try links(lab.get("\(interfaces)\(id)/")) {
            let number = String(try #require(link["id"]?.integer))
            #expect(try lab.post("\(interfaces)\(id)/", op: "unlink_subnet", ["id": number]).status == 200)
        }
        let subnet = try #require(try lab.get("subnets/mgmt-net/").integer("id"))
        let linked = try lab.post(
            "\(interfaces)\(id)/", op: "link_subnet",
            ["mode": "STATIC", "subnet": String(subnet), "ip_address": "10.10.0.77"])
        #expect(linked.status == 200, "\(linked.text)")
        let back = try lab.get("\(interfaces)\(id)/")
        #expect(try links(back).count == 1)
        #expect(try back.string("links", 0, "mode") == "static")
        #expect(try back.string("links", 0, "ip_address") == "10.10.0.77")

        #expect(try lab.post("machines/\(machine)/", op: "deploy").status == 200)
        try lab.advance(3600)
        let deployed = try lab.get("machines/\(machine)/")
        #expect(try deployed.string("status_name") == "Deployed")
        #expect(try deployed.value("ip_addresses") == .array([.string("10.10.0.77")]))
    }

    @Test func anAddressIsGivenOnceAndTheSubnetRunsOut() throws {
        let lab = try TestRegion()
        let machine = try lab.systemID("node02")
        let created = try lab.post("subnets/", ["cidr": "172.31.0.0/29", "vlan": "5002"])
        let subnet = String(try #require(try created.integer("id")))
        let path = "nodes/\(machine)/interfaces/eth0/"
        #expect(try lab.post(path, op: "disconnect").status == 200)
        var given: Set<String> = []
        for _ in 0..<6 {
            let answer = try lab.post(path, op: "link_subnet", ["mode": "static", "subnet": subnet])
            #expect(answer.status == 200, "\(answer.text)")
            given.formUnion(try links(answer).compactMap { $0["ip_address"]?.string })
        }
        #expect(given == Set((1...6).map { "172.31.0.\($0)" }))
        let refused = try lab.post(path, op: "link_subnet", ["mode": "static", "subnet": subnet])
        #expect(refused.status == 503)
        #expect(refused.text == "No more IPs available in subnet: 172.31.0.0/29.")
        let taken = try lab.post(
            path, op: "link_subnet", ["mode": "static", "subnet": subnet, "ip_address": "172.31.0.3"])
        #expect(taken.status == 404)
    }

    @Test func ipv6StandsBesideIPv4() throws {
        let lab = try TestRegion()
        let machine = try lab.systemID("node03")
        let created = try lab.post(
            "subnets/", ["cidr": "2001:DB8::/64", "vlan": "5001", "gateway_ip": "2001:db8::1"])
        #expect(try created.string("cidr") == "2001:db8::/64")
        let subnet = String(try #require(try created.integer("id")))
        let path = "nodes/\(machine)/interfaces/eth0/"
        let answer = try lab.post(
            path, op: "link_subnet", ["mode": "static", "subnet": subnet, "ip_address": "2001:DB8:0::AB"])
        #expect(try links(answer).contains { $0["ip_address"]?.string == "2001:db8::ab" })
        #expect(try links(answer).contains { $0["mode"]?.string == "auto" })
        // The first addresses of a /64 are kept back.
        let next = try lab.post(path, op: "link_subnet", ["mode": "static", "subnet": subnet])
        #expect(try links(next).contains { $0["ip_address"]?.string == "2001:db8::1:0:0" })
    }
}
