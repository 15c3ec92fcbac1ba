import MAASRegion

/// `devices/`: what is on the network and not MAAS's to deploy.
enum DevicesHandler {
    package static let resources = [
        Resource(
            "devices/", handler: "DevicesHandler", tier: .b, guarded: .machines, "Manage devices.",
            anonymous: ControllersHandlers.anonymous,
            [
                .read("List devices", list).constrained(.list),
                .create("Add a device", parameters: parameters, create)
                    .reading(["mac_addresses": "MAC addresses, repeated"], in: .all),
                NodesHandler.isRegistered, NodesHandler.setZone,
            ]),
        Resource(
            "devices/{system_id}/", handler: "DeviceHandler", tier: .b, guarded: .machines, "Manage a device.",
            [
                .read("Read a device", read), .update("Change a device", parameters: parameters, update),
                .delete("Delete a device", delete),
                .get("details", "What commissioning saw, as BSON") { try MachineHandler.details(of: try find($0), $0) },
                MachineHandler.powerParameters,
                .post("set_owner_data", "Set annotations", annotate),
                .post(
                    "set_workload_annotations", "Set annotations", parameters: ["KEY": "value; empty takes it away"],
                    annotate),
                .post("restore_networking_configuration", "Undo changes of the network", restore),
                .post("restore_default_configuration", "Undo every change", restore),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "hostname": "Host name; made up when missing", "description": "A line about it",
        "domain": "Name or id of its domain", "zone": "Name of its zone",
        "parent": "System id of the machine it belongs to",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let caller = try context.caller()
        let devices = try NodeConstraints(context.query, scope: .list, context.state)
            .nodes(context.db, kinds: [.device]).filter { $0.isListed(for: caller) }
        let writer = try DeviceWriter(context.state, devices)
        return Reply.json { json in json.array(of: devices) { writer.write($1, into: &$0) } }
    }

    /// Others' devices are not listed, and yet shown to whoever knows their ids.
    private static func read(_ context: Context) throws -> Reply { try answer(context, try find(context)) }

    private static func create(_ context: Context) throws -> Reply {
        var form = DeviceForm(context, device: nil)
        try form.read()
        try Form.checkStorable(form.macAddresses)
        let id = try Node.create(
            context.state,
            NewDevice(
                hostname: form.hostname, description: form.description, domainID: form.domainID, zoneID: form.zoneID,
                parentID: form.parentID, ownerID: try context.caller().id, macAddresses: form.macAddresses))
        guard let device = try Node.find(context.db, id: id) else { throw Refusal.notFound("Device") }
        return try answer(context, device)
    }

    private static func update(_ context: Context) throws -> Reply {
        let device = try findOwn(context)
        var form = DeviceForm(context, device: device)
        try form.read()
        var changes = Node.Changes()
        changes.hostname = form.hostname
        changes.description = form.description
        changes.domainID = form.domainID
        changes.zoneID = form.zoneID
        changes.parentID = form.parentID.map { .value($0) } ?? .empty
        try device.apply(changes, context.state)
        return try answer(context, try find(context))
    }

    private static func delete(_ context: Context) throws -> Reply {
        try findOwn(context).delete(context.state, force: true)
        return .deleted
    }

    private static func annotate(_ context: Context) throws -> Reply {
        let device = try findOwn(context)
        try MachineHandler.annotate(device, context)
        return try answer(context, device)
    }

    /// A device's interfaces get the links that new ones have: none.
    private static func restore(_ context: Context) throws -> Reply {
        let device = try find(context)
        try context.require(.editMachines)
        try device.dropAddresses(context.db)
        return try answer(context, device)
    }

    private static func answer(_ context: Context, _ device: Node) throws -> Reply {
        try Reply.json { try DeviceWriter(context.state, [device]).write(device, into: &$0) }
    }

    private static func find(_ context: Context) throws -> Node { try context.node(.device, as: "Device") }

    private static func findOwn(_ context: Context) throws -> Node {
        let device = try find(context)
        try device.require(.edit, context)
        return device
    }
}
