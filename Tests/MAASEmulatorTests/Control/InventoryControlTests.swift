import Formats
import RegionTesting
import Testing

@testable import MAASEmulator

@Suite("GET /emulator/inventory")
struct InventoryControlTests {
    @Test func aSandboxOfTheInventoryIsLikeTheRegion() throws {
        let emulator = try TestEmulator()
        #expect(try emulator.api("POST", "tags/", form: "name=mine").status == 200)
        let inventory = emulator.control("GET", "inventory")
        #expect(inventory.status == 200)
        #expect(inventory.response.headers["Content-Type"] == "application/json")
        let made = emulator.control("POST", "sandboxes", #"{"clock": "manual", "inventory": \#(inventory.text)}"#)
        #expect(made.status == 201, "\(made.text)")
        let (id, key) = (try #require(try made.string("id")), try #require(try made.string("admin_api_key")))
        #expect(try emulator.api("GET", "tags/mine/", key: key).status == 200)
        // It has keys of its own, and its inventory has those.
        #expect(try emulator.api("POST", "tags/", form: "name=theirs", key: key).status == 200)
        let own = emulator.control("GET", "inventory", query: "sandbox=\(id)")
        #expect(try own.value("tags").elements.contains { $0["name"]?.string == "theirs" })
        #expect(try own.value("users").elements.contains { $0["api_key"]?.string == key })
        #expect(!emulator.control("GET", "inventory").text.contains(key))
    }

    @Test func itsSecretsAreInNoJournal() throws {
        let emulator = try TestEmulator()
        let key = try #require(try emulator.maas.region.apiKey(admin: true))
        #expect(emulator.control("GET", "inventory").text.contains(key))
        #expect(!emulator.control("GET", "journal").text.contains(key))
    }

    @Test func itSaysWhatItLeavesOut() throws {
        let emulator = try TestEmulator()
        #expect(try emulator.control("GET", "inventory").value("about", "left_out") == .object([:]))
        _ = try emulator.maas.upload("POST", "files/", fields: [("filename", "f")], files: [("file", "text")])
        #expect(try emulator.control("GET", "inventory").value("about", "left_out", "uploaded files") == .integer(1))
    }
}
