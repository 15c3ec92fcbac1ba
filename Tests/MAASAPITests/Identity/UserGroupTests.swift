import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// What 3.8 brought: groups of users, providers of single sign-on, trace ids, bridges over several interfaces. Read from
/// MAAS's source.
@Suite struct UserGroupTests {
    private func members(_ maas: TestRegion, _ group: Int) throws -> [String] {
        try maas.get("groups/\(group)/", query: ["op": "list_members"]).list.compactMap { $0["username"]?.string }
    }

    @Test func everybodyIsInOneOfTwoGroups() throws {
        let maas = try TestRegion(version: .v3_8)
        #expect(try maas.get("groups/").list.compactMap { $0["name"]?.string } == ["Administrators", "Users"])
        #expect(try members(maas, 1) == ["admin"])
        #expect(try members(maas, 2).contains("user1"))
        let fields: KeyValuePairs = ["username": "u2", "email": "u2@x", "password": "pw", "is_superuser": "1"]
        _ = try maas.post("users/", fields)
        #expect(try members(maas, 1) == ["admin", "u2"])
        #expect(try maas.get("groups/2/", query: ["op": "list_entitlements"]).list.count == 3)
        #expect(try TestRegion(version: .v3_7).get("groups/").status == 404)
    }

    @Test func groupsGainAndLose() throws {
        let maas = try TestRegion(version: .v3_8)
        let id = try #require(try maas.post("groups/", ["name": "ops"]).integer("id"))
        #expect(try maas.put("groups/\(id)/", ["description": "d"]).string("name") == "ops")
        #expect(try maas.post("groups/\(id)/", op: "add_member", ["username": "user1"]).text == "OK")
        #expect(
            try maas.post("groups/\(id)/", op: "add_member", ["username": "user1"]).text
                == "User `user1` is already a member of the group with ID `\(id)`.")
        #expect(try members(maas, id) == ["user1"])
        #expect(try maas.post("groups/\(id)/", op: "remove_member", ["username": "user1"]).status == 204)
        #expect(try members(maas, id).isEmpty)
        let may: KeyValuePairs = ["resource_type": "pool", "resource_id": "0", "entitlement": "can_view_machines"]
        #expect(try maas.post("groups/\(id)/", op: "add_entitlement", may).text == "OK")
        #expect(try maas.get("groups/\(id)/", query: ["op": "list_entitlements"]).list.count == 1)
        #expect(try maas.post("groups/\(id)/", op: "remove_entitlement", may).status == 204)
        #expect(try maas.get("groups/\(id)/", query: ["op": "list_entitlements"]).list.isEmpty)
        #expect(try maas.delete("groups/\(id)/").status == 204)
        #expect(try maas.get("groups/\(id)/").text == "UserGroup with id \(id) not found.")
    }

    @Test(arguments: [
        Call("POST", "groups/", 400, "Name is required."),
        Call(
            "POST", "groups/", ["name": "Users"], 500, "An instance with the same unique attributes already exists."),
        Call("GET", "groups/x/", 500, "invalid literal for int() with base 10: 'x'"),
        Call("POST", "groups/1/?op=add_member", 400, "username is required."),
        Call("POST", "groups/1/?op=add_member", ["username": "no"], 404, "User 'no' not found."),
        Call(
            "POST", "groups/1/?op=add_entitlement",
            ["resource_type": "maas", "resource_id": "1", "entitlement": "can_view_devices"], 400,
            "resource_id must be 0 for 'maas' type."),
        Call(
            "POST", "groups/1/?op=add_entitlement",
            ["resource_type": "pool", "resource_id": "99", "entitlement": "can_view_machines"], 404,
            "ResourcePool with id 99 not found."),
        Call(
            "POST", "groups/1/?op=add_entitlement",
            ["resource_type": "pool", "resource_id": "0", "entitlement": "fly"], 400,
            "Entitlement fly is not defined the requested resource type. Valid entitlements are: ['can_edit_machines', 'can_deploy_machines', 'can_view_machines', 'can_view_available_machines']"
        ),
        Call(
            "GET", "groups/", as: .user, 403,
            "User does not have permission to perform this operation. The user should have permission 'can_view_identities'"
        ),
        Call("GET", "oidc-providers/?op=get_active", 404, "No enabled OIDC provider found."),
        Call("GET", "oidc-providers/3/", 404, "No OIDC provider found with ID: 3"),
        Call("DELETE", "oidc-providers/3/", 404, "No OIDC provider found with ID: 3"),
        Call("POST", "oidc-providers/", 400, "Issuer URL must be a valid HTTP or HTTPS address."),
        Call(
            "PUT", "oidc-providers/3/", ["vendor": "me"], 400,
            "Invalid vendor: me. Must be one of: Generic, EntraID, Auth0, Keycloak."),
    ])
    func refusals(_ call: Call) throws { try TestRegion(version: .v3_8).check(call) }

    @Test func everyAnswerHasATraceID() throws {
        let maas = try TestRegion(version: .v3_8)
        func trace(_ path: String, _ sent: String? = nil) throws -> String? {
            var request = HTTPRequest(method: "GET", path: Dispatch.root + path)
            if let sent { request.headers["MAAS-trace-id"] = sent }
            return try maas.send(request).response.headers["MAAS-trace-id"]
        }
        #expect(try trace("zones/", "mine") == "mine")
        let made = try #require(try trace("zones/"))
        #expect(made.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(try trace("zones/") != made)
        #expect(try trace("nothing/") != nil)
        let older = try TestRegion(version: .v3_7).get("zones/")
        #expect(older.response.headers["MAAS-trace-id"] == nil)
    }

    @Test(arguments: [MAASVersion.v3_7, .v3_8])
    func bridgesOverSeveralInterfaces(_ version: MAASVersion) throws {
        let maas = try TestRegion(version: version)
        let node = try maas.systemID("node01")
        let ids = try maas.get("nodes/\(node)/interfaces/").list.compactMap { $0["id"]?.integer }.map(String.init)
        let path = "nodes/\(node)/interfaces/"
        if version >= .v3_8 {
            let both = try maas.post(
                path, op: "create_bridge", ["name": "br0", "parent": ids[0], "parents": ids[1]])
            #expect(both.status == 400 && both.text == "Cannot specify both parent and parents fields.")
        }
        let made = try maas.post(path, op: "create_bridge", ["name": "br0", "parents": ids[0], "parents": ids[1]])
        if version >= .v3_8 {
            #expect(try made.value("parents").strings == ["eth0", "eth1"])
            let none = try maas.post(path, op: "create_bridge", ["name": "br1"])
            #expect(none.text.contains("A bridge interface must have at least one parent."))
        } else {
            #expect(made.text.contains("A bridge interface must have exactly one parent."))
        }
    }
}
