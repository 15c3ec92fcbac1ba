/// Fabrics with their VLANs (MAAS: fabrics/).
public struct Fabrics: Sendable {
    let connection: APIConnection

    /// Every fabric, by id, each with all of its VLANs.
    public func list() async throws -> [Fabric] { try await connection.decode(APICall("GET", "fabrics/")) }
}
