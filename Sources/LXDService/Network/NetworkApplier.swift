import MAASClient

/// Gives a composed machine the network that was planned, through MAAS's interface operations.
struct NetworkApplier {
    let client: MAASClient
    let systemID: String

    /// - Throws: `MAASError`, or `LXDError` when there is no interface or no subnet to configure.
    func apply(_ plan: NetworkPlan) async throws {
        let interfaces = client.interfaces(of: systemID)
        let list = try await interfaces.list()
        let boot = try await client.machines.machine(systemID).get().bootInterface?.id
        guard let base = list.first(where: { $0.id == boot }) ?? list.first else {
            throw LXDError(.vmCreationFailed, "machine \(systemID) has no interface to configure")
        }
        var target = base.id
        if let vlan = plan.vlan { target = try await interfaces.createVLAN(parent: target, vlan: vlan.id).id }
        if let bridge = plan.bridge { target = try await interfaces.createBridge(name: bridge, parent: target).id }
        // The address is to be on the interface on top, and on no other.
        for id in Set([base.id, target]) {
            let resource = interfaces.interface(id)
            for link in try await resource.get().links where link.mode != .linkUp {
                _ = try await resource.unlinkSubnet(link.id)
            }
        }
        _ = try await interfaces.interface(target).linkSubnet(
            plan.mode, subnet: try await subnet(plan, base), ipAddress: plan.ipAddress,
            defaultGateway: plan.defaultGateway, force: plan.mode == .dhcp)
    }

    /// `auto` needs a subnet: without one asked for, it is the first one of the interface's VLAN.
    private func subnet(_ plan: NetworkPlan, _ base: Interface) async throws -> Int? {
        if let subnet = plan.subnet { return subnet.id }
        guard plan.mode == .auto else { return nil }
        guard let found = try await client.subnets.list().first(where: { $0.vlan.id == base.vlan?.id }) else {
            throw LXDError(.vmCreationFailed, "\(base.name) is on no VLAN with a subnet")
        }
        return found.id
    }
}
