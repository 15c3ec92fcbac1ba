import RegionTesting
import Testing

@testable import Formats
@testable import MAASRegion

/// RAIDs in software.
@Suite struct RAIDTests {
    private let maas: TestRegion
    private let node: String
    private let root: String
    /// Disks of 100, 101, … GB.
    private static let disks = ["sdv", "sdw", "sdx", "sdy", "sdz"]

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node01")
        root = "nodes/\(node)/"
        for (index, name) in Self.disks.enumerated() {
            try maas.post(
                root + "blockdevices/",
                ["name": name, "model": "m", "serial": name, "size": "\(100 + index)G", "block_size": "512"])
        }
    }

    private func make(_ level: String, _ disks: Int, spares: Int = 0) throws -> Answer {
        let names = Self.disks.prefix(disks).map { "block_devices=\($0)" }
        let spareNames = Self.disks.dropFirst(disks).prefix(spares).map { "spare_devices=\($0)" }
        return try maas.post(root + "raids/", urlencoded: ["name=md0", "level=\(level)"] + names + spareNames)
    }

    @Test(arguments: [
        ("raid-0", 2, 201_000_000_000 - 2 * 131072), ("raid-1", 2, 100_000_000_000 - 131072),
        ("raid-5", 3, 200_000_000_000 - 131072), ("raid-6", 4, 200_000_000_000 - 131072),
    ])
    func theSmallestPartCounts(_ level: String, _ disks: Int, _ size: Int) throws {
        let raid = try make(level, disks)
        #expect(try raid.integer("size") == size)
        #expect(try raid.string("level") == level)
        #expect(try raid.integer("virtual_device", "size") == size)
        #expect(try raid.string("devices", 0, "used_for") == "Active \(level) device for md0")
        #expect(try raid.string("human_size") == ByteCount.text(Double(size)))
    }

    @Test func aRAID10HasASizeWithAFraction() throws {
        let raid = try make("raid-10", 3, spares: 1)
        #expect(raid.text.contains("\"size\": 149999868928.0,"))
        #expect(try raid.integer("virtual_device", "size") == 149_999_868_928)
        #expect(try raid.string("spare_devices", 0, "used_for") == "Spare raid-10 device for md0")
    }

    @Test(arguments: [
        ("raid-0", 1, 0, "RAID level 0 must have at least 2 raid devices and no spares."),
        ("raid-0", 2, 1, "RAID level 0 must have at least 2 raid devices and no spares."),
        ("raid-1", 1, 1, "RAID level 1 must have at least 2 raid devices and any number of spares."),
        ("raid-5", 2, 0, "RAID level 5 must have at least 3 raid devices and any number of spares."),
        ("raid-6", 3, 0, "RAID level 6 must have at least 4 raid devices and any number of spares."),
        ("raid-10", 2, 0, "RAID level 10 must have at least 3 raid devices and any number of spares."),
    ])
    func everyLevelNeedsEnoughParts(_ level: String, _ disks: Int, _ spares: Int, _ message: String) throws {
        #expect(try make(level, disks, spares: spares).text == #"{"__all__": ["\#(message)"]}"#)
        #expect(try maas.get(root + "raids/").text == "[]")
    }

    @Test func theFormIsChecked() throws {
        #expect(
            try maas.post(root + "raids/").text
                == #"{"level": ["This field is required."], "__all__": ["At least one block device or partition must "#
                + #"be added to the array."]}"#)
        #expect(
            try maas.post(root + "raids/", ["level": "5", "block_devices": "sdq"]).text
                == #"{"level": ["Select a valid choice. 5 is not one of the available choices."], "block_devices": "#
                + #"["Select a valid choice. sdq is not one of the available choices."]}"#)
        #expect(
            try maas.post(root + "raids/", urlencoded: ["level=raid-1", "block_devices=sdv", "block_devices=sdw"]).text
                == #"{"name": ["This field cannot be blank."]}"#)
        #expect(try maas.post(root + "raids/", as: .user).status == 403)
    }

    @Test func aRAIDWithTheBootDiskIsOneOfPartitions() throws {
        try maas.post("machines/\(node)/", op: "set_storage_layout", ["storage_layout": "blank"])
        let raid = try maas.post(
            root + "raids/",
            ["name": "md0", "level": "raid-1", "block_devices": "sda", "block_devices": "sdv", "spare_devices": "sdw"])
        #expect(try raid.string("devices", 0, "path") == "/dev/disk/by-dname/sda-part2")
        #expect(try raid.string("devices", 1, "path") == "/dev/disk/by-dname/sdv-part2")
        #expect(try raid.string("spare_devices", 0, "path") == "/dev/disk/by-dname/sdw-part2")
    }

    @Test func partsJoinAndLeave() throws {
        let path = root + "raid/\(try #require(try make("raid-1", 2).integer("id")))/"
        #expect(try maas.put(path, ["remove_block_devices": "sdv"]).text.contains("RAID level 1 must have"))
        #expect(try maas.put(path, ["remove_block_devices": "sdv", "add_block_devices": "sdx"]).status == 400)
        #expect(try maas.put(path, ["add_block_devices": "sdx"]).list.isEmpty)
        let changed = try maas.put(path, ["remove_block_devices": "sdv", "add_spare_devices": "sdy", "name": "md1"])
        #expect(try changed.string("name") == "md1")
        #expect(try changed.integer("size") == 101_000_000_000 - 131072)
        #expect(try changed.string("virtual_device", "name") == "md1")
        #expect(try maas.get(root + "blockdevices/sdv/").string("used_for") == "Unused")
        #expect(
            try maas.put(path, ["add_spare_devices": "sdz", "add_block_devices": "sdz"]).text
                == "There is another filesystem on this device.")
        #expect(try maas.put(path, ["name": "sdz"]).text.contains("Block device with this Node config and Name"))
    }

    @Test func aRAIDThatIsAPartOfItselfIsRefused() throws {
        let path = root + "raid/\(try #require(try make("raid-1", 2).integer("id")))/"
        #expect(try maas.put(path, ["add_block_devices": "md0"]).status == 500)
        #expect(try maas.get(path).status == 200)
    }

    @Test func groupsAreMadeOfGroups() throws {
        try #require(try make("raid-1", 2).status == 200)
        try maas.post(root + "blockdevices/md0/partitions/")
        let disk = try maas.get(root + "blockdevices/md0/")
        // GRUB needs no place on a virtual device.
        #expect(try disk.string("partitions", 0, "path") == "/dev/disk/by-dname/md0-part1")
        let group = try maas.post(root + "volume-groups/", ["name": "vg", "partitions": "md0-part1"])
        #expect(group.status == 200)
        // The name of the device is that of the RAID; its size is not for others to say.
        #expect(try maas.put(root + "blockdevices/md0/", ["size": "5G"]).status == 500)
        #expect(try maas.put(root + "blockdevices/md0/", ["name": "mdx"]).string("name") == "mdx")
        #expect(try maas.get(root + "raid/mdx/").status == 200)
        #expect(try maas.delete(root + "blockdevices/mdx/partition/mdx-part1").text.contains("part of a volume group"))
        #expect(try maas.delete(root + "raid/mdx/").status == 204)
        #expect(try maas.get(root + "volume-groups/").text == "[]")
        #expect(try maas.get(root + "blockdevices/sdv/").string("used_for") == "Unused")
    }

    @Test func theRAIDGoesWithItsDevice() throws {
        let id = try #require(try make("raid-1", 2).integer("id"))
        #expect(try maas.delete(root + "blockdevices/md0/").status == 204)
        #expect(try maas.get(root + "raid/\(id)/").text == "No RAID matches the given query.")
        #expect(try maas.get(root + "blockdevices/sdw/").string("used_for") == "Unused")
    }
}
