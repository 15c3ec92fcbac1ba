import RegionTesting
import Testing

@testable import Formats
@testable import MAASRegion

/// What the installer is told to do with a machine's disks. The texts are MAAS 3.7.3's.
@Suite struct CurtinStorageTests {
    private let maas: TestRegion

    init() throws { maas = try TestRegion() }

    /// The storage section of a machine's configuration after it was deployed, without UUIDs.
    private func deployed(_ hostname: String) throws -> String {
        let path = "machines/\(try maas.systemID(hostname))/"
        #expect(try maas.post(path, op: "deploy").status == 200)
        let text = try maas.get(path, query: ["op": "get_curtin_config"]).text
        let section = text.split(separator: "storage:\n  config:\n").last?.split(separator: "  version: 1\n").first
        return (section.map(String.init) ?? "").replacing(/uuid: .*/, with: "uuid: U")
    }

    @Test func aLogicalVolumeComesAfterItsGroup() throws {
        let path = "machines/\(try maas.systemID("vm1"))/"
        try maas.post(path, op: "set_storage_layout", ["storage_layout": "lvm", "lv_size": "5G"])
        try maas.post(
            path, op: "mount_special", ["fstype": "tmpfs", "mount_point": "/scratch/a", "mount_options": "size=1G"])
        #expect(
            try deployed("vm1") == """
                  - grub_device: true
                    id: sda
                    model: QEMU HARDDISK
                    name: sda
                    ptable: gpt
                    serial: lxd_root
                    type: disk
                    wipe: superblock
                  - device: sda
                    flag: boot
                    id: sda-part1
                    name: sda-part1
                    number: 1
                    offset: 4194304B
                    size: 536870912B
                    type: partition
                    uuid: U
                    wipe: superblock
                  - device: sda
                    id: sda-part2
                    name: sda-part2
                    number: 2
                    size: 19457376256B
                    type: partition
                    uuid: U
                    wipe: superblock
                  - devices:
                    - sda-part2
                    id: vgroot
                    name: vgroot
                    type: lvm_volgroup
                    uuid: U
                  - id: vgroot-lvroot
                    name: lvroot
                    size: 4999610368B
                    type: lvm_partition
                    volgroup: vgroot
                  - fstype: fat32
                    id: sda-part1_format
                    label: efi
                    type: format
                    uuid: U
                    volume: sda-part1
                  - fstype: ext4
                    id: vgroot-lvroot_format
                    label: root
                    type: format
                    uuid: U
                    volume: vgroot-lvroot
                  - device: vgroot-lvroot_format
                    id: vgroot-lvroot_mount
                    path: /
                    type: mount
                  - device: sda-part1_format
                    id: sda-part1_mount
                    path: /boot/efi
                    type: mount
                  - fstype: tmpfs
                    id: scratch-a_mount
                    options: size=1G
                    path: /scratch/a
                    spec: tmpfs
                    type: mount

                """)
    }

    @Test func aBIOSNeedsAPartitionForGRUB() throws {
        let text = try deployed("node01")
        #expect(
            text.contains(
                """
                  - device: sda
                    flag: bios_grub
                    id: sda-part1
                    number: 1
                    offset: 4194304B
                    size: 1048576B
                    type: partition
                    wipe: zero

                """))
        #expect(text.contains("    number: 2\n    size: 499990396928B\n"))
    }

    @Test func aMirrorThatBootsHasGRUBOnEveryDisk() throws {
        let node = try maas.systemID("node02")
        try maas.post("machines/\(node)/", op: "set_storage_layout", ["storage_layout": "blank"])
        let root = "nodes/\(node)/"
        try maas.post(
            root + "raids/", ["name": "md0", "level": "raid-1", "block_devices": "sda", "block_devices": "sdb"])
        try maas.post(root + "blockdevices/md0/", op: "format", ["fstype": "ext4"])
        try maas.post(root + "blockdevices/md0/", op: "mount", ["mount_point": "/"])
        let text = try deployed("node02")
        #expect(text.components("grub_device: true") == 2)
        #expect(text.contains("  - devices:\n    - sda-part2\n    - sdb-part2\n    id: md0\n"))
        #expect(text.contains("    raidlevel: 1\n    spare_devices: []\n    type: raid\n"))
    }

    @Test func actionsFollowWhatTheyNeed() {
        let actions: [CurtinStorage.Action] = [
            ["id": .string("vg"), "type": .string("lvm_volgroup"), "devices": .array([.string("md0")])],
            ["id": .string("md0"), "type": .string("raid"), "devices": .array([.string("sda")])],
            ["id": .string("sda"), "type": .string("disk")],
        ]
        #expect(CurtinStorage.ordered(actions).map { $0["id"]?.string } == ["sda", "md0", "vg"])
        let circle: [CurtinStorage.Action] = [
            ["id": .string("vg"), "type": .string("lvm_volgroup"), "devices": .array([.string("lv")])],
            ["id": .string("lv"), "type": .string("lvm_partition"), "volgroup": .string("vg")],
        ]
        #expect(CurtinStorage.ordered(circle).count == 2)
    }

    @Test(arguments: [
        ("ext4", "ext4"), ("", "''"), ("123", "'123'"), ("1.5", "'1.5'"), ("yes", "'yes'"), ("/boot/efi", "/boot/efi"),
        ("size=1G", "size=1G"), ("it's", "'it''s'"), ("a: b", "'a: b'"), ("0x1f", "'0x1f'"), ("S01", "S01"),
        ("2026-01-02", "'2026-01-02'"), ("- x", "'- x'"), ("QEMU HARDDISK", "QEMU HARDDISK"),
    ])
    func textIsQuotedWhereYAMLWouldReadSomethingElse(_ text: String, _ yaml: String) {
        #expect(YAMLText.scalar(.string(text)) == yaml)
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
