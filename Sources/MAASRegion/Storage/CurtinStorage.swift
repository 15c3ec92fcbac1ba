import Formats
import SQLite

/// What MAAS's installer is told to do with a machine's disks: one action for each disk, partition, group, file system
/// and mount, what others need first (MAAS's `preseed_storage.py`).
struct CurtinStorage {
    package typealias Action = [String: JSONValue]

    private let storage: NodeStorage
    private let bootMethod: String
    /// Disks that GRUB is installed on.
    private let grubDevices: Set<Int>

    init(_ storage: NodeStorage, bootMethod: String) {
        self.storage = storage
        self.bootMethod = bootMethod
        let boot = storage.bootDisk?.id
        // A RAID that the boot disk is a part of has GRUB on each of its disks; the last such RAID counts.
        let mirrors = storage.groups.filter(\.kind.isRAID).map { Self.disks(of: $0, storage) }
        grubDevices = mirrors.last { disks in boot.map(disks.contains) ?? false } ?? Set([boot].compactMap(\.self))
    }

    private static func disks(of raid: FilesystemGroup, _ storage: NodeStorage) -> Set<Int> {
        Set(
            raid.parts.compactMap { part in
                let device: BlockDevice? =
                    switch part.filesystem.place {
                    case .device(let id): storage.device(id)
                    case .partition(let id): storage.partition(id)?.device
                    case nil: nil
                    }
                return device?.kind == .physical ? device?.id : nil
            })
    }

    /// The actions in an order in which they can be done.
    package var actions: [Action] {
        let groups = self.groups
        let logical = storage.virtual.filter { storage.group($0.groupID)?.kind == .volumeGroup }
        var all = storage.physical.flatMap(disk)
        all += groups.filter { $0.kind == .volumeGroup }.map(volumeGroup) + logical.map(logicalVolume)
        all += groups.filter(\.kind.isRAID).map(raid) + groups.filter { $0.kind == .bcache }.map(bcache)
        all += groups.filter { $0.kind == .vmfs }.map(datastore)
        all += storage.devices.flatMap { device in Self.partitions(device).flatMap { partition($0, of: device) } }
        let formatted = self.formatted
        return Self.ordered(all + formatted.map(format)) + mounts(formatted)
    }

    private var isAMD64: Bool { storage.node.architecture.hasPrefix("amd64/") }

    /// Groups in the order of their devices, then volume groups that have none yet.
    private var groups: [FilesystemGroup] {
        var seen: Set<Int> = []
        let provided = storage.virtual.compactMap { storage.group($0.groupID) }
        // Of those without devices MAAS finds the ones that have a whole disk.
        let bare = storage.groups.filter {
            $0.parts.contains { if case .device = $0.filesystem.place { true } else { false } }
        }
        return (provided + bare).filter { seen.insert($0.id).inserted }
    }

    private static func texts(_ names: [String]) -> JSONValue { .array(names.sorted().map(JSONValue.string)) }

    private func names(_ parts: [FilesystemGroup.Part]) -> JSONValue {
        Self.texts(parts.compactMap { $0.filesystem.place.map(storage.name) })
    }

    private static func table(_ type: String) -> JSONValue { .string(type == "MBR" ? "msdos" : "gpt") }

    // MARK: Disks and partitions

    private static func partitions(_ device: BlockDevice) -> [Partition] { device.partitions.sorted { $0.id < $1.id } }

