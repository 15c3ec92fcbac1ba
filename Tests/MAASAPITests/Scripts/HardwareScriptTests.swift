import MAASRegion
import RegionTesting
import Testing

/// Scripts that are for certain hardware.
@Suite struct HardwareScriptTests {
    private static let lab = #"""
        {"machines": [{"hostname": "gpu",
          "details": {"system": {"vendor": "Dell", "product": "R640"}, "modaliases": ["acpi:PNP0C0C:"],
            "pci_devices": [{"address": "0000:3b:00.0", "vendor_id": "10de", "product_id": "1eb8"}],
            "usb_devices": [{"bus": 1, "device": 4, "vendor_id": "0951", "product_id": "1666"}]}},
         {"hostname": "plain"},
         {"hostname": "elsewhere", "current_commissioning_result_id": 90, "commissioning_status_name": "Passed"}]}
        """#

    private func names(_ maas: TestRegion, _ hostname: String, _ run: String) throws -> [String] {
        let answer = try maas.get("nodes/\(try maas.systemID(hostname))/results/current-\(run)/")
        return try answer.json["results"]?.elements.compactMap { $0["name"]?.string } ?? []
    }

    @Test(arguments: [
        "pci:10de:1eb8", "pci:10DE:1EB8", "usb:0951:1666", "modalias:acpi:PNP0C0C*", "system_vendor:Dell",
        "system_product:R640",
    ])
    func testsAreChosenByWhatTheMachineHas(hardware: String) throws {
        let maas = try TestRegion(inventory: Self.lab)
        try maas.addScript("name: special\nscript_type: testing\ntags: mine\nfor_hardware: \(hardware)")
        try maas.addScript("name: any\nscript_type: testing\ntags: mine")
        for (hostname, expected) in [("gpu", ["any", "special"]), ("plain", ["any"]), ("elsewhere", ["any"])] {
            let id = try maas.systemID(hostname)
            #expect(try maas.post("machines/\(id)/", op: "test", ["testing_scripts": "mine"]).status == 200)
            #expect(try names(maas, hostname, "testing") == expected, "\(hostname)")
        }
    }

    @Test func commissioningAddsThemOnceItHasSeenTheHardware() throws {
        let maas = try TestRegion(inventory: Self.lab)
        try maas.addScript("name: 60-gpu\nscript_type: commissioning\ntags: mine\nfor_hardware: pci:10de:1eb8")
        try maas.addScript("name: 61-other\nscript_type: commissioning\ntags: mine\nfor_hardware: pci:ffff:ffff")
        try maas.addScript("name: 62-any\nscript_type: commissioning\ntags: mine")
        let id = try maas.systemID("gpu")
        _ = try maas.post("machines/\(id)/", op: "commission", ["commissioning_scripts": "mine"])
        try maas.advance(600)
        let ran = try names(maas, "gpu", "commissioning")
        #expect(ran.contains("60-gpu") && ran.contains("62-any") && !ran.contains("61-other"))
    }
}
