import Formats
import Foundation
import MAASRegion
import RegionTesting
import Testing

/// What machines say of themselves.
@Suite struct DetailsTests {
    private static let lab = """
        {"machines": [
          {"hostname": "plain"},
          {"hostname": "rich", "memory": 65536, "cpu_count": 16,
           "interfaces": [{"name": "ens1", "mac_address": "52:54:00:00:00:01", "vendor": "Intel", "link_speed": 10000,
                           "interface_speed": 25000}],
           "block_devices": [{"name": "nvme0n1", "size": 1000000000000, "model": "PM9A3", "serial": "S1"},
                             {"name": "sda", "size": 64000000000, "model": "ST1", "serial": "S2", "tags": ["rotary"]}],
           "details": {
             "system": {"vendor": "Dell & Co", "product": "R640", "serial": "TAG1", "type": "physical"},
             "firmware": {"vendor": "Dell", "version": "2.1", "date": "02/02/2024"},
             "cpu": {"model": "Xeon 4210", "vendor": "GenuineIntel", "flags": ["vmx", "avx512f"], "sockets": 2},
             "memory_banks": [{"size": 32768, "slot": "A1", "vendor": "Samsung"}, {"size": 32768}, {"size": 0}],
             "numa_nodes": [{"index": 0, "memory": 32768, "cores": [0, 1, 2, 3, 4, 5, 6, 7]},
                            {"index": 1, "memory": 32768, "cores": [8, 9, 10, 11, 12, 13, 14, 15]}],
             "pci_devices": [{"address": "0000:3b:00.0", "vendor_id": "10de", "product_id": "1eb8",
                              "vendor": "NVIDIA", "product": "T4", "driver": "nvidia", "class": "display"}],
             "usb_devices": [{"bus": 1, "device": 2, "vendor_id": "0951", "product_id": "1666", "product": "Key"}],
             "neighbours": [{"interface": "ens1", "name": "switch-1", "port": "Eth1/7", "vlan": 10}],
             "outputs": {"20-maas-02-dhcp-unconfigured-ifaces": "nothing to do"}}},
          {"hostname": "given", "details": {"lshw": "<list><node id='mine'/></list>", "lldp": "<lldp/>"}},
          {"hostname": "elsewhere", "current_commissioning_result_id": 90, "commissioning_status_name": "Passed"}
        ],
        "hardware": {"machines": [
          {"power_parameters": {"power_address": "10.0.0.77"}, "cpu_count": 8, "memory": 16384,
           "interfaces": [{"name": "eno1", "mac_address": "52:54:00:00:00:77"}],
           "block_devices": [{"name": "sda", "size": 100000000000, "serial": "Q"}],
           "details": {"system": {"vendor": "Lenovo"}}}]}}
        """

    /// The two texts of a machine's details.
    private func details(_ maas: TestRegion, _ hostname: String) throws -> (lshw: String, lldp: String) {
        let id = try maas.systemID(hostname)
        let answer = try maas.get("machines/\(id)/", query: ["op": "details"])
        #expect(answer.contentType == "application/bson")
        let text = String(decoding: answer.response.body, as: UTF8.self)
        let split = try #require(text.range(of: "lshw\0"))
        return (String(text[split.upperBound...]), String(text[..<split.lowerBound]))
    }

