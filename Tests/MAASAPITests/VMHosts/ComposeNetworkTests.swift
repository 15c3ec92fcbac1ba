import Foundation
import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct ComposeNetworkTests {
    @Test(arguments: [
        "eth0:space=mgmt", "eth0:subnet=10.10.0.0/24", "eth0:subnet=mgmt-net", "eth0:subnet=1", "eth0:fabric=fabric-0",
        "eth0:subnet_cidr=10.10.0.0/24", "eth0:vid=0", "eth0:vlan=untagged", "eth0:name=br0,type=bridge",
        "eth0:not_space=data", "eth0:hostname=vmhost1,not_vid=100", "eth0:vlan=id:5001", "eth0:id=24",
    ])
    func `one interface, found in different ways`(constraint: String) throws {
        let machine = try TestRegion().composed(["interfaces": constraint])
        #expect(try machine.value("interface_set").text.contains("mgmt-net"), "\(machine.text.prefix(200))")
        #expect(try machine.string("interface_set", 0, "links", 0, "mode") == "auto")
    }

    @Test func `every label is an interface, each with a link on its VLAN`() throws {
        let machine = try TestRegion().composed(["interfaces": "a0:space=mgmt;7:space=data"])
        #expect(try machine.string("interface_set", 0, "name") == "a0")
        #expect(try machine.string("interface_set", 1, "name") == "eth7")
        #expect(try machine.string("interface_set", 1, "links", 0, "subnet", "name") == "data-net")
        #expect(try machine.string("boot_interface", "name") == "a0")
    }

    @Test func `an address is assigned, once`() throws {
        let lab = try TestRegion()
        let form: KeyValuePairs = ["interfaces": "net0:ip=10.10.0.60"]
        let machine = try lab.composed(form)
        #expect(try machine.string("interface_set", 0, "links", 0, "ip_address") == "10.10.0.60")
        #expect(try machine.string("interface_set", 0, "links", 0, "mode") == "auto")
        let instances = try lab.instances()
        let second = try lab.composed(form)
        #expect(second.status == 404)
        #expect(second.text == "The IP address 10.10.0.60 is already in use.")
        #expect(try lab.instances() == instances, "the VM that was begun is gone")
        let reserved = try lab.composed(["interfaces": "net0:ip=10.10.0.105"])
        #expect(reserved.text == "10.10.0.105 is within the reserved range from 10.10.0.100 to 10.10.0.110")
        let dynamic = try lab.composed(["interfaces": "net0:ip=10.10.0.210"])
        #expect(dynamic.text == "10.10.0.210 is within the dynamic range from 10.10.0.200 to 10.10.0.250")
    }

    @Test(arguments: [
        ("eth0:space=nothing", 404, "No Space matches the given query."),
        ("eth0:subnet=nothing", 400, "This pod does not match the specified networks."),
        ("eth0:vlan=5001", 400, "VLAN tag (VID) out of range (0-4094; 0 for untagged.)"),
        ("eth0:vid=x", 500, "invalid literal for int() with base 10: 'x'"),
        ("eth0:id=x", 400, "Interface ID must be numeric."),
        ("eth0:ip=10.99.0.1", 500, "'NoneType' object has no attribute 'vlan'"),
        ("eth0:ip=no", 500, "failed to detect a valid IP address from 'no'"),
        (
            "eth0:space=data", 400,
            "MAAS DHCP must be enabled on at least one VLAN attached to the specified interfaces."
        ),
        ("eth0:tag=none", 400, "This pod does not match the specified networks."),
    ])
    func `networks that are not to be had`(constraint: String, status: Int, text: String) throws {
        let answer = try TestRegion().composed(["interfaces": constraint])
        #expect(answer.status == status)
        #expect(answer.text == text)
    }

    @Test func `without an address, but up`() throws {
        let machine = try TestRegion().composed(["interfaces": "eth0:subnet=mgmt-net,mode=unconfigured"])
        #expect(try machine.string("interface_set", 0, "links", 0, "mode") == "link_up")
        #expect(try machine.string("interface_set", 0, "links", 0, "subnet", "name") == "mgmt-net")
    }

    @Test func `LXD needs a network with DHCP`() throws {
        let lab = try TestRegion()
        try lab.region.withState { try $0.db.execute("UPDATE vlans SET dhcp_on = 0") }
        let answer = try lab.composed()
        #expect(answer.status == 503)
        #expect(
            answer.text
                == "Unable to compose machine because: Failed talking to pod: No host network to attach VM interfaces to"
        )
    }

    @Test func `commissioning keeps the links that were asked for and clears the others`() throws {
        let lab = try TestRegion()
        #expect(try lab.compose(["hostname": "plain"]).status == 200)
        #expect(try lab.compose(["hostname": "asked", "interfaces": "eth0:space=mgmt"]).status == 200)
        let plain = try lab.get("machines/\(lab.systemID("plain"))/")
        #expect(try plain.string("status_name") == "Commissioning")
        #expect(try plain.value("interface_set", 0, "links") == .array([]))
        #expect(try plain.string("blockdevice_set", 0, "used_for") == "Unused")
        let asked = try lab.get("machines/\(lab.systemID("asked"))/")
        #expect(try asked.string("interface_set", 0, "links", 0, "mode") == "auto")
        try lab.advance(60)
        let ready = try lab.get("machines/\(lab.systemID("plain"))/")
        #expect(try ready.string("status_name") == "Ready")
        #expect(try ready.value("owner") == .null)
        #expect(try ready.string("interface_set", 0, "links", 0, "mode") == "auto")
    }

    @Test func `fifty composes at once neither over-book a host nor lose a VM`() async throws {
        let lab = try TestRegion()
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<50 {
                group.addTask {
                    try lab.compose(["hostname": "vm-\(index)", "cores": "1", "skip_commissioning": "true"]).status
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        // 32 cores, 2 of them taken before.
        #expect(statuses.filter { $0 == 200 }.count == 30)
        #expect(statuses.filter { $0 == 503 }.count == 20)
        #expect(try lab.used("vmhost1").cores == 32)
        let machines = try lab.get("machines/", query: ["pod": "vmhost1"]).list
        #expect(machines.count == 31)
        #expect(Set(machines.compactMap { $0["boot_interface"]?["mac_address"]?.string }).count == 31)
    }

    @Test func `of two composes with one host name, one is refused`() async throws {
        let lab = try TestRegion()
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for host in ["vmhost1", "vmhost2"] {
                group.addTask {
                    try lab.compose(on: host, ["hostname": "twin", "skip_commissioning": "true"]).status
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.sorted() == [200, 400])
    }

    @Test func `a VM that an allocation made goes when it is released`() throws {
        let lab = try TestRegion()
        let before = try lab.instances()
        let allocated = try lab.post("machines/", op: "allocate", ["pod": "vmhost3", "cpu_count": "1", "mem": "1024"])
        #expect(allocated.status == 200)
        let id = try #require(try allocated.string("system_id"))
        #expect(try lab.instances() == before + 1)
        #expect(try lab.post("machines/\(id)/", op: "release").status == 200)
        try lab.advance(600)
        #expect(try lab.get("machines/\(id)/").status == 404)
        #expect(try lab.instances() == before)
    }
}
