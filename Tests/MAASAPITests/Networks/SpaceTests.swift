import RegionTesting
import Testing

@testable import MAASRegion

/// `spaces/` (MAAS: `api/spaces.py`).
@Suite struct SpaceTests {
    private static let reserved = #"{"name": ["Reserved space name."]}"#
    private static let taken = #"{"name": ["Space with this Name already exists."]}"#
    private static let missing = "No Space matches the given query."

    @Test(arguments: [
        Call("POST", "spaces/", ["name": "bad name!"], 400, #"{"name": ["Invalid space name: bad name!."]}"#),
        Call("POST", "spaces/", ["name": "space-9"], 400, reserved),
        Call("POST", "spaces/", ["name": "undefined"], 400, reserved),
        Call("POST", "spaces/", ["name": "mgmt"], 400, taken),
        Call("POST", "spaces/", ["name": "x"], as: .user, 403, "This method is reserved for admin users."),
        Call("PUT", "spaces/2/", ["name": "mgmt"], 400, taken),
        Call("PUT", "spaces/2/", ["name": "space-1"], 400, reserved),
        Call("PUT", "spaces/2/", ["name": "x"], as: .user, 403, ""),
        Call("PUT", "spaces/9/", ["name": "x"], 404, missing),
        Call("PUT", "spaces/undefined/", ["name": "x"], 400, "Space cannot be modified: undefined"),
        Call("PUT", "spaces/-1/", ["name": "x"], 400, "Space cannot be modified: undefined"),
        Call("DELETE", "spaces/undefined/", 400, "Space cannot be deleted: undefined"),
        Call("DELETE", "spaces/-1/", 400, "Space cannot be deleted: undefined"),
        Call("DELETE", "spaces/1/", as: .user, 403, ""),
        Call("DELETE", "spaces/9/", 404, missing),
        Call("GET", "spaces/9/", 404, missing),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    /// The space of VLANs without one stands last in the list, as long as there are such VLANs.
    @Test func theUndefinedSpace() throws {
        let lab = try TestRegion()
        let last = try #require(try lab.get("spaces/", as: .user).list.last)
        #expect(last["id"] == .integer(-1))
        #expect(last["name"]?.string == "undefined")
        #expect(last["resource_uri"]?.string == "/MAAS/api/2.0/spaces/undefined/")
        #expect(last["vlans"]?.elements.compactMap { $0["id"]?.integer } == [5003])
        for path in ["spaces/undefined/", "spaces/-1/"] { #expect(try lab.get(path).json == last) }
        #expect(try lab.put("vlans/5003/", ["space": "data"]).status == 200)
        #expect(try lab.get("spaces/").list.compactMap { $0["name"]?.string } == ["mgmt", "data"])
    }

    @Test func creatingAndDeleting() throws {
        let lab = try TestRegion()
        let space = try lab.post("spaces/")
        let id = try #require(try space.integer("id"))
        #expect(try space.string("name") == "space-\(id)")
        #expect(try lab.put("spaces/\(id)/", ["description": "n"]).string("name") == "space-\(id)")
        #expect(try lab.get("spaces/space-\(id)/").string("description") == "n")
        // One in use may go; its VLANs and subnets have none then.
        #expect(try lab.delete("spaces/mgmt/").status == 204)
        #expect(try lab.get("vlans/5001/").string("space") == "undefined")
        #expect(try lab.get("subnets/mgmt-net/").string("space") == "undefined")
    }
}
