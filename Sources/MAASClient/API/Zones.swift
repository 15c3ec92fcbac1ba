/// Availability zones, by name (MAAS: zones/).
public struct Zones: Sendable {
    let connection: APIConnection

    /// Every zone, by name.
    public func list() async throws -> [Zone] { try await connection.decode(APICall("GET", "zones/")) }

    /// One zone by its name; 404 when there is none.
    public func get(_ name: String) async throws -> Zone {
        try await connection.decode(APICall("GET", "zones/\(name.percentEncoded)/"))
    }

    /// Adds a zone. Administrators only; the name must be new.
    public func create(name: String, description: String = "") async throws -> Zone {
        try await connection.decode(APICall("POST", "zones/", form: ["name": name, "description": description]))
    }

    /// What was in it goes to the default zone. One that is not there is no error for MAAS.
    public func delete(_ name: String) async throws {
        try await connection.perform(APICall("DELETE", "zones/\(name.percentEncoded)/"))
    }
}
