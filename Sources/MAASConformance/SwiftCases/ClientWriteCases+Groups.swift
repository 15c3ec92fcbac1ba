import MAASClient

extension ClientWriteCases {
    static let groups: [Case] = [
        make(
            "client.storage.volume-groups", "a volume group has a logical volume, is renamed and removed",
            "VolumeGroupsHandler, VolumeGroupHandler", needs: [.admin, .architecture, .images], volumeGroups),
        make(
            "client.storage.raids", "disks are joined into a RAID, which is renamed and removed",
            "RaidsHandler, RaidHandler", needs: [.admin, .architecture, .images], raids),
        make(
            "client.storage.bcaches", "a cache set serves a bcache; both are changed and removed",
            "BcacheCacheSetsHandler, BcachesHandler", needs: [.admin, .architecture, .images], bcaches),
        make(
            "client.storage.datastores", "a VMFS datastore is made where the layout has one, renamed and removed",
            "VmfsDatastoresHandler, VmfsDatastoreHandler", needs: [.admin, .architecture, .images], datastores),
    ]

    @Sendable private static func volumeGroups(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        let disk = try await disk(context, machine, "sda")
        let made = try await machine.volumeGroups.create(name: "vg0", blockDevices: ["\(disk.id)"])
        let group = machine.volumeGroups.volumeGroup(made.id)
        context.expectEqual(made.name, "vg0", "name")
        context.expectEqual(made.devices?.count, 1, "the number of its devices")
        let volume = try await group.createLogicalVolume(name: "lv0", size: 5_000_000_000)
        context.expectEqual(volume.name, "vg0-lv0", "the volume's name")
        let device = try await machine.blockDevices.blockDevice(volume.id).get()
        context.expectEqual(device.type, .virtual, "the volume's type")
        let read = try await group.get()
        context.expectEqual(read.logicalVolumes?.map(\.id), [volume.id], "logical_volumes")
        try await group.deleteLogicalVolume(volume.id)
        context.expectEqual(try await group.update(VolumeGroupUpdate(name: "vg1")).name, "vg1", "the new name")
        let listed = try await machine.volumeGroups.list()
        context.expectEqual(listed.map(\.usedSize), [0], "used_size")
        try await group.delete()
        try await context.expectRefusal("a volume group that is gone", 404) { try await group.get() }
    }

    @Sendable private static func raids(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        var disks: [String] = []
        for name in ["sda", "sdb", "sdc"] { disks.append("\(try await disk(context, machine, name).id)") }
        let made = try await machine.raids.create(
            RAIDCreation(
                level: .raid1, name: "md0", blockDevices: Array(disks.prefix(2)), spareDevices: [disks[2]]))
        let raid = machine.raids.raid(made.id)
        context.expectEqual(made.level, .raid1, "level")
        context.expectEqual(made.devices?.count, 2, "the number of its devices")
        context.expectEqual(made.spareDevices?.count, 1, "the number of its spares")
        context.expectEqual(try await raid.update(RAIDUpdate(name: "md1")).name, "md1", "name")
        context.expectEqual(try await raid.get().virtualDevice?.name, "md1", "the device's name")
        context.expectEqual(try await machine.raids.list().map(\.id), [made.id], "the RAIDs")
        try await raid.delete()
        try await context.expectRefusal("a RAID that is gone", 404) { try await raid.get() }
    }

    @Sendable private static func bcaches(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        let backing = try await disk(context, machine, "sda")
        let first = try await disk(context, machine, "sdb", gigabytes: 20)
        let second = try await disk(context, machine, "sdc", gigabytes: 20)
        let madeSet = try await machine.cacheSets.create(cacheDevice: "\(first.id)")
        let set = machine.cacheSets.cacheSet(madeSet.id)
        context.expectEqual(madeSet.cacheDevice?["id"]?.int, first.id, "cache_device")
        context.expectEqual(
            try await set.update(cacheDevice: "\(second.id)").cacheDevice?["id"]?.int, second.id,
            "the new cache_device")
        let made = try await machine.bcaches.create(
            BcacheCreation(
                name: "bcache0", cacheSet: "\(madeSet.id)", backingDevice: "\(backing.id)", cacheMode: .writeback))
        let bcache = machine.bcaches.bcache(made.id)
        context.expectEqual(made.cacheMode, .writeback, "cache_mode")
        context.expectEqual(
            try await bcache.update(BcacheUpdate(cacheMode: .writethrough)).cacheMode, .writethrough,
            "the new cache_mode")
        context.expectEqual(try await bcache.get().cacheSet?.id, madeSet.id, "cache_set")
        context.expectEqual(try await machine.bcaches.list().map(\.id), [made.id], "the bcaches")
        context.expectEqual(try await machine.cacheSets.list().map(\.id), [madeSet.id], "the cache sets")
        try await bcache.delete()
        context.expectEqual(try await set.get().id, madeSet.id, "the cache set that is left")
        try await set.delete()
        try await context.expectRefusal("a cache set that is gone", 404) { try await set.get() }
        try await context.expectRefusal("a bcache that is gone", 404) { try await bcache.get() }
    }

    @Sendable private static func datastores(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await readyMachine(context, client)
        _ = try await disk(context, machine, "sda")
        let second = try await disk(context, machine, "sdb")
        try await machine.setStorageLayout(StorageLayout(storageLayout: "vmfs6"))
        let made = try await machine.vmfsDatastores.create(name: "store", blockDevices: ["\(second.id)"])
        let store = machine.vmfsDatastores.vmfsDatastore(made.id)
        context.expectEqual(made.devices?.count, 1, "the number of its devices")
        context.expectEqual(try await store.update(VMFSDatastoreUpdate(name: "other")).name, "other", "name")
        context.expectEqual(try await store.get().name, "other", "the name that is read")
        let listed = try await machine.vmfsDatastores.list()
        context.expect(listed.contains { $0.id == made.id }, "it is not listed")
        try await store.delete()
        try await context.expectRefusal("a datastore that is gone", 404) { try await store.get() }
    }
}