    private func disk(_ device: BlockDevice) -> [Action] {
        let name = device.fullName
        var action: Action = [
            "id": .string(name), "name": .string(name), "type": .string("disk"), "wipe": .string("superblock"),
        ]
        if !device.model.isEmpty, !device.serial.isEmpty {
            action["model"] = .string(device.model)
            action["serial"] = .string(device.serial)
        } else {
            action["path"] = device.idPath.map(JSONValue.string) ?? .null
        }
        let hasGRUB = grubDevices.contains(device.id)
        var needsPReP = false
        if let table = device.partitionTableType {
            action["ptable"] = Self.table(table)
        } else if hasGRUB {
            let isGPT = ["uefi", "powernv", "powerkvm"].contains(bootMethod) || isAMD64
            action["ptable"] = .string(isGPT ? "gpt" : "msdos")
            needsPReP = device.node.isPPC && ["uefi", "powernv", "powerkvm"].contains(bootMethod)
        }
        if hasGRUB, !device.node.isPPC { action["grub_device"] = .bool(true) }
        let needsBIOSBoot =
            action["ptable"] == .string("gpt") && isAMD64 && bootMethod != "uefi" && device.node.osystem != "esxi"
        var actions = [action]
        if needsPReP { actions.append(firmwarePartition(name, flag: "prep", size: 8 << 20)) }
        if needsBIOSBoot { actions.append(firmwarePartition(name, flag: "bios_grub", size: 1 << 20)) }
        return actions
    }

    /// bytes before the first partition
    private static let offset = "\(4 << 20)B"

    private func firmwarePartition(_ disk: String, flag: String, size: Int) -> Action {
        var action: Action = [
            "id": .string("\(disk)-part1"), "type": .string("partition"), "number": .integer(1),
            "offset": .string(Self.offset), "size": .string("\(size)B"), "device": .string(disk),
            "wipe": .string("zero"), "flag": .string(flag),
        ]
        if flag == "prep" {
            action["name"] = .string("\(disk)-part1")
            action["grub_device"] = .bool(true)
        }
        return action
    }

    private func partition(_ partition: Partition, of device: BlockDevice) -> [Action] {
        var action: Action = [
            "id": .string(partition.name), "name": .string(partition.name), "type": .string("partition"),
            "number": .integer(partition.number), "uuid": .string(partition.uuid),
            "size": .string("\(partition.size)B"), "device": .string(device.fullName), "wipe": .string("superblock"),
        ]
        let needsFirmware = device.node.isPPC || (isAMD64 && bootMethod != "uefi")
        let isFirst = Self.partitions(device).first?.id == partition.id
        let followsFirmware = isFirst && needsFirmware && grubDevices.contains(device.id)
        if partition.number == 1, !followsFirmware { action["offset"] = .string(Self.offset) }
        if partition.bootable { action["flag"] = .string("boot") }
        var actions: [Action] = []
        if followsFirmware, device.node.isPPC {
            actions.append(firmwarePartition(device.fullName, flag: "prep", size: 8 << 20))
        }
        if device.partitionTableType == "MBR", partition.number >= 5 {
            if partition.number == 5 { actions.append(extended(before: partition, of: device)) }
            // Each logical partition gives up what the installer puts before it.
            action["flag"] = .string("logical")
            action["size"] = .string("\(partition.size - (1 << 20))B")
        }
        return actions + [action]
    }

    /// The fourth partition of an MBR, which holds those after it.
    private func extended(before partition: Partition, of device: BlockDevice) -> Action {
        let before = device.partitions.filter { $0.id < partition.id }.map(\.size).saturatedSum
        let inside = device.partitions.filter { $0.id >= partition.id }.count
        let size = device.size.saturatedMinus(before).saturatedMinus((5 + inside) << 20)
        return [
            "id": .string("\(device.fullName)-part4"), "type": .string("partition"), "number": .integer(4),
            "device": .string(device.fullName), "flag": .string("extended"), "size": .string("\(size)B"),
        ]
    }

    // MARK: Groups

    private func group(_ group: FilesystemGroup, _ type: String, _ more: Action) -> Action {
        var action: Action = ["id": .string(group.name), "name": .string(group.name), "type": .string(type)]
        action.merge(more) { $1 }
        if group.kind != .volumeGroup, let table = storage.provided(by: group).first?.partitionTableType {
            action["ptable"] = Self.table(table)
        }
        return action
    }

    private func volumeGroup(_ group: FilesystemGroup) -> Action {
        self.group(group, "lvm_volgroup", ["uuid": .string(group.uuid), "devices": names(group.parts)])
    }

