extension Machines {
    /// The machines that match, by id.
    /// - Parameter filters: MAAS's: `hostname`, `id`, `zone`, `pool`, `tags`, `pod`, `status`, `not_…`, … An unknown
    ///   one is refused by MAAS with 400.
    public func list(_ filters: Params) async throws -> [Machine] {
        try await connection.decode(APICall("GET", path, query: filters))
    }

    /// Takes a Ready machine that matches (MAAS: op=allocate); 409 when there is none. MAAS may compose one on a VM
    /// host instead.
    public func allocate(_ constraints: Params) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "allocate", form: constraints, mayRetry: false))
    }

    /// Releases several machines, all or none; the system ids of those that were.
    @discardableResult
    public func release(_ systemIDs: [String], comment: String? = nil) async throws -> [String] {
        try await release(machines: systemIDs, comment: comment)
    }
}
