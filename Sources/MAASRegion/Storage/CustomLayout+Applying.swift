import SQLite

extension CustomLayout {
    /// Puts the layout on a machine's disks, from which everything has been taken (`apply_layout_to_machine`).
    /// - Throws: `Fault` where the machine does not have the disks, `Refusal` where the models refuse it.
    func apply(with editor: StorageEditor) throws {
        let storage = try editor.storage()
        let missing = disks.subtracting(storage.physical.map(\.name))
        if !missing.isEmpty {
            throw Fault(message: "Unknown machine disk(s): \(missing.sorted().joined(separator: ", "))")
        }
        var places = Dictionary(storage.devices.map { ($0.name, StoragePlace.device($0.id)) }) { first, _ in first }
        var groups: [String: Int] = [:]
        var caches: [String: Int] = [:]
        for (name, entry) in entries {
            switch entry {
            case .disk(let table, let boots):
                guard !table.isEmpty, case .device(let id)? = places[name] else { continue }
                if boots { try editor.db.update("nodes", id: editor.nodeID, ["boot_disk_id": id]) }
                try editor.addPartitionTable(to: id, type: table.uppercased())
            case .special: continue
            case .filesystem(let on, let type):
                let mount = mounts[on]
                guard let place = places[on] else {
                    try editor.addSpecial(
                        type, mountPoint: mount?.point ?? "", options: mount?.options ?? "", acquired: false)
                    continue
                }
                try editor.add(
                    StorageEditor.NewFilesystem(
                        fstype: type, mountPoint: mount?.point, mountOptions: mount?.options), on: place)
            case .partition(let on, let size, let isBootable, _):
                guard case .device(let id)? = places[on] else { continue }
                places[name] = .partition(try editor.addPartition(to: id, size: size, bootable: isBootable))
            case .raid(let level, let members, let spares):
                guard let kind = FilesystemGroup.Kind(rawValue: "raid-\(level)") else {
                    throw Fault(
                        message: "Invalid config at layout/\(name)/level: \(level) is not one of [0, 1, 5, 6, 10]")
                }
                let group = try editor.add(
                    StorageEditor.NewGroup(
                        kind: kind, name: name, parts: members.compactMap { places[$0] },
                        spares: spares.compactMap { places[$0] }))
                places[name] = try provided(by: group, editor)
            case .volumeGroup(let members):
                groups[name] = try editor.add(
                    StorageEditor.NewGroup(kind: .volumeGroup, name: name, parts: members.compactMap { places[$0] }))
            case .volume(let on, let size):
                guard let group = try editor.storage().group(groups[on]) else { continue }
                places[name] = .device(try editor.addLogicalVolume(to: group, name: name, size: size, uuid: nil))
            case .bcache(let backing, let cache, let mode):
                guard let backingPlace = places[backing], let cachePlace = places[cache] else { continue }
                let set = try caches[cache] ?? editor.cacheSet(on: cachePlace)
                caches[cache] = set
                let group = try editor.add(
                    StorageEditor.NewGroup(
                        kind: .bcache, name: name, cacheMode: mode, cacheSet: set, parts: [backingPlace]))
                places[name] = try provided(by: group, editor)
            }
        }
    }

    private func provided(by group: Int, _ editor: StorageEditor) throws -> StoragePlace? {
        let id: Int? = try editor.db.scalar("SELECT id FROM block_devices WHERE group_id = ?", group)
        return id.map(StoragePlace.device)
    }
}
