// Written by script/generate-client.py; change Description/operations.json instead.

/// Addresses that MAAS gives to one MAC address by DHCP (MAAS: reservedips/).
public struct ReservedIPs: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ReservedIPs {
    /// List reserved IPs (MAAS: `GET reservedips/`). Since MAAS 3.6.
    public func list() async throws -> [ReservedIP] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a reserved IP (MAAS: `POST reservedips/`). Since MAAS 3.6.
    /// - Parameters:
    ///   - ip: address.
    ///   - subnet: subnet id or specifier.
    ///   - macAddress: MAC address.
    ///   - comment: A line about it.
    @discardableResult
    public func create(ip: String, subnet: Int? = nil, macAddress: String? = nil, comment: String? = nil) async throws
        -> ReservedIP
    {
        var params = Params()
        params.set("ip", ip)
        params.set("subnet", subnet)
        params.set("mac_address", macAddress)
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Addresses kept for MAC addresses: `reservedips/`.
    public var reservedIPs: ReservedIPs { ReservedIPs(connection: connection, path: "reservedips/") }
}
