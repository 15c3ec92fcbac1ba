// Written by script/generate-client.py; change Description/operations.json instead.

/// Addresses that users have set aside (MAAS: ipaddresses/).
public struct IPAddresses: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension IPAddresses {
    /// List IP addresses (MAAS: `GET ipaddresses/`).
    /// - Parameters:
    ///   - ip: one address.
    ///   - owner: user name.
    ///   - all: of every kind and user.
    public func list(ip: String? = nil, owner: String? = nil, all: Bool? = nil) async throws -> [IPAddressRecord] {
        var params = Params()
        params.set("ip", ip)
        params.set("owner", owner)
        params.set("all", all)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Set an address aside (MAAS: `POST ipaddresses/?op=reserve`).
    @discardableResult
    public func reserve(_ parameters: AddressReservation = AddressReservation()) async throws -> IPAddressRecord {
        try await connection.decode(APICall("POST", path, op: "reserve", form: parameters.params, mayRetry: false))
    }

    /// Give an address back (MAAS: `POST ipaddresses/?op=release`).
    /// - Parameters:
    ///   - ip: address.
    ///   - force: whoever has it.
    ///   - discovered: an observed one.
    public func release(ip: String, force: Bool? = nil, discovered: Bool? = nil) async throws {
        var params = Params()
        params.set("ip", ip)
        params.set("force", force)
        params.set("discovered", discovered)
        try await connection.perform(APICall("POST", path, op: "release", form: params))
    }
}

extension MAASClient {
    /// Addresses that users have set aside: `ipaddresses/`.
    public var ipAddresses: IPAddresses { IPAddresses(connection: connection, path: "ipaddresses/") }
}
