import MAASRegion

/// What a new volume group or datastore is made of (MAAS's `CreateVolumeGroupForm` and `CreateVMFSForm`).
struct NewGroupForm {
    package let name: String
    package let uuid: String?
    /// Ids of disks.
    package let devices: [Int]
    /// Ids of partitions.
    package let partitions: [Int]

    /// - Parameter isDatastore: A datastore can only be made where a layout for VMware ESXi is.
    init(_ context: Context, _ storage: NodeStorage, isDatastore: Bool = false) throws {
        var form = Form(context.form)
        let name = form.text("name", required: true)
        let uuid = form.uuid4("uuid")
        let devices = form.parts("block_devices", of: storage.freeDevices)
        let partitions = form.parts("partitions", of: storage.freePartitions)
        if name.value != nil, devices?.isEmpty ?? false, partitions?.isEmpty ?? false {
            form.addToAll("At least one valid block device or partition is required.")
        } else if isDatastore, !storage.hasVMFSLayout {
            form.add(
                "VMFS",
                "VMFS Datastores may only be created after the VMFS6 or VMFS7 storage layout has been applied.")
        }
        try form.check()
        self.name = name.or("")
        self.uuid = uuid.value
        self.devices = devices ?? []
        self.partitions = partitions ?? []
    }
}
