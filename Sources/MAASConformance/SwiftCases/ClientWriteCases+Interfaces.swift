import MAASClient

extension ClientWriteCases {
    static let interfaces: [Case] = [
        make(
            "client.interfaces.physical", "a NIC is added, changed, tagged and removed",
            "InterfacesHandler, InterfaceHandler",
            needs: [.admin, .architecture], physical),
        make(
            "client.interfaces.stacked", "NICs are bonded, bridged and tagged",
            "InterfacesHandler.create_bond and others",
            needs: [.admin, .architecture], stacked),
        make(
            "client.interfaces.links", "a NIC is linked, has a default gateway, is unlinked and disconnected",
            "InterfaceHandler.link_subnet and others", needs: [.admin, .architecture], links),
    ]

    @Sendable private static func physical(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client)
        let made = try await machine.interfaces.createPhysical(
            PhysicalInterfaceCreation(macAddress: context.mac(2), name: "ethx", tags: ["a"], mtu: 9000))
        let interface = machine.interfaces.interface(made.id)
        context.expectEqual(made.type, .physical, "type")
        context.expectEqual(made.macAddress, context.mac(2), "mac_address")
        context.expectEqual(made.effectiveMTU, 9000, "effective_mtu")
        context.expectEqual(try await interface.update(InterfaceUpdate(name: "ethy")).name, "ethy", "name")
        context.expectEqual(Set(try await interface.addTag("b").tags), ["a", "b"], "tags")
        context.expectEqual(try await interface.removeTag("a").tags, ["b"], "tags left")
        context.expectEqual(try await interface.get().name, "ethy", "the name that is read")
        context.expectEqual(Set(try await machine.interfaces.list().map(\.name)), ["eth0", "ethy"], "the NICs")
        try await interface.delete()
        try await context.expectRefusal("a NIC that is gone", 404) { try await interface.get() }
    }

    @Sendable private static func stacked(_ context: CaseContext, _ client: MAASClient) async throws {
        let (fabric, subnet) = try await subnet(context, client)
        let machine = try await machine(context, client, macs: [1, 2])
        let parents = try await machine.interfaces.list().sorted { $0.id < $1.id }
        for parent in parents {
            try await machine.interfaces.interface(parent.id).update(InterfaceUpdate(vlan: subnet.vlan.id))
        }
        let bond = try await machine.interfaces.createBond(
            BondCreation(name: "bond0", parents: parents.map(\.id), bondMode: "active-backup", bondMiimon: 50))
        context.expectEqual(bond.type, .bond, "the bond's type")
        context.expectEqual(Set(bond.parents), Set(parents.map(\.name)), "the bond's parents")
        context.expectEqual(bond.params?["bond_miimon"]?.int, 50, "bond_miimon")
        let tagged = try await client.fabrics.fabric(fabric.id).vlans.create(VLANCreation(vid: 100))
        let vlan = try await machine.interfaces.createVLAN(VLANInterfaceCreation(parent: bond.id, vlan: tagged.id))
        context.expectEqual(vlan.name, "bond0.100", "the VLAN's name")
        context.expectEqual(vlan.vlan?.vid, 100, "vid")
        let bridge = try await machine.interfaces.createBridge(
            BridgeCreation(name: "br0", parent: vlan.id, bridgeType: "standard", bridgeSTP: true, bridgeFD: 5))
        context.expectEqual(bridge.type, .bridge, "the bridge's type")
        context.expectEqual(bridge.params?["bridge_fd"]?.int, 5, "bridge_fd")
        context.expectEqual(try await machine.interfaces.interface(vlan.id).get().children, ["br0"], "children")
    }

    @Sendable private static func links(_ context: CaseContext, _ client: MAASClient) async throws {
        let (_, subnet) = try await subnet(context, client)
        let machine = try await machine(context, client)
        let first = try context.require(try await machine.interfaces.list().first, "the machine has no NIC")
        let interface = machine.interfaces.interface(first.id)
        try await interface.update(InterfaceUpdate(vlan: subnet.vlan.id))
        let address = "\(context.network()).9"
        let linked = try await interface.linkSubnet(
            SubnetLink(mode: .static, subnet: subnet.id, ipAddress: address, force: true))
        let link = try context.require(linked.links.first { $0.mode == .static }, "there is no static link")
        context.expectEqual(link.ipAddress, address, "ip_address")
        context.expectEqual(link.subnet?.id, subnet.id, "the link's subnet")
        try await interface.setDefaultGateway(link: link.id)
        let gateways = try await machine.get().defaultGateways
        context.expectEqual(gateways?.ipv4.linkID, link.id, "the default gateway's link")
        context.expectEqual(gateways?.ipv4.gatewayIP, "\(context.network()).1", "the default gateway")
        context.expectEqual(
            try await machine.clearDefaultGateways().defaultGateways?.ipv4.linkID, nil, "the default gateway's link")
        let unlinked = try await interface.unlinkSubnet(link.id)
        context.expect(!unlinked.links.contains { $0.mode == .static }, "the link is still there")
        context.expectEqual(
            try await interface.linkSubnet(SubnetLink(mode: .auto, subnet: subnet.id)).links.map(\.mode), [.auto],
            "the modes")
        let apart = try await interface.disconnect()
        context.expectEqual(apart.links.count, 0, "the number of links")
        context.expectEqual(apart.vlan?.id, nil, "the VLAN")
    }
}
