/// Resource pools (MAAS: resourcepools/ and resourcepool/{id}/).
public struct ResourcePools: Sendable {
    let connection: APIConnection

    public func list() async throws -> [ResourcePool] {
        try await connection.decode(APICall("GET", "resourcepools/"))
    }

    public func get(_ id: Int) async throws -> ResourcePool {
        try await connection.decode(APICall("GET", "resourcepool/\(id)/"))
    }

    public func create(name: String, description: String = "") async throws -> ResourcePool {
        try await connection.decode(
            APICall("POST", "resourcepools/", form: ["name": name, "description": description]))
    }

    /// Refused while machines are in it.
    public func delete(_ id: Int) async throws {
        try await connection.perform(APICall("DELETE", "resourcepool/\(id)/"))
    }
}
