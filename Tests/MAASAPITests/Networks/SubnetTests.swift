import RegionTesting
import Testing

@testable import MAASRegion

/// `subnets/` (MAAS: `api/subnets.py`).
@Suite struct SubnetTests {
    private static let missing = "No Subnet matches the given query."
    private static let gateway = #"{"gateway_ip": ["Gateway IP must be within CIDR range."]}"#
    private static let form = #"{"cidr": ["Required format: <network>/<prefixlen>."]}"#
    private static let choice = "Select a valid choice. That choice is not one of the available choices."

    @Test(arguments: [
        Call("POST", "subnets/", 400, #"{"cidr": ["This field is required."]}"#),
        Call("POST", "subnets/", ["cidr": "bogus"], 400, form),
        Call("POST", "subnets/", ["cidr": "10.0.0.0/33"], 400, form),
        Call("POST", "subnets/", ["cidr": "0.0.0.0/0"], 400, #"{"cidr": ["Prefix length must be greater than 0."]}"#),
        Call(
            "POST", "subnets/", ["cidr": "10.10.0.0/24"], 400,
            """
            {"__all__": ["Subnet 10.10.0.0/24 would overlap with existing subnets."], \
            "cidr": ["Subnet with this Cidr already exists."]}
            """),
        Call(
            "POST", "subnets/", ["cidr": "10.10.0.128/25"], 400,
            #"{"__all__": ["Subnet 10.10.0.128/25 would overlap with existing subnets."]}"#),
        Call("POST", "subnets/", ["cidr": "192.168.51.0/24", "gateway_ip": "10.0.0.1"], 400, gateway),
        Call("POST", "subnets/", ["cidr": "192.168.52.0/24", "vlan": "99999"], 400, #"{"vlan": ["\#(choice)"]}"#),
        Call(
            "POST", "subnets/", ["cidr": "192.168.55.0/24", "space": "1"], 400,
            #"{"space": ["Spaces may no longer be set on subnets. Set the space on the underlying VLAN."]}"#),
        Call(
            "POST", "subnets/", ["cidr": "192.168.56.0/24", "dns_servers": "notanip"], 400,
            #"{"__all__": ["Invalid IP address: notanip; provide a list of space-separated IP addresses"]}"#),
        Call(
            "POST", "subnets/", ["cidr": "192.168.57.0/24", "vid": "9"], 400,
            #"{"vid": ["No VLAN with vid 9 in default fabric."]}"#),
        Call(
            "POST", "subnets/", ["cidr": "192.168.58.0/24"], as: .user, 403,
            "This method is reserved for admin users."),
        Call("PUT", "subnets/2/", ["gateway_ip": "1.1.1.1"], 400, gateway),
        Call("PUT", "subnets/2/", ["cidr": "192.168.60.0/24"], 400, gateway),
        Call(
            "PUT", "subnets/2/", ["rdns_mode": "9"], 400,
            #"{"rdns_mode": ["Select a valid choice. 9 is not one of the available choices."]}"#),
        Call("PUT", "subnets/2/", ["name": "x"], as: .user, 403, ""),
        Call("PUT", "subnets/999/", ["name": "x"], 404, missing),
        Call("GET", "subnets/999/", 404, missing),
        Call("GET", "subnets/999/?op=statistics", 404, missing),
        Call("GET", "subnets/nowhere/", 404, missing),
        // A prefix length of one digit is no part of the path that MAAS knows.
        Call("GET", "subnets/10.0.0.0/8/", 404, "Unknown API endpoint: /MAAS/api/2.0/subnets/10.0.0.0/8/."),
        Call("DELETE", "subnets/2/", as: .user, 403, ""),
        Call("DELETE", "subnets/999/", 404, missing),
        Call(
            "DELETE", "subnets/1/?force=true", 400,
            "Cannot delete a subnet that is actively servicing a dynamic IP range. (Delete the dynamic range or "
                + "disable DHCP first.)"),
        Call(
            "DELETE", "subnets/2/", 400,
            "Cannot delete a subnet that has IP addresses in use by nodes. (Use the 'force' parameter to override.)"),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    @Test(arguments: ["1", "10.10.0.0/24", "cidr:10.10.0.0/24", "mgmt-net", "name:mgmt-net"])
    func specifiers(text: String) throws {
        let subnet = try TestRegion().get("subnets/\(text)/", as: .user)
        #expect(try subnet.integer("id") == 1)
        #expect(try subnet.string("cidr") == "10.10.0.0/24")
        #expect(try subnet.string("space") == "mgmt")
    }

    @Test(
        arguments: [
            (["cidr": "192.168.53.0/24"], 5001), (["cidr": "192.168.53.0/24", "vid": "100", "fabric": "0"], 5002),
            (["cidr": "192.168.53.0/24", "vid": "100"], 5002), (["cidr": "192.168.53.0/24", "fabric": "1"], 5003),
            (["cidr": "192.168.53.0/24", "vlan": "5003"], 5003),
        ] as [(KeyValuePairs<String, String>, Int)])
    func theVLANOfANewOne(form: KeyValuePairs<String, String>, vlan: Int) throws {
        let subnet = try TestRegion().post("subnets/", form)
        #expect(subnet.status == 200)
        #expect(try subnet.integer("vlan", "id") == vlan)
        #expect(try subnet.string("name") == "192.168.53.0/24")
        #expect(try subnet.integer("rdns_mode") == 2)
        for flag in ["allow_dns", "allow_proxy", "managed"] {
            #expect(try subnet.value(flag) == .bool(true), "\(flag)")
        }
        #expect(try subnet.value("active_discovery") == .bool(false))
    }

    @Test func changing() throws {
        let lab = try TestRegion()
        let servers = try lab.put("subnets/2/", ["dns_servers": "1.1.1.1,9.9.9.9 8.8.8.8"]).value("dns_servers")
        #expect(servers.elements.compactMap(\.string) == ["1.1.1.1", "9.9.9.9", "8.8.8.8"])
        let switched = try lab.put(
            "subnets/2/",
            ["allow_proxy": "false", "allow_dns": "false", "active_discovery": "true", "managed": "false"])
        for flag in ["allow_dns", "allow_proxy", "managed"] {
            #expect(try switched.value(flag) == .bool(false), "\(flag)")
        }
        #expect(try switched.value("active_discovery") == .bool(true))
        #expect(try lab.put("subnets/2/", ["gateway_ip": "10.20.0.254"]).string("gateway_ip") == "10.20.0.254")
        #expect(try lab.get("subnets/2/").string("name") == "data-net")
        for name in ["10.20.0.0/24", "fd00::/64", ". : /-_"] {
            #expect(try lab.put("subnets/2/", ["name": name]).string("name") == name)
        }
        #expect(try lab.put("subnets/2/", ["name": "a,b"]).text == #"{"name": ["Enter a valid value."]}"#)
    }

    @Test func statistics() throws {
        let lab = try TestRegion()
        let answer = try lab.get("subnets/2/", query: ["op": "statistics"], as: .user)
        // Of .1 to .254 the gateway, the controller and two VM hosts' addresses are taken.
        #expect(try answer.integer("num_available") == 250)
        #expect(try answer.integer("largest_available") == 242)
        #expect(try answer.integer("num_unavailable") == 4)
        #expect(try answer.integer("total_addresses") == 254)
        #expect(try answer.string("usage_string") == "2%")
        #expect(try answer.string("available_string") == "98%")
        #expect(try answer.string("first_address") == "10.20.0.1")
        #expect(try answer.string("last_address") == "10.20.0.254")
        #expect(try answer.integer("ip_version") == 4)
        #expect(try answer.json["ranges"] == nil)
        let more = try lab.get(
            "subnets/2/", query: ["op": "statistics", "include_ranges": "true", "include_suggestions": "true"])
        #expect(try !more.value("ranges").elements.isEmpty)
        #expect(try more.json["suggested_gateway"] != nil)
    }

    @Test func ranges() throws {
        let lab = try TestRegion()
        let free = try lab.get("subnets/2/", query: ["op": "unreserved_ip_ranges"], as: .user)
        #expect(
            free.text.replacing(#/\s+/#, with: "")
                == #"[{"start":"10.20.0.3","end":"10.20.0.10","num_addresses":8},{"start":"10.20.0.13","end":"10.20.0.254","num_addresses":242}]"#
        )
        let taken = try lab.get("subnets/1/", query: ["op": "reserved_ip_ranges"], as: .user).list
        #expect(taken[0]["start"]?.string == "10.10.0.1")
        #expect(taken[0]["purpose"] == .array([.string("gateway-ip")]))
        #expect(taken[1]["purpose"] == .array([.string("assigned-ip"), .string("dns-server")]))
        #expect(taken[2]["start"]?.string == "10.10.0.11")
        #expect(taken[2]["end"]?.string == "10.10.0.13")
    }

    @Test func whoHasItsAddresses() throws {
        let lab = try TestRegion()
        let held = try lab.get("subnets/1/", query: ["op": "ip_addresses"], as: .user).list
        #expect(held[0]["ip"]?.string == "10.10.0.2")
        #expect(held[0]["alloc_type"] == .integer(1))
        #expect(held[0]["node_summary"]?["fqdn"]?.string == "maas-region.maas")
        #expect(held.count > 3)
        let bare = try lab.get(
            "subnets/1/", query: ["op": "ip_addresses", "with_summary": "false", "with_username": "false"]
        ).list
        #expect(bare.count == held.count)
        #expect(bare[0]["node_summary"] == nil)
        #expect(bare[0]["user"] == nil)
    }

    @Test func deleting() throws {
        let lab = try TestRegion()
        let path = "subnets/10.20.0.0/24/"
        #expect(try lab.delete(path, query: ["force": "true"]).status == 204)
        #expect(try lab.get(path).status == 404)
        // Without DHCP a dynamic range holds nothing back.
        #expect(try lab.put("vlans/5001/", ["dhcp_on": "false"]).status == 200)
        #expect(try lab.delete("subnets/1/", query: ["force": "true"]).status == 204)
        #expect(try lab.get("ipranges/").json == .array([]))
    }
}
