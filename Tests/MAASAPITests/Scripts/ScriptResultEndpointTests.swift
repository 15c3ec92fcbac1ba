import RegionTesting
import Testing

@testable import MAASRegion

@Suite("nodes/{system_id}/results/") struct ScriptResultEndpointTests {
    @Test func refusals() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        func check(_ path: String, _ status: Int, _ text: String, as who: TestRegion.Who = .admin) throws {
            let answer = try maas.answer(Call("GET", path, as: who, status, text))
            #expect(
                answer.status == status && answer.text == text, "\(path): \(answer.status) \(answer.text.prefix(200))")
        }
        try check("nodes/zzzzzz/results/", 404, "No Node matches the given query.")
        try check("nodes/\(node)/results/?type=lunch", 400, "Invalid result type name")
        try check("nodes/\(node)/results/?type=7", 400, "Invalid result type numeric value.")
        try check(
            "nodes/\(node)/results/?hardware_type=x", 400, "Hardware type must be node, cpu, memory, storage, or gpu")
        try check("nodes/\(node)/results/999/", 404, "No ScriptSet matches the given query.")
        try check("nodes/\(node)/results/current-testing/", 400, "No current testing script set exists for this node.")
        try check(
            "nodes/\(node)/results/x/", 400,
            "Unknown id \"x\" must be current-commissioning, current-testing, current-installation, or the id number of a "
                + "specific result.")
        try check(
            "nodes/\(node)/results/2/?op=download&filetype=zip", 400, "Unknown filetype \"zip\" must be txt or tar.xz")
        let rack = try maas.get("rackcontrollers/").string(0, "system_id") ?? ""
        // Controllers are there for everybody to look at.
        #expect(try maas.get("nodes/\(rack)/results/", as: .user).status == 200)
        #expect(
            try maas.delete("nodes/\(node)/results/2/", as: .user).text == "This method is reserved for admin users.")
        #expect(try maas.put("nodes/\(node)/results/2/", ["suppressed": "maybe"]).status == 400)
        let old = try TestRegion(version: .v3_5)
        let unknown = try old.get("nodes/\(try old.systemID("node01"))/results/current-testing/")
        #expect(unknown.text.hasPrefix("Unknown id \"current-testing\" must be"))
    }

    @Test func filters() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        func names(_ query: KeyValuePairs<String, String>) throws -> [String] {
            try maas.get("nodes/\(node)/results/", query: query).value(0, "results").elements.compactMap {
                $0["name"]?.string
            }
        }
        #expect(try names(["filters": "maas-lshw,13"]) == ["maas-lshw", "maas-support-info"])
        #expect(try names(["hardware_type": "storage"]) == [])
        // Up to 3.7 what matches twice is shown twice.
        #expect(try names(["filters": "maas-lshw,deploy-info"]).count { $0 == "maas-lshw" } == 2)
        #expect(try maas.get("nodes/\(node)/results/", query: ["type": "installation"]).text == "[]")
        #expect(try maas.get("nodes/\(node)/results/").value(0, "results", 0)["output"] == nil)
        #expect(
            try maas.get("nodes/\(node)/results/", query: ["include_output": "false"]).string(0, "results", 0, "stdout")
                == "")
    }

    @Test func runsAreDeleted() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node07")
        for id in ["current-commissioning", "current-installation"] {
            let kind = id.dropFirst(8)
            #expect(
                try maas.delete("nodes/\(node)/results/\(id)/").text
                    == "Unable to delete the current \(kind) script set for node: node07.maas")
        }
        try maas.post("machines/\(node)/", op: "test")
        try maas.advance(60)
        let first = try #require(try maas.get("machines/\(node)/").integer("current_testing_result_id"))
        try maas.post("machines/\(node)/", op: "test", ["testing_scripts": "ntp"])
        try maas.advance(60)
        #expect(try maas.get("machines/\(node)/").string("network_test_status_name") == "Passed")
        #expect(try maas.delete("nodes/\(node)/results/current-testing/").status == 204)
        #expect(try maas.get("machines/\(node)/").integer("current_testing_result_id") == first)
        #expect(try maas.get("machines/\(node)/").integer("network_test_status") == -1)
    }

    @Test func output() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node07")
        try maas.post("machines/\(node)/", op: "test", ["testing_scripts": "ntp,smartctl-validate"])
        try maas.advance(60)
        func download(_ query: KeyValuePairs<String, String>) throws -> Answer {
            try maas.get("nodes/\(node)/results/current-testing/", query: query)
        }
        let both = try download(["op": "download"])
        #expect(both.contentType == "application/binary")
        #expect(both.text.contains("- ntp -") && both.text.contains("- smartctl-validate - /dev/sda -"))
        #expect(try download(["op": "download", "output": "stderr", "filters": "ntp"]).text == "")
        let archive = try download(["op": "download", "filetype": "tar.xz", "output": "all"])
        #expect(archive.contentType == "application/x-tar")
        #expect(archive.response.body.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]))
        let id = try #require(try maas.get("machines/\(node)/").integer("current_testing_result_id"))
        #expect(archive.text.contains("node07-testing-\(id)/smartctl-validate.out-sda"))
        // The older list shows standard output, by script and node.
        let list = try maas.get("installation-results/", query: ["system_id": node, "name": "ntp", "result_type": "2"])
        #expect(try list.list.count == 1 && list.integer(0, "script_result") == 0)
        #expect(try maas.get("commissioning-results/", query: ["name": "ntp"]).list.count == 1)
        #expect(try maas.get("installation-results/", query: ["result_type": "x"]).status == 400)
    }

    @Test func estimatesComeFromEarlierRuns() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        func estimate() throws -> String? {
            try maas.get("nodes/\(node)/results/current-testing/").string("results", 0, "estimated_runtime")
        }
        try maas.post("machines/\(node)/", op: "test")
        #expect(try estimate() == "0:05:00", "the time limit, while nothing is known")
        try maas.advance(60)
        #expect(try estimate() == "0:00:01")
        try maas.post("machines/\(node)/", op: "test")
        #expect(try estimate() == "0:00:01")
    }
}
