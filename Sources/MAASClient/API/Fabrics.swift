/// Fabrics with their VLANs (MAAS: fabrics/).
public struct Fabrics: Sendable {
    let connection: APIConnection

    public func list() async throws -> [Fabric] { try await connection.decode(APICall("GET", "fabrics/")) }
}
