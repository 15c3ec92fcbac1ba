// Written by script/generate-client.py; change Description/operations.json instead.

/// Subnets (MAAS: subnets/).
public struct Subnets: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Subnets {
    /// List subnets (MAAS: `GET subnets/`).
    public func list() async throws -> [Subnet] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a subnet (MAAS: `POST subnets/`).
    @discardableResult
    public func create(_ parameters: SubnetCreation) async throws -> Subnet {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// Subnets and their ranges of addresses: `subnets/`.
    public var subnets: Subnets { Subnets(connection: connection, path: "subnets/") }
}
