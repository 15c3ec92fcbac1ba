/// Subnets (MAAS: subnets/).
public struct Subnets: Sendable {
    let connection: APIConnection

    /// Every subnet, by id.
    public func list() async throws -> [Subnet] { try await connection.decode(APICall("GET", "subnets/")) }

    /// One subnet by its id.
    public func get(_ id: Int) async throws -> Subnet { try await connection.decode(APICall("GET", "subnets/\(id)/")) }

    /// Ranges in use, with what for.
    public func reservedRanges(_ id: Int) async throws -> [AddressRange] {
        try await connection.decode(APICall("GET", "subnets/\(id)/", op: "reserved_ip_ranges"))
    }

    /// Ranges that are free.
    public func unreservedRanges(_ id: Int) async throws -> [AddressRange] {
        try await connection.decode(APICall("GET", "subnets/\(id)/", op: "unreserved_ip_ranges"))
    }
}
