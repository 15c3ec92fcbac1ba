import Formats
import MAASRegion
import RegionTesting
import Testing

/// Tags that machines have by what they are.
@Suite struct TagDefinitionTests {
    private static let lab = """
        {"tags": [{"name": "big", "definition": "//node[@id='memory']/size > 10000000000"}],
         "machines": [
          {"hostname": "gpu-{1..2}", "memory": 16384,
           "details": {"pci_devices": [{"address": "0000:3b:00.0", "vendor_id": "10de", "product_id": "1eb8",
                       "vendor": "NVIDIA", "class": "display"}]}},
          {"hostname": "plain-{1..3}",
           "details": {"neighbours": [{"interface": "eth0", "name": "switch-1"}]}},
          {"hostname": "elsewhere", "current_commissioning_result_id": 90, "commissioning_status_name": "Passed"}]}
        """

    private func members(_ maas: TestRegion, _ tag: String) throws -> [String] {
        try maas.get("tags/\(tag)/", query: ["op": "machines"]).list.compactMap { $0["hostname"]?.string }.sorted()
    }

    @Test func theMachinesThatMatchGetIt() throws {
        let maas = try TestRegion(inventory: Self.lab)
        #expect(try members(maas, "big") == ["gpu-1", "gpu-2"])
        let gpus = "//node[@class='display']/vendor[contains(., 'NVIDIA')]"
        #expect(try maas.post("tags/", ["name": "gpu", "definition": gpus]).status == 200)
        #expect(try members(maas, "gpu") == ["gpu-1", "gpu-2"])
        for (name, definition) in [
            ("switched", "//lldp:chassis/lldp:name[text() = 'switch-1']"), ("alone", "/lldp/interface"),
        ] {
            _ = try maas.post("tags/", ["name": name, "definition": definition])
            #expect(try members(maas, name) == ["plain-1", "plain-2", "plain-3"], "\(definition)")
        }
        _ = try maas.post("tags/", ["name": "prefixed", "definition": "//lshw:node[@class='display']"])
        #expect(try members(maas, "prefixed") == ["gpu-1", "gpu-2"])
    }

    @Test func changingTheDefinitionMovesIt() throws {
        let maas = try TestRegion(inventory: Self.lab)
        _ = try maas.post("tags/", ["name": "t", "definition": "//node[@class='display']"])
        _ = try maas.put("tags/t/", ["definition": "//node[@class='network']"])
        #expect(try members(maas, "t").count == 5)
        _ = try maas.put("tags/t/", ["definition": "//node[@class='none']"])
        #expect(try members(maas, "t").isEmpty)
        // Without a definition it stays where it is.
        _ = try maas.put("tags/t/", ["definition": "//node[@class='display']"])
        _ = try maas.put("tags/t/", ["definition": ""])
        #expect(try members(maas, "t") == ["gpu-1", "gpu-2"])
    }

    @Test func rebuildingPutsItBack() throws {
        let maas = try TestRegion(inventory: Self.lab)
        let wrong = try maas.systemID("plain-1")
        let right = try maas.systemID("gpu-1")
        #expect(try maas.post("tags/big/", op: "update_nodes", ["add": wrong, "remove": right]).status == 200)
        #expect(try members(maas, "big") == ["gpu-2", "plain-1"])
        let answer = try maas.post("tags/big/", op: "rebuild")
        #expect(try answer.string("rebuilding") == "big")
        #expect(try members(maas, "big") == ["gpu-1", "gpu-2"])
    }

    /// What is found only when it is evaluated is nobody's answer.
    @Test(arguments: [MAASVersion.v3_5, .v3_7])
    func faultsAreHidden(version: MAASVersion) throws {
        let maas = try TestRegion(inventory: Self.lab, version: version)
        let answer = try maas.put("tags/big/", ["definition": "//other:node"])
        #expect(answer.status == 200)
        #expect(try members(maas, "big") == (version == .v3_5 ? [] : ["gpu-1", "gpu-2"]))
    }

    /// Machines that say nothing lose it up to 3.5, and are left alone afterwards.
    @Test(arguments: [MAASVersion.v3_4, .v3_6])
    func machinesThatSayNothing(version: MAASVersion) throws {
        let maas = try TestRegion(inventory: Self.lab, version: version)
        let silent = try maas.systemID("elsewhere")
        _ = try maas.post("tags/", ["name": "t"])
        _ = try maas.post("tags/t/", op: "update_nodes", ["add": silent])
        _ = try maas.put("tags/t/", ["definition": "//node[@class='display']"])
        #expect(try members(maas, "t") == (version == .v3_4 ? [] : ["elsewhere"]) + ["gpu-1", "gpu-2"])
    }

    @Test func commissioningGivesAndTakes() throws {
        let maas = try TestRegion(inventory: Self.lab)
        let id = try maas.systemID("plain-1")
        _ = try maas.post("tags/big/", op: "update_nodes", ["add": id])
        _ = try maas.post("tags/", ["name": "switched", "definition": "//lldp:chassis"])
        _ = try maas.post("tags/switched/", op: "update_nodes", ["remove": id])
        #expect(try maas.post("machines/\(id)/", op: "commission").status == 200)
        #expect(try members(maas, "big").contains("plain-1"))
        try maas.advance(600)
        #expect(try members(maas, "big") == ["gpu-1", "gpu-2"])
        #expect(try members(maas, "switched").contains("plain-1"))
    }

    /// What the kernel is told comes from the setting and from tags, by their names.
    @Test func kernelOptionsAreThoseOfTheTags() throws {
        let maas = try TestRegion(inventory: Self.lab)
        let definition = "//node[@class='display']"
        _ = try maas.post("tags/", ["name": "b", "definition": definition, "kernel_opts": "second=1"])
        _ = try maas.post("tags/", ["name": "a", "definition": definition, "kernel_opts": "first=1"])
        _ = try maas.post("maas/", op: "set_config", ["name": "kernel_opts", "value": "quiet"])
        let id = try maas.systemID("gpu-1")
        _ = try maas.post("machines/\(id)/", op: "commission")
        try maas.advance(600)
        let line = try maas.get(
            "nodes/\(id)/results/current-commissioning/", query: ["op": "download", "filters": "maas-kernel-cmdline"])
        #expect(line.text.contains("quiet first=1 second=1 BOOTIF="))
    }

    @Test func itFindsTheRightOnesAmongMany() throws {
        let maas = try TestRegion(
            inventory: #"""
                {"machines": [{"hostname": "a-{001..400}"},
                 {"hostname": "b-{001..025}", "cpu_count": 32,
                  "details": {"cpu": {"flags": ["vmx"]}}}]}
                """#)
        let definition = "//node[@class='processor']/capabilities/capability/@id = 'vmx'"
        _ = try maas.post("tags/", ["name": "t", "definition": definition])
        let found = try members(maas, "t")
        #expect(found.count == 25 && found.allSatisfy { $0.hasPrefix("b-") })
    }
}
