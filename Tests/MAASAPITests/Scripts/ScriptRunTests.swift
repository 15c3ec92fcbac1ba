import RegionTesting
import Testing

@testable import MAASRegion

/// What runs, when it ends, and what the machine shows of it.
@Suite("Runs of scripts") struct ScriptRunTests {
    private func names(_ answer: Answer, _ set: Int = 0) throws -> [String] {
        try answer.value(set, "results").elements.compactMap { $0["name"]?.string }
    }

    @Test func theLabHasItsHistory() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        let results = try maas.get("nodes/\(node)/results/")
        #expect(try results.list.count == 1)
        #expect(try results.string(0, "status_name") == "Passed")
        #expect(try results.string(0, "runtime") == "0:00:00")
        #expect(try results.integer(0, "results", 0, "id") == 7)
        #expect(try names(results).count == 13)
        let bmc = try #require(
            try results.value(0, "results").elements.first { $0["name"]?.string == "30-maas-01-bmc-config" })
        #expect(bmc["parameters"]?["maas_auto_ipmi_user"]?["value"]?.string == "maas")
        #expect(bmc["parameters"]?["maas_auto_ipmi_k_g_bmc_key"] == nil)
        let rack = try maas.get("rackcontrollers/").string(0, "system_id") ?? ""
        let pending = try maas.get("nodes/\(rack)/results/")
        #expect(try pending.string(0, "status_name") == "Pending" && names(pending).count == 6)
        #expect(try maas.get("installation-results/").list.count == 117)
    }

    @Test func commissioningRunsItsScriptsAndThenItsTests() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        let started = try maas.post("machines/\(node)/", op: "commission")
        let commissioning = try #require(try started.integer("current_commissioning_result_id"))
        let testing = try #require(try started.integer("current_testing_result_id"))
        #expect(testing == commissioning + 1)
        #expect(try started.string("commissioning_status_name") == "Pending")
        #expect(try started.string("storage_test_status_name") == "Pending")
        #expect(try started.integer("cpu_test_status") == -1)

        // A third of the time is for the boot.
        try maas.advance(2)
        let running = try maas.get("nodes/\(node)/results/current-commissioning/")
        #expect(try running.string("status_name") == "Running")
        let statuses = try running.value("results").elements.compactMap { $0["status_name"]?.string }
        #expect(Set(statuses) == ["Passed", "Running", "Pending"])
        #expect(statuses.count { $0 == "Running" } == 1)
        #expect(try running.value("ended") == .null)
        #expect(try maas.get("machines/\(node)/").string("commissioning_status_name") == "Running")

        try maas.advance(2.5)
        let tested = try maas.get("nodes/\(node)/results/\(testing)/")
        #expect(try tested.string("type_name") == "Testing" && tested.string("status_name") == "Running")
        #expect(
            try tested.value("results").elements.map { $0["parameters"]?["storage"]?["value"]?["name"]?.string } == [
                "sda"
            ])
        #expect(try maas.get("machines/\(node)/").string("status_message") == "Running test - smartctl-validate on sda")

        try maas.advance(30)
        let ready = try maas.get("machines/\(node)/")
        #expect(try ready.string("status_name") == "Ready")
        for field in ["commissioning", "testing", "storage_test"] {
            #expect(try ready.string("\(field)_status_name") == "Passed")
        }
        let over = try maas.get("nodes/\(node)/results/\(commissioning)/")
        #expect(try over.value("last_ping") != .null && over.string("runtime") != "")
        #expect(try over.value("results").elements.allSatisfy { $0["script_revision_id"] != .null })
    }

    @Test func scriptsAreChosenByNamesAndTags() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        try maas.addScript("name: 60-mine\nscript_type: commissioning\ntags: special")
        try maas.addScript("name: 61-shy\nscript_type: commissioning\ntags: noauto")
        try maas.addScript("name: 62-gpu\nscript_type: commissioning\nfor_hardware: pci:10de:1eb8")
        func run(_ form: KeyValuePairs<String, String>) throws -> [String] {
            #expect(try maas.post("machines/\(node)/", op: "commission", form).status == 200)
            let results = try maas.get("nodes/\(node)/results/current-commissioning/")
            let names = try results.value("results").elements.compactMap { $0["name"]?.string }
            try maas.post("machines/\(node)/", op: "abort")
            return names.filter { !$0.contains("maas") }
        }
        #expect(try run([:]) == ["60-mine"])
        #expect(try run(["commissioning_scripts": "noauto"]) == ["61-shy"])
        #expect(try run(["commissioning_scripts": "special,61-shy"]) == ["60-mine", "61-shy"])
        let refused = try maas.post("machines/\(node)/", op: "commission", ["commissioning_scripts": "ntp"])
        #expect(
            try refused.string("commissioning_scripts", 0)
                == "Select a valid choice. ntp is not one of the available choices.")
        // `none` is a word for tests after commissioning, and for nothing else.
        #expect(try maas.post("machines/\(node)/", op: "commission", ["commissioning_scripts": "none"]).status == 400)
        #expect(try maas.post("machines/\(node)/", op: "test", ["testing_scripts": "none"]).status == 400)
    }

    @Test func withoutTestsARunOfThemIsLeftEmpty() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        let started = try maas.post(
            "machines/\(node)/", op: "commission", ["testing_scripts": "none", "skip_bmc_config": "1"])
        #expect(try started.value("current_testing_result_id") == .null)
        let results = try maas.get("nodes/\(node)/results/")
        #expect(try results.list.map { $0["status"]?.integer } == [2, 0, -1])
        #expect(try results.string(2, "status_name") == "Failed to apply custom network configuration")
        let skipped = try maas.get(
            "nodes/\(node)/results/current-commissioning/", query: ["filters": "bmc-config", "include_output": "1"])
        #expect(try skipped.string("results", 0, "status_name") == "Skipped")
        try maas.advance(60)
        #expect(try maas.get("machines/\(node)/").string("status_name") == "Ready")
        #expect(try maas.get("machines/\(node)/").integer("testing_status") == -1)
    }

    @Test func aTestOfOnesOwnFails() throws {
        let emulator = try TestEmulator()
        let maas = emulator.maas
        let node = try maas.systemID("node01")
        try maas.addScript("name: burn\nhardware_type: cpu")
        let told = emulator.control("POST", "failures", #"{"step": "test", "script": "burn", "reason": "too hot"}"#)
        #expect(try told.string("script") == "burn")
        #expect(emulator.control("POST", "failures", #"{"step": "deploy", "script": "burn"}"#).status == 400)
        let started = try maas.post("machines/\(node)/", op: "test", ["testing_scripts": "burn,smartctl-validate"])
        #expect(try started.string("cpu_test_status_name") == "Pending")
        try maas.advance(60)
        let failed = try maas.get("machines/\(node)/")
        #expect(try failed.string("status_name") == "Failed testing")
        #expect(try failed.string("cpu_test_status_name") == "Failed")
        #expect(try failed.string("storage_test_status_name") == "Passed")
        #expect(try failed.string("testing_status_name") == "Failed")
        let result = try maas.get(
            "nodes/\(node)/results/current-testing/", query: ["filters": "burn", "include_output": "1"])
        #expect(try result.integer("results", 0, "exit_status") == 1)
        #expect(try result.string("results", 0, "stderr") == "dG9vIGhvdAo=")
        #expect(
            try maas.get("nodes/\(node)/results/current-testing/", query: ["op": "download", "filters": "burn"]).text
                == "too hot\n")

        // Overriding leaves the results; overlooking them is another thing.
        #expect(try maas.post("machines/\(node)/", op: "override_failed_testing").string("status_name") == "Ready")
        #expect(try maas.get("machines/\(node)/").string("testing_status_name") == "Failed")
        let put = try maas.put("nodes/\(node)/results/current-testing/", ["suppressed": "true", "filters": "burn"])
        #expect(try put.value("results", 0, "suppressed") == .bool(true) && put.string("status_name") == "Passed")
        #expect(try maas.get("machines/\(node)/").string("cpu_test_status_name") == "Passed")
    }

    @Test func aCommissioningScriptFails() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        try maas.addScript("name: 70-check\nscript_type: commissioning")
        try maas.region.withState { _ = try LifecycleFailure.add($0, .commission, script: "70-check", reason: "no") }
        try maas.post("machines/\(node)/", op: "commission")
        try maas.advance(60)
        let failed = try maas.get("machines/\(node)/")
        #expect(try failed.string("status_name") == "Failed commissioning")
        #expect(try failed.string("commissioning_status_name") == "Failed")
        // Tests that did not come to run were aborted, and do not count.
        #expect(try failed.integer("testing_status") == -1)
        #expect(try maas.get("nodes/\(node)/results/current-testing/").string("status_name") == "Aborted")
    }

    @Test func abortedScriptsDoNotCount() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node07")
        try maas.post("machines/\(node)/", op: "test")
        try maas.post("machines/\(node)/", op: "abort")
        let machine = try maas.get("machines/\(node)/")
        #expect(try machine.integer("testing_status") == -1 && machine.string("status_name") == "Deployed")
        #expect(try maas.get("nodes/\(node)/results/current-testing/").string("status_name") == "Aborted")
    }

    @Test func installationAndRelease() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        try maas.addScript(
            "name: goodbye\nscript_type: release\nparameters:\n  mode: {type: choice, choices: [a, b], required: true}")
        #expect(
            try maas.get("nodes/\(node)/results/current-installation/").text
                == "No current installation script set exists for this node.")
        try maas.post("machines/\(node)/", op: "deploy")
        #expect(try maas.get("nodes/\(node)/results/current-installation/").string("status_name") == "Pending")
        try maas.advance(60)
        let log = try maas.get("nodes/\(node)/results/current-installation/")
        #expect(try log.string("results", 0, "name") == "/tmp/install.log" && log.string("status_name") == "Passed")
        let path = "machines/\(node)/"
        #expect(try maas.post(path, op: "release", ["scripts": "nope"]).status == 400)
        let wrong = try maas.post(path, op: "release", ["scripts": "goodbye", "mode": "c"])
        #expect(try wrong.string("mode", 0) == "Select a valid choice. c is not one of the available choices.")
        #expect(try maas.post(path, op: "release", ["scripts": "goodbye"]).string("mode", 0) == "Field is required")
        let releasing = try maas.post(path, op: "release", ["scripts": "goodbye", "goodbye_mode": "b"])
        #expect(try releasing.string("status_name") == "Releasing")
        let sets = try maas.get("nodes/\(node)/results/", query: ["type": "release"])
        #expect(try sets.string(0, "results", 0, "parameters", "mode", "value") == "b")
        try maas.advance(60)
        #expect(try maas.get(path).string("status_name") == "Ready")
        #expect(try maas.get("nodes/\(node)/results/", query: ["type": "release"]).string(0, "status_name") == "Passed")
    }

    @Test func oldResultsAreForgotten() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        try maas.post("maas/", op: "set_config", ["name": "max_node_testing_results", "value": "2"])
        for _ in 1...4 {
            try maas.post("machines/\(node)/", op: "test")
            try maas.advance(60)
        }
        #expect(try maas.get("nodes/\(node)/results/", query: ["type": "testing"]).list.count == 2)
    }
}