    private func logicalVolume(_ volume: BlockDevice) -> Action {
        [
            "id": .string(volume.fullName), "name": .string(volume.name), "type": .string("lvm_partition"),
            "volgroup": .string(storage.group(volume.groupID)?.name ?? ""), "size": .string("\(volume.size)B"),
        ]
    }

    private func raid(_ raid: FilesystemGroup) -> Action {
        let isSpare: (FilesystemGroup.Part) -> Bool = { $0.filesystem.fstype == FilesystemGroup.spareMark }
        let level = raid.kind.rawValue.split(separator: "-").last.flatMap { Int($0) } ?? 0
        return group(
            raid, "raid",
            [
                "raidlevel": .integer(level), "devices": names(raid.parts.filter { !isSpare($0) }),
                "spare_devices": names(raid.parts.filter(isSpare)),
            ])
    }

    private func bcache(_ bcache: FilesystemGroup) -> Action {
        let backing = bcache.parts.first?.filesystem.place.map(storage.name)
        let cache = storage.cacheSet(bcache.cacheSetID).map { storage.name(of: $0.place) }
        return group(
            bcache, "bcache",
            [
                "backing_device": .string(backing ?? ""), "cache_device": .string(cache ?? ""),
                "cache_mode": .string(bcache.cacheMode ?? ""),
            ])
    }

    private func datastore(_ datastore: FilesystemGroup) -> Action {
        group(datastore, "vmfs6", ["devices": names(datastore.parts)])
    }

    // MARK: File systems

    private typealias Formatted = (name: String, filesystem: Filesystem)

    /// File systems that are no marks of groups.
    private var formatted: [Formatted] {
        storage.devices.flatMap { device -> [Formatted] in
            let own = [(device.fullName, device.filesystem)]
            let parts = Self.partitions(device).map { ($0.name, $0.filesystem) }
            let candidates = Self.isPlain(device.filesystem) ? own : parts
            return candidates.compactMap { name, filesystem in
                Self.isPlain(filesystem) ? filesystem.map { (name, $0) } : nil
            }
        }
    }

    private static func isPlain(_ filesystem: Filesystem?) -> Bool {
        filesystem.map { $0.groupID == nil && $0.cacheSetID == nil } ?? false
    }

    private func format(_ formatted: Formatted) -> Action {
        [
            "id": .string("\(formatted.name)_format"), "type": .string("format"),
            "fstype": .string(formatted.filesystem.fstype), "uuid": .string(formatted.filesystem.uuid),
            "label": formatted.filesystem.label.map(JSONValue.string) ?? .null, "volume": .string(formatted.name),
        ]
    }

    /// Mounts in the order of their paths, so that each finds the directory that it goes to.
    private func mounts(_ formatted: [Formatted]) -> [Action] {
        var mounts: [(point: String, action: Action)] = formatted.compactMap { name, filesystem in
            guard let point = filesystem.mountPoint else { return nil }
            return (
                point,
                mount(filesystem, ["id": .string("\(name)_mount"), "device": .string("\(name)_format")])
            )
        }
        for filesystem in storage.special {
            guard let point = filesystem.mountPoint else { continue }
            let id = String(point.drop { $0 == "/" }).replacing("/", with: "-") + "_mount"
            let kind = JSONValue.string(filesystem.fstype)
            mounts.append((point, mount(filesystem, ["id": .string(id), "fstype": kind, "spec": kind])))
        }
        return mounts.enumerated().sorted { ($0.element.point, $0.offset) < ($1.element.point, $1.offset) }
            .map(\.element.action)
    }

    private func mount(_ filesystem: Filesystem, _ what: Action) -> Action {
        var action = what
        action["type"] = .string("mount")
        if filesystem.fstype != "swap" { action["path"] = filesystem.mountPoint.map(JSONValue.string) }
        if let options = filesystem.mountOptions { action["options"] = .string(options) }
        return action
    }
}
