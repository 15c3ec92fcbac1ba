import RegionTesting
import Testing

@testable import MAASRegion

/// `fabrics/{fabric_id}/vlans/` and `vlans/{id}/` (MAAS: `api/vlans.py`).
@Suite struct VLANTests {
    private static let range = #"{"dhcp_on": ["dhcp can only be turned on when a dynamic IP range is defined."]}"#
    private static let vid = #"{"vid": ["VID must be between 0 and 4094."]}"#
    private static let taken =
        #"{"__all__": ["A VLAN with the specified VID already exists in the destination fabric."]}"#
    private static let standard = "This VLAN is the default VLAN in the fabric, it cannot be deleted."
    private static let unknown = "VLAN with specified ID does not exist."

    @Test(arguments: [
        Call(
            "POST", "fabrics/0/vlans/", 400,
            #"{"vid": ["This field is required.", "VID must be between 0 and 4094."]}"#),
        Call(
            "POST", "fabrics/0/vlans/", ["vid": "abc"], 400,
            #"{"vid": ["Enter a whole number.", "VID must be between 0 and 4094."]}"#),
        Call("POST", "fabrics/0/vlans/", ["vid": "4095"], 400, vid),
        Call("POST", "fabrics/0/vlans/", ["vid": "-1"], 400, vid),
        Call("POST", "fabrics/0/vlans/", ["vid": "100"], 400, taken),
        Call(
            "POST", "fabrics/0/vlans/", ["vid": "202", "mtu": "1"], 400,
            #"{"mtu": ["Ensure this value is greater than or equal to 552."]}"#),
        Call(
            "POST", "fabrics/0/vlans/", ["vid": "203", "space": "nosuch"], 400,
            #"{"space": ["Select a valid choice. That choice is not one of the available choices."]}"#),
        Call("POST", "fabrics/0/vlans/", ["vid": "300"], as: .user, 403, ""),
        Call("POST", "fabrics/999/vlans/", ["vid": "300"], 404, "No Fabric matches the given query."),
        Call("GET", "fabrics/999/vlans/", 404, "No Fabric matches the given query."),
        Call("GET", "fabrics/0/vlans/77/", 404, "No VLAN matches the given query."),
        Call("GET", "vlans/99/", 404, unknown),
        Call("PUT", "vlans/99/", ["name": "x"], 404, unknown),
        Call("DELETE", "vlans/99/", 404, unknown),
        Call("GET", "vlans/", 404, "Unknown API endpoint: /MAAS/api/2.0/vlans/."),
        Call("PUT", "vlans/5002/", ["name": "x"], as: .user, 403, ""),
        Call("PUT", "vlans/5002/", ["vid": "0"], 400, taken),
        Call("PUT", "vlans/5002/", ["fabric": "999"], 400, #"{"fabric": ["None found with id=999."]}"#),
        Call("PUT", "vlans/5002/", ["dhcp_on": "true"], 400, range),
        Call("PUT", "fabrics/0/vlans/100/", ["dhcp_on": "true", "primary_rack": "kftd7b"], 400, range),
        Call(
            "PUT", "fabrics/0/vlans/untagged/", ["dhcp_on": "true", "primary_rack": "zzzzzz"], 400,
            #"{"primary_rack": ["Select a valid choice. zzzzzz is not one of the available choices."]}"#),
        Call(
            "PUT", "vlans/5001/", ["secondary_rack": "zzzzzz"], 400,
            #"{"secondary_rack": ["Select a valid choice. zzzzzz is not one of the available choices."]}"#),
        Call("DELETE", "fabrics/0/vlans/0/", 400, standard),
        Call("DELETE", "fabrics/0/vlans/untagged/", 400, standard),
        Call("DELETE", "vlans/5001/", 400, standard),
        Call("DELETE", "vlans/5003/", 400, standard),
        Call("DELETE", "vlans/5002/", as: .user, 403, ""),
        Call("DELETE", "fabrics/0/vlans/999/", 404, "No VLAN matches the given query."),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    /// One VLAN has many addresses.
    @Test(arguments: ["fabrics/0/vlans/0/", "fabrics/0/vlans/untagged/", "fabrics/fabric-0/vlans/0/", "vlans/5001/"])
    func addresses(path: String) throws {
        let vlan = try TestRegion().get(path, as: .user)
        #expect(try vlan.integer("id") == 5001)
        #expect(try vlan.string("resource_uri") == "/MAAS/api/2.0/vlans/5001/")
        #expect(try vlan.string("primary_rack") == "kftd7b")
        #expect(try vlan.value("secondary_rack") == .null)
        #expect(try vlan.value("dhcp_on") == .bool(true))
        #expect(try vlan.string("space") == "mgmt")
        #expect(try vlan.string("fabric") == "fabric-0")
        #expect(try vlan.integer("fabric_id") == 0)
    }

    @Test func aNewVLANHasNoNameAndNoSpace() throws {
        let lab = try TestRegion()
        let vlan = try lab.post("fabrics/1/vlans/", ["vid": "4094", "mtu": "9000"])
        #expect(vlan.status == 200)
        #expect(try vlan.value("name") == .null)
        #expect(try vlan.string("space") == "undefined")
        #expect(try vlan.integer("mtu") == 9000)
        #expect(try lab.post("fabrics/1/vlans/", ["vid": "1", "space": "data"]).string("space") == "data")
    }

    @Test func changing() throws {
        let lab = try TestRegion()
        let path = "fabrics/0/vlans/100/"
        #expect(try lab.put(path, ["space": "mgmt"]).string("space") == "mgmt")
        #expect(try lab.put(path, ["space": ""]).string("space") == "undefined")
        #expect(try lab.put(path, ["relay_vlan": "5001"]).integer("relay_vlan", "id") == 5001)
        #expect(try lab.put(path, ["relay_vlan": ""]).value("relay_vlan") == .null)
        #expect(try lab.put(path, ["fabric": "lab-fabric"]).integer("fabric_id") == 1)
        #expect(try lab.put("fabrics/1/vlans/100/", ["vid": "101"]).integer("vid") == 101)
        #expect(try lab.get("vlans/5002/").integer("mtu") == 1500, "the rest is kept")
    }

    @Test func dhcpNeedsARangeAndARack() throws {
        let lab = try TestRegion()
        let range = try lab.post(
            "ipranges/", ["type": "dynamic", "start_ip": "10.20.0.100", "end_ip": "10.20.0.120"])
        #expect(range.status == 200)
        try lab.check(
            Call(
                "PUT", "vlans/5002/", ["dhcp_on": "true"], 400,
                #"{"__all__": ["dhcp can only be turned on when a primary rack controller is set."]}"#))
        let served = try lab.put("vlans/5002/", ["dhcp_on": "true", "primary_rack": "kftd7b"])
        #expect(try served.value("dhcp_on") == .bool(true))
        #expect(try served.string("primary_rack") == "kftd7b")
        #expect(try lab.put("vlans/5002/", ["dhcp_on": "false"]).value("dhcp_on") == .bool(false))
    }

    @Test func deletingMovesWhatWasOnIt() throws {
        let lab = try TestRegion()
        #expect(try lab.delete("fabrics/0/vlans/100/").status == 204)
        #expect(try lab.get("vlans/5002/").status == 404)
        #expect(try lab.get("subnets/data-net/").integer("vlan", "id") == 5001)
        let interface = try lab.get("nodes/\(lab.systemID("node01"))/interfaces/eth1/")
        #expect(try interface.integer("vlan", "id") == 5001)
    }
}
