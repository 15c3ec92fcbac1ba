import RegionTesting
import Testing

@testable import MAASRegion

/// Disks while machines are given to users, deployed, tested and given back.
@Suite struct StorageInUseTests {
    private let maas: TestRegion
    private let node: String
    private let machine: String

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node02")
        machine = "machines/\(node)/"
        try maas.post(machine, op: "set_storage_layout", ["storage_layout": "lvm"])
    }

    private var volume: String { "nodes/\(node)/blockdevices/lvroot/" }

    @Test func aUserChangesCopiesThatAReleaseForgets() throws {
        try maas.post("machines/", op: "allocate", ["system_id": node], as: .user)
        #expect(try maas.get("nodes/\(node)/volume-groups/", as: .user).list.count == 1)
        #expect(try maas.post(volume, op: "unmount", as: .user).value("filesystem", "mount_point") == .null)
        #expect(
            try maas.post(volume, op: "format", ["fstype": "xfs"], as: .user).string("filesystem", "fstype") == "xfs")
        #expect(
            try maas.post(machine, op: "deploy", as: .user).text
                == #"{"storage": ["Mount the root '/' filesystem to be able to deploy this node."]}"#)
        try maas.post(volume, op: "mount", ["mount_point": "/"], as: .user)
        #expect(try maas.post(machine, op: "deploy", as: .user).status == 200)
        try maas.advance(10)
        #expect(try maas.put(volume).text == "Cannot update virtual block device because the machine is Deployed.")
        try maas.post(machine, op: "release", as: .user)
        try maas.advance(10)
        let freed = try maas.get(volume)
        #expect(try freed.string("filesystem", "fstype") == "ext4")
        #expect(try freed.string("filesystem", "mount_point") == "/")
    }

    @Test func testsHideWhatIsMounted() throws {
        try maas.post(machine, op: "mount_special", ["fstype": "tmpfs", "mount_point": "/tmp"])
        let tested = try maas.post(machine, op: "test")
        #expect(try tested.value("virtualblockdevice_set", 0, "filesystem") == .null)
        #expect(try tested.string("boot_disk", "partitions", 0, "used_for") == "LVM volume for vgroot")
        #expect(try tested.string("special_filesystems", 0, "mount_point") == "/tmp")
        try maas.advance(30)
        #expect(try maas.get(volume).string("filesystem", "mount_point") == "/")
    }

    @Test func constraintsLookAtVirtualDisksToo() throws {
        let id = try #require(try maas.get(volume).integer("id"))
        try maas.post(volume, op: "add_tag", ["tag": "fast"])
        // What counts for the root is the disk that it is on, not the one below.
        #expect(
            try maas.post("machines/", op: "allocate", ["system_id": node, "storage": "root:400(ssd)"]).status == 409)
        let taken = try maas.post("machines/", op: "allocate", ["system_id": node, "storage": "root:400(fast)"])
        #expect(try taken.string("system_id") == node)
        #expect(try taken.value("constraints_by_type", "storage", "root", 0) == .integer(id))
    }

    @Test func ESXiWantsADatastore() throws {
        try maas.post(machine, op: "set_storage_layout", ["storage_layout": "vmfs6"])
        let storage = try maas.region.withState { state in
            let node = try #require(try Node.find(state.db, systemID: node))
            try state.db.execute("UPDATE nodes SET osystem = 'esxi' WHERE id = ?", node.id)
            return try StorageEditor(state, node: node.id).storage()
        }
        #expect(storage.issues(.v3_7, bootMethod: "pxe") == [])
        try maas.delete("nodes/\(node)/vmfs-datastore/datastore1/")
        let bare = try maas.region.withState { try StorageEditor($0, node: storage.node.id).storage() }
        #expect(
            bare.issues(.v3_7, bootMethod: "pxe") == ["A datastore must be defined when deploying VMware ESXi."])
    }

    @Test func whatSystemsDemandDiffers() throws {
        let storage = try maas.region.withState { state in
            let node = try #require(try Node.find(state.db, systemID: node))
            try state.db.execute(
                "UPDATE nodes SET osystem = 'centos', distro_series = '8', architecture = 'arm64/generic' WHERE id = ?",
                node.id)
            try state.db.execute("UPDATE filesystems SET fstype = 'btrfs' WHERE mount_point = '/'")
            return try StorageEditor(state, node: node.id).storage()
        }
        #expect(
            storage.issues(.v3_7, bootMethod: "pxe") == [
                "This node cannot be deployed because it needs a separate /boot partition.  Mount /boot on a device "
                    + "to be able to deploy this node.",
                "This node cannot be deployed because the selected deployment OS release, centos 8, does not support "
                    + "BTRFS.",
            ])
        #expect(
            storage.issues(.v3_8, bootMethod: "uefi").first
                == "UEFI system requires a /boot/efi filesystem. Please configure /boot/efi to proceed.")
    }
}