    @Test func lshwShowsWhatTheMachineIs() throws {
        let maas = try TestRegion(inventory: Self.lab)
        let (lshw, lldp) = try details(maas, "rich")
        for part in [
            "<node id=\"rich\" claimed=\"true\" class=\"system\"", "<vendor>Dell &amp; Co</vendor>",
            "<product>R640</product>", "<serial>TAG1</serial>", "<date>02/02/2024</date>", "<node id=\"cpu:1\"",
            "<product>Xeon 4210</product>", "<vendor>Intel Corp.</vendor>",
            "<capability id=\"vmx\">CPU virtualization (Vanderpool)</capability>", "<capability id=\"avx512f\" />",
            "<size units=\"bytes\">68719476736</size>", "<node id=\"bank:0\"", "<slot>A1</slot>",
            "<description>[empty]</description>", "<logicalname>ens1</logicalname>",
            "<serial>52:54:00:00:00:01</serial>", "<size units=\"bit/s\">10000000000</size>",
            "<capacity units=\"bit/s\">25000000000</capacity>", "<logicalname>/dev/nvme0n1</logicalname>",
            "<logicalname>/dev/sda</logicalname>", "<serial>S2</serial>", "<size units=\"bytes\">64000000000</size>",
            "<businfo>pci@0000:3b:00.0</businfo>", "<node id=\"display\" claimed=\"true\" class=\"display\"",
            "<businfo>usb@1:2</businfo>",
        ] { #expect(lshw.contains(part), "\(part)") }
        #expect(lldp.contains("<name label=\"SysName\">switch-1</name>"))
        #expect(lldp.contains("pvid=\"yes\""))
        let machine = try maas.get("machines/\(try maas.systemID("rich"))/").json
        let info = try #require(machine["hardware_info"])
        #expect(info["system_vendor"] == .string("Dell & Co") && info["cpu_model"] == .string("Xeon 4210"))
        #expect(info["mainboard_firmware_version"] == .string("2.1"))
        #expect(info["chassis_type"] == .string("Unknown"))
        #expect(machine["numanode_set"]?.elements.count == 2)
    }

    @Test func whatTheFixtureGivesIsSaidWordForWord() throws {
        let maas = try TestRegion(inventory: Self.lab)
        let (lshw, lldp) = try details(maas, "given")
        #expect(lshw.contains("<list><node id='mine'/></list>") && lldp.contains("<lldp/>"))
        #expect(try details(maas, "plain").lshw.contains("<node id=\"plain\""))
        // Nobody knows what a commissioning elsewhere has printed.
        #expect(try !details(maas, "elsewhere").lshw.contains("<"))
    }

    @Test func theResultsOfCommissioningHoldTheSame() throws {
        let maas = try TestRegion(inventory: Self.lab)
        let id = try maas.systemID("rich")
        let (lshw, _) = try details(maas, "rich")
        func output(_ script: String) throws -> String {
            let answer = try maas.get(
                "nodes/\(id)/results/current-commissioning/", query: ["op": "download", "filters": script])
            return answer.text
        }
        #expect(try lshw.contains(output("maas-lshw")))
        #expect(try output("20-maas-02-dhcp-unconfigured-ifaces") == "nothing to do")
        #expect(try output("maas-list-modaliases").contains("pci:v000010DEd00001EB8sv"))
        #expect(try output("maas-kernel-cmdline").contains("BOOTIF=01-52-54-00-00-00-01"))
        let resources = try JSONValue(parsing: try output("50-maas-01-commissioning").utf8)
        let parts = try #require(resources["resources"])
        #expect(parts["cpu"]?["total"] == .integer(16))
        #expect(
            parts["cpu"]?["sockets"]?.elements.last?["cores"]?.elements.last?["threads"]?.elements[0]["numa_node"]
                == .integer(1))
        #expect(parts["memory"]?["total"] == .integer(65536 << 20))
        #expect(parts["storage"]?["disks"]?.elements.map { $0["type"]?.string } == ["nvme", "scsi"])
        #expect(parts["gpu"]?["total"] == .integer(1))
        #expect(resources["machine-extra"]?["platform"] == .string("generic"))
        let shown = try maas.get(
            "nodes/\(id)/results/current-commissioning/", query: ["include_output": "1", "filters": "maas-lshw"]
        ).json
        let encoded = try #require(shown["results"]?.elements.first?["stdout"]?.string)
        #expect(try lshw.contains(String(decoding: #require(Data(base64Encoded: encoded)), as: UTF8.self)))
    }

    @Test func commissioningKeepsWhatTheMachineWasThen() throws {
        let maas = try TestRegion(inventory: Self.lab)
        let made = try maas.post(
            "machines/",
            [
                "hostname": "new", "architecture": "amd64/generic", "power_type": "ipmi",
                "power_parameters_power_address": "10.0.0.77", "mac_addresses": "52:54:00:00:00:77",
                "commission": "true",
            ])
        let id = try #require(try made.string("system_id"))
        #expect(try details(maas, "new").lshw.utf8.count < 20)
        try maas.advance(600)
        let machine = try maas.get("machines/\(id)/").json
        #expect(machine["hardware_info"]?["system_vendor"] == .string("Lenovo"))
        let before = try details(maas, "new").lshw
        #expect(before.contains("<vendor>Lenovo</vendor>") && before.contains("<logicalname>eno1</logicalname>"))
        _ = try maas.put("machines/\(id)/", ["hostname": "renamed"])
        #expect(try details(maas, "renamed").lshw == before)
    }

    @Test func aFixtureSaysWhatIsWrongInADescription() throws {
        let wrong = #"{"machines": [{"hostname": "a", "details": {"memory_banks": [{"slot": "A"}], "vendor": "x"}}]}"#
        let error = #expect(throws: (any Error).self) { try TestRegion(inventory: wrong) }
        let text = String(describing: error)
        #expect(
            text.contains("machines[0].details.memory_banks[0].size") && text.contains("machines[0].details.vendor"))
    }
}
