import Formats
import MAASRegion

/// The disks of a machine and what is made of them, as a fixture says it.
struct FixtureStorage {
    private let storage: NodeStorage

    init(_ storage: NodeStorage) { self.storage = storage }

    var members: [String: JSONValue] {
        FixtureWriter.members([
            "boot_disk": storage.physical.first { $0.id == storage.node.bootDiskID }?.name,
            "block_devices": storage.physical.map(disk), "raids": raids.unlessEmpty,
            "cache_sets": storage.cacheSets.map { set in
                JSONValue.fixture(["id": set.id, "device": storage.name(of: set.place)])
            }.unlessEmpty,
            "bcaches": bcaches.unlessEmpty, "volume_groups": volumeGroups.unlessEmpty,
            "vmfs_datastores": datastores.unlessEmpty,
            // What is said is said: without a word about it the region's layout would be put on the disks.
            "special_filesystems": storage.special.compactMap(filesystem),
        ])
    }

    private func disk(_ disk: BlockDevice) -> JSONValue {
        var members = FixtureWriter.members([
            "id": disk.id, "name": disk.name, "size": disk.size, "block_size": disk.blockSize,
            "model": disk.model.unlessEmpty, "serial": disk.serial.unlessEmpty, "id_path": disk.idPath,
            "storage_pool": disk.storagePool, "numa_node": disk.numaNode, "firmware_version": disk.firmwareVersion,
        ])
        members.merge(contents(of: disk)) { $1 }
        return .object(members)
    }

    // MARK: What is on a disk

    private func contents(of device: BlockDevice) -> [String: JSONValue] {
        FixtureWriter.members([
            "tags": device.tags.unlessEmpty, "partition_table_type": device.partitionTableType,
            "partitions": device.partitions.map(partition).unlessEmpty,
            "filesystem": device.filesystem.flatMap(filesystem),
        ])
    }

    private func partition(_ partition: Partition) -> JSONValue {
        .fixture([
            "id": partition.id, "uuid": partition.uuid, "size": partition.size,
            "bootable": partition.bootable.unless(false), "number": partition.number,
            "tags": partition.tags.unlessEmpty, "filesystem": partition.filesystem.flatMap(filesystem),
        ])
    }

    /// A file system; `nil` for what only marks a part of a group.
    private func filesystem(_ filesystem: Filesystem) -> JSONValue? {
        guard filesystem.groupID == nil, filesystem.cacheSetID == nil else { return nil }
        return .fixture([
            "fstype": filesystem.fstype, "uuid": filesystem.uuid, "label": filesystem.label,
            "mount_point": filesystem.mountPoint, "mount_options": filesystem.mountOptions,
        ])
    }

    // MARK: Groups

    private func groups(_ kinds: [FilesystemGroup.Kind], _ body: (FilesystemGroup) -> [String: JSONValue])
        -> [JSONValue]
    {
        storage.groups.filter { kinds.contains($0.kind) }.map { group in
            var members = FixtureWriter.members(["id": group.id, "name": group.name, "uuid": group.uuid])
            if group.kind != .volumeGroup, let device = storage.provided(by: group).first {
                members["device_id"] = .integer(device.id)
                members["device_uuid"] = device.uuid.map(JSONValue.string)
                members.merge(contents(of: device)) { $1 }
            }
            members.merge(body(group)) { $1 }
            return .object(members)
        }
    }

    /// The names of a group's parts with a mark.
    private func parts(_ group: FilesystemGroup, isSpare: Bool = false) -> [String] {
        group.parts.filter { ($0.filesystem.fstype == FilesystemGroup.spareMark) == isSpare }
            .compactMap { $0.filesystem.place.map(storage.name) }
    }

    private var raids: [JSONValue] {
        groups(FilesystemGroup.Kind.raids) { raid in
            FixtureWriter.members([
                "level": raid.kind.rawValue, "devices": parts(raid),
                "spare_devices": parts(raid, isSpare: true).unlessEmpty,
            ])
        }
    }

    private var bcaches: [JSONValue] {
        groups([.bcache]) { bcache in
            FixtureWriter.members([
                "backing_device": parts(bcache).first, "cache_set": storage.cacheSet(bcache.cacheSetID)?.name,
                "cache_mode": bcache.cacheMode,
            ])
        }
    }

    private var datastores: [JSONValue] {
        groups([.vmfs]) { ["devices": parts($0).written] }
    }

    private var volumeGroups: [JSONValue] {
        groups([.volumeGroup]) { group in
            FixtureWriter.members([
                "devices": parts(group), "logical_volumes": storage.provided(by: group).map(volume).unlessEmpty,
            ])
        }
    }

    private func volume(_ volume: BlockDevice) -> JSONValue {
        .fixture([
            "id": volume.id, "name": volume.name, "size": volume.size, "uuid": volume.uuid,
            "tags": volume.tags.unlessEmpty, "filesystem": volume.filesystem.flatMap(filesystem),
        ])
    }
}
