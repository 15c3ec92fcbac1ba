import MAASClient

extension ClientWriteCases {
    static let nodes: [Case] = [
        make(
            "client.devices.life", "a device is made, changed, annotated and removed", "DevicesHandler, DeviceHandler",
            devices),
        make(
            "client.nodes.any", "a machine is a node, found by its name and MAC, put into a zone and removed",
            "NodesHandler, NodeHandler", needs: [.admin, .architecture], anyNode),
        make(
            "client.nodes.hardware", "a machine that was not commissioned has no hardware devices",
            "NodeDevicesHandler, NodeDeviceHandler", needs: [.admin, .architecture], hardware),
    ]

    @Sendable private static func devices(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.devices.create(
            DeviceCreation(macAddresses: [context.mac()], hostname: context.prefix + "d"))
        let device = client.devices.device(made.systemID)
        context.undo("device \(made.hostname)") { try await device.delete() }
        context.expectEqual(made.interfaceSet?.map(\.macAddress), [context.mac()], "the MAC addresses")
        let changed = try await device.update(DeviceUpdate(hostname: context.prefix + "e", description: "d"))
        context.expectEqual(changed.hostname, context.prefix + "e", "hostname")
        context.expectEqual(try await device.get().description, "d", "description")
        context.expectEqual(try await device.setOwnerData(["a": "1", "b": "2"]).ownerData?["b"], "2", "owner_data")
        let annotated = try await device.setWorkloadAnnotations(["a": ""])
        context.expectEqual(annotated.ownerData, ["b": "2"], "owner_data without an emptied key")
        _ = try await device.details()
        _ = try await device.powerParameters()
        try await device.restoreNetworkingConfiguration()
        try await device.restoreDefaultConfiguration()
        context.expectEqual(try await client.devices.isRegistered(context.mac()), true, "is_registered")
        let listed = try await client.devices.list(NodeFilter(hostname: [context.prefix + "e"]))
        context.expectEqual(listed.map(\.systemID), [made.systemID], "the devices of the name")
        let zone = try await client.zones.create(name: context.prefix + "z")
        context.undo("zone \(zone.name)") { try await client.zones.delete(zone.name) }
        try await client.devices.setZone(nodes: [made.systemID], zone: zone.name)
        context.expectEqual(try await device.get().zone?.name, zone.name, "zone")
        try await device.delete()
        try await context.expectRefusal("a device that is gone", 404) { try await device.get() }
    }

    @Sendable private static func anyNode(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client)
        let node = client.nodes.node(machine.systemID)
        let listed = try await client.nodes.list(NodeFilter(hostname: [context.prefix + "m"]))
        context.expectEqual(listed.map(\.systemID), [machine.systemID], "the nodes of the name")
        context.expectEqual(try await node.get().nodeTypeName, "Machine", "node_type_name")
        context.expectEqual(try await client.nodes.isRegistered(context.mac()), true, "is_registered")
        let zone = try await client.zones.create(name: context.prefix + "z")
        context.undo("zone \(zone.name)") { try await client.zones.delete(zone.name) }
        try await client.nodes.setZone(nodes: [machine.systemID], zone: zone.name)
        context.expectEqual(try await node.get().zone?.name, zone.name, "zone")
        _ = try await node.details()
        _ = try await node.powerParameters()
        try await node.delete()
        try await context.expectRefusal("a node that is gone", 404) { try await node.get() }
    }

    @Sendable private static func hardware(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client)
        context.expectEqual(try await machine.hardwareDevices.list().count, 0, "the number of devices")
        let device = machine.hardwareDevices.hardwareDevice(nobody)
        try await context.expectRefusal("no device", 404) { try await device.get() }
        try await context.expectRefusal("the end of no device", 404) { try await device.delete() }
    }
}
