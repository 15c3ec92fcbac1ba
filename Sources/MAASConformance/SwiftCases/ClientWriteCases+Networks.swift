import MAASClient

extension ClientWriteCases {
    static let networks: [Case] = [
        make(
            "client.networks.fabrics", "a fabric and its VLANs are made, changed and removed",
            "FabricsHandler, VlansHandler",
            fabrics),
        make(
            "client.networks.subnets", "a subnet is made, changed, measured and removed",
            "SubnetsHandler, SubnetHandler",
            subnets),
        make("client.networks.spaces", "a VLAN is put into a space", "SpacesHandler, VlanHandler.update", spaces),
        make(
            "client.networks.ranges", "a range of addresses is set aside, changed and given back", "IPRangesHandler",
            ranges),
        make(
            "client.networks.addresses", "an address is reserved, listed and released", "IPAddressesHandler", addresses),
        make(
            "client.networks.reserved-ips", "an address is kept for a MAC", "ReservedIpsHandler",
            versions: VersionRange(first: MAASVersion(3, 6)), reservedIPs),
        make(
            "client.networks.static-routes", "a route between two subnets is made, changed and removed",
            "StaticRoutesHandler", staticRoutes),
        make(
            "client.networks.legacy", "networks of old are read, and not changed", "NetworksHandler answers 410", legacy
        ),
    ]

    @Sendable private static func fabrics(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.fabrics.create(name: context.prefix + "f", description: "d", classType: "10g")
        let fabric = client.fabrics.fabric(made.id)
        context.undo("fabric \(made.name)") { try await fabric.delete() }
        let read = try await fabric.get()
        context.expectEqual(read.name, context.prefix + "f", "name")
        context.expectEqual(read.classType, "10g", "class_type")
        context.expectEqual(read.vlans.map(\.vid), [0], "the VIDs")
        let renamed = try await fabric.update(name: context.prefix + "g")
        context.expectEqual(renamed.name, context.prefix + "g", "the new name")

        let vlan = try await fabric.vlans.create(VLANCreation(vid: 100, name: context.prefix + "v", mtu: 9000))
        context.expectEqual(vlan.vid, 100, "vid")
        context.expectEqual(vlan.mtu, 9000, "mtu")
        let resource = fabric.vlans.vlan(vid: 100)
        context.expectEqual(try await resource.update(VLANUpdate(description: "d", mtu: 1500)).mtu, 1500, "the new mtu")
        context.expectEqual(try await resource.get().fabricID, made.id, "fabric_id")
        context.expectEqual(Set(try await fabric.vlans.list().map(\.vid)), [0, 100], "the fabric's VIDs")
        try await resource.delete()
        try await context.expectRefusal("a VLAN that is gone", 404) { try await resource.get() }
        try await fabric.delete()
        try await context.expectRefusal("a fabric that is gone", 404) { try await fabric.get() }
    }

    @Sendable private static func subnets(_ context: CaseContext, _ client: MAASClient) async throws {
        let (_, made) = try await subnet(context, client)
        let net = context.network()
        context.expectEqual(made.cidr, "\(net).0/24", "cidr")
        context.expectEqual(made.gatewayIP, "\(net).1", "gateway_ip")
        context.expectEqual(made.dnsServers, ["\(net).2"], "dns_servers")
        let resource = client.subnets.subnet(made.id)
        let changed = try await resource.update(SubnetUpdate(description: "d", dnsServers: [], managed: false))
        context.expectEqual(changed.managed, false, "managed")
        context.expectEqual(try await resource.get().description, "d", "description")
        try await resource.update(SubnetUpdate(managed: true))
        let reserved = try await resource.reservedIPRanges()
        context.expect(reserved.contains { $0.start == "\(net).1" }, "the gateway is in no range of \(reserved)")
        let free = try await resource.unreservedIPRanges()
        context.expect(free.contains { $0.end == "\(net).254" }, "the last address is in no range of \(free)")
        let statistics = try await resource.statistics(includeRanges: true)
        context.expectEqual(statistics.totalAddresses, 254, "total_addresses")
        context.expectEqual(
            statistics.numAvailable + statistics.numUnavailable, 254, "the addresses available and not")
        context.expectEqual(try await resource.ipAddresses().map(\.ip), [], "the addresses in use")
        try await resource.delete()
        try await context.expectRefusal("a subnet that is gone", 404) { try await resource.get() }
    }

    @Sendable private static func spaces(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.spaces.create(name: context.prefix + "space", description: "d")
        let space = client.spaces.space(made.id)
        context.undo("space \(made.name)") { try await space.delete() }
        let renamed = try await space.update(name: context.prefix + "room")
        context.expectEqual(renamed.name, context.prefix + "room", "name")
        let (fabric, subnet) = try await subnet(context, client)
        let vlan = client.fabrics.fabric(fabric.id).vlans.vlan(vid: 0)
        context.expectEqual(
            try await vlan.update(VLANUpdate(space: "\(made.id)")).space, context.prefix + "room", "the VLAN's space")
        let read = try await space.get()
        context.expectEqual(read.subnets.map(\.id), [subnet.id], "the space's subnets")
        context.expectEqual(read.vlans.map(\.id), [subnet.vlan.id], "the space's VLANs")
        try await space.delete()
        try await context.expectRefusal("a space that is gone", 404) { try await space.get() }
    }

