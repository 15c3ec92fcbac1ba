// Written by script/generate-client.py; change Description/operations.json instead.

/// One reserved address, by id (MAAS: reservedips/{id}/).
public struct ReservedIPResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ReservedIPResource {
    /// Read a reserved IP (MAAS: `GET reservedips/{id}/`). Since MAAS 3.6.
    public func get() async throws -> ReservedIP {
        try await connection.decode(APICall("GET", path))
    }

    /// Change its comment (MAAS: `PUT reservedips/{id}/`). Since MAAS 3.6.
    /// - Parameters:
    ///   - ip: address.
    ///   - subnet: subnet id or specifier.
    ///   - macAddress: MAC address.
    ///   - comment: A line about it.
    @discardableResult
    public func update(ip: String? = nil, subnet: Int? = nil, macAddress: String? = nil, comment: String? = nil)
        async throws -> ReservedIP
    {
        var params = Params()
        params.set("ip", ip)
        params.set("subnet", subnet)
        params.set("mac_address", macAddress)
        params.set("comment", comment)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a reserved IP (MAAS: `DELETE reservedips/{id}/`). Since MAAS 3.6.
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension ReservedIPs {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func reservedIP(_ id: Int) -> ReservedIPResource {
        ReservedIPResource(connection: connection, path: "\(path)\(id)/")
    }
}
