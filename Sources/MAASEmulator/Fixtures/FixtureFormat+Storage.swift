import MAASRegion

/// Disks, and what is made of them.
extension FixtureKind {
    /// What is on a disk, whatever provides it.
    private static let contents: [FixtureKey] = [
        .key("tags", .texts), .key("partition_table_type", .words(["GPT", "MBR"])),
        .key("partitions", .list(.object(.partition))), .key("filesystem", .object(.filesystem)),
    ]

    static let blockDevice = FixtureKind(
        "block_device", "A disk",
        [
            .key("id", .id), .needed("name", .text), .needed("size", .size),
            .key("block_size", .integer(512...1 << 30)),
            .key("model", .text), .key("serial", .text), .key("id_path", .text), .key("storage_pool", .text),
            .key("numa_node", .integer(0...1023)), .key("firmware_version", .text),
        ] + contents)

    static let partition = FixtureKind(
        "partition", "A partition",
        [
            .key("id", .id), .key("uuid", .text), .needed("size", .size), .key("bootable", .flag),
            .key("filesystem", .object(.filesystem)), .key("tags", .texts),
            .key("number", .integer(1...Int(Int32.max))),
        ])

    static let filesystem = FixtureKind(
        "filesystem", "A file system",
        [
            .needed("fstype", .text), .key("uuid", .text), .key("label", .text), .key("mount_point", .text),
            .key("mount_options", .text),
        ])

    /// What groups that provide a disk have in common.
    private static let group: [FixtureKey] = [
        .key("id", .id), .needed("name", .text), .key("uuid", .text), .key("device_id", .id),
        .key("device_uuid", .text),
    ]

    static let raid = FixtureKind(
        "raid", "A RAID",
        group + [
            .needed("level", .words(FilesystemGroup.Kind.raids.map(\.rawValue))), .needed("devices", .texts),
            .key("spare_devices", .texts),
        ] + contents)

    static let cacheSet = FixtureKind(
        "cache_set", "A cache of bcaches", [.key("id", .id), .needed("device", .text)])

    static let bcache = FixtureKind(
        "bcache", "A bcache",
        group + [
            .needed("backing_device", .text), .needed("cache_set", .text),
            .key("cache_mode", .words(FilesystemGroup.cacheModes)),
        ] + contents)

    static let volumeGroup = FixtureKind(
        "volume_group", "A volume group",
        [
            .key("id", .id), .needed("name", .text), .key("uuid", .text), .needed("devices", .texts),
            .key("logical_volumes", .list(.object(.logicalVolume))),
        ])

    static let logicalVolume = FixtureKind(
        "logical_volume", "A logical volume",
        [
            .key("id", .id), .needed("name", .text), .needed("size", .size), .key("uuid", .text), .key("tags", .texts),
            .key("filesystem", .object(.filesystem)),
        ])

    static let vmfsDatastore = FixtureKind(
        "vmfs_datastore", "A datastore of VMware ESXi",
        group + [.needed("devices", .texts), .key("filesystem", .object(.filesystem)), .key("tags", .texts)])
}
