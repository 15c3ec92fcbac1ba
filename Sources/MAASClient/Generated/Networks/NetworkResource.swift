// Written by script/generate-client.py; change Description/operations.json instead.

/// One of them, by a name such as `subnet-1` (MAAS: networks/{name}/).
public struct NetworkResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension NetworkResource {
    /// Read a network (MAAS: `GET networks/{name}/`).
    public func get() async throws -> Network {
        try await connection.decode(APICall("GET", path))
    }

    /// Gone (MAAS: `PUT networks/{name}/`).
    public func update() async throws {
        try await connection.perform(APICall("PUT", path, form: Params()))
    }

    /// Gone (MAAS: `DELETE networks/{name}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// List connected MAC addresses (MAAS: `GET networks/{name}/?op=list_connected_macs`).
    public func listConnectedMACs() async throws -> JSONValue {
        try await connection.decode(APICall("GET", path, op: "list_connected_macs"))
    }

    /// Gone (MAAS: `POST networks/{name}/?op=connect_macs`).
    public func connectMACs() async throws {
        try await connection.perform(APICall("POST", path, op: "connect_macs", form: Params()))
    }

    /// Gone (MAAS: `POST networks/{name}/?op=disconnect_macs`).
    public func disconnectMACs() async throws {
        try await connection.perform(APICall("POST", path, op: "disconnect_macs", form: Params()))
    }
}

extension Networks {
    /// One of them by its name; nothing is asked of MAAS yet.
    public func network(_ name: String) -> NetworkResource {
        NetworkResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
