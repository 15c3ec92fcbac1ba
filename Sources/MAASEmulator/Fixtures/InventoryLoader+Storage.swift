import Formats
import MAASRegion
import SQLite

/// The disks of a machine and what is on them.
extension InventoryLoader {
    func addStorage(_ machine: FixtureObject, node id: Int) throws {
        let boots = try Self.bootMethod(machine)
        for value in try machine.list("block_devices") {
            try guarded(value) { try addBlockDevice($0, machine, node: id, boots) }
        }
        try chooseBoot("boot_disk", from: "block_devices", machine, node: id)
        for value in try machine.list("special_filesystems") {
            try guarded(value) { try addFilesystem($0, node: id, on: nil) }
        }
        try addGroups(machine, node: id)
    }

    /// How MAAS thinks that the machine boots.
    private static func bootMethod(_ machine: FixtureObject) throws -> String {
        try Node.bootMethod(
            found: machine.optionalText("bios_boot_method"),
            power: machine["vm_host"] == nil ? machine.text("power_type", default: "") : ""
        ) { machine["power_parameters"]?.value["power_boot_type"]?.string }
    }

    private func addBlockDevice(_ value: FixtureValue, _ machine: FixtureObject, node: Int, _ boots: String) throws {
        let object = try value.object(.blockDevice)
        let device = try db.insert(
            into: "block_devices",
            [
                "id": try numbers.id("block_devices", object), "node_id": node, "name": try object.text("name"),
                "size": try object.integer("size", FixtureValue.sizes),
                "block_size": try object.integer("block_size", default: 512, 512...1 << 30),
                "model": try object.text("model", default: ""), "serial": try object.text("serial", default: ""),
                "id_path": try object.optionalText("id_path"),
                "storage_pool": try object.optionalText("storage_pool"),
                "numa_node": try object.integer("numa_node", default: 0, 0...1023),
                "firmware_version": try object.optionalText("firmware_version"),
                "tags": Self.tags(object), "partition_table_type": Self.partitionTable(object),
            ])
        let architecture = try machine.text("architecture", default: "amd64/generic")
        let keepsFirst =
            architecture.hasPrefix("amd64/") && boots != "uefi"
            || (Node.isPPC(architecture) && object.path.hasSuffix("[0]"))
        try addContents(object, of: device, node: node, keepsFirst: keepsFirst)
    }

    private static func tags(_ object: FixtureObject) throws -> String {
        JSONValue.array(try object.texts("tags").map(JSONValue.string)).text
    }

    private static func partitionTable(_ object: FixtureObject) throws -> String? {
        if object["partition_table_type"] != nil {
            return try object.word("partition_table_type", of: ["GPT", "MBR"])
        }
        return try object.list("partitions").isEmpty ? nil : "GPT"
    }

    /// What is on a disk that is made of others.
    private func addContents(_ object: FixtureObject, of device: Int, node: Int) throws {
        try db.update(
            "block_devices", id: device,
            ["tags": Self.tags(object), "partition_table_type": Self.partitionTable(object)])
        try addContents(object, of: device, node: node, keepsFirst: false)
    }

    /// Partitions and file system of a disk, which is there already.
    /// - Parameter keepsFirst: whether the first partition's number is kept for firmware.
    private func addContents(_ object: FixtureObject, of device: Int, node: Int, keepsFirst: Bool) throws {
        let isMBR = try Self.partitionTable(object) == "MBR"
        var last = 0
        // MAAS lists those that were changed last at the end, whatever their ids are.
        var (greatestID, changed) = (0, 0)
        for value in try object.list("partitions") {
            try guarded(value) { value in
                let part = try value.object(.partition)
                let next = Partition.number(after: last, isMBR: isMBR, keepsFirst: keepsFirst)
                let number = try part.optionalInteger("number", 1...Int(Int32.max)) ?? next
                last = max(last, number)
                let wanted = try numbers.id("partitions", part)
                if wanted < greatestID { changed += 1 }
                greatestID = max(greatestID, wanted)
                let id = try db.insert(
                    into: "partitions",
                    [
                        "id": wanted, "block_device_id": device, "number": number, "changed": changed,
                        "uuid": try part.optionalText("uuid") ?? state.random.uuid(),
                        "size": try part.integer("size", FixtureValue.sizes),
                        "bootable": try part.flag("bootable", default: false),
                        "tags": Self.tags(part),
                    ])
                if let filesystem = part["filesystem"] {
                    try addFilesystem(filesystem, node: node, on: .partition(id))
                }
            }
        }
        if let filesystem = object["filesystem"] { try addFilesystem(filesystem, node: node, on: .device(device)) }
    }

    private func addFilesystem(_ value: FixtureValue, node: Int, on place: StoragePlace?) throws {
        let object = try value.object(.filesystem)
        let columns: (device: Int?, partition: Int?) = place.map(StorageEditor.columns) ?? (nil, nil)
        let kind = try object.text("fstype")
        let isDatastore = kind == FilesystemGroup.Kind.vmfs.mark && object["mount_point"] != nil
        guard Filesystem.formats.contains(kind) || isDatastore else {
            throw FixtureError(
                path: object.place("fstype"),
                reason: "must be one of \(Filesystem.formats.joined(separator: ", ")), not \(kind)")
        }
        try db.insert(
            into: "filesystems",
            [
                "node_id": node, "block_device_id": columns.device, "partition_id": columns.partition,
                "uuid": try object.optionalText("uuid") ?? state.random.uuid(), "fstype": kind,
                "label": try object.optionalText("label"),
                "mount_point": try object.optionalText("mount_point"),
                "mount_options": try object.optionalText("mount_options"),
            ])
    }

