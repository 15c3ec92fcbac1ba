import SQLite

/// Puts one of MAAS's storage layouts on a machine's disks (`maasserver/storage_layouts.py`).
package struct StorageLayout {
    package enum Kind: String, CaseIterable {
        // The order in which MAAS 3.7.3 lists them.
        case lvm, bcache, flat, vmfs6, blank, custom, vmfs7
    }

    /// Why a layout does not fit a machine; what was sent for it is refused with `Refusal` instead.
    package enum Failure: Error {
        case missingBootDisk
        case unusable(String)
    }

    package let state: RegionState
    package let node: Int
    private var db: Connection { state.db }
    private var editor: StorageEditor { StorageEditor(state, node: node) }

    package init(_ state: RegionState, node: Int) {
        self.state = state
        self.node = node
    }

    /// The layout that the region is configured to give to machines that were commissioned; a machine that it does
    /// not fit keeps nothing (MAAS's `set_default_storage_layout`).
    /// - Throws: `Refusal` when the layout refuses the machine's disks.
    package func applyDefault() throws {
        let name = try Configuration.text("default_storage_layout", state)
        do {
            guard let kind = Kind(rawValue: name) else {
                throw StoredValueError(column: "default_storage_layout", value: name)
            }
            try apply(kind, fallsBack: true) { kind, _, bootDisk in
                if let problem = StorageLayoutOptions.problem(kind, on: bootDisk) {
                    throw Refusal.field("boot_size", problem)
                }
                return StorageLayoutOptions(bootDisk)
            }
        } catch is Failure {}
    }

    /// Takes everything off the disks and puts the layout on them.
    /// - Parameters:
    ///   - fallsBack: whether a layout that misses a disk becomes the flat one.
    ///   - options: what is asked of the layout, once the disks are known.
    package func apply(
        _ kind: Kind, fallsBack: Bool = false,
        options: (Kind, NodeStorage, BlockDevice) throws -> StorageLayoutOptions
    ) throws {
        let storage = try editor.storage()
        guard !storage.physical.isEmpty, let bootDisk = storage.bootDisk else { throw Failure.missingBootDisk }
        let options = try options(kind, storage, bootDisk)
        try editor.clear()
        switch kind {
        case .blank: break
        case .custom:
            // It would come from commissioning; MAAS does not expect a machine that was never commissioned.
            guard storage.node.commissioningResultID != nil else {
                throw Refusal.unexpected("'NoneType' object has no attribute 'find_script_result'")
            }
            try applyCustom(storage.node)
        case .flat: try applyFlat(options)
        case .lvm: try applyLVM(options)
        case .bcache: try applyBcache(options, fallsBack: fallsBack)
        case .vmfs6, .vmfs7: try applyVMFS(kind, options)
        }
    }

    /// What a script of the machine's commissioning has described (`CustomStorageLayout`).
    private func applyCustom(_ node: Node) throws {
        guard let description = try ScriptSet.storageLayout(db, of: node) else {
            throw Failure.unusable("No custom storage layout configuration found")
        }
        do {
            try CustomLayout(description).apply(with: editor)
        } catch let fault as CustomLayout.Fault {
            throw Failure.unusable("Failed to apply storage layout: \(fault.message)")
        }
    }

    private static func root() -> StorageEditor.NewFilesystem {
        .init(fstype: "ext4", label: "root", mountPoint: "/")
    }

    private func applyFlat(_ options: StorageLayoutOptions) throws {
        try editor.add(Self.root(), on: .partition(try addPartitions(options)))
    }

    private func applyLVM(_ options: StorageLayoutOptions) throws {
        let root = try addPartitions(options)
        let group = try editor.add(
            StorageEditor.NewGroup(kind: .volumeGroup, name: options.groupName, parts: [.partition(root)]))
        guard let volumeGroup = try editor.storage().group(group) else { return }
        let volume = try editor.addLogicalVolume(
            to: volumeGroup, name: options.volumeName, size: options.volumeSize ?? Int(clamping: volumeGroup.size),
            uuid: nil)
        try editor.add(Self.root(), on: .device(volume))
    }

    /// bytes of `/boot` before a bcache, unless it is told
    private static let bcacheBootSize = 1 << 30

    private func applyBcache(_ options: StorageLayoutOptions, fallsBack: Bool) throws {
        guard let cacheDevice = options.cacheDevice else {
            if fallsBack { return try applyFlat(options) }
            throw Failure.unusable("Node doesn't have an available cache device to setup bcache.")
        }
        let boot = options.bootSize == 0 ? Self.bcacheBootSize : options.bootSize
        let backing = try addPartitions(options, bootSize: boot)
        var cache = StoragePlace.device(cacheDevice)
        if !options.cachesWholeDevice {
            try editor.addPartitionTable(to: cacheDevice)
            cache = .partition(try editor.addPartition(to: cacheDevice, size: options.cacheSize))
        }
        let set = try editor.cacheSet(on: cache)
        let group = try editor.add(
            StorageEditor.NewGroup(
                kind: .bcache, name: try bcacheName(), cacheMode: options.cacheMode, cacheSet: set,
                parts: [.partition(backing)]))
        let device: Int? = try db.scalar("SELECT id FROM block_devices WHERE group_id = ?", group)
        if let device { try editor.add(Self.root(), on: .device(device)) }
    }

    /// The next name after the bcaches of the node. Before 3.8 MAAS looks for them on the wrong one: the node of the
    /// oldest file system that is part of no group.
    private func bcacheName() throws -> String {
        let other: Int? =
            state.version.has(.bcachesOfTheirNode)
            ? node : try db.scalar("SELECT node_id FROM filesystems WHERE group_id IS NULL ORDER BY id LIMIT 1")
        let names: [String] = try db.query(
            "SELECT name FROM filesystem_groups WHERE node_id = ? AND name LIKE 'bcache%'", other
        ) { try $0[0] }
        let last = names.compactMap { Int($0.dropFirst("bcache".count)) }.max() ?? -1
        return "bcache\(last + 1)"
    }

    /// The partitions that most layouts begin with: what the firmware boots from, `/boot` where it is wanted, and the
    /// one for the root.
    /// - Returns: The id of the last.
    private func addPartitions(_ options: StorageLayoutOptions, bootSize: Int? = nil) throws -> Int {
        let disk = options.bootDisk
        try editor.addPartitionTable(to: disk.id)
        let isUEFI = try disk.node.bootMethod(db) == "uefi"
        if isUEFI, !disk.node.isPPC {
            try addBoot(
                to: disk.id, StorageLayoutOptions.efiSize, fstype: "fat32", label: "efi", mountPoint: "/boot/efi")
        } else if !isUEFI, disk.node.architecture.hasPrefix("arm64/"), bootSize == nil {
            try addBoot(
                to: disk.id, StorageLayoutOptions.leastBootSize, fstype: "ext4", label: "boot", mountPoint: "/boot")
        }
        let size = bootSize ?? options.bootSize
        if size > 0 { try addBoot(to: disk.id, size, fstype: "ext4", label: "boot", mountPoint: "/boot") }
        if options.rootDevice != disk.id { try editor.addPartitionTable(to: options.rootDevice) }
        return try editor.addPartition(to: options.rootDevice, size: options.rootSize)
    }

    private func addBoot(to disk: Int, _ size: Int, fstype: String, label: String, mountPoint: String) throws {
        let partition = try editor.addPartition(to: disk, size: size, bootable: true)
        try editor.add(
            StorageEditor.NewFilesystem(fstype: fstype, label: label, mountPoint: mountPoint), on: .partition(partition)
        )
    }

    /// The partitions that an image of VMware ESXi has, and the datastore after them. They keep to ESXi's sizes, not
    /// to MAAS's alignment.
    private func applyVMFS(_ kind: Kind, _ options: StorageLayoutOptions) throws {
        let disk = options.rootDevice
        try editor.addPartitionTable(to: disk)
        let template = VMFSLayout(kind).partitions
        var datastore: (id: Int, size: Int) = (0, 0)
        for part in template {
            let id = try db.insert(
                into: "partitions",
                [
                    "block_device_id": disk, "number": part.number, "uuid": try state.random.uuid(),
                    "size": part.size ?? 0, "bootable": part.bootable,
                ])
            if part.size == nil { datastore.id = id }
        }
        let room = try editor.storage().device(disk)?.roomForPartition ?? 0
        datastore.size = Partition.aligned(options.rootSize ?? room)
        if datastore.size > room {
            throw Refusal.field(
                "size",
                "Partition \(datastore.id) cannot be resized to fit on the block device; not enough free space.",
                by: .model)
        }
        try editor.update(partition: datastore.id, ["size": datastore.size])
        _ = try editor.addDatastore(name: "datastore1", uuid: nil, partitions: [datastore.id])
    }
}
