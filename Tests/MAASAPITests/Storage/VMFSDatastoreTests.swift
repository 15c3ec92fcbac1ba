import RegionTesting
import Testing

/// Datastores of VMware ESXi.
@Suite struct VMFSDatastoreTests {
    private let maas: TestRegion
    private let node: String
    private let root: String

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node02")
        root = "nodes/\(node)/"
    }

    @Test func aDatastoreNeedsTheLayout() throws {
        #expect(
            try maas.post(root + "vmfs-datastores/", ["name": "d", "block_devices": "sdb"]).text
                == #"{"VMFS": ["VMFS Datastores may only be created after the VMFS6 or VMFS7 storage layout has been "#
                + #"applied."]}"#)
        #expect(
            try maas.post(root + "vmfs-datastores/", ["name": "d"]).text
                == #"{"__all__": ["At least one valid block device or partition is required."]}"#)
    }

    @Test func aDatastoreFillsItsDisks() throws {
        try maas.post("machines/\(node)/", op: "set_storage_layout", ["storage_layout": "vmfs7"])
        let made = try maas.post(root + "vmfs-datastores/", ["name": "big", "block_devices": "sdb"])
        #expect(try made.string("devices", 0, "path") == "/dev/disk/by-dname/sdb-part2")
        #expect(try made.integer("size") == 999_993_376_768)
        #expect(try made.string("filesystem", "mount_point") == "/vmfs/volumes/big")
        #expect(try maas.get(root + "vmfs-datastores/").list.count == 2)
        let path = root + "vmfs-datastore/\(try #require(try made.integer("id")))/"
        #expect(try maas.put(path, ["name": "huge"]).string("name") == "huge")
        let partition = try #require(try made.integer("devices", 0, "id"))
        #expect(
            try maas.put(path, ["remove_partitions": String(partition)]).text
                == #"{"__all__": ["At least one filesystem must have been added."]}"#)
        #expect(try maas.delete(path).status == 204)
        #expect(try maas.get(root + "blockdevices/sdb/").string("partitions", 0, "used_for") == "Unused")
    }

    @Test func partitionsOfTheImageStay() throws {
        let answer = try maas.post("machines/\(node)/", op: "set_storage_layout", ["storage_layout": "vmfs6"])
        let disk = try #require(try answer.integer("boot_disk", "id"))
        let path = root + "blockdevices/\(disk)/partition/sda-part"
        #expect(
            try maas.delete(path + "5").text
                == "VMware ESXi partitions may not be removed. To remove select a different storage layout.")
        #expect(try maas.delete(path + "3").text == "Cannot delete partition because its part of a VMFS.")
        #expect(
            try maas.post(path + "5", op: "format", ["fstype": "ext4"]).text
                == #"{"VMFS": ["Base VMFS partitions may not be formatted."]}"#)
    }

    @Test func linuxIsNotDeployedOnIt() throws {
        try maas.post("machines/\(node)/", op: "set_storage_layout", ["storage_layout": "vmfs6"])
        #expect(
            try maas.post("machines/\(node)/", op: "deploy").text
                == #"{"storage": ["Mount the root '/' filesystem to be able to deploy this node.", "#
                + #""This node cannot be deployed because the selected deployment OS, ubuntu, does not support "#
                + #"VMFS6."]}"#)
    }
}
