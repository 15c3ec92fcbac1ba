/// One interface (MAAS: nodes/{system_id}/interfaces/{id}/).
public struct InterfaceResource: Sendable {
    let connection: APIConnection
    let path: String

    /// The interface as MAAS has it now, links and discovered addresses included.
    public func get() async throws -> Interface { try await connection.decode(APICall("GET", path)) }

    /// Changes fields, by MAAS's names: `name`, `vlan` (an id; empty disconnects), `mtu`, `tags`, …
    public func update(_ params: Params) async throws -> Interface {
        try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Removes the interface; bridges and VLANs on top of it go with it.
    public func delete() async throws { try await connection.perform(APICall("DELETE", path)) }

    /// Adds a link.
    /// - Parameters:
    ///   - mode: how the address comes about.
    ///   - subnet: its id; needed for `auto` and `static`.
    ///   - ipAddress: for `static`; without it MAAS picks a free one.
    ///   - defaultGateway: make the subnet's gateway the node's default one; for `auto` and `static`.
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
