/// The disks of a machine and what is made of them, as the fixture has them.
struct StorageCapture {
    /// Lists of groups by the fixture's keys, read from MAAS's endpoints for them.
    let groups: [String: [JSON]]

    /// The fixture's lists of groups, and MAAS's endpoints below `nodes/{system_id}/`. Datastores, which machines do
    /// not name, show as devices that nothing else provides.
    static let endpoints = [
        ("raids", "raids/"), ("cache_sets", "bcache-cache-sets/"), ("bcaches", "bcaches/"),
        ("volume_groups", "volume-groups/"), ("vmfs_datastores", "vmfs-datastores/"),
    ]

    /// Whether a machine has anything but plain disks, so that its groups have to be asked for.
    static func hasGroups(_ machine: JSON) -> Bool {
        ["virtualblockdevice_set", "raids", "cache_sets", "bcaches", "volume_groups"].contains {
            machine[$0]?.elements?.isEmpty == false
        }
    }

    func set(on kept: inout JSON, of machine: JSON) {
        let disks = machine["physicalblockdevice_set"]?.elements ?? []
        kept.set("block_devices", .array(disks.map(disk)))
        if let special = machine["special_filesystems"]?.elements, !special.isEmpty {
            kept.set("special_filesystems", .array(special.compactMap(filesystem)))
        }
        for (key, _) in Self.endpoints {
            guard let found = groups[key], !found.isEmpty else { continue }
            kept.set(key, .array(found.map { group(key, $0, of: machine) }))
        }
    }

    private func disk(_ disk: JSON) -> JSON {
        var kept = disk.keeping([
            "id", "name", "size", "block_size", "model", "serial", "id_path", "storage_pool", "numa_node",
            "firmware_version",
        ])
        setContents(on: &kept, of: disk)
        return kept
    }

    /// Tags, partitions and file system.
    private func setContents(on kept: inout JSON, of device: JSON) {
        if let tags = device["tags"], tags.elements?.isEmpty == false { kept.set("tags", tags) }
        if let table = device["partition_table_type"], table != .null { kept.set("partition_table_type", table) }
        if let filesystem = device["filesystem"].flatMap(filesystem) { kept.set("filesystem", filesystem) }
        let partitions = device["partitions"]?.elements ?? []
        if !partitions.isEmpty { kept.set("partitions", .array(partitions.map(partition))) }
    }

    private func partition(_ partition: JSON) -> JSON {
        var kept = partition.keeping(["id", "uuid", "size", "bootable", "tags"])
        if let number = partition["path"]?.text?.components("-part").last.flatMap({ Int($0) }) {
            kept.set("number", .int(number))
        }
        if let filesystem = partition["filesystem"].flatMap(filesystem) { kept.set("filesystem", filesystem) }
        return kept
    }

    /// A file system that is mounted or could be; marks of groups come with the groups.
    private func filesystem(_ filesystem: JSON) -> JSON? {
        guard filesystem != .null else { return nil }
        let marks: Set<String> = ["lvm-pv", "raid", "raid-spare", "bcache-cache", "bcache-backing"]
        let kind = filesystem["fstype"]?.text ?? ""
        let isExtent = kind == "vmfs6" && (filesystem["mount_point"] ?? .null) == .null
        return marks.contains(kind) || isExtent
            ? nil : filesystem.keeping(["fstype", "uuid", "label", "mount_point", "mount_options"])
    }

    private func group(_ key: String, _ group: JSON, of machine: JSON) -> JSON {
        if key == "cache_sets" {
            var kept = group.keeping(["id"])
            kept.set("device", group["cache_device"].map(Self.name) ?? .null)
            return kept
        }
        var kept = group.keeping(["id", "name", "uuid", "level", "cache_mode"])
        for list in ["devices", "spare_devices"] {
            if let parts = group[list]?.elements, !parts.isEmpty { kept.set(list, .array(parts.map(Self.name))) }
        }
        if let backing = group["backing_device"] { kept.set("backing_device", Self.name(backing)) }
        if let set = group.at("cache_set.name") { kept.set("cache_set", set) }
        let provided = machine["virtualblockdevice_set"]?.elements ?? []
        if key != "volume_groups", let device = provided.first(where: { $0["name"] == group["name"] }) {
            if let id = device["id"] { kept.set("device_id", id) }
            if let uuid = device["uuid"] { kept.set("device_uuid", uuid) }
            setContents(on: &kept, of: device)
        }
        if key == "volume_groups" {
            kept.set(
                "logical_volumes", .array((group["logical_volumes"]?.elements ?? []).map { volume($0, in: group) }))
        }
        return kept
    }

    private func volume(_ volume: JSON, in group: JSON) -> JSON {
        var kept = volume.keeping(["id", "size", "uuid"])
        let prefix = (group["name"]?.text ?? "") + "-"
        let name = volume["name"]?.text ?? ""
        kept.set("name", .string(name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name))
        setContents(on: &kept, of: volume)
        return kept
    }

    /// The name of a disk or partition; a partition says only its path.
    private static func name(_ part: JSON) -> JSON {
        part["name"] ?? .string(part["path"]?.text?.components("/").last ?? "")
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] { split(separator: separator).map(String.init) }
}
