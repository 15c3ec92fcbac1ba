/// The machines of a region (MAAS: machines/).
public struct Machines: Sendable {
    let connection: APIConnection

    /// The machines that match, by id.
    /// - Parameter filters: MAAS's: `hostname`, `id`, `zone`, `pool`, `tags`, `pod`, `status`, `not_…`, … An unknown
    ///   one is refused by MAAS with 400.
    public func list(_ filters: Params = [:]) async throws -> [Machine] {
        try await connection.decode(APICall("GET", "machines/", query: filters))
    }

    /// One machine by its system id; nothing is asked of MAAS yet.
    public func machine(_ systemID: String) -> MachineResource {
        MachineResource(connection: connection, systemID: systemID)
    }

    /// Takes a Ready machine that matches (MAAS: op=allocate); 409 when there is none. MAAS may compose one on a VM
    /// host instead.
    public func allocate(_ constraints: Params = [:]) async throws -> Machine {
        try await connection.decode(APICall("POST", "machines/", op: "allocate", form: constraints, mayRetry: false))
    }

    /// Releases several machines, all or none; the system ids of those that were.
    public func release(_ systemIDs: [String], comment: String? = nil) async throws -> [String] {
        var form = Params()
        for systemID in systemIDs { form.add("machines", systemID) }
        form.set("comment", comment)
        return try await connection.decode(APICall("POST", "machines/", op: "release", form: form))
    }
}
