/// The interfaces of a node (MAAS: nodes/{system_id}/interfaces/; `machines/…/interfaces/` does not exist).
public struct Interfaces: Sendable {
    let connection: APIConnection
    /// The node's system id: a machine's, a device's or a controller's.
    public let systemID: String

    private var path: String { "nodes/\(systemID.percentEncoded)/interfaces/" }

    /// By id, that is in the order they were made.
    public func list() async throws -> [Interface] { try await connection.decode(APICall("GET", path)) }

    /// An interface by its id; nothing is asked of MAAS yet.
    public func interface(_ id: Int) -> InterfaceResource {
        InterfaceResource(connection: connection, path: "\(path)\(id)/")
    }

    /// An interface by its name, such as `eth0`.
    public func interface(named name: String) -> InterfaceResource {
        InterfaceResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }

    /// Adds a NIC that MAAS has not seen by itself.
    /// - Parameters:
    ///   - macAddress: in any spelling that MAAS takes; no other node may have it.
    ///   - name: `nil` lets MAAS count: `eth0`, `eth1`, …
    ///   - vlan: the VLAN's id, not its VID; `nil` leaves the NIC disconnected.
    public func createPhysical(macAddress: String, name: String? = nil, vlan: Int? = nil) async throws -> Interface {
        try await create(
            "create_physical", ParamsBuilder().set("mac_address", macAddress).set("name", name).set("vlan", vlan))
    }

    /// Puts a bridge on top of an interface. The links of the parent go to it on an allocated machine, and are lost
    /// on one that is not.
    public func createBridge(
        name: String, parent: Int, type: String? = nil, stp: Bool? = nil, forwardDelay: Int? = nil
    ) async throws -> Interface {
        try await create(
            "create_bridge",
            ParamsBuilder().set("name", name).set("parent", parent).set("bridge_type", type).set("bridge_stp", stp)
                .set("bridge_fd", forwardDelay))
    }

    /// Puts a tagged VLAN on top of an interface; MAAS names it `<parent>.<vid>`.
    /// - Parameters:
    ///   - parent: the id of a physical interface, a bond or a bridge.
    ///   - vlan: the VLAN's id, not its VID.
    public func createVLAN(parent: Int, vlan: Int) async throws -> Interface {
        try await create("create_vlan", ParamsBuilder().set("parent", parent).set("vlan", vlan))
    }

    /// Joins several interfaces into one.
    /// - Parameters:
    ///   - name: new on this node, such as `bond0`.
    ///   - parents: the ids of physical interfaces in one VLAN.
    ///   - mode: such as `active-backup` or `802.3ad`; `nil` is MAAS's default, `balance-rr`.
    public func createBond(name: String, parents: [Int], mode: String? = nil) async throws -> Interface {
        var builder = ParamsBuilder().set("name", name).set("bond_mode", mode)
        for parent in parents { builder = builder.add("parents", parent) }
        return try await create("create_bond", builder)
    }

    /// Gives an interface exactly one fixed address, as the real clients do: every link goes, then one is made.
    /// - Returns: the interface as it is then.
    public func setStaticIP(_ address: String, subnet: Int, on interface: Int, defaultGateway: Bool = false)
        async throws
        -> Interface
    {
        let resource = self.interface(interface)
        for link in try await resource.get().links { _ = try await resource.unlinkSubnet(link.id) }
        return try await resource.linkSubnet(
            .static, subnet: subnet, ipAddress: address, defaultGateway: defaultGateway)
    }

    private func create(_ op: String, _ builder: ParamsBuilder) async throws -> Interface {
        try await connection.decode(APICall("POST", path, op: op, form: builder.build(), mayRetry: false))
    }
}
