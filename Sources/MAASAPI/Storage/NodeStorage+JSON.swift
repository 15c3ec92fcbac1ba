import Formats
import MAASRegion

/// Groups and cache sets as MAAS shows them (`api/volume_groups.py`, `raid.py`, `bcache.py`, `bcache_cacheset.py` and
/// `vmfs_datastores.py`).
extension NodeStorage {
    private var root: String { "\(Dispatch.root)nodes/\(node.systemID)/" }

    /// The groups of a machine as the machine itself names them: by id only.
    func writeGroups(into json: inout JSONWriter) {
        let inOrder = placesInOrder.flatMap { place in filesystems.filter { $0.place == place } }
        let sets = Self.unique(inOrder.compactMap(\.cacheSetID))
        let groups = Self.unique(inOrder.compactMap(\.groupID)).compactMap(group)
        let lists: [(key: StaticString, ids: [Int])] = [
            ("cache_sets", sets), ("bcaches", groups.filter { $0.kind == .bcache }.map(\.id)),
            ("volume_groups", groups.filter { $0.kind == .volumeGroup }.map(\.id)),
            ("raids", groups.filter(\.kind.isRAID).map(\.id)),
        ]
        for list in lists {
            json.array(list.key, of: list.ids) { json, id in
                json.object { json in
                    json.field("system_id", node.systemID)
                    json.field("id", id)
                    json.field("__incomplete__", true)
                }
            }
        }
    }

    /// Disks in the order of creation, each before its partitions.
    private var placesInOrder: [StoragePlace] {
        devices.flatMap { [StoragePlace.device($0.id)] + $0.partitions.map { .partition($0.id) } }
    }

    private static func unique(_ ids: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return ids.filter { seen.insert($0).inserted }
    }

    /// A disk or partition with all its fields.
    package func write(_ place: StoragePlace?, into json: inout JSONWriter) {
        switch place {
        case .device(let id): if let device = device(id) { device.write(into: &json) } else { json.null() }
        case .partition(let id):
            if let found = partition(id) { found.partition.write(of: node, into: &json) } else { json.null() }
        case nil: json.null()
        }
    }

    private func writeParts(_ key: StaticString, _ parts: [FilesystemGroup.Part], into json: inout JSONWriter) {
        json.array(key, of: parts) { json, part in write(part.filesystem.place, into: &json) }
    }

    private func writeProvided(by group: FilesystemGroup, into json: inout JSONWriter) {
        json.key("virtual_device")
        if let device = provided(by: group).first { device.write(into: &json) } else { json.null() }
    }

    private func writeSize(of group: FilesystemGroup, into json: inout JSONWriter) {
        // MAAS halves the size of a RAID 10, which makes it a number with a fraction.
        if group.kind == .raid10 { json.field("size", group.halvedSize) } else { json.field("size", group.size) }
        json.field("human_size", ByteCount.text(Double(group.size)))
    }

    /// A group as its kind is shown.
    package func write(_ group: FilesystemGroup, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", group.id)
            json.field("system_id", node.systemID)
            json.field("uuid", group.uuid)
            json.field("name", group.name)
            writeSize(of: group, into: &json)
            switch group.kind {
            case .volumeGroup: writeVolumeGroup(group, into: &json)
            case .bcache: writeBcache(group, into: &json)
            case .vmfs: writeDatastore(group, into: &json)
            default: writeRAID(group, into: &json)
            }
        }
    }

    private func writeVolumeGroup(_ group: FilesystemGroup, into json: inout JSONWriter) {
        let used = allocated(in: group)
        json.field("available_size", free(in: group))
        json.field("human_available_size", ByteCount.text(Double(free(in: group))))
        json.field("used_size", used)
        json.field("human_used_size", ByteCount.text(Double(used)))
        writeParts("devices", group.parts, into: &json)
        json.array("logical_volumes", of: provided(by: group)) { $1.write(into: &$0) }
        json.field("resource_uri", "\(root)volume-group/\(group.id)/")
    }

    private func writeRAID(_ group: FilesystemGroup, into json: inout JSONWriter) {
        let spares = group.parts.filter { $0.filesystem.fstype == FilesystemGroup.spareMark }
        json.field("level", group.kind.rawValue)
        writeParts("devices", group.parts.filter { $0.filesystem.fstype == group.kind.mark }, into: &json)
        writeParts("spare_devices", spares, into: &json)
        writeProvided(by: group, into: &json)
        json.field("resource_uri", "\(root)raid/\(group.id)/")
    }

    private func writeBcache(_ group: FilesystemGroup, into json: inout JSONWriter) {
        json.key("backing_device")
        write(group.parts.first?.filesystem.place, into: &json)
        writeCache(of: group, into: &json)
        writeProvided(by: group, into: &json)
        json.field("resource_uri", "\(root)bcache/\(group.id)/")
    }

    private func writeCache(of group: FilesystemGroup, into json: inout JSONWriter) {
        json.field("cache_mode", group.cacheMode)
        json.key("cache_set")
        if let set = cacheSet(group.cacheSetID) { write(set, into: &json) } else { json.null() }
    }

    /// A bcache as MAAS answers its creation: with less than it has, and no link to it.
    func writeNew(_ bcache: FilesystemGroup, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", bcache.id)
            json.field("uuid", bcache.uuid)
            json.field("name", bcache.name)
            writeCache(of: bcache, into: &json)
            writeProvided(by: bcache, into: &json)
        }
    }

    private func writeDatastore(_ group: FilesystemGroup, into json: inout JSONWriter) {
        writeParts("devices", group.parts, into: &json)
        json.key("filesystem")
        if let filesystem = provided(by: group).first?.filesystem {
            json.object { json in
                json.field("fstype", filesystem.fstype)
                json.field("mount_point", filesystem.mountPoint)
            }
        } else {
            json.null()
        }
        json.field("resource_uri", "\(root)vmfs-datastore/\(group.id)/")
    }

    package func write(_ set: CacheSet, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", set.id)
            json.field("system_id", node.systemID)
            json.field("name", set.name)
            json.key("cache_device")
            write(set.place, into: &json)
            json.field("resource_uri", "\(root)bcache-cache-set/\(set.id)/")
        }
    }

    /// A logical volume as MAAS answers its creation: only what a volume group has too.
    func writeNew(volume: BlockDevice, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", volume.id)
            json.field("system_id", node.systemID)
            json.field("uuid", volume.uuid)
            json.field("name", volume.fullName)
            json.field("size", volume.size)
            json.field("available_size", volume.availableSize)
            json.field("used_size", volume.usedSize)
            json.field("resource_uri", volume.resourceURI)
        }
    }
}
