import RegionTesting
import Testing

@testable import MAASEmulator

/// Machines of fixtures with groups on their disks.
@Suite struct StorageFixtureTests {
    private static func inventory(_ storage: String, _ machine: String = "") -> String {
        """
        {"users": [{"username": "root", "is_superuser": true, "api_key": "a:b:c"}],
         "machines": [{"hostname": "m", "status_name": "Ready", \(machine)
           "block_devices": [
             {"name": "sda", "size": 100000000000, "partitions": [{"size": 90000000000}, {"size": 4000000000}]},
             {"name": "sdb", "size": 100000000000}, {"name": "sdc", "size": 100000000000},
             {"name": "sdd", "size": 100000000000, "id": 40}],
           \(storage)}]}
        """
    }

    @Test func groupsMayBeOfGroupsInAnyOrder() throws {
        let maas = try TestRegion(
            inventory: Self.inventory(
                """
                "volume_groups": [{"name": "vg", "id": 7, "devices": ["b0", "sda-part3"], "logical_volumes": [
                    {"name": "root", "size": 20000000000, "filesystem": {"fstype": "ext4", "mount_point": "/"}}]}],
                "bcaches": [{"name": "b0", "cache_set": "cache0", "backing_device": "md0-part1"}],
                "cache_sets": [{"device": "sdd"}],
                "raids": [{"name": "md0", "level": "raid-1", "devices": ["sdb", "sdc"], "device_id": 50,
                    "partitions": [{"size": 50000000000}]}],
                "special_filesystems": [{"fstype": "tmpfs", "mount_point": "/tmp"}]
                """))
        let node = try maas.systemID("m")
        let machine = try maas.get("machines/\(node)/")
        #expect(try machine.integer("volume_groups", 0, "id") == 7)
        #expect(try machine.string("special_filesystems", 0, "mount_point") == "/tmp")
        #expect(try maas.get("nodes/\(node)/blockdevices/50/").string("name") == "md0")
        #expect(try maas.get("nodes/\(node)/blockdevices/40/").string("used_for") == "Cache device for cache0")
        let group = try maas.get("nodes/\(node)/volume-group/vg/")
        #expect(try group.list.isEmpty && group.string("logical_volumes", 0, "name") == "vg-root")
        #expect(
            try group.string("logical_volumes", 0, "used_for") == "ext4 formatted filesystem mounted at /")
        #expect(try maas.get("nodes/\(node)/raids/").list.count == 1)
        #expect(try maas.get("nodes/\(node)/bcaches/").list.first?["cache_mode"] == .string("writethrough"))
        // What comes next has ids of its own.
        let next = try maas.post(
            "nodes/\(node)/blockdevices/", ["name": "new", "id_path": "/dev/n", "size": "1G", "block_size": "512"])
        #expect(try #require(try next.integer("id")) > 50)
    }

    @Test func partitionsHaveMAASsNumbers() throws {
        let bios = try TestRegion(inventory: Self.inventory(#""tags": []"#))
        let path = "nodes/\(try bios.systemID("m"))/blockdevices/sda/partitions/"
        #expect(try bios.get(path).list.map { $0["path"]?.string?.last } == ["2", "3"])
        let uefi = try TestRegion(inventory: Self.inventory(#""tags": []"#, #""bios_boot_method": "uefi","#))
        let other = "nodes/\(try uefi.systemID("m"))/blockdevices/sda/partitions/"
        #expect(try uefi.get(other).list.map { $0["path"]?.string?.last } == ["1", "2"])
    }

    @Test(arguments: [
        (
            #""volume_groups": [{"name": "vg", "devices": ["sdz"]}]"#, "machines[0].volume_groups[0]",
            "the machine has no disk, partition or cache set sdz"
        ),
        (
            #""raids": [{"name": "md0", "level": "raid-5", "devices": ["sdb", "sdc"]}]"#, "machines[0].raids[0]",
            "RAID level 5 must have at least 3"
        ),
        (
            #""raids": [{"name": "md0", "level": "mirror", "devices": ["sdb", "sdc"]}]"#, "machines[0].raids[0].level",
            "must be one of raid-0"
        ),
        (
            #""bcaches": [{"name": "b", "backing_device": "sdb", "cache_set": "cache0"}]"#, "machines[0].bcaches[0]",
            "cache set cache0"
        ),
        (
            #""volume_groups": [{"name": "vg", "devices": ["sdb"], "logical_volumes": [{"name": "l", "size": 1}]}]"#,
            "machines[0].volume_groups[0].logical_volumes[0]", "greater than or equal to 4194304"
        ),
        (
            #""special_filesystems": [{"fstype": "lvm-pv"}]"#, "machines[0].special_filesystems[0].fstype",
            "must be one of"
        ),
    ])
    func whatIsWrongIsNamedWithItsPlace(_ storage: String, _ path: String, _ reason: String) throws {
        let error = #expect(throws: FixtureError.self) { try TestRegion(inventory: Self.inventory(storage)) }
        #expect(error?.path == path)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }
}
