import RegionTesting
import Testing

@testable import MAASRegion

/// What networks become when they are changed, and what is refused, as a running MAAS 3.7.3 was seen to do it.
@Suite struct NetworkUpdateTests {
    @Test func emptyNamesAreNoNames() throws {
        let lab = try TestRegion()
        let space = try #require(try lab.post("spaces/", ["name": "s1"]).integer("id"))
        #expect(try lab.put("spaces/\(space)/", ["name": ""]).string("name") == "s1")
        let subnet = try #require(try lab.post("subnets/", ["cidr": "10.99.0.0/24", "name": "nn"]).integer("id"))
        #expect(try lab.put("subnets/\(subnet)/", ["description": "d"]).string("name") == "nn")
        #expect(try lab.put("subnets/\(subnet)/", ["name": ""]).string("name") == "10.99.0.0/24")
        #expect(try lab.put("subnets/\(subnet)/", ["cidr": "10.98.0.0/24"]).string("name") == "10.98.0.0/24")
    }

    @Test func pathsTakeSpecifiers() throws {
        let lab = try TestRegion()
        try lab.post("fabrics/", ["name": "f1", "class_type": "10g"])
        for text in ["f1", "name:f1", "class:10g"] {
            #expect(try lab.get("fabrics/\(text)/").string("name") == "f1", "\(text)")
        }
        try lab.post("fabrics/", ["name": "f2", "class_type": "10g"])
        let several = try lab.get("fabrics/class:10g/")
        #expect(several.status == 403 && several.text == "Too many Fabric objects match the given query.")
        #expect(try lab.get("ipranges/x/").status == 500)
        #expect(try lab.get("ipranges/iprange-1/").integer("id") == 1)
    }

    @Test(arguments: [("0x07", "uefi_amd64_tftp"), ("00:0C", "open-firmware_ppc64el"), ("pxe", "pxe")])
    func waysToBootHaveCodes(sent: String, name: String) throws {
        let lab = try TestRegion()
        let changed = try lab.put("subnets/1/", ["disabled_boot_architectures": sent])
        #expect(try changed.string("disabled_boot_architectures", 0) == name)
        let refused = try lab.put("subnets/1/", ["disabled_boot_architectures": "windows"])
        #expect(refused.text == #"{"disabled_boot_architectures": ["Unknown boot architecture windows"]}"#)
    }

    @Test func routesLeadThroughTheirSource() throws {
        let lab = try TestRegion()
        let route: KeyValuePairs = ["source": "1", "destination": "2", "gateway_ip": "10.10.0.1"]
        let outside = try lab.post("static-routes/", ["source": "1", "destination": "2", "gateway_ip": "1.1.1.1"])
        #expect(try outside.string("gateway_ip", 0) == "Enter an IP address in 10.10.0.0/24.")
        #expect(try outside.string("__all__", 0) == "gateway_ip must be with in the source subnet.")
        #expect(try lab.post("static-routes/", route).status == 200)
        let again = try lab.post("static-routes/", route)
        #expect(again.status == 400 && again.contentType == "application/json")
    }

    @Test func forwardedDomainsAreNotAuthoritative() throws {
        let lab = try TestRegion()
        let both = try lab.post("domains/", ["name": "d.example", "forward_dns_servers": "1.1.1.1"])
        #expect(both.text == #"{"__all__": ["a domain cannot be both authoritative and have forward dns servers"]}"#)
        let odd = try lab.post(
            "domains/", ["name": "d.example", "authoritative": "false", "forward_dns_servers": "bogus"])
        #expect(try odd.string("forward_dns_servers", 0)?.hasPrefix("Invalid IP and port combination: bogus;") == true)
        let made = try lab.post(
            "domains/", ["name": "d.example", "authoritative": "false", "forward_dns_servers": "1.1.1.1:53 fd00::1"])
        #expect(made.status == 200)
    }

    /// MAAS cuts the name of a service too far to the right when the domain has one label.
    @Test func namesOfServices() throws {
        let lab = try TestRegion()
        let data: KeyValuePairs = ["fqdn": "_sip._tcp.maas", "rrtype": "SRV", "rrdata": "0 5 5060 s.maas"]
        #expect(try lab.post("dnsresourcerecords/", data).status == 404)
        let parted = try lab.post(
            "dnsresourcerecords/",
            ["name": "_sip._tcp", "domain": "maas", "rrtype": "SRV", "rrdata": "0 5 5060 s.maas"])
        #expect(try parted.string("fqdn") == "_sip._tcp.maas")
    }

    @Test func nodesMoveToAZoneTogetherOrNotAtAll() throws {
        let lab = try TestRegion()
        let ids = try [lab.systemID("node01"), lab.systemID("node02")]
        let moved = try lab.post("machines/", op: "set_zone", ["nodes": ids[0], "nodes": ids[1], "zone": "az3"])
        #expect(moved.status == 200 && moved.text == "null")
        for id in ids { #expect(try lab.get("machines/\(id)/").string("zone", "name") == "az3") }
        let unknown = #"{"system_id": ["Some of the given system ids are invalid system ids."]}"#
        for collection in ["machines", "nodes", "devices", "rackcontrollers", "regioncontrollers"] {
            let refused = try lab.post(
                "\(collection)/", op: "set_zone", ["nodes": ids[0], "nodes": "x", "zone": "az1"])
            #expect(refused.text == unknown, "\(collection)")
            #expect(try lab.post("\(collection)/", op: "set_zone", ["zone": "az1"]).status == 400)
        }
        let user = try lab.post("machines/", op: "set_zone", ["nodes": ids[0], "zone": "az1"], as: .user)
        #expect(user.status == 400 && user.text == unknown)
        #expect(try lab.get("machines/\(ids[0])/").string("zone", "name") == "az3")
    }

    @Test func aDeviceKeepsItsParentAndAsksForIt() throws {
        let lab = try TestRegion()
        let parent = try lab.systemID("node01")
        let made = try lab.post("devices/", ["mac_addresses": "00:16:3e:98:00:01", "parent": parent])
        let path = "devices/\(try #require(try made.string("system_id")))/"
        #expect(try lab.get(path, as: .user).status == 200, "whoever knows its id sees a device")
        #expect(try lab.put(path, ["parent": "", "description": "d"]).string("parent") == parent)
        let refused = try lab.put(path, ["description": "e"])
        #expect(try refused.string("parent", 0)?.hasPrefix("Select a valid choice.") == true)
    }
}
