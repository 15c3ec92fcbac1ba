import Formats
import MAASRegion
import SQLite

/// What can be said of a disk (MAAS's `CreatePhysicalBlockDeviceForm` and the forms that change disks).
struct BlockDeviceForm {
    private let context: Context
    private let node: Node
    private var db: Connection { context.db }
    private var editor: StorageEditor { StorageEditor(context.state, node: node.id) }

    init(_ context: Context, node: Node) {
        self.context = context
        self.node = node
    }

    private static let unidentified = "serial/model are required if id_path is not provided."

    /// Name, model, serial number and path as they were sent, be they empty; else what the disk has.
    private static func identity(_ form: inout Form, _ device: BlockDevice?) -> BlockDevice.Identity {
        func value(_ field: FormField<String>, _ old: String?) -> String {
            switch field {
            case .absent: old ?? ""
            case .empty: ""
            case .value(let text): text
            }
        }
        let sent = form.text("name", required: device == nil, maxLength: 255)
        let identity = BlockDevice.Identity(
            name: value(sent, device?.name), model: value(form.text("model", maxLength: 255), device?.model),
            serial: value(form.text("serial", maxLength: 255), device?.serial),
            idPath: value(form.absolutePath("id_path"), device?.idPath))
        if identity.idPath.isEmpty, identity.model.isEmpty || identity.serial.isEmpty { form.addToAll(unidentified) }
        return identity
    }

    private static func blockSize(_ form: inout Form, required: Bool = false) throws -> FormField<Int> {
        try form.bytes(
            "block_size", required: required, min: BlockDevice.leastBlockSize, max: BlockDevice.greatestBlockSize)
    }

    private func numaNode(_ form: inout Form, _ old: Int) throws -> Int {
        let number = form.integer("numa_node", min: 0).value ?? old
        if try !NUMANode.exists(db, node: node.id, index: number) { form.add("numa_node", "Invalid NUMA node") }
        return number
    }

    /// Adds a physical disk.
    /// - Returns: Its id.
    package func create() throws -> Int {
        var form = Form(context.form)
        let identity = Self.identity(&form, nil)
        let size = try form.bytes("size", required: true, min: BlockDevice.leastSize)
        let blockSize = try Self.blockSize(&form, required: true)
        let numaNode = try numaNode(&form, 0)
        try form.check()
        try editor.checkUnused(deviceName: identity.name)
        return try BlockDevice.insert(
            db, node: node.id, identity, size: size.value ?? 0,
            blockSize: blockSize.value ?? BlockDevice.leastBlockSize, numaNode: numaNode)
    }

    /// Changes a physical disk of a Ready machine; groups that it is a part of grow or shrink with it.
    package func update(_ device: BlockDevice) throws {
        var form = Form(context.form)
        let identity = Self.identity(&form, device)
        let size = try form.bytes("size", min: BlockDevice.leastSize).or(device.size)
        let blockSize = try Self.blockSize(&form).or(device.blockSize)
        let numaNode = try numaNode(&form, device.numaNode ?? 0)
        let table = tableType(&form, device)
        try form.check()
        try save(device, identity)
        try device.update(
            db, size: size, blockSize: blockSize, numaNode: numaNode, partitionTableType: table)
        try editor.saveGroups(using: device.id)
    }

    /// Changes a disk of a Deployed machine, where a broken one may be replaced by another.
    package func update(deployed device: BlockDevice) throws {
        var form = Form(context.form)
        let identity = Self.identity(&form, device)
        try form.check()
        try save(device, identity)
    }

    private func save(_ device: BlockDevice, _ identity: BlockDevice.Identity) throws {
        try StorageEditor.check(name: identity.name)
        try editor.checkUnused(deviceName: identity.name, besides: device.id)
        try device.update(db, identity)
    }

    private func tableType(_ form: inout Form, _ device: BlockDevice) -> String? {
        let type = form.choice("partition_table_type", of: ["MBR", "GPT"])
        if type.value != nil, device.partitionTableType == nil {
            form.add("partition_table_type", "Block device has no partition table")
        }
        return type.value ?? device.partitionTableType
    }

    /// Changes a virtual device. Only logical volumes have a size of their own; the name of another is its group's.
    package func update(virtual device: BlockDevice) throws {
        let storage = try editor.storage()
        guard let group = storage.group(device.groupID) else {
            // MAAS does not expect a device whose group has lost its parts.
            throw Refusal.unexpected("'NoneType' object has no attribute 'current_config'")
        }
        var form = Form(context.form)
        let name = form.text("name", maxLength: 255)
        let uuid = form.uuid4("uuid")
        let size = try form.bytes("size").or(device.size)
        // MAAS checks this one and does not save it.
        _ = tableType(&form, device)
        if size != device.size {
            guard group.kind == .volumeGroup else {
                // MAAS has a message for this, and fails an assertion before it can say it.
                throw Refusal.unexpected("")
            }
            try checkVolume(size, device, group, storage, &form)
        }
        try form.check()
        let newName = if case .empty = name { "" } else { name.or(device.name) }
        try StorageEditor.check(name: newName)
        try editor.checkUnused(deviceName: newName, besides: device.id)
        let newUUID = if case .empty = uuid { try context.state.random.uuid() } else { uuid.orKeep(device.uuid) }
        try device.update(
            db, name: newName, uuid: newUUID,
            size: group.kind == .volumeGroup ? Partition.aligned(size) : device.size)
        try editor.saveGroups(using: device.id)
        if group.kind != .volumeGroup, group.name != newName {
            try group.rename(db, to: newName)
            try editor.save(group: group.id)
        }
    }

    private func checkVolume(
        _ size: Int, _ device: BlockDevice, _ group: FilesystemGroup, _ storage: NodeStorage, _ form: inout Form
    ) throws {
        if size < BlockDevice.leastSize {
            form.add("size", "Ensure this value is greater than or equal to \(BlockDevice.leastSize).")
        }
        if let refusal = StorageEditor.refusal(
            ofVolume: size, in: group, free: storage.free(in: group) + Int128(device.size))
        {
            form.addToAll(refusal)
        }
    }
}