    @Sendable private static func ranges(_ context: CaseContext, _ client: MAASClient) async throws {
        let (_, subnet) = try await subnet(context, client)
        let net = context.network()
        let made = try await client.ipRanges.create(
            IPRangeCreation(
                type: .reserved, startIP: "\(net).10", endIP: "\(net).20", subnet: subnet.id,
                comment: context.prefix + "range"))
        let range = client.ipRanges.ipRange(made.id)
        context.undo("range \(made.startIP)") { try await range.delete() }
        context.expectEqual(made.subnet?.id, subnet.id, "subnet")
        context.expectEqual(made.comment, context.prefix + "range", "comment")
        context.expectEqual(try await range.update(IPRangeUpdate(endIP: "\(net).30")).endIP, "\(net).30", "end_ip")
        context.expectEqual(try await range.get().type, .reserved, "type")
        try await context.expectRefusal("a range across another", 400) {
            try await client.ipRanges.create(
                IPRangeCreation(type: .dynamic, startIP: "\(net).25", endIP: "\(net).40", subnet: subnet.id))
        }
        try await range.delete()
        try await context.expectRefusal("a range that is gone", 404) { try await range.get() }
    }

    @Sendable private static func addresses(_ context: CaseContext, _ client: MAASClient) async throws {
        let (_, subnet) = try await subnet(context, client)
        let address = "\(context.network()).77"
        let reserved = try await client.ipAddresses.reserve(AddressReservation(subnet: subnet.id, ip: address))
        context.expectEqual(reserved.ip, address, "ip")
        context.expectEqual(reserved.subnet?.id, subnet.id, "subnet")
        context.expectEqual(try await client.ipAddresses.list(ip: address).map(\.ip), [address], "the addresses")
        let inUse = try await client.subnets.subnet(subnet.id).ipAddresses(withUsername: true)
        context.expectEqual(inUse.map(\.ip), [address], "the subnet's addresses")
        try await client.ipAddresses.release(ip: address)
        try await context.expectRefusal("an address that is free", 400) {
            try await client.ipAddresses.release(ip: address)
        }
    }

    @Sendable private static func reservedIPs(_ context: CaseContext, _ client: MAASClient) async throws {
        _ = try await subnet(context, client)
        let made = try await client.reservedIPs.create(
            ip: "\(context.network()).88", macAddress: context.mac(), comment: context.prefix + "c")
        let resource = client.reservedIPs.reservedIP(made.id)
        context.undo("reserved IP \(made.ip)") { try await resource.delete() }
        context.expectEqual(made.macAddress, context.mac(), "mac_address")
        context.expectEqual(
            try await resource.update(comment: context.prefix + "d").comment, context.prefix + "d", "comment")
        context.expectEqual(try await resource.get().ip, "\(context.network()).88", "ip")
        let listed = try await client.reservedIPs.list()
        context.expect(listed.contains { $0.id == made.id }, "it is not listed")
        try await resource.delete()
        try await context.expectRefusal("a reserved IP that is gone", 404) { try await resource.get() }
    }

    @Sendable private static func staticRoutes(_ context: CaseContext, _ client: MAASClient) async throws {
        let (_, source) = try await subnet(context, client)
        let (_, destination) = try await subnet(context, client, "t", network: 2)
        let made = try await client.staticRoutes.create(
            source: source.id, destination: destination.id, gatewayIP: "\(context.network()).7", metric: 3)
        let route = client.staticRoutes.staticRoute(made.id)
        context.undo("route \(made.id)") { try await route.delete() }
        context.expectEqual(made.source.id, source.id, "source")
        context.expectEqual(made.destination.id, destination.id, "destination")
        context.expectEqual(try await route.update(metric: 5).metric, 5, "metric")
        context.expectEqual(try await route.get().gatewayIP, "\(context.network()).7", "gateway_ip")
        try await route.delete()
        try await context.expectRefusal("a route that is gone", 404) { try await route.get() }
    }

    @Sendable private static func legacy(_ context: CaseContext, _ client: MAASClient) async throws {
        let (_, subnet) = try await subnet(context, client)
        let name = "subnet-\(subnet.id)"
        let network = client.networks.network(name)
        context.expectEqual(try await network.get().name, name, "name")
        let listed = try await client.networks.list()
        context.expect(listed.contains { $0.name == name }, "it is not listed")
        _ = try await network.listConnectedMACs()
        try await context.expectRefusal("a network's making", 410) { try await client.networks.create() }
        try await context.expectRefusal("a network's change", 410) { try await network.update() }
        try await context.expectRefusal("a network's end", 410) { try await network.delete() }
        try await context.expectRefusal("connecting MACs", 410) { try await network.connectMACs() }
        try await context.expectRefusal("disconnecting MACs", 410) { try await network.disconnectMACs() }
    }
}
