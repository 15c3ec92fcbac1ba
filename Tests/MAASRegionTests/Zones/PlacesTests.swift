import RegionTesting
import Testing

@testable import MAASRegion

/// Zones and resource pools when they are deleted.
@Suite struct PlacesTests {
    @Test func whatIsInAZoneMovesToTheDefaultZone() throws {
        try TestRegion().region.withState { state in
            let id = try Zone.insert(state.db, name: "cellar", description: "")
            let zone = try #require(try Zone.find(state.db, id: id))
            let node = try #require(try Node.all(state.db, .machine).first)
            try node.set(state.db, zone: zone)
            #expect(try Node.find(state.db, id: node.id)?.zoneID == id)
            try zone.remove(state.db)
            #expect(try Node.find(state.db, id: node.id)?.zoneID == Zone.defaultID)
            #expect(try Zone.find(state.db, id: id) == nil)
        }
    }

    @Test func theDefaultOnesStay() throws {
        try TestRegion().region.withState { state in
            let zone = try #require(try Zone.find(state.db, id: Zone.defaultID))
            #expect(throws: Refusal.self) { try zone.remove(state.db) }
            let pool = try #require(try ResourcePool.find(state.db, id: ResourcePool.defaultID))
            #expect(throws: Refusal.self) { try pool.remove(state.db) }
        }
    }

    @Test func aPoolGoesOnlyWhenItIsEmpty() throws {
        try TestRegion().region.withState { state in
            let id = try ResourcePool.insert(state.db, name: "spare", description: "")
            let pool = try #require(try ResourcePool.find(state.db, id: id))
            let node = try #require(try Node.all(state.db, .machine).first)
            try node.update(state.db, ["pool_id": id])
            #expect(throws: Refusal.self) { try pool.remove(state.db) }
            try node.update(state.db, ["pool_id": ResourcePool.defaultID])
            let host = try #require(try VMHost.all(state.db).first)
            try state.db.update("vm_hosts", id: host.id, ["pool_id": id])
            #expect(throws: Refusal.self) { try pool.remove(state.db) }
            try state.db.update("vm_hosts", id: host.id, ["pool_id": ResourcePool.defaultID])
            try pool.remove(state.db)
            #expect(try ResourcePool.find(state.db, name: "spare") == nil)
        }
    }
}
