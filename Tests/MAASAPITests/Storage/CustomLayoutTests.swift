import Formats
import MAASRegion
import RegionTesting
import Testing

/// The layout of disks that a commissioning script describes.
@Suite struct CustomLayoutTests {
    private func lab(_ layout: String) -> String {
        """
        {"machines": [{"hostname": "a", "block_devices": [
            {"name": "sda", "size": 100000000000}, {"name": "sdb", "size": 200000000000},
            {"name": "sdc", "size": 200000000000}],
          "details": {"storage_layout": \(layout)}}]}
        """
    }

    private static let whole = """
        {"layout": {
          "sda": {"type": "disk", "ptable": "gpt", "boot": true, "partitions": [
             {"name": "sda1", "size": "500M", "fs": "fat32", "bootable": true}, {"name": "sda2", "size": "90G"}]},
          "vg": {"type": "lvm", "members": ["sda2"], "volumes": [
             {"name": "root", "size": "40G", "fs": "ext4"}, {"name": "data", "size": "20G", "fs": "xfs"}]},
          "md0": {"type": "raid", "level": 1, "members": ["sdb", "sdc"], "fs": "btrfs"},
          "tmp": {"type": "special", "fs": "tmpfs"}},
         "mounts": {"/": {"device": "root", "options": "noatime"}, "/boot/efi": {"device": "sda1"},
           "/data": {"device": "data"}, "/srv": {"device": "md0"}, "/tmp": {"device": "tmp"}}}
        """

    @Test func itIsAppliedAtCommissioningAndWhenAskedFor() throws {
        let maas = try TestRegion(inventory: lab(Self.whole))
        let id = try maas.systemID("a")
        func check() throws {
            let machine = try maas.get("machines/\(id)/").json
            #expect(try maas.get("nodes/\(id)/volume-groups/").list.first?["name"] == .string("vg"))
            #expect(try maas.get("nodes/\(id)/raids/").list.first?["level"] == .string("raid-1"))
            #expect(machine["boot_disk"]?["name"] == .string("sda"))
            #expect(machine["special_filesystems"]?.elements.first?["mount_point"] == .string("/tmp"))
            let root = machine["virtualblockdevice_set"]?.elements.first { $0["name"] == .string("vg-root") }
            #expect(root?["filesystem"]?["mount_point"] == .string("/"))
            #expect(root?["filesystem"]?["mount_options"] == .string("noatime"))
            let parts = machine["boot_disk"]?["partitions"]?.elements ?? []
            #expect(parts.count == 2 && parts[0]["bootable"] == .bool(true))
        }
        #expect(try maas.post("machines/\(id)/", op: "set_storage_layout", ["storage_layout": "custom"]).status == 200)
        try check()
        _ = try maas.post("machines/\(id)/", op: "set_storage_layout", ["storage_layout": "flat"])
        _ = try maas.post("machines/\(id)/", op: "commission")
        try maas.advance(600)
        #expect(try maas.get("machines/\(id)/").string("status_name") == "Ready")
        try check()
    }

    @Test(arguments: [
        (#"{"layout": {"sdz": {"type": "disk", "ptable": "gpt"}}, "mounts": {}}"#, "Unknown machine disk(s): sdz"),
        (#"{"layout": {"x": {"type": "floppy"}}, "mounts": {}}"#, "Unsupported device type 'floppy'"),
        (
            #"{"layout": {"sda": {"type": "disk", "partitions": [{"name": "p", "size": "1G"}]}}, "mounts": {}}"#,
            "Partition table not specified for 'sda'"
        ),
        (
            #"{"layout": {"sda": {"type": "disk", "ptable": "gpt", "partitions": [{"name": "p", "size": "x"}]}}, "mounts": {}}"#,
            "Invalid size 'x'"
        ),
        (#"{"layout": {}, "mounts": {"/": {"device": "q"}}}"#, "Filesystem not found for device 'q'"),
        (
            #"{"layout": {"t": {"type": "special", "fs": "tmpfs"}}, "mounts": {}}"#,
            "Special device(s) missing mountpoint: t"
        ),
        (
            #"{"layout": {"m": {"type": "raid", "level": 0, "members": ["sda"], "spares": ["sdb"]}}, "mounts": {}}"#,
            "RAID level 0 doesn't support spares"
        ),
    ])
    func whatIsWrongIsSaid(layout: String, reason: String) throws {
        let maas = try TestRegion(inventory: lab(layout))
        let answer = try maas.post(
            "machines/\(try maas.systemID("a"))/", op: "set_storage_layout", ["storage_layout": "custom"])
        #expect(answer.status == 400)
        #expect(answer.text.contains("Failed to apply storage layout: \(reason)"), "\(answer.text)")
    }

    @Test func withoutADescriptionThereIsNone() throws {
        let maas = try TestRegion(inventory: #"{"machines": [{"hostname": "a"}]}"#)
        let answer = try maas.post(
            "machines/\(try maas.systemID("a"))/", op: "set_storage_layout", ["storage_layout": "custom"])
        #expect(answer.text.contains("No custom storage layout configuration found"))
    }
}
