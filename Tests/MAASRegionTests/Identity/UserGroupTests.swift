import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct UserGroupModelTests {
    @Test func aNameIsOneGroupsOnly() throws {
        try TestRegion().region.withState { state in
            let id = try UserGroup.insert(state.db, name: "ops", description: "")
            let other = try UserGroup.insert(state.db, name: "dev", description: "")
            #expect(throws: Refusal.self) { try UserGroup.insert(state.db, name: "ops", description: "") }
            let group = try #require(try UserGroup.find(state.db, id: other))
            #expect(throws: Refusal.self) { try group.update(state.db, name: "ops", description: "") }
            // Its own name is no obstacle.
            try group.update(state.db, name: "dev", description: "changed")
            #expect(try UserGroup.find(state.db, name: "dev")?.description == "changed")
            #expect(try UserGroup.find(state.db, name: "ops")?.id == id)
        }
    }

    @Test func aMemberIsTakenInOnceAndAnEntitlementKeptOnce() throws {
        try TestRegion().region.withState { state in
            let id = try UserGroup.insert(state.db, name: "ops", description: "")
            let group = try #require(try UserGroup.find(state.db, id: id))
            let admin = try #require(try User.find(state.db, username: "admin"))
            try group.add(state.db, member: admin)
            #expect(throws: Refusal.self) { try group.add(state.db, member: admin) }
            #expect(try group.members(state.db).map(\.username) == ["admin"])
            try group.remove(state.db, member: admin)
            try group.remove(state.db, member: admin)
            #expect(try group.members(state.db).isEmpty)

            let right = UserGroup.Entitlement(resourceType: "maas", resourceID: 0, name: "can_view_machines")
            try group.add(state.db, right)
            try group.add(state.db, right)
            #expect(try group.entitlements(state.db).count == 1)
            try group.remove(state.db, right)
            #expect(try group.entitlements(state.db).isEmpty)
        }
    }
}
