import RegionTesting
import Testing

@Suite("Failures of machines and hypervisors")
struct LabControlTests {
    @Test func theNextDeployOfOneMachineFails() throws {
        let emulator = try TestEmulator()
        let made = emulator.control(
            "POST", "failures", #"{"step": "deploy", "machine": "node01", "reason": "disk full"}"#)
        #expect(made.status == 201)
        for host in ["node01", "node02"] {
            let id = try emulator.maas.systemID(host)
            #expect(try emulator.api("POST", "machines/\(id)/", query: "op=deploy").status == 200)
        }
        emulator.control("POST", "clock", #"{"advance": 600}"#)
        let failed = try emulator.api("GET", "machines/\(try emulator.maas.systemID("node01"))/")
        #expect(try failed.string("status_name") == "Failed deployment")
        let fine = try emulator.api("GET", "machines/\(try emulator.maas.systemID("node02"))/")
        #expect(try fine.string("status_name") == "Deployed")
        #expect(try emulator.control("GET", "failures").list.isEmpty)
    }

    @Test func aStepThatCannotHappenHoldsNothingUp() throws {
        let emulator = try TestEmulator()
        let (bad, good) = (try emulator.maas.systemID("node01"), try emulator.maas.systemID("node02"))
        for id in [bad, good] {
            #expect(try emulator.api("POST", "machines/\(id)/", query: "op=deploy").status == 200)
        }
        try emulator.maas.region.withState { state in
            try state.db.execute(
                """
                UPDATE transitions SET payload = '{' WHERE node_id = (SELECT id FROM nodes WHERE system_id = ?)
                """, bad)
        }
        emulator.control("POST", "clock", #"{"advance": 600}"#)
        let fine = try emulator.api("GET", "machines/\(good)/")
        #expect(try fine.string("status_name") == "Deployed")
        #expect(try emulator.api("GET", "machines/\(bad)/").string("status_name") == "Deploying")
        let given = try emulator.control("GET", "health").value("given_up").strings
        #expect(!given.isEmpty && given.allSatisfy { $0.contains(" of node ") }, "\(given)")
        #expect(try TestEmulator().control("GET", "health").value("given_up") == .array([]))
    }

    @Test func failuresAreCheckedAndForgotten() throws {
        let emulator = try TestEmulator()
        #expect(emulator.control("POST", "failures", #"{"step": "lunch"}"#).status == 400)
        let refused = emulator.control("POST", "failures", #"{"step": "deploy", "machine": "ghost"}"#)
        #expect(try refused.string("error") == "machine: there is no ghost")
        let always = emulator.control("POST", "failures", #"{"step": "commission", "count": null}"#)
        #expect(try always.value("count") == .null)
        #expect(emulator.control("DELETE", "failures/99").status == 404)
        #expect(emulator.control("DELETE", "failures").status == 204)
        #expect(try emulator.control("GET", "failures").list.isEmpty)
    }

    @Test func aHypervisorThatIsGoneFailsRefresh() throws {
        let emulator = try TestEmulator()
        #expect(try emulator.api("POST", "vm-hosts/11/", query: "op=refresh").status == 200)
        let gone = emulator.control("POST", "hardware", #"{"address": "vmhost1", "reachable": false}"#)
        #expect(gone.status == 200)
        #expect(try emulator.api("POST", "vm-hosts/11/", query: "op=refresh").status == 503)
        emulator.control("POST", "hardware", #"{"address": "10.10.0.11:8443", "reachable": true}"#)
        #expect(try emulator.api("POST", "vm-hosts/11/", query: "op=refresh").status == 200)
        #expect(emulator.control("POST", "hardware", #"{"address": "nowhere"}"#).status == 400)
    }
}
