import Formats
import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// Storage layouts: what they make of a machine's disks, to the byte. The figures are MAAS 3.7.3's for the same disks.
@Suite struct StorageLayoutTests {
    private let maas: TestRegion
    /// A machine that a BIOS boots, with an SSD of 500 GB and a disk of 1 TB.
    private let node: String
    /// A VM that UEFI boots, with a disk of 20 GB.
    private let vm: String

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node02")
        vm = try maas.systemID("vm1")
    }

    private func layout(
        _ layout: String, on machine: String, _ parameters: KeyValuePairs<String, String> = [:]
    ) throws -> Answer {
        var form: [(String, String)] = [("storage_layout", layout)]
        form += parameters.map { ($0.key, $0.value) }
        let body = form.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
        var request = HTTPRequest(method: "POST", path: Dispatch.root + "machines/\(machine)/")
        request.query = "op=set_storage_layout"
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array(body.utf8)
        return try maas.send(request)
    }

    /// Names and sizes of all disks, partitions and virtual devices.
    private func sizes(_ answer: Answer) throws -> [String: Int] {
        var sizes: [String: Int] = [:]
        guard case .array(let devices) = try answer.value("blockdevice_set") else { return [:] }
        for device in devices {
            guard case .array(let partitions) = device["partitions"] else { continue }
            for part in partitions + [device] {
                let name = part["path"]?.string?.split(separator: "/").last.map(String.init)
                sizes[name ?? ""] = part["size"]?.integer
            }
        }
        return sizes
    }

    private func refusal(_ answer: Answer, _ field: String) throws -> String? { try answer.string(field, 0) }

    @Test func flatFillsTheDiskAfterWhatFirmwareNeeds() throws {
        let bios = try layout("flat", on: node)
        #expect(try sizes(bios) == ["sda": 500_000_000_000, "sda-part2": 499_990_396_928, "sdb": 1_000_000_000_000])
        #expect(try bios.string("boot_disk", "partitions", 0, "used_for") == "ext4 formatted filesystem mounted at /")
        let uefi = try layout("flat", on: vm)
        #expect(
            try sizes(uefi) == ["sda": 20_000_000_000, "sda-part1": 536_870_912, "sda-part2": 19_457_376_256])
        #expect(try uefi.string("boot_disk", "partitions", 0, "filesystem", "mount_point") == "/boot/efi")
    }

    @Test func sizesAreBytesOrPercent() throws {
        let bytes = try layout("flat", on: vm, ["boot_size": "1G", "root_size": "5G"])
        #expect(
            try sizes(bytes) == [
                "sda": 20_000_000_000, "sda-part1": 536_870_912, "sda-part2": 998_244_352, "sda-part3": 4_999_610_368,
            ])
        #expect(try bytes.integer("boot_disk", "available_size") == 13_459_521_536)
        let percent = try layout("flat", on: vm, ["boot_size": "10%", "root_size": "50%"])
        #expect(try sizes(percent)["sda-part2"] == 1_946_157_056)
        #expect(try sizes(percent)["sda-part3"] == 9_730_785_280)
    }

    @Test func theRootMayBeOnAnotherDisk() throws {
        let other = try #require(try maas.get("machines/\(node)/").integer("blockdevice_set", 1, "id"))
        let answer = try layout("flat", on: node, ["root_device": String(other)])
        #expect(try sizes(answer)["sdb-part2"] == 999_993_376_768)
        #expect(try answer.string("boot_disk", "used_for") == "GPT partitioned with 0 partition")
        #expect(
            try refusal(try layout("flat", on: node, ["root_device": "x"]), "root_device")?.hasPrefix(
                "'x' is not a valid root_device.  It should be one of: '") == true)
    }

    @Test func lvmPutsTheRootOnALogicalVolume() throws {
        let answer = try layout("lvm", on: node)
        #expect(try sizes(answer)["vgroot-lvroot"] == 499_986_202_624)
        #expect(try answer.string("virtualblockdevice_set", 0, "name") == "vgroot-lvroot")
        #expect(try answer.string("boot_disk", "partitions", 0, "used_for") == "LVM volume for vgroot")
        let id = try #require(try answer.integer("volume_groups", 0, "id"))
        #expect(try maas.get("nodes/\(node)/volume-group/\(id)/").integer("available_size") == 0)
        let named = try layout("lvm", on: vm, ["vg_name": "vg", "lv_name": "lv", "lv_size": "5G"])
        #expect(try sizes(named)["vg-lv"] == 4_999_610_368)
    }

    @Test func bcacheUsesTheSmallestSSD() throws {
        #expect(
            try layout("bcache", on: node).text
                == "Failed to configure storage layout 'bcache': Node doesn't have an available cache device to setup "
                + "bcache.")
        let disk = try #require(try maas.get("machines/\(node)/").integer("blockdevice_set", 1, "id"))
        try maas.post("nodes/\(node)/blockdevices/\(disk)/", op: "add_tag", ["tag": "ssd"])
        let answer = try layout("bcache", on: node)
        #expect(
            try sizes(answer) == [
                "sda": 500_000_000_000, "sda-part2": 1_073_741_824, "sda-part3": 498_916_655_104,
                "sdb": 1_000_000_000_000, "sdb-part2": 999_993_376_768, "bcache0": 498_916_655_104,
            ])
        #expect(try answer.value("bcaches", 0, "__incomplete__") == .bool(true))
        let small = try layout("bcache", on: node, ["cache_size": "10G", "boot_size": "2G"])
        #expect(try sizes(small)["sdb-part2"] == 9_999_220_736)
        #expect(try sizes(small)["sda-part2"] == 1_996_488_704)
        let whole = try layout("bcache", on: node, ["cache_no_part": "true"])
        #expect(try whole.string("blockdevice_set", 1, "used_for") == "Cache device for cache0")
        let both = try layout("bcache", on: node, ["cache_no_part": "true", "cache_size": "10%"])
        #expect(
            try refusal(both, "cache_no_part") == "Cannot use cache_size and cache_no_part at the same time.")
    }

    @Test func vmfsHasThePartitionsOfAnImage() throws {
        let six = try layout("vmfs6", on: vm)
        #expect(
            try sizes(six) == [
                "sda": 20_000_000_000, "sda-part1": 3_145_728, "sda-part2": 4_294_967_296,
                "sda-part3": 12_075_401_216, "sda-part5": 261_095_424, "sda-part6": 261_095_424,
                "sda-part7": 114_294_784, "sda-part8": 298_844_160, "sda-part9": 2_684_354_560,
                "datastore1": 12_075_401_216,
            ])
        #expect(try refusal(try layout("vmfs7", on: vm), "boot_size") == "Boot disk must be at least 32Gb.")
        let seven = try layout("vmfs7", on: node)
        #expect(try sizes(seven)["sda-part7"] == 25_662_832_128)
        #expect(try sizes(seven)["datastore1"] == 465_634_852_864)
        #expect(try refusal(try layout("vmfs6", on: vm, ["root_size": "18G"]), "size")?.hasPrefix("Partition ") == true)
    }

    @Test func blankAndCustomLeaveNothing() throws {
        let blank = try layout("blank", on: node)
        #expect(try blank.string("boot_disk", "used_for") == "Unused")
        #expect(
            try layout("custom", on: node).text
                == "Failed to configure storage layout 'custom': No custom storage layout configuration found")
        #expect(try layout("custom", on: vm).status == 500)
    }

    @Test(arguments: [
        ("flat", "boot_size", "10", "boot_size", "Size is too small. Minimum size is 536870912."),
        ("flat", "boot_size", "20G", "boot_size", "Size is too large. Maximum size is 16241903616."),
        ("flat", "root_size", "1G", "root_size", "Size is too small. Minimum size is 3221225472."),
        ("flat", "root_size", "100%", "root_size", "Size is too large. Maximum size is 18926258176."),
        ("flat", "root_size", "much", "root_size", "Enter a valid value."),
        ("lvm", "lv_size", "1G", "lv_size", "Size is too small. Minimum size is 3221225472."),
        ("lvm", "lv_size", "30G", "lv_size", "Size is too large. Maximum size is 19463129088."),
        ("lvm", "lv_size", "100%", "__all__", "There is not enough free space (19.5 GB) on volume group vgroot."),
        (
            "bcache", "cache_mode", "fast", "cache_mode",
            "Select a valid choice. fast is not one of the available choices."
        ),
    ])
    func whatDoesNotFitIsRefused(_ case: (String, String, String, String, String)) throws {
        let (kind, name, value, field, message) = `case`
        let before = try sizes(try maas.get("machines/\(vm)/"))
        #expect(try refusal(try layout(kind, on: vm, [name: value]), field) == message)
        #expect(try sizes(try maas.get("machines/\(vm)/")) == before)
    }

    @Test func bootAndRootMustFitTogether() throws {
        #expect(
            try layout("flat", on: vm, ["boot_size": "60%", "root_size": "60%"]).text
                == #"{"__all__": ["Size of the boot partition and root partition are larger than the available space "#
                + #"on the boot disk."]}"#)
    }

    @Test func aMachineNeedsADiskAndToBeReady() throws {
        #expect(
            try layout("flat", on: try maas.systemID("node09")).text
                == "Cannot change the storage layout on a machine that is not Ready.")
        let bare = try maas.systemID("node06")
        try maas.delete("nodes/\(bare)/blockdevices/sda/")
        #expect(
            try layout("flat", on: bare).text == "Machine is missing a boot disk; no storage layout can be applied.")
    }

    @Test func theConfiguredLayoutIsTheDefault() throws {
        try maas.post("maas/", op: "set_config", ["name": "default_storage_layout", "value": "lvm"])
        let restored = try maas.post("machines/\(node)/", op: "restore_storage_configuration")
        #expect(try sizes(restored)["vgroot-lvroot"] == 499_986_202_624)
        try maas.post("machines/\(vm)/", op: "commission")
        #expect(try maas.get("machines/\(vm)/").value("blockdevice_set", 0, "partition_table_type") == .null)
        try maas.advance(30)
        #expect(try sizes(try maas.get("machines/\(vm)/"))["vgroot-lvroot"] == 19_453_181_952)
        // A default that does not fit falls back, or leaves nothing.
        try maas.post("maas/", op: "set_config", ["name": "default_storage_layout", "value": "bcache"])
        let flat = try maas.post("machines/\(vm)/", op: "restore_storage_configuration")
        #expect(try flat.value("virtualblockdevice_set") == .array([]))
        #expect(try flat.string("boot_disk", "used_for") == "GPT partitioned with 2 partitions")
    }
}
