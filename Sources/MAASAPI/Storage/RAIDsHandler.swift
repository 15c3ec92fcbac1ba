import MAASRegion

/// `nodes/{system_id}/raids/`: RAIDs in software (`api/raid.py`).
enum RAIDsHandler {
    package static let resources = [
        Resource(
            "nodes/{system_id}/raids/", handler: "RaidsHandler", tier: .c, "Manage RAIDs on a machine.",
            [
                .read("List RAIDs", list),
                .create(
                    "Make a RAID",
                    parameters: [
                        "name": "name", "uuid": "its UUID", "level": "raid-0, raid-1, raid-5, raid-6 or raid-10",
                        "block_devices": "ids or names of disks", "partitions": "ids or names of partitions",
                        "spare_devices": "ids or names of disks", "spare_partitions": "ids or names of partitions",
                    ], create),
            ]),
        Resource(
            "nodes/{system_id}/raid/{id}/", handler: "RaidHandler", tier: .c, "Manage a RAID on a machine.",
            [
                .read("Read a RAID", read),
                .update(
                    "Change a RAID",
                    parameters: [
                        "name": "name", "uuid": "its UUID", "add_block_devices": "ids or names of disks",
                        "remove_block_devices": "ids or names of disks", "add_spare_devices": "ids or names of disks",
                        "remove_spare_devices": "ids or names of disks",
                        "add_partitions": "ids or names of partitions",
                        "remove_partitions": "ids or names of partitions",
                        "add_spare_partitions": "ids or names of partitions",
                        "remove_spare_partitions": "ids or names of partitions",
                    ], update),
                .delete("Delete a RAID", delete),
            ]),
    ]

    private static let kinds = FilesystemGroup.Kind.raids

    private static func ready(_ context: Context, _ verb: String) throws -> (NodeStorage, FilesystemGroup) {
        try StorageOfPath.readyGroup(
            context, kinds, "RAID", "Cannot \(verb) RAID because the machine is not Ready.")
    }

    private static func list(_ context: Context) throws -> Reply {
        try StorageOfPath.list(context, kinds)
    }

    private static func read(_ context: Context) throws -> Reply {
        let found = try StorageOfPath.group(context, kinds, "RAID", .view)
        return StorageOfPath.reply(found.storage, found.group)
    }

    private static func create(_ context: Context) throws -> Reply {
        let storage = try StorageOfPath.ready(context, "Cannot create RAID because the machine is not Ready.")
        var form = Form(context.form)
        let name = form.text("name")
        let uuid = form.uuid4("uuid")
        let level = form.choice("level", of: kinds.map(\.rawValue), required: true).value
            .flatMap(FilesystemGroup.Kind.init)
        let devices = form.parts("block_devices", of: storage.freeDevices)
        let partitions = form.parts("partitions", of: storage.freePartitions)
        let spareDevices = form.parts("spare_devices", of: storage.freeDevices) ?? []
        let sparePartitions = form.parts("spare_partitions", of: storage.freePartitions) ?? []
        if devices?.isEmpty ?? false, partitions?.isEmpty ?? false {
            form.addToAll("At least one block device or partition must be added to the array.")
        }
        try form.check()
        guard let level, let bootDisk = storage.bootDisk else {
            throw Refusal.unexpected("'NoneType' object has no attribute 'id'")
        }
        let editor = StorageEditor(context.state, node: storage.node.id)
        let active = devices ?? []
        // A RAID that the machine boots from is one of partitions throughout.
        let boots = (active + spareDevices).contains(bootDisk.id)
        let place: (Int) throws -> StoragePlace = {
            boots ? .partition(try editor.addWholePartition(to: $0)) : .device($0)
        }
        let id = try editor.add(
            StorageEditor.NewGroup(
                kind: level, name: name.or(""), uuid: uuid.value,
                parts: try order(try active.map(place), partitions ?? [], boots),
                spares: try order(try spareDevices.map(place), sparePartitions, boots)))
        return try StorageOfPath.reply(group: id, editor)
    }

    private static func order(_ devices: [StoragePlace], _ partitions: [Int], _ boots: Bool) throws -> [StoragePlace] {
        let others = partitions.map(StoragePlace.partition)
        return boots ? others + devices : devices + others
    }

    private static func update(_ context: Context) throws -> Reply {
        let (storage, raid) = try ready(context, "update")
        var form = Form(context.form)
        let name = form.text("name")
        let uuid = form.uuid4("uuid")
        let change = RAIDChange(&form, storage, raid)
        try form.check()
        let editor = StorageEditor(context.state, node: storage.node.id)
        try change.apply(editor)
        try editor.rename(raid, name.value, uuid.value)
        try editor.save(group: raid.id)
        return try StorageOfPath.reply(group: raid.id, editor)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let (storage, raid) = try ready(context, "delete")
        try StorageEditor(context.state, node: storage.node.id).delete(raid)
        return .deleted
    }
}

/// Parts that join and leave a RAID (MAAS's `UpdateRaidForm`).
private struct RAIDChange {
    private let raid: FilesystemGroup
    private var removed: [StoragePlace] = []
    private var added: [(place: StoragePlace, mark: String)] = []

    init(_ form: inout Form, _ storage: NodeStorage, _ raid: FilesystemGroup) {
        self.raid = raid
        for (name, mark) in [
            ("block_devices", FilesystemGroup.Kind.raid0.mark), ("spare_devices", FilesystemGroup.spareMark),
        ] {
            let new = form.parts("add_\(name)", of: storage.freeDevices) ?? []
            added += new.map { (.device($0), mark) }
            removed += (form.parts("remove_\(name)", of: storage.devices(in: raid)) ?? []).map(StoragePlace.device)
        }
        for (name, mark) in [
            ("partitions", FilesystemGroup.Kind.raid0.mark), ("spare_partitions", FilesystemGroup.spareMark),
        ] {
            let new = form.parts("add_\(name)", of: storage.freePartitions) ?? []
            added += new.map { (.partition($0), mark) }
            removed += (form.parts("remove_\(name)", of: storage.partitions(in: raid)) ?? [])
                .map(StoragePlace.partition)
        }
    }

    /// Every departure must leave a RAID that works; what joins later does not count.
    func apply(_ editor: StorageEditor) throws {
        for place in removed where try contains(place, editor) {
            try editor.remove(place, from: raid.id)
            try editor.save(group: raid.id)
        }
        for new in added {
            var place = new.place
            if case .device(let id) = place { place = try editor.groupPlace(for: id) }
            if try editor.storage().filesystem(on: place) != nil {
                let noun = if case .device = place { "device" } else { "partition" }
                throw Refusal.invalid("There is another filesystem on this \(noun).")
            }
            try editor.add(StorageEditor.NewFilesystem(fstype: new.mark, group: raid.id), on: place)
        }
    }

    /// Whether it is still a part; one that is named twice has left already.
    private func contains(_ place: StoragePlace, _ editor: StorageEditor) throws -> Bool {
        try editor.storage().filesystem(on: place)?.groupID == raid.id
    }
}
