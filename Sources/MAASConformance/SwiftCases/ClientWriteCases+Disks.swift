import MAASClient

extension ClientWriteCases {
    static let disks: [Case] = [
        make(
            "client.storage.disks", "a disk is added, changed, tagged, formatted, mounted and removed",
            "BlockDevicesHandler, BlockDeviceHandler", needs: [.admin, .architecture, .images], blockDevices),
        make(
            "client.storage.partitions", "a disk is partitioned, and a partition formatted, mounted and removed",
            "PartitionsHandler, PartitionHandler", needs: [.admin, .architecture, .images], partitions),
        make(
            "client.storage.layouts", "a machine's disks are laid out, and a special filesystem mounted",
            "MachineHandler.set_storage_layout, mount_special", needs: [.admin, .architecture, .images], layouts),
    ]

    @Sendable private static func blockDevices(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        _ = try await disk(context, machine, "sda")
        let made = try await disk(context, machine, "sdb", gigabytes: 20)
        let resource = machine.blockDevices.blockDevice(made.id)
        context.expectEqual(made.type, .physical, "type")
        context.expectEqual(made.size, 20_000_000_000, "size")
        context.expectEqual(made.serial, context.prefix + "sdb", "serial")
        let changed = try await resource.update(BlockDeviceUpdate(model: "Other", serial: context.prefix + "x"))
        context.expectEqual(changed.model, "Other", "model")
        context.expectEqual(try await resource.get().serial, context.prefix + "x", "the new serial")
        context.expectEqual(try await resource.addTag("fast").tags.contains("fast"), true, "the tag is there")
        context.expectEqual(try await resource.removeTag("fast").tags.contains("fast"), false, "the tag is left")
        let formatted = try await resource.format(fstype: "ext4", label: "data")
        context.expectEqual(formatted.filesystem?.fstype, "ext4", "fstype")
        let mounted = try await resource.mount(mountPoint: "/srv", mountOptions: "noatime")
        context.expectEqual(mounted.filesystem?.mountPoint, "/srv", "mount_point")
        context.expectEqual(try await resource.unmount().filesystem?.mountPoint, nil, "mount_point after unmount")
        context.expectEqual(try await resource.unformat().filesystem, nil, "filesystem")
        try await resource.setBootDisk()
        context.expectEqual(try await machine.get().bootDisk?.id, made.id, "boot_disk")
        context.expectEqual(try await machine.blockDevices.list().map(\.name).sorted(), ["sda", "sdb"], "the disks")
        try await resource.delete()
        try await context.expectRefusal("a disk that is gone", 404) { try await resource.get() }
    }

    @Sendable private static func partitions(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        let disk = try await disk(context, machine, "sda")
        let list = machine.blockDevices.blockDevice(disk.id).partitions
        let made = try await list.create(size: 5_000_000_000)
        let partition = list.partition(made.id)
        context.expectEqual(made.deviceID, disk.id, "device_id")
        context.expectEqual(try await list.list().map(\.id), [made.id], "the partitions")
        context.expectEqual(try await partition.addTag("fast").tags, ["fast"], "tags")
        context.expectEqual(try await partition.removeTag("fast").tags, [], "tags left")
        context.expectEqual(try await partition.format(fstype: "xfs").filesystem?.fstype, "xfs", "fstype")
        context.expectEqual(
            try await partition.mount(mountPoint: "/data").filesystem?.mountPoint, "/data", "mount_point")
        context.expectEqual(try await partition.get().filesystem?.mountPoint, "/data", "the mount_point that is read")
        context.expectEqual(
            try await partition.unmount().filesystem?.mountPoint, nil, "mount_point after unmount")
        context.expectEqual(try await partition.unformat().filesystem, nil, "filesystem")
        try await partition.delete()
        try await context.expectRefusal("a partition that is gone", 404) { try await partition.get() }
    }

    @Sendable private static func layouts(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        _ = try await disk(context, machine, "sda")
        let flat = try await machine.setStorageLayout(StorageLayout(storageLayout: "flat", rootSize: "10G"))
        let root = flat.bootDisk?.partitions?.first { $0.filesystem?.mountPoint == "/" }
        context.expect(root != nil, "nothing is mounted at /")
        let blank = try await machine.setStorageLayout(StorageLayout(storageLayout: "blank"))
        context.expectEqual(blank.bootDisk?.partitions?.count, 0, "the number of partitions")
        let mounted = try await machine.mountSpecial(fstype: "tmpfs", mountPoint: "/scratch", mountOptions: "size=1M")
        context.expectEqual(mounted.specialFileSystems?.map(\.mountPoint), ["/scratch"], "special_filesystems")
        context.expectEqual(
            try await machine.unmountSpecial("/scratch").specialFileSystems?.count, 0, "special_filesystems left")
    }
}
