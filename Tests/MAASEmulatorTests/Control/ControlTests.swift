import RegionTesting
import Testing

@Suite("Control endpoints")
struct ControlTests {
    @Test func healthSaysWhatIsServed() throws {
        let health = try TestEmulator().control("GET", "health")
        #expect(health.status == 200)
        #expect(try health.string("maas_version") == "3.7.3")
        #expect(try health.integer("counts", "vm_hosts") == 4)
    }

    @Test func aTokenGuardsEveryEndpointButHealth() throws {
        let emulator = try TestEmulator(controlToken: "sesame")
        #expect(emulator.control("GET", "health").status == 200)
        #expect(emulator.control("GET", "clock").status == 401)
        #expect(emulator.control("GET", "clock", token: "open").status == 401)
        #expect(emulator.control("GET", "clock", token: "sesame").status == 200)
        #expect(try emulator.api("GET", "zones/").status == 200)
    }

    @Test func unknownEndpointsAndMethodsAreNamed() throws {
        let emulator = try TestEmulator()
        let unknown = emulator.control("GET", "nonsense")
        #expect(unknown.status == 404)
        #expect(try unknown.string("error")?.contains("/emulator/snapshots") == true)
        #expect(emulator.control("PUT", "health").status == 405)
    }

    @Test func resetGoesBackToTheInventory() throws {
        let emulator = try TestEmulator()
        let before = try emulator.api("GET", "machines/").text
        try emulator.maas.region.withState { state in
            try state.db.execute("UPDATE nodes SET hostname = 'changed' WHERE hostname = 'node01'")
        }
        #expect(try emulator.api("GET", "machines/").text != before)
        #expect(emulator.control("POST", "reset").status == 204)
        #expect(try emulator.api("GET", "machines/").text == before)
    }

    @Test func aSnapshotBringsBackStateAndTime() throws {
        let emulator = try TestEmulator()
        let start = try emulator.control("GET", "clock").string("now")
        #expect(emulator.control("POST", "snapshots", #"{"name": "fresh"}"#).status == 201)
        emulator.control("POST", "clock", #"{"advance": 3600}"#)
        try emulator.maas.region.withState { try $0.db.execute("DELETE FROM events") }
        #expect(try emulator.control("GET", "clock").string("now") != start)
        #expect(try emulator.control("GET", "snapshots").list.map { $0["name"]?.string } == ["fresh"])
        #expect(emulator.control("POST", "snapshots/fresh/restore").status == 204)
        #expect(try emulator.control("GET", "clock").string("now") == start)
        #expect(try emulator.control("GET", "health").integer("counts", "events") == 8)
        // It outlives a reset, and can be forgotten once.
        emulator.control("POST", "reset")
        #expect(emulator.control("DELETE", "snapshots/fresh").status == 204)
        #expect(emulator.control("DELETE", "snapshots/fresh").status == 404)
        #expect(emulator.control("POST", "snapshots/fresh/restore").status == 404)
    }

    @Test func aSnapshotNeedsAName() throws {
        let emulator = try TestEmulator()
        let refused = emulator.control("POST", "snapshots", #"{"nam": "x"}"#)
        #expect(refused.status == 400)
        #expect(try refused.string("error")?.contains("nam: unknown key") == true)
        #expect(emulator.control("POST", "snapshots", "nonsense").status == 400)
    }

    @Test func theClockStandsAdvancesAndRuns() throws {
        let emulator = try TestEmulator()
        let first = emulator.control("GET", "clock")
        emulator.maas.wallPasses(seconds: 100)
        #expect(try first.string("mode") == "manual")
        #expect(try emulator.control("GET", "clock").string("now") == first.string("now"))
        let ahead = emulator.control("POST", "clock", #"{"advance": 1.5}"#)
        #expect(try ahead.string("now") != first.string("now"))
        let fast = emulator.control("POST", "clock", #"{"mode": "x60"}"#)
        #expect(try fast.string("mode") == "x60")
        let then = try emulator.maas.region.withState { try $0.now }
        emulator.maas.wallPasses(seconds: 2)
        #expect(try emulator.maas.region.withState { try $0.now } == then + 120_000)
        #expect(emulator.control("POST", "clock", #"{"mode": "sideways"}"#).status == 400)
        #expect(emulator.control("POST", "clock", #"{"advance": -1}"#).status == 400)
    }

    @Test func aSandboxIsARegionOfItsOwn() throws {
        let emulator = try TestEmulator()
        let made = emulator.control("POST", "sandboxes", #"{"clock": "manual"}"#)
        #expect(made.status == 201)
        let id = try #require(try made.string("id"))
        let key = try #require(try made.string("admin_api_key"))
        #expect(try emulator.api("GET", "zones/", key: key).status == 200)
        #expect(try emulator.control("GET", "journal", query: "sandbox=\(id)").list.count == 1)
        #expect(try emulator.control("GET", "journal").list.isEmpty)
        #expect(emulator.control("DELETE", "sandboxes/\(id)").status == 204)
        #expect(try emulator.api("GET", "zones/", key: key).status == 401)
        #expect(emulator.control("GET", "sandboxes/\(id)").status == 404)
    }

    @Test func aSandboxTakesAnInventory() throws {
        let emulator = try TestEmulator()
        let inventory =
            #"{"users": [{"username": "a", "is_superuser": true, "api_key": "a:b:c"}], "zones": [{"name": "z9"}]}"#
        let made = emulator.control("POST", "sandboxes", #"{"inventory": \#(inventory)}"#)
        let key = try #require(try made.string("admin_api_key"))
        #expect(try emulator.api("GET", "zones/", key: key).list.map { $0["name"]?.string } == ["default", "z9"])
        let refused = emulator.control("POST", "sandboxes", #"{"inventory": {"zone": []}}"#)
        #expect(refused.status == 400)
        #expect(try refused.string("error")?.contains("zone: unknown key") == true)
    }

    @Test func thePageIsHTML() throws {
        let page = try TestEmulator().control("GET", "")
        #expect(page.contentType == "text/html; charset=utf-8")
        #expect(page.text.contains("<title>MAAS emulator</title>"))
    }
}
