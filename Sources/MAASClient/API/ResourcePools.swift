/// Resource pools (MAAS: resourcepools/ and resourcepool/{id}/).
public struct ResourcePools: Sendable {
    let connection: APIConnection

    /// Every pool that the key's user may see, by name.
    public func list() async throws -> [ResourcePool] {
        try await connection.decode(APICall("GET", "resourcepools/"))
    }

    /// One pool by its id. MAAS spells this path in the singular: `resourcepool/{id}/`.
    public func get(_ id: Int) async throws -> ResourcePool {
        try await connection.decode(APICall("GET", "resourcepool/\(id)/"))
    }

    /// Adds a pool. Administrators only; the name must be new.
    public func create(name: String, description: String = "") async throws -> ResourcePool {
        try await connection.decode(
            APICall("POST", "resourcepools/", form: ["name": name, "description": description]))
    }

    /// Refused while machines are in it.
    public func delete(_ id: Int) async throws {
        try await connection.perform(APICall("DELETE", "resourcepool/\(id)/"))
    }
}
