// Written by script/generate-client.py; change Description/operations.json instead.

/// One subnet, by id or name (MAAS: subnets/{cidr}/).
public struct SubnetResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension SubnetResource {
    /// Read a subnet (MAAS: `GET subnets/{cidr}/`).
    public func get() async throws -> Subnet {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a subnet (MAAS: `PUT subnets/{cidr}/`).
    @discardableResult
    public func update(_ parameters: SubnetUpdate = SubnetUpdate()) async throws -> Subnet {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a subnet (MAAS: `DELETE subnets/{cidr}/`).
    /// - Parameter force: also when nodes have addresses in it.
    public func delete(force: Bool? = nil) async throws {
        var params = Params()
        params.set("force", force)
        try await connection.perform(APICall("DELETE", path, query: params))
    }

    /// List what is taken (MAAS: `GET subnets/{cidr}/?op=reserved_ip_ranges`).
    public func reservedIPRanges() async throws -> [AddressRange] {
        try await connection.decode(APICall("GET", path, op: "reserved_ip_ranges"))
    }

    /// List what is free (MAAS: `GET subnets/{cidr}/?op=unreserved_ip_ranges`).
    public func unreservedIPRanges() async throws -> [AddressRange] {
        try await connection.decode(APICall("GET", path, op: "unreserved_ip_ranges"))
    }

    /// Count what is taken and free (MAAS: `GET subnets/{cidr}/?op=statistics`).
    /// - Parameters:
    ///   - includeRanges: boolean.
    ///   - includeSuggestions: boolean.
    public func statistics(includeRanges: Bool? = nil, includeSuggestions: Bool? = nil) async throws -> SubnetStatistics
    {
        var params = Params()
        params.set("include_ranges", includeRanges)
        params.set("include_suggestions", includeSuggestions)
        return try await connection.decode(APICall("GET", path, op: "statistics", query: params))
    }

    /// List the addresses and who has them (MAAS: `GET subnets/{cidr}/?op=ip_addresses`).
    /// - Parameters:
    ///   - withUsername: boolean.
    ///   - withSummary: boolean.
    ///   - withNodeSummary: boolean.
    public func ipAddresses(withUsername: Bool? = nil, withSummary: Bool? = nil, withNodeSummary: Bool? = nil)
        async throws -> [SubnetAddress]
    {
        var params = Params()
        params.set("with_username", withUsername)
        params.set("with_summary", withSummary)
        params.set("with_node_summary", withNodeSummary)
        return try await connection.decode(APICall("GET", path, op: "ip_addresses", query: params))
    }
}

extension Subnets {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func subnet(_ id: Int) -> SubnetResource {
        SubnetResource(connection: connection, path: "\(path)\(id)/")
    }
}

extension Subnets {
    /// One of them by its name.
    public func subnet(named name: String) -> SubnetResource {
        SubnetResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
