import Foundation
import RegionTesting
import SQLite
import Testing

@testable import MAASEmulator
@testable import MAASRegion

@Suite("A region and its database")
struct RegionTests {
    @Test func theSameSeedGivesTheSameRegion() throws {
        let inventory = """
            {"users": [{"username": "r", "is_superuser": true, "api_key": "a:b:c"}], "machines": [{"hostname": "m"}]}
            """
        func systemID(seed: UInt64) throws -> String { try TestRegion(inventory: inventory, seed: seed).systemID("m") }
        let id = try systemID(seed: 7)
        #expect(try systemID(seed: 7) == id)
        #expect(try systemID(seed: 8) != id)
        #expect(id.count == 6 && id.allSatisfy { "34678abcdefghkmnpqrstwxy".contains($0) })
    }

    @Test func regionsShareNothing() throws {
        let one = try TestRegion()
        let other = try TestRegion()
        try one.region.withState { try $0.db.execute("DELETE FROM tags WHERE name = 'gpu'") }
        #expect(try one.get("tags/gpu/").status == 404)
        #expect(try other.get("tags/gpu/").status == 200)
    }

    @Test func aDatabaseIsContinued() throws {
        let file = TemporaryFile()
        try TestRegion(database: file.path).region.withState { try $0.set(setting: "mark", "here") }
        do {
            let again = try TestRegion(database: file.path)
            #expect(try again.region.withState { try $0.setting("mark") } == "here")
            #expect(try again.get("machines/").list.count == 15)
            #expect(throws: DatabaseFile.Busy.self) { try TestRegion(database: file.path) }
        }
        #expect(throws: RegionError.self) { try TestRegion(inventory: "{}", database: file.path) }
    }

    @Test func whatFailsIsRolledBack() throws {
        struct Stop: Error {}
        let maas = try TestRegion()
        #expect(throws: Stop.self) {
            try maas.region.withState { state in
                try state.db.execute("DELETE FROM events")
                throw Stop()
            }
        }
        #expect(try maas.region.withState { try $0.db.scalar("SELECT COUNT(*) FROM events") as Int? } == 8)
    }

    @Test func databasesOfOthersAreRefused() throws {
        let newer = TemporaryFile()
        try Connection(path: newer.path).execute("PRAGMA user_version = \(Schema.version + 1)")
        #expect(throws: SchemaError.self) { try TestRegion(database: newer.path) }
        let foreign = TemporaryFile()
        try Connection(path: foreign.path).execute("CREATE TABLE shopping (item TEXT)")
        #expect(throws: SchemaError.self) { try TestRegion(database: foreign.path) }
        let text = TemporaryFile()
        try "this is no database, but long enough to be taken for one".write(
            toFile: text.path, atomically: true, encoding: .utf8)
        #expect(throws: DatabaseError.self) { try TestRegion(database: text.path) }
    }

    @Test func theClockRunsAtItsSpeed() throws {
        for (mode, factor) in [(Region.ClockMode.manual, 0), (.running(speed: 1), 1), (.running(speed: 60), 60)] {
            let maas = try TestRegion(clock: mode)
            let before = try maas.region.withState { try $0.now }
            maas.wallPasses(seconds: 10)
            #expect(try maas.region.withState { try $0.now } == before + 10_000 * factor)
        }
    }

    @Test func uuidsAreOfVersion4() throws {
        let maas = try TestRegion()
        let uuid = try maas.region.withState { try $0.random.uuid() }
        #expect(uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
}
