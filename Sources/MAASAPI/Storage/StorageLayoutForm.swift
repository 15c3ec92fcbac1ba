import Formats
import MAASRegion

/// How a request says what a storage layout is to be (the fields of MAAS's `StorageLayoutBase` and its subclasses).
extension StorageLayoutOptions {
    /// - Throws: `Refusal` with what does not fit, by field.
    init(
        _ kind: StorageLayout.Kind, _ parameters: Parameters, _ storage: NodeStorage, _ bootDisk: BlockDevice
    ) throws(Refusal) {
        self.init(bootDisk)
        var form = Form(parameters)
        let boot = Self.size("boot_size", &form, bootDisk, Self.leastBootSize, besides: Self.leastRootSize)
        let root = Self.size("root_size", &form, bootDisk, Self.leastRootSize, besides: Self.leastBootSize)
        let disks = storage.physical.map { String($0.id) }
        if let id = form.listedChoice("root_device", of: disks).value.flatMap({ Int($0) }) { rootDevice = id }
        bootSize = boot ?? 0
        rootSize = root == 0 ? nil : root
        if let rootSize, [Self.efiSize, bootSize, rootSize].saturatedSum > bootDisk.size {
            form.addToAll(
                "Size of the boot partition and root partition are larger than the available space on the boot disk.")
            // MAAS looks no further then.
        } else {
            switch kind {
            case .lvm: readVolume(&form)
            case .bcache: readCache(&form, storage)
            default:
                if let problem = Self.problem(kind, on: bootDisk) { form.add("boot_size", problem) }
            }
        }
        try form.check()
    }

    /// A size in bytes, or in percent of a disk.
    private static func raw(_ name: String, _ form: inout Form, percentOf size: Int) -> Int? {
        guard let text = form.unstripped(name).value else { return nil }
        if let bytes = ByteCount.percentage(text, of: size) ?? ByteCount.parse(text) { return bytes }
        form.add(name, "Enter a valid value.")
        return nil
    }

    private static func size(
        _ name: String, _ form: inout Form, _ disk: BlockDevice, _ least: Int, besides other: Int
    ) -> Int? {
        // Percentages do not count the partition that UEFI boots from.
        guard let size = raw(name, &form, percentOf: disk.size - efiSize) else { return nil }
        return check(name, &form, size, least, disk.size - efiSize - other) ? size : nil
    }

    private static func check(_ name: String, _ form: inout Form, _ size: Int, _ least: Int, _ most: Int) -> Bool {
        if size < least {
            form.add(name, "Size is too small. Minimum size is \(least).")
            return false
        }
        if size > most {
            form.add(name, "Size is too large. Maximum size is \(most).")
            return false
        }
        return true
    }

    private mutating func readVolume(_ form: inout Form) {
        groupName = form.text("vg_name").or(groupName)
        volumeName = form.text("lv_name").or(volumeName)
        let room = rootSize ?? bootDisk.size - Self.efiSize - bootSize
        guard let size = Self.raw("lv_size", &form, percentOf: room), size != 0 else { return }
        if Self.check("lv_size", &form, size, Self.leastRootSize, room) { volumeSize = size }
    }

    private mutating func readCache(_ form: inout Form, _ storage: NodeStorage) {
        cacheMode = form.choice("cache_mode", of: FilesystemGroup.cacheModes).or(cacheMode)
        cachesWholeDevice = form.checkbox("cache_no_part").or(false)
        let others = storage.physical.filter { $0.id != bootDisk.id }
        // What is asked for is checked and then not used: MAAS compares its text with numbers. The smallest SSD it is.
        _ = form.listedChoice("cache_device", of: others.map { String($0.id) })
        let best = others.filter { $0.tags.contains("ssd") }.min { ($0.size, $0.id) < ($1.size, $1.id) }
        cacheDevice = best?.id
        guard let size = Self.raw("cache_size", &form, percentOf: best?.size ?? 0), size != 0 else { return }
        if cachesWholeDevice {
            let message = "Cannot use cache_size and cache_no_part at the same time."
            form.add("cache_size", message)
            form.add("cache_no_part", message)
        } else if let best, Self.check("cache_size", &form, size, BlockDevice.leastSize, best.size) {
            cacheSize = size
        }
    }
}
