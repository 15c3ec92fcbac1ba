/// The interfaces of a node (MAAS: nodes/{system_id}/interfaces/; `machines/…/interfaces/` does not exist).
public struct Interfaces: Sendable {
    let connection: APIConnection
    public let systemID: String

    private var path: String { "nodes/\(systemID.percentEncoded)/interfaces/" }

    /// By id, that is in the order they were made.
    public func list() async throws -> [Interface] { try await connection.decode(APICall("GET", path)) }

    public func interface(_ id: Int) -> InterfaceResource {
        InterfaceResource(connection: connection, path: "\(path)\(id)/")
    }

    /// An interface by its name, such as `eth0`.
    public func interface(named name: String) -> InterfaceResource {
        InterfaceResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }

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
    /// - Parameter vlan: the VLAN's id, not its VID.
    public func createVLAN(parent: Int, vlan: Int) async throws -> Interface {
        try await create("create_vlan", ParamsBuilder().set("parent", parent).set("vlan", vlan))
    }

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

/// One interface (MAAS: nodes/{system_id}/interfaces/{id}/).
public struct InterfaceResource: Sendable {
    let connection: APIConnection
    let path: String

    public func get() async throws -> Interface { try await connection.decode(APICall("GET", path)) }

    /// Changes fields, by MAAS's names: `name`, `vlan` (an id; empty disconnects), `mtu`, `tags`, …
    public func update(_ params: Params) async throws -> Interface {
        try await connection.decode(APICall("PUT", path, form: params))
    }

    public func delete() async throws { try await connection.perform(APICall("DELETE", path)) }

    /// Adds a link.
    /// - Parameters:
    ///   - subnet: its id; needed for `auto` and `static`.
    ///   - ipAddress: for `static`; without it MAAS picks a free one.
    ///   - force: drop every other link first.
    public func linkSubnet(
        _ mode: LinkMode, subnet: Int? = nil, ipAddress: String? = nil, defaultGateway: Bool = false,
        force: Bool = false
    ) async throws -> Interface {
        let form = ParamsBuilder().set("mode", mode.rawValue).set("subnet", subnet).set("ip_address", ipAddress)
            .set("default_gateway", defaultGateway ? true : nil).set("force", force ? true : nil).build()
        return try await connection.decode(APICall("POST", path, op: "link_subnet", form: form, mayRetry: false))
    }

    /// Removes a link. On an enabled interface with a VLAN the last one comes back as `link_up` with another id.
    public func unlinkSubnet(_ link: Int) async throws -> Interface {
        try await connection.decode(APICall("POST", path, op: "unlink_subnet", form: ["id": link]))
    }

    /// Removes every link and the VLAN.
    public func disconnect() async throws -> Interface {
        try await connection.decode(APICall("POST", path, op: "disconnect", form: [:]))
    }

    /// Makes a link's subnet the node's default gateway.
    public func setDefaultGateway(link: Int? = nil) async throws -> Interface {
        let form = ParamsBuilder().set("link_id", link).build()
        return try await connection.decode(APICall("POST", path, op: "set_default_gateway", form: form))
    }
}
