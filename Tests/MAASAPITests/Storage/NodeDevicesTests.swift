import RegionTesting
import Testing

/// The PCI and USB devices of a node, and what is said to who asks wrongly.
@Suite struct NodeDevicesTests {
    private let maas: TestRegion
    private let path: String

    init() throws {
        maas = try TestRegion()
        path = "nodes/\(try maas.systemID("node01"))/devices/"
    }

    @Test(arguments: [
        ("bus=pcie", 200, "[]"), ("bus=2", 200, "[]"), ("bus=3", 400, "Invalid bus numeric value!"),
        ("bus=True", 400, "Bus must be PCIE or USB!"), ("hardware_type=Disk", 200, "[]"),
        ("hardware_type=9", 400, "Invalid hardware type numeric value."),
        ("hardware_type=bogus", 400, "Hardware type must be node, cpu, memory, storage, or gpu"),
        ("vendor_id=8086", 200, "[]"),
    ])
    func filters(_ query: String, _ status: Int, _ text: String) throws {
        let answer = try maas.answer(Call("GET", "\(path)?\(query)", status, text))
        #expect(answer.status == status)
        #expect(answer.text == text)
    }

    @Test(arguments: [("9", 404, "No NodeDevice matches the given query."), ("x", 400, "Invalid id format!")])
    func oneDevice(_ id: String, _ status: Int, _ text: String) throws {
        for method in ["GET", "DELETE"] {
            let answer = try maas.answer(Call(method, "\(path)\(id)/", status, text))
            #expect(answer.status == status)
            #expect(answer.text == text)
        }
        let refused = try maas.answer(Call("DELETE", "\(path)\(id)/", as: .user, 403, ""))
        #expect(refused.status == 403)
    }

    @Test func commissioningFindsThem() throws {
        let maas = try TestRegion(
            inventory: #"""
                {"machines": [{"hostname": "a",
                  "interfaces": [{"name": "ens1", "mac_address": "52:54:00:00:00:01", "vendor": "Intel"}],
                  "block_devices": [{"name": "nvme0n1", "size": 64000000000, "model": "PM9A3", "serial": "S1"}],
                  "details": {
                    "pci_devices": [{"address": "0000:3b:00.0", "vendor_id": "10de", "product_id": "1eb8",
                      "vendor": "NVIDIA", "product": "T4", "driver": "nvidia", "class": "display", "numa_node": 0}],
                    "usb_devices": [{"bus": 1, "device": 4, "vendor_id": "0951", "product_id": "1666"}]}}]}
                """#)
        let path = "nodes/\(try maas.systemID("a"))/devices/"
        let all = try maas.get(path).list
        #expect(all.map { $0["hardware_type_name"]?.string } == ["GPU", "Network", "Storage", "Node"])
        #expect(all[1]["physical_interface"]?["name"] == .string("ens1"))
        #expect(all[2]["physical_blockdevice"]?["name"] == .string("nvme0n1"))
        #expect(all[0]["pci_address"] == .string("0000:3b:00.0") && all[0]["bus_number"] == .integer(0x3b))
        #expect(try maas.get(path, query: ["bus": "usb"]).list.count == 1)
        #expect(try maas.get(path, query: ["vendor_name": "nvidia"]).list.count == 1)
        #expect(try maas.get("\(path)0000:3b:00.0/").string("commissioning_driver") == "nvidia")
        #expect(try maas.get("\(path)1:4/").string("bus_name") == "USB")
        let id = try #require(all[0]["id"]?.integer)
        #expect(try maas.delete("\(path)\(id)/").status == 204)
        #expect(try maas.get(path).list.count == 3)
        // What was deleted and is still there comes back.
        _ = try maas.post("machines/\(try maas.systemID("a"))/", op: "commission")
        try maas.advance(600)
        let again = try maas.get(path).list
        #expect(again.count == 4)
        #expect(again.contains { $0["id"] == all[1]["id"] } && !again.contains { $0["id"]?.integer == id })
    }
}
