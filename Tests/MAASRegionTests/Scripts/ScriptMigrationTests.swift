import Foundation
import RegionTesting
import SQLite
import Testing

@testable import MAASRegion

/// Databases from before there were scripts.
@Suite("Databases without scripts") struct ScriptMigrationTests {
    @Test func theyGetTheScriptsAndKeepWhatIsCommissioned() throws {
        let file = TemporaryFile()
        do {
            let db = try Connection(path: file.path)
            for step in Schema.migrations.prefix(3) { try db.executeScript(step) }
            try db.execute("PRAGMA user_version = 3")
            let state = RegionState(db: db, version: .v3_7, wall: 1_795_000_000_000)
            try state.set(setting: "inventory", "{}")
            try state.random.seed(1)
            try state.clock.set(speed: 0)
            try db.insert(into: "users", ["username": "a", "is_superuser": true])
            try db.insert(into: "tokens", ["user_id": 1, "name": "t", "consumer_key": "c", "key": "k", "secret": "s"])
            try db.insert(into: "domains", ["id": 0, "name": "maas"])
            try db.insert(into: "zones", ["id": 1, "name": "default"])
            try db.insert(into: "resource_pools", ["id": 0, "name": "default"])
            try db.insert(into: "script_sets", ["id": 7, "type": "commissioning"])
            for (name, status) in [("done", 2), ("never", -1)] {
                try db.insert(
                    into: "nodes",
                    [
                        "system_id": "\(name)11", "hostname": name, "domain_id": 0, "zone_id": 1, "pool_id": 0,
                        "status": 10, "owner_id": 1, "power_state": "off", "commissioning_status": status,
                        "commissioning_result_id": status == 2 ? 7 : nil, "created": 0, "updated": 0,
                    ])
            }
            try db.execute("UPDATE script_sets SET node_id = 1")
        }
        do {
            let maas = try TestRegion(database: file.path)
            #expect(try maas.get("scripts/").list.count == 31)
            #expect(
                try maas.get("machines/").list.map { $0["commissioning_status_name"]?.string } == ["Passed", "Unknown"])
            #expect(try maas.post("machines/done11/", op: "release").string("status_name") == "Ready")
            #expect(try maas.post("machines/never11/", op: "release").string("status_name") == "New")
            // What was deleted comes back when MAAS starts again, and nothing is there twice.
            #expect(try maas.delete("commissioning-scripts/ntp").status == 204)
        }
        let again = try TestRegion(database: file.path)
        #expect(try again.region.withState { try Script.all($0.db).count } == 31)
    }
}
