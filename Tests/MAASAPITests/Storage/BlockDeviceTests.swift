import RegionTesting
import Testing

@testable import MAASRegion

/// Disks and partitions: dividing, formatting and mounting them.
@Suite struct BlockDeviceTests {
    private let maas: TestRegion
    private let node: String
    /// A disk beside the one that the machine boots from.
    private let disk: String

    private static let size = 100 << 30

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node01")
        let made = try maas.post(
            "nodes/\(node)/blockdevices/",
            ["name": "extra", "model": "m", "serial": "s", "size": String(Self.size), "block_size": "512"])
        disk = "nodes/\(node)/blockdevices/\(try #require(try made.integer("id")))/"
    }

    private var partitions: String { disk + "partitions/" }
    private func partition(_ id: Int) -> String { disk + "partition/\(id)" }

    @Test func aDiskIsFormattedAndMounted() throws {
        #expect(try maas.post(disk, op: "mount", ["mount_point": "/srv"]).status == 400)
        let formatted = try maas.post(disk, op: "format", ["fstype": "xfs", "label": "data"])
        #expect(try formatted.string("filesystem", "fstype") == "xfs")
        #expect(try formatted.string("used_for") == "Unmounted xfs formatted filesystem")
        #expect(try maas.post(disk, op: "unmount").text == "Filesystem is already unmounted.")
        #expect(
            try maas.post(disk, op: "mount", ["mount_point": "srv"]).text
                == #"{"mount_point": ["Enter a valid value."]}"#)
        #expect(
            try maas.post(disk, op: "mount", ["mount_point": "/"]).text
                == #"{"__all__": ["Another filesystem is already mounted at /."]}"#)
        let mounted = try maas.post(disk, op: "mount", ["mount_point": "/srv", "mount_options": "noatime"])
        #expect(try mounted.string("filesystem", "mount_point") == "/srv")
        #expect(try mounted.string("filesystem", "mount_options") == "noatime")
        #expect(try maas.post(disk, op: "unformat").text.hasPrefix("Filesystem is mounted and cannot be unformatted."))
        #expect(try maas.post(disk, op: "unmount").value("filesystem", "mount_point") == .null)
        #expect(try maas.post(disk, op: "unformat").value("filesystem") == .null)
        #expect(try maas.post(disk, op: "unformat").text == "Block device is not formatted.")
    }

    @Test func thePartitionTableGoesWithTheLastPartition() throws {
        let first = try #require(try maas.post(partitions, ["size": "1073741824"]).integer("id"))
        let second = try #require(try maas.post(partitions, ["size": "1073741824"]).integer("id"))
        #expect(try maas.delete(partition(first)).status == 204)
        #expect(try maas.get(disk).string("partition_table_type") == "GPT")
        #expect(try maas.post(disk, op: "format", ["fstype": "ext4"]).status == 400)
        #expect(try maas.delete(partition(second)).status == 204)
        #expect(try maas.get(disk).value("partition_table_type") == .null)
        #expect(try maas.post(disk, op: "format", ["fstype": "ext4"]).status == 200)
    }

    @Test func whatCannotBeFormattedIsRefused() throws {
        #expect(try maas.post(disk, op: "format").text == #"{"fstype": ["This field is required."]}"#)
        #expect(try maas.post(disk, op: "format", ["fstype": "ntfs"]).text.contains("ntfs is not one of the available"))
        #expect(
            try maas.post(disk, op: "format", ["fstype": "tmpfs"]).text
                == #"{"__all__": ["Virtual filesystems must be mounted."]}"#)
        #expect(try maas.post(disk, op: "format", ["fstype": "ext4", "uuid": "1234"]).status == 400)
        let boot = try #require(try maas.get("machines/\(node)/").integer("boot_disk", "id"))
        #expect(
            try maas.post("nodes/\(node)/blockdevices/\(boot)/", op: "format", ["fstype": "ext4"]).text
                == #"{"__all__": ["Cannot format block device with a partition table."]}"#)
        #expect(try maas.post(disk, op: "format", ["fstype": "ext4"], as: .user).status == 403)
    }

    @Test func partitionsFillADisk() throws {
        let first = try maas.post(partitions, ["size": "10G", "bootable": "true"])
        #expect(try first.integer("size") == Partition.aligned(10_000_000_000))
        #expect(try first.value("bootable") == .bool(true))
        #expect(
            try maas.post(partitions, ["size": String(Self.size)]).text
                == #"{"size": ["Partition cannot be saved; not enough free space on the block device."]}"#)
        #expect(try maas.post(partitions, ["size": "1K"]).text.contains("greater than or equal to 4194304."))
        #expect(try maas.post(partitions, ["size": "much"]).text == #"{"size": ["Enter a valid value."]}"#)
        let rest = try maas.post(partitions)
        #expect(rest.status == 200)
        #expect(try maas.get(disk).integer("available_size") == 0)
        #expect(try maas.get(partitions).list.count == 2)
        #expect(try maas.delete(partition(try #require(try first.integer("id")))).status == 204)
        let id = try #require(try rest.integer("id"))
        // The one that is left moves up, but not to the first number, which is GRUB's.
        #expect(try maas.get(partition(id)).string("path") == "/dev/disk/by-dname/extra-part2")
        #expect(try maas.get(disk + "partition/extra-part2").integer("id") == id)
        #expect(try maas.get(disk + "partition/9999").status == 404)
    }

    @Test func aPartitionIsFormattedTaggedAndMounted() throws {
        let id = try #require(try maas.post(partitions, ["size": "1G"]).integer("id"))
        let path = partition(id)
        #expect(try maas.post(path, op: "unformat").text == "Partition is not formatted.")
        #expect(try maas.post(path, op: "format", ["fstype": "swap"]).string("filesystem", "fstype") == "swap")
        #expect(try maas.post(path, op: "mount").string("filesystem", "mount_point") == "none")
        #expect(try maas.post(path, op: "unmount").status == 200)
        #expect(try maas.post(path, op: "add_tag", ["tag": "fast"]).value("tags").strings == ["fast"])
        #expect(try maas.post(path, op: "remove_tag", ["tag": "fast"]).value("tags").strings == [])
        #expect(try maas.post(path, op: "unformat").value("filesystem") == .null)
    }

    @Test func theTableGoesWithTheLastPartition() throws {
        #expect(try maas.get(partitions).text == "PartitionTable matching query does not exist.")
        let id = try #require(try maas.post(partitions).integer("id"))
        #expect(try maas.get(disk).string("used_for") == "GPT partitioned with 1 partition")
        #expect(try maas.delete(partition(id)).status == 204)
        #expect(try maas.get(disk).value("partition_table_type") == .null)
        #expect(try maas.delete(partition(id)).text == "No PartitionTable matches the given query.")
    }

    @Test func partitionsAreReachedByBothSpellings() throws {
        let id = try #require(try maas.post(partitions, ["size": "1G"]).integer("id"))
        #expect(try maas.get(disk + "partitions/\(id)").integer("id") == id)
        #expect(try maas.get(disk + "partitions/extra-part2").integer("id") == id)
    }

    @Test func anMBRKeepsTheFourthNumber() throws {
        for _ in 0..<3 { try maas.post(partitions, ["size": "1G"]) }
        #expect(try maas.put(disk, ["partition_table_type": "MBR"]).string("partition_table_type") == "MBR")
        // The disk was a GPT when its first partition came, so its numbers begin with 2.
        #expect(try maas.post(partitions, ["size": "1G"]).string("path") == "/dev/disk/by-dname/extra-part5")
    }

    @Test func theDisksOfAMachineAreAdministratorsBusiness() throws {
        let path = "nodes/\(node)/blockdevices/"
        #expect(try maas.post(path, as: .user).text == "This method is reserved for admin users.")
        #expect(try maas.get(disk).value("firmware_version") == .null)
        let listed = try #require(try maas.get(path).list.last)
        #expect(listed["name"] == .string("extra") && listed["firmware_version"] == nil)
        #expect(
            try maas.post(path, ["name": "extra", "id_path": "/dev/x", "size": "1G", "block_size": "512"]).text
                == #"{"__all__": ["Block device with this Node config and Name already exists."]}"#)
        #expect(
            try maas.post(path, ["name": "x", "id_path": "x", "size": "1K", "block_size": "8", "numa_node": "7"]).text
                == #"{"id_path": ["Enter a valid value."], "__all__": ["serial/model are required if id_path is not "#
                + #"provided."], "size": ["Ensure this value is greater than or equal to 4194304."], "#
                + #""block_size": ["Ensure this value is greater than or equal to 512."], "#
                + #""numa_node": ["Invalid NUMA node"]}"#)
    }

    @Test func aDiskIsChangedFieldByField() throws {
        #expect(try maas.put(disk, ["name": ""]).text == #"{"name": ["This field cannot be blank."]}"#)
        #expect(try maas.put(disk, ["name": "sda"]).status == 400)
        #expect(try maas.put(disk, ["model": ""]).text.contains("serial/model are required"))
        #expect(
            try maas.put(disk, ["partition_table_type": "GPT"]).text
                == #"{"partition_table_type": ["Block device has no partition table"]}"#)
        let changed = try maas.put(disk, ["name": "renamed", "size": "200G", "id_path": "/dev/disk/by-id/r"])
        #expect(try changed.string("path") == "/dev/disk/by-dname/renamed")
        #expect(try changed.integer("size") == 200_000_000_000)
        #expect(try changed.string("id_path") == "/dev/disk/by-id/r")
    }

    @Test func aDeployedMachinesDiskMayBeReplaced() throws {
        try maas.post("machines/\(node)/", op: "deploy")
        #expect(try maas.put(disk, ["name": "new"]).status == 409)
        try maas.advance(10)
        let changed = try maas.put(disk, ["name": "new", "serial": "other", "size": "1G"])
        #expect(try changed.string("serial") == "other")
        #expect(try changed.integer("size") == Self.size)
    }

    @Test func theBootDiskGivesUpItsFileSystem() throws {
        try maas.post(disk, op: "format", ["fstype": "ext4"])
        #expect(try maas.post(disk, op: "set_boot_disk").text == "OK")
        #expect(try maas.get(disk).value("filesystem") == .null)
        #expect(try maas.get("machines/\(node)/").string("boot_disk", "name") == "extra")
        #expect(try maas.post(disk, op: "format", ["fstype": "ext4"]).text.contains("directly on the boot disk"))
    }

    @Test func memoryIsMountedOnceAtEachPlace() throws {
        let machine = "machines/\(node)/"
        #expect(
            try maas.post(machine, op: "mount_special", ["fstype": "tmpfs", "mount_point": "/"]).text
                == #"{"__all__": ["Another filesystem is already mounted at /."]}"#)
        #expect(
            try maas.post(machine, op: "mount_special", ["fstype": "ext4", "mount_point": "x"]).text
                == #"{"mount_point": ["Enter a valid value."], "fstype": ["Select a valid choice. ext4 is not one of "#
                + #"the available choices."]}"#)
        let mounted = try maas.post(machine, op: "mount_special", ["fstype": "tmpfs", "mount_point": "/tmp"])
        #expect(try mounted.string("special_filesystems", 0, "mount_point") == "/tmp")
        try maas.post("machines/", op: "allocate", ["system_id": node])
        #expect(
            try maas.post(machine, op: "unmount_special", ["mount_point": "/tmp"]).text
                == "get() returned more than one Filesystem -- it returned 2!")
    }

    @Test func aMachineInUseKeepsItsDisks() throws {
        let id = try #require(try maas.post(partitions, ["size": "1G"]).integer("id"))
        try maas.post("machines/\(node)/", op: "deploy")
        #expect(try maas.post(partitions).text == "Cannot create partition because the node is not Ready.")
        #expect(
            try maas.post(partition(id), op: "format", ["fstype": "ext4"]).text
                == "Cannot format partition because the node is not Ready or Allocated.")
        #expect(try maas.delete(partition(id)).status == 409)
    }
}