    // MARK: Groups

    private static let groupLists: [String] = ["raids", "cache_sets", "bcaches", "volume_groups", "vmfs_datastores"]

    /// Adds groups in whatever order their parts allow: a volume group may be on RAIDs, or a RAID on bcaches.
    private func addGroups(_ machine: FixtureObject, node: Int) throws {
        var waiting = try Self.groupLists.flatMap { list in try machine.list(list).map { (list, $0) } }
        let editor = StorageEditor(state, node: node)
        while !waiting.isEmpty {
            let places = try Self.places(try editor.storage())
            let index = try waiting.firstIndex { list, value in
                try Self.partNames(list, value).allSatisfy { places[$0] != nil }
            }
            guard let index else {
                let (list, value) = waiting[0]
                let missing = try Self.partNames(list, value).first { places[$0] == nil } ?? ""
                throw value.error("the machine has no disk, partition or cache set \(missing)")
            }
            let (list, value) = waiting.remove(at: index)
            try guarded(value) { try addGroup(list, $0, places, editor, node: node) }
        }
    }

    /// What groups can be made of, by name.
    private static func places(_ storage: NodeStorage) throws -> [String: StoragePlace] {
        var places: [String: StoragePlace] = [:]
        for device in storage.devices {
            places[device.fullName] = .device(device.id)
            for partition in device.partitions { places[partition.name] = .partition(partition.id) }
        }
        for set in storage.cacheSets { places[set.name] = set.place }
        return places
    }

    private static func partNames(_ list: String, _ value: FixtureValue) throws -> [String] {
        let object = try value.object(kind(list))
        return switch list {
        case "cache_sets": [try object.text("device")]
        case "bcaches": [try object.text("backing_device"), try object.text("cache_set")]
        default: try object.texts("devices") + object.texts("spare_devices")
        }
    }

    private static func kind(_ list: String) -> FixtureKind {
        switch list {
        case "cache_sets": .cacheSet
        case "bcaches": .bcache
        case "raids": .raid
        case "volume_groups": .volumeGroup
        default: .vmfsDatastore
        }
    }

    private func addGroup(
        _ list: String, _ value: FixtureValue, _ places: [String: StoragePlace], _ editor: StorageEditor, node: Int
    ) throws {
        let object = try value.object(Self.kind(list))
        if list == "cache_sets" {
            let place = try places[object.text("device")]
            let id = try db.insert(
                into: "cache_sets", ["id": try numbers.id("cache_sets", object), "node_id": node])
            if let place { try editor.add(StorageEditor.NewFilesystem(fstype: CacheSet.mark, cacheSet: id), on: place) }
            return
        }
        var new = StorageEditor.NewGroup(
            kind: .volumeGroup, name: try object.text("name"), uuid: try object.optionalText("uuid"), parts: [])
        new.id = try numbers.id("filesystem_groups", object)
        if list != "volume_groups" {
            new.deviceID = try object.optionalInteger("device_id", FixtureValue.ids) ?? numbers.next("block_devices")
        }
        let parts = list == "bcaches" ? [try object.text("backing_device")] : try object.texts("devices")
        new.parts = parts.compactMap { places[$0] }
        switch list {
        case "raids":
            new.kind = try object.choice("level", of: FilesystemGroup.Kind.raids, by: \.rawValue)
            new.spares = try object.texts("spare_devices").compactMap { places[$0] }
        case "bcaches":
            new.kind = .bcache
            let set = try places[object.text("cache_set")]
            new.cacheSet = try editor.storage().cacheSets.first { $0.place == set }?.id
            new.cacheMode = try object.word("cache_mode", of: FilesystemGroup.cacheModes, default: "writethrough")
        case "vmfs_datastores": new.kind = .vmfs
        default: break
        }
        let group = try editor.add(new)
        for value in try object.list("logical_volumes") {
            try guarded(value) { try addLogicalVolume($0, to: group, editor, node: node) }
        }
        if let device = new.deviceID, let uuid = try object.optionalText("device_uuid") {
            try db.update("block_devices", id: device, ["uuid": uuid])
        }
        if let device = new.deviceID { try addContents(object, of: device, node: node) }
    }

    private func addLogicalVolume(
        _ value: FixtureValue, to id: Int, _ editor: StorageEditor, node: Int
    ) throws {
        let object = try value.object(.logicalVolume)
        guard let group = try editor.storage().group(id) else { return }
        let device = try editor.addLogicalVolume(
            to: group, name: try object.text("name"), size: try object.integer("size", FixtureValue.sizes),
            uuid: try object.optionalText("uuid"), id: try numbers.id("block_devices", object))
        try addContents(object, of: device, node: node)
    }
}
