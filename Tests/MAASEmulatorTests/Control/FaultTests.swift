import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI

@Suite("Injected faults and the journal")
struct FaultTests {
    @Test func aRuleHitsAfterSkippingAndOnlySoOften() throws {
        let emulator = try TestEmulator()
        let made = emulator.control(
            "POST", "faults",
            #"{"operation": "ZonesHandler.read", "skip": 1, "count": 2, "status": 503, "body": "later"}"#)
        #expect(made.status == 201)
        let statuses = try (0..<5).map { _ in try emulator.api("GET", "zones/").status }
        #expect(statuses == [200, 503, 503, 200, 200])
        let rule = emulator.control("GET", "faults/1")
        #expect(try rule.integer("hits") == 2)
        #expect(try rule.value("exhausted") == .bool(true))
        #expect(try emulator.api("GET", "zones/az1/").status == 200)
    }

    @Test func aPathPatternHitsWhateverTheOperation() throws {
        let emulator = try TestEmulator()
        emulator.control("POST", "faults", #"{"method": "GET", "path": "zones/*/", "failure": "no_rack_controller"}"#)
        let hit = try emulator.api("GET", "zones/az1/")
        #expect(hit.status == 503)
        #expect(hit.response.headers["Retry-After"] == "10")
        #expect(try emulator.api("GET", "zones/").status == 200)
        #expect(emulator.control("DELETE", "faults").status == 204)
        #expect(try emulator.api("GET", "zones/az1/").status == 200)
    }

    @Test func droppedAndTruncatedAnswersLeaveTheServerThatWay() throws {
        let emulator = try TestEmulator()
        emulator.control("POST", "faults", #"{"path": "zones/", "drop": true, "count": 1}"#)
        emulator.control("POST", "faults", #"{"path": "zones/", "truncate": 5}"#)
        #expect(try emulator.api("GET", "zones/").response.delivery == .dropped)
        #expect(try emulator.api("GET", "zones/").response.delivery == .truncated(after: 5))
    }

    @Test func aFaultAfterwardsLosesTheAnswerNotTheWork() throws {
        let emulator = try TestEmulator()
        emulator.control(
            "POST", "faults", #"{"operation": "UsersHandler.whoami", "when": "after", "drop": true, "count": 1}"#)
        let lost = try emulator.api("GET", "users/", query: "op=whoami")
        #expect(lost.response.delivery == .dropped)
        let entry = try emulator.control("GET", "journal").value(0)
        #expect(entry["username"]?.string == "admin")
        #expect(entry["status"]?.integer == 200)
        #expect(entry["fault"]?.integer == 1)
    }

    @Test(arguments: [
        (#"{"operation": "Nobody.nothing", "status": 500}"#, "operation: there is no Nobody.nothing"),
        (#"{"path": "zones/"}"#, "a rule needs one of"),
        (#"{"path": "zones/", "status": 99}"#, "status: must be at least 100, not 99"),
        (#"{"path": "zones/", "status": 600}"#, "status: must be from 100 to 599, not 600"),
        (#"{"path": "zones/", "failure": "bad luck"}"#, "failure: unknown"),
        (#"{"path": "zones/", "status": 500, "colour": "red"}"#, "colour: unknown key"),
        (#"{"status": 500}"#, "path: is missing"),
    ])
    func badRulesAreRefused(rule: String, reason: String) throws {
        let refused = try TestEmulator().control("POST", "faults", rule)
        #expect(refused.status == 400)
        #expect(try refused.string("error")?.contains(reason) == true)
    }

    @Test func thereIsAMostOfThem() throws {
        let emulator = try TestEmulator()
        let rule = #"{"path": "nodes/*/", "status": 500}"#
        for _ in 0..<1000 { #expect(emulator.control("POST", "faults", rule).status == 201) }
        let refused = emulator.control("POST", "faults", rule)
        #expect(refused.status == 409)
        #expect(try refused.string("error")?.hasPrefix("faults: there are 1000 rules") == true)
        #expect(try emulator.api("GET", "zones/").status == 200)
        #expect(emulator.control("DELETE", "faults/17").status == 204)
        #expect(emulator.control("POST", "faults", rule).status == 201)
    }

    @Test func theJournalTellsWhatNobodyRead() throws {
        let emulator = try TestEmulator()
        _ = try emulator.api("GET", "vm-hosts/", query: "zone=az1&type=lxd")
        _ = try emulator.api("GET", "zones/nowhere/")
        let all = try emulator.control("GET", "journal").list
        #expect(all.map { $0["operation"]?.string } == ["ZoneHandler.read", "VmHostsHandler.read"])
        #expect(all[1]["unread_parameters"]?.strings == ["zone", "type"])
        #expect(!all[0].text.contains("admTokenSecret"))
        #expect(try emulator.control("GET", "journal", query: "status=404").list.count == 1)
        #expect(try emulator.control("GET", "journal", query: "operation=VmHostsHandler.read").list.count == 1)
        #expect(emulator.control("GET", "journal", query: "status=x").status == 400)
        emulator.control("DELETE", "journal")
        #expect(try emulator.control("GET", "journal").list.isEmpty)
    }
}
