import RegionTesting
import Testing

@testable import MAASRegion

/// Volume groups and logical volumes.
@Suite struct VolumeGroupTests {
    private let maas: TestRegion
    private let node: String
    private let root: String

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node01")
        root = "nodes/\(node)/"
        for name in ["sdx", "sdy", "sdz"] {
            try maas.post(
                root + "blockdevices/",
                ["name": name, "model": "m", "serial": name, "size": "100G", "block_size": "512"])
        }
    }

    /// A group of two disks; its path.
    private func group() throws -> String {
        let made = try maas.post(
            root + "volume-groups/", ["name": "vg0", "block_devices": "sdx", "block_devices": "sdy"])
        return root + "volume-group/\(try #require(try made.integer("id")))/"
    }

    @Test func aGroupHasTheSizeOfItsPartsLessWhatLVMTakes() throws {
        let group = try maas.get(try group())
        #expect(try group.integer("size") == (47683 - 2) << 22)
        #expect(try group.string("human_size") == "200.0 GB")
        #expect(try group.integer("used_size") == 0)
        #expect(try group.string("devices", 0, "used_for") == "LVM volume for vg0")
        let id = try #require(try group.integer("id"))
        #expect(try maas.get(root + "volume-groups/\(id)/").integer("id") == id)
        #expect(try maas.get(root + "volume-group/vg0/").integer("id") == id)
        #expect(try maas.get(root + "volume-groups/").list.count == 1)
        #expect(try maas.get("machines/\(node)/").integer("volume_groups", 0, "id") == id)
    }

    @Test func theBootDiskJoinsAsAPartition() throws {
        try maas.post("machines/\(node)/", op: "set_storage_layout", ["storage_layout": "blank"])
        let made = try maas.post(root + "volume-groups/", ["name": "vg", "block_devices": "sda"])
        #expect(try made.string("devices", 0, "path") == "/dev/disk/by-dname/sda-part2")
    }

    @Test func whatIsNoGroupIsRefused() throws {
        let path = root + "volume-groups/"
        #expect(try maas.post(path).text == #"{"name": ["This field is required."]}"#)
        #expect(
            try maas.post(path, ["name": "vg"]).text
                == #"{"__all__": ["At least one valid block device or partition is required."]}"#)
        #expect(
            try maas.post(path, ["name": "vg", "block_devices": "sda", "uuid": "1"]).text
                == #"{"uuid": ["Ensure this value has at least 32 characters (it has 1).", "Enter a valid value."], "#
                + #""block_devices": ["Select a valid choice. sda is not one of the available choices."]}"#)
        #expect(try maas.post(path, ["name": "vg"], as: .user).status == 403)
        #expect(try maas.get(root + "volume-group/99/").text == "No VolumeGroup matches the given query.")
        let group = try group()
        let other = try maas.systemID("node02")
        let strayed = try maas.get(group.replacing(node, with: other))
        #expect(strayed.status == 404 && strayed.text.isEmpty)
        #expect(try maas.get(group.replacing("volume-group", with: "raid")).text == "No RAID matches the given query.")
    }

    @Test func logicalVolumesShareTheGroup() throws {
        let group = try group()
        let made = try maas.post(group, op: "create_logical_volume", ["name": "lv", "size": "10G"])
        // 10 GB in whole 4 MiB. MAAS answers what a volume has in common with a group.
        #expect(try made.integer("size") == Partition.aligned(10_000_000_000))
        #expect(try made.string("name") == "vg0-lv")
        #expect(try made.json["type"] == nil)
        let id = try #require(try made.integer("id"))
        let device = try maas.get(root + "blockdevices/\(id)/")
        #expect(try device.string("type") == "virtual")
        #expect(try device.string("path") == "/dev/disk/by-dname/vg0-lv")
        #expect(try device.integer("block_size") == 4096)
        let listed = try #require(try maas.get(root + "blockdevices/").list.last)
        #expect(listed["path"] == .string("/dev/disk/by-dname/lv"))
        #expect(try maas.get(group).integer("used_size") == Partition.aligned(10_000_000_000))
        #expect(
            try maas.post(group, op: "create_logical_volume", ["name": "lv"]).text
                == #"{"__all__": ["Block device with this Node config and Name already exists."]}"#)
        #expect(try maas.post(group, op: "create_logical_volume", ["name": "rest"]).status == 200)
        #expect(
            try maas.post(group, op: "create_logical_volume", ["name": "more", "size": "1K"]).text
                == #"{"__all__": ["Volume group (vg0) cannot hold any more logical volumes, because it doesn't have "#
                + #"enough free space."]}"#)
        #expect(try maas.delete(group).text == "This volume group has logical volumes; it cannot be deleted.")
        #expect(try maas.post(group, op: "delete_logical_volume").text == "No provided id!")
        #expect(try maas.post(group, op: "delete_logical_volume", ["id": "9999"]).status == 204)
        #expect(try maas.post(group, op: "delete_logical_volume", ["id": String(id)]).status == 204)
        #expect(try maas.delete(root + "blockdevices/rest/").status == 204)
        #expect(try maas.delete(group).status == 204)
        #expect(try maas.get(root + "blockdevices/sdx/").string("used_for") == "Unused")
    }

    @Test func aVolumeGrowsWithinItsGroup() throws {
        let group = try group()
        try maas.post(group, op: "create_logical_volume", ["name": "lv", "size": "10G"])
        let path = root + "blockdevices/lv/"
        #expect(try maas.put(path, ["size": "20G"]).integer("size") == Partition.aligned(20_000_000_000))
        #expect(
            try maas.put(path, ["size": "500G"]).text
                == #"{"__all__": ["There is not enough free space (500.0 GB) on volume group vg0."]}"#)
        #expect(try maas.put(path, ["name": "data"]).string("name") == "vg0-data")
        #expect(
            try maas.post(root + "blockdevices/data/partitions/").text
                == #"{"block_device": ["Cannot create a partition table on a logical volume."]}"#)
        #expect(
            try maas.post(root + "blockdevices/data/", op: "set_boot_disk").text
                == "Cannot set a virtual block device as the boot disk.")
    }

    @Test func partsJoinAndLeave() throws {
        let group = try group()
        try maas.post(group, op: "create_logical_volume", ["name": "lv", "size": "150G"])
        #expect(
            try maas.put(group, ["remove_block_devices": "sdx"]).text
                == "Volume group cannot be smaller than its logical volumes.")
        let changed = try maas.put(group, ["add_block_devices": "sdz", "remove_block_devices": "sdx", "name": "vg1"])
        #expect(try changed.string("name") == "vg1")
        #expect(try maas.get(root + "blockdevices/sdx/").string("used_for") == "Unused")
        #expect(try maas.get(root + "blockdevices/sdz/").string("used_for") == "LVM volume for vg1")
        // The group shrinks with a part that shrinks, and refuses to shrink below its volumes.
        #expect(
            try maas.put(root + "blockdevices/sdy/", ["size": "20G"]).text
                == "Volume group cannot be smaller than its logical volumes.")
        #expect(try maas.put(root + "blockdevices/sdy/", ["size": "200G"]).status == 200)
        #expect(try maas.get(group).string("human_size") == "300.0 GB")
    }

    @Test func partsAreNotUsedOtherwise() throws {
        _ = try group()
        let disk = root + "blockdevices/sdx/"
        #expect(
            try maas.post(disk, op: "format", ["fstype": "ext4"]).text
                == "Cannot format a block device that has a filesystem type of lvm-pv.")
        #expect(
            try maas.post(disk, op: "mount", ["mount_point": "/x"]).text
                == #"{"__all__": ["Filesystem is part of a filesystem group, and cannot be mounted."]}"#)
        #expect(
            try maas.post(disk, op: "unformat").text
                == "Filesystem is part of a volume group, and cannot be unformatted. Remove block device from volume "
                + "group before unformatting the block device.")
        #expect(
            try maas.post(disk, op: "set_boot_disk").text
                == #"{"boot_disk": ["Cannot be set as the boot disk; already in-use in volume group 'vg0'."]}"#)
        #expect(try maas.delete(disk).text == "Cannot delete block device because its part of a volume group.")
    }

    @Test func namesAreNotUniqueAmongMachines() throws {
        for name in ["node01", "node02"] {
            try maas.post(
                "machines/\(try maas.systemID(name))/", op: "set_storage_layout", ["storage_layout": "lvm"])
        }
        #expect(
            try maas.get(root + "volume-group/vgroot/").text
                == "get() returned more than one VolumeGroup -- it returned 2!")
    }

    @Test func aMachineInUseKeepsItsGroups() throws {
        let group = try group()
        try maas.post("machines/", op: "allocate", ["system_id": node])
        #expect(try maas.get(group, as: .user).status == 403)
        #expect(
            try maas.put(group).text == "Cannot update volume group because the machine is not Ready.")
        #expect(
            try maas.post(group, op: "create_logical_volume").text
                == "Cannot create logical volume because the machine is not Ready.")
        #expect(
            try maas.post(root + "volume-groups/").text
                == "Cannot create volume group because the machine is not Ready.")
        // Marks of groups are seen whoever has the machine.
        #expect(try maas.get(root + "blockdevices/sdx/").string("used_for") == "LVM volume for vg0")
    }

    @Test func aGroupWhosePartsAreGoneBelongsToNobody() throws {
        try maas.post(root + "blockdevices/sdx/partitions/")
        let made = try maas.post(root + "volume-groups/", ["name": "vg", "partitions": "sdx-part2"])
        let group = root + "volume-group/\(try #require(try made.integer("id")))/"
        try maas.post(group, op: "create_logical_volume", ["name": "lv"])
        #expect(try maas.delete(root + "blockdevices/sdx/").status == 204)
        #expect(try maas.get(group).text == "'NoneType' object has no attribute 'system_id'")
        #expect(try maas.get(root + "volume-groups/").text == "[]")
        #expect(try maas.get(root + "blockdevices/lv/").string("name") == "vg-lv")
        #expect(try maas.delete(root + "blockdevices/lv/").status == 204)
    }

    @Test func aVolumeMayBeAPartOfItsOwnGroup() throws {
        let group = try group()
        try maas.post(group, op: "create_logical_volume", ["name": "self", "size": "20G"])
        #expect(try maas.put(group, ["add_block_devices": "self"]).status == 200)
        // The deployment's look at the disks ends all the same.
        #expect(try maas.post("machines/\(node)/", op: "deploy").status == 200)
        #expect(try maas.get("machines/\(node)/", query: ["op": "get_curtin_config"]).status == 200)
    }
}
