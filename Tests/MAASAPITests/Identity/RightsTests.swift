import RegionTesting
import Testing

@testable import MAASRegion

/// What groups grant has an effect since 3.8, and none before.
@Suite struct RightsTests {
    /// A group of `user1` alone, which grants something.
    private func granting(_ maas: TestRegion, _ entitlement: String, pool: Int? = nil) throws {
        let group = try #require(try maas.post("groups/", ["name": "g"]).integer("id"))
        #expect(try maas.post("groups/\(group)/", op: "add_member", ["username": "user1"]).status < 300)
        let answer = try maas.post(
            "groups/\(group)/", op: "add_entitlement",
            [
                "resource_type": pool == nil ? "maas" : "pool", "resource_id": String(pool ?? 0),
                "entitlement": entitlement,
            ])
        #expect(answer.status < 300, "\(answer.text)")
    }

    @Test(arguments: [MAASVersion.v3_8, .v4_0])
    func whatEverybodyUses(_ version: MAASVersion) throws {
        let maas = try TestRegion(version: version)
        let refused = try maas.post("fabrics/", ["name": "f9"], as: .user)
        #expect(refused.status == 403 && refused.text.hasSuffix("should have permission 'can_edit_global_entities'"))
        try granting(maas, "can_edit_global_entities")
        #expect(try maas.post("fabrics/", ["name": "f9"], as: .user).status == 200)
        #expect(try maas.put("subnets/1/", ["description": "x"], as: .user).status == 200)
        // One thing is not another.
        #expect(try maas.get("users/", as: .user).status == maas.get("users/", as: .admin).status)
        #expect(try maas.post("users/", ["username": "x"], as: .user).status == 403)
    }

    /// Who may change something may look at it.
    @Test(arguments: [
        ("can_edit_license_keys", true), ("can_view_license_keys", true), ("can_edit_boot_entities", false),
    ])
    func lookingFollowsFromChanging(_ entitlement: String, _ isAllowed: Bool) throws {
        let maas = try TestRegion(version: .v3_8)
        try granting(maas, entitlement)
        #expect(try maas.get("license-keys/", as: .user).status == (isAllowed ? 200 : 403))
    }

    /// Machines are granted by their pools.
    @Test func machinesOfAPool() throws {
        let maas = try TestRegion(version: .v3_8)
        let (own, other) = (try maas.systemID("node01"), try maas.systemID("node07"))
        let pools = try maas.region.withState { state in
            try ["node01", "node07"].map { name in
                try state.db.scalar("SELECT pool_id FROM nodes WHERE hostname = ?", name) as Int?
            }
        }
        let pool = try #require(pools[0])
        #expect(try maas.put("machines/\(own)/", ["description": "x"], as: .user).status == 403)
        try granting(maas, "can_edit_machines", pool: pool)
        #expect(try maas.put("machines/\(own)/", ["description": "x"], as: .user).status == 200)
        #expect(try maas.get("machines/\(own)/", query: ["op": "power_parameters"], as: .user).status == 200)
        // The administrator has this one.
        #expect(try maas.get("machines/\(other)/", as: .user).status == (pools[1] == pool ? 200 : 403))
        #expect(try maas.post("resourcepools/", ["name": "p9"], as: .user).status == 403)
    }

    @Test func allocationsNeedPoolsToDeployIn() throws {
        let maas = try TestRegion(version: .v3_8)
        #expect(try maas.post("machines/", op: "allocate", [:], as: .user).status == 200)
        try maas.region.withState { state in
            try state.db.execute("DELETE FROM user_group_entitlements WHERE entitlement LIKE '%machines'")
        }
        #expect(try maas.get("machines/", as: .user).text == "[]")
        #expect(try maas.post("machines/", op: "allocate", [:], as: .user).status == 409)
    }

    /// Being an administrator grants nothing by itself any more.
    @Test func administratorsAreSoByTheirGroup() throws {
        let maas = try TestRegion(version: .v3_8)
        #expect(try maas.get("rackcontrollers/").list.isEmpty == false)
        #expect(try maas.get("rackcontrollers/", as: .user).text == "[]")
        #expect(try maas.post("groups/1/", op: "remove_member", ["username": "admin"]).status < 300)
        #expect(try maas.post("fabrics/", ["name": "f9"]).status == 403)
        #expect(try maas.get("rackcontrollers/").text == "[]")
    }

    @Test func olderVersionsHaveAdministrators() throws {
        let maas = try TestRegion(version: .v3_7)
        #expect(try maas.post("fabrics/", ["name": "f9"], as: .user).text == "This method is reserved for admin users.")
        #expect(try maas.post("fabrics/", ["name": "f9"]).status == 200)
    }
}
