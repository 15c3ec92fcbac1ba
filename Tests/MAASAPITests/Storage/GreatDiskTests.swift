import Formats
import RegionTesting
import Testing

@testable import MAASRegion

/// Disks as large as MAAS's columns hold: what is made of them may be larger, and ends nothing.
@Suite struct GreatDiskTests {
    private let maas: TestRegion
    private let node: String

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node02")
        for name in ["x", "y"] {
            try maas.post(
                "nodes/\(node)/blockdevices/",
                ["name": name, "model": "m", "serial": name, "size": "\(Int.max)", "block_size": "512"])
        }
    }

    @Test func aVolumeGroupOfThemIsListed() throws {
        let made = try maas.post(
            "nodes/\(node)/volume-groups/", urlencoded: ["name=vg", "block_devices=x", "block_devices=y"])
        #expect(made.status == 200)
        let extent = Int128(Partition.alignment)
        let size = (Int128(Int.max) * 2 / extent - 2) * extent
        #expect(made.text.contains("\"size\": \(size),"))
        #expect(made.text.contains("\"human_size\": \"18.4 EB\""))
        #expect(
            try maas.post("nodes/\(node)/volume-group/vg/", op: "create_logical_volume", ["name": "all"]).text
                .contains("Ensure this value is less than or equal to \(Int.max)."))
        #expect(try maas.get("machines/\(node)/").status == 200)
        #expect(try maas.get("machines/").status == 200)
        #expect(try maas.get("nodes/\(node)/volume-groups/").status == 200)
    }

    @Test(arguments: ["raid-0", "raid-1"])
    func aRAIDOfThemHasTheBoundsOfADisk(_ level: String) throws {
        let made = try maas.post(
            "nodes/\(node)/raids/", urlencoded: ["name=md0", "level=\(level)", "block_devices=x", "block_devices=y"])
        if level == "raid-1" {
            #expect(try made.integer("size") == Int.max - (128 << 10))
        } else {
            #expect(made.text == "{\"size\": [\"Ensure this value is less than or equal to \(Int.max).\"]}")
        }
        #expect(try maas.get("machines/").status == 200)
    }

    @Test func onePartitionFillsOne() throws {
        let part = try maas.post("nodes/\(node)/blockdevices/x/partitions/")
        #expect(part.status == 200)
        // The firmware's share of the table grows with the architecture; the sums still end nothing.
        try maas.put("machines/\(node)/", ["architecture": "amd64/generic"])
        #expect(try maas.get("nodes/\(node)/blockdevices/x/").integer("available_size") == 0)
    }
}
