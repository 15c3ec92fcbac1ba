import Formats
import HTTPServer
import MAASAPI
import MAASRegion
import RegionTesting
import SQLite
import Synchronization
import Testing

@testable import MAASEmulator

@Suite("Regions of one inventory") struct PristineRegionTests {
    private static let lists = [
        "machines", "vm-hosts", "subnets", "fabrics", "users", "tags", "zones", "scripts", "boot-resources", "domains",
        "events/?op=query", "ipaddresses/?all=true", "devices", "rackcontrollers", "discovery", "boot-sources",
    ]

    private func options(seed: UInt64 = 1, version: MAASVersion = .v3_7, inventory: String? = nil) -> Region.Options {
        var options = Region.Options()
        options.clock = .manual
        options.seed = seed
        options.version = version
        options.inventory = inventory.map { Array($0.utf8) }
        options.wallClock = { 1_795_000_000_000 }
        options.checksCredentials = false
        return options
    }

    private func answers(of region: Region) -> [String] {
        Self.lists.map { list in
            let parts = list.split(separator: "?").map(String.init)
            let path = Dispatch.root + parts[0] + (parts[0].hasSuffix("/") ? "" : "/")
            let request = HTTPRequest(
                method: "GET", path: path, query: parts.dropFirst().first, headers: ["Host": "maas.test"])
            let answer = region.respond(to: request)
            return "\(answer.status) \(String(decoding: answer.body, as: UTF8.self))"
        }
    }

    @Test("a copy answers as the one that was loaded") func copies() throws {
        let pristine = PristineRegions()
        let first = try Region(options(), pristineRegions: pristine)
        let loaded = answers(of: first)
        #expect(loaded.allSatisfy { $0.hasPrefix("200 ") })
        let second = try Region(options(), pristineRegions: pristine)
        #expect(answers(of: second) == loaded)
        #expect(try second.apiKey(admin: true) == first.apiKey(admin: true))
        // The next random values are the same, too: ids that either makes from here on.
        #expect(try second.withState { try $0.random.next() } == first.withState { try $0.random.next() })
    }

    @Test("every reset keeps the snapshots of that moment, and no others") func resetsKeepSnapshots() throws {
        let pristine = PristineRegions()
        let region = try Region(options(), pristineRegions: pristine)
        let before = answers(of: region)
        try region.takeSnapshot("first")
        try region.reset()
        try region.takeSnapshot("second")
        #expect(try region.deleteSnapshot("first"))
        try region.withState { try $0.db.execute("UPDATE nodes SET description = 'changed'") }
        try region.reset()
        #expect(try region.snapshots().map(\.name) == ["second"])
        #expect(answers(of: region) == before)
        #expect(try region.restoreSnapshot("second"))
        #expect(answers(of: region) == before)
        // What resets of this region changed is not in the next one.
        let next = try Region(options(), pristineRegions: pristine)
        #expect(try next.snapshots().isEmpty)
        #expect(answers(of: next) == before)
    }

    @Test("what happens in one is not in the next, nor after a reset") func nothingIsShared() throws {
        let pristine = PristineRegions()
        let first = try Region(options(), pristineRegions: pristine)
        let before = answers(of: first)
        try first.withState { try $0.db.execute("DELETE FROM events") }
        try first.withState { try $0.db.execute("UPDATE nodes SET description = 'changed'") }
        let second = try Region(options(), pristineRegions: pristine)
        #expect(answers(of: first) != before)
        #expect(answers(of: second) == before)
        try first.reset()
        #expect(answers(of: first) == before)
    }

    @Test("another seed, version or inventory is another region") func others() throws {
        let pristine = PristineRegions()
        let lab = answers(of: try Region(options(), pristineRegions: pristine))
        #expect(answers(of: try Region(options(seed: 2), pristineRegions: pristine)) != lab)
        #expect(answers(of: try Region(options(version: .v3_5), pristineRegions: pristine)) != lab)
        #expect(answers(of: try Region(options(inventory: "{}"), pristineRegions: pristine)) != lab)
        #expect(answers(of: try Region(options(), pristineRegions: pristine)) == lab)
    }

    @Test("a copy's time begins when it is opened") func time() throws {
        let pristine = PristineRegions()
        let wall = Mutex(1_795_000_000_000)
        var options = options()
        options.wallClock = { wall.withLock { $0 } }
        let first = try Region(options, pristineRegions: pristine)
        try first.setClock(advance: 3600)
        wall.withLock { $0 += 60_000 }
        options.clock = .running(speed: 2)
        let second = try Region(options, pristineRegions: pristine)
        #expect(try second.withState { try $0.now } == 1_795_000_060_000)
        wall.withLock { $0 += 1_000 }
        #expect(try second.withState { try $0.now } == 1_795_000_062_000)
    }

    @Test("only so many are kept, those that were asked for latest") func bound() throws {
        let pristine = PristineRegions()
        let made = try Region(options(inventory: "{}"), pristineRegions: pristine).store
        let region = try made.write { try PristineRegion(copying: $0) }
        func origin(_ seed: Int) -> PristineRegions.Origin {
            .init(inventory: [], seed: UInt64(seed), version: .v3_7, day: 0)
        }
        for seed in 1...PristineRegions.bound { pristine.keep(region, of: origin(seed)) }
        #expect(pristine.find(origin(1)) != nil)
        pristine.keep(region, of: origin(99))
        #expect(pristine.find(origin(1)) != nil)
        #expect(pristine.find(origin(2)) == nil)
        #expect(pristine.find(origin(99)) != nil)
    }
}
