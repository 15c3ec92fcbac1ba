import RegionTesting
import Testing

@testable import MAASRegion

/// `fabrics/` (MAAS: `api/fabrics.py`).
@Suite struct FabricTests {
    private static let admins = "This method is reserved for admin users."
    private static let missing = "No Fabric matches the given query."

    @Test(arguments: [
        Call("POST", "fabrics/", ["name": "bad name!"], 400, #"{"name": ["Invalid fabric name: bad name!."]}"#),
        Call("POST", "fabrics/", ["name": "fabric-0"], 400, #"{"name": ["Reserved fabric name."]}"#),
        Call("POST", "fabrics/", ["name": "fabric-99"], 400, #"{"name": ["Reserved fabric name."]}"#),
        Call("POST", "fabrics/", ["name": "lab-fabric"], 400, #"{"name": ["Fabric with this Name already exists."]}"#),
        Call("POST", "fabrics/", ["name": "x"], as: .user, 403, admins),
        Call("POST", "fabrics/", as: .nobody, 401, "Forbidden"),
        Call("PUT", "fabrics/1/", ["name": "fabric-0"], 400, #"{"name": ["Reserved fabric name."]}"#),
        Call("PUT", "fabrics/1/", ["name": "x"], as: .user, 403, ""),
        Call("PUT", "fabrics/999/", ["name": "x"], 404, missing),
        Call("DELETE", "fabrics/1/", as: .user, 403, ""),
        Call("DELETE", "fabrics/999/", 404, missing),
        Call("DELETE", "fabrics/0/", 400, "This fabric is the default fabric, it cannot be deleted."),
        Call("GET", "fabrics/999/", 404, missing),
        Call("GET", "fabrics/?op=zz", 400, "Unrecognised signature: method=GET op=zz"),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    @Test func aNewFabricHasTheUntaggedVLANAndANameByItsID() throws {
        let lab = try TestRegion()
        let fabric = try lab.post("fabrics/")
        #expect(fabric.status == 200)
        let id = try #require(try fabric.integer("id"))
        #expect(try fabric.string("name") == "fabric-\(id)")
        #expect(try fabric.value("class_type") == .null)
        #expect(try fabric.value("vlans").elements.count == 1)
        #expect(try fabric.string("vlans", 0, "name") == "untagged")
        #expect(try fabric.integer("vlans", 0, "vid") == 0)
        #expect(try fabric.integer("vlans", 0, "mtu") == 1500)
        #expect(try fabric.string("vlans", 0, "fabric") == "fabric-\(id)")
        // Its own reserved name is no other's.
        #expect(try lab.put("fabrics/\(id)/", ["name": "fabric-\(id)"]).status == 200)
    }

    @Test func changingAndDeleting() throws {
        let lab = try TestRegion()
        let path =
            "fabrics/\(try #require(try lab.post("fabrics/", ["name": "fabx", "class_type": "10g"]).integer("id")))/"
        #expect(try lab.put(path, ["name": "faby"]).string("name") == "faby")
        #expect(try lab.get("fabrics/faby/", as: .user).string("class_type") == "10g")
        // Empty class types leave what there is.
        #expect(try lab.put(path, ["class_type": ""]).string("class_type") == "10g")
        #expect(try lab.put(path).string("name") == "faby")
        #expect(try lab.delete(path).status == 204)
        #expect(try lab.get(path).status == 404)
    }

    @Test func whatIsUsedStays() throws {
        let lab = try TestRegion()
        for cidr in ["192.168.9.0/24", "192.168.8.0/24"] {
            #expect(try lab.post("subnets/", ["cidr": cidr, "vlan": "5003"]).status == 200)
        }
        try lab.check(
            Call(
                "DELETE", "fabrics/1/", 400,
                "Can't delete fabric; the following subnets are still present: 192.168.8.0/24, 192.168.9.0/24"))
        for cidr in ["192.168.9.0/24", "192.168.8.0/24"] { #expect(try lab.delete("subnets/\(cidr)/").status == 204) }
        let moved = try lab.put("nodes/\(lab.systemID("node01"))/interfaces/eth1/", ["vlan": "5003"])
        #expect(moved.status == 200)
        try lab.check(
            Call(
                "DELETE", "fabrics/1/", 400,
                "Can't delete fabric; the following interfaces are still connected: eth1 (physical) on node01"))
        #expect(try lab.put("nodes/\(lab.systemID("node01"))/interfaces/eth1/", ["vlan": "5002"]).status == 200)
        // A fabric that the last interface leaves goes by itself.
        #expect(try lab.get("fabrics/1/").status == 404)
        #expect(try lab.get("vlans/5003/").status == 404)
    }
}
