/// Tags (MAAS: tags/).
public struct Tags: Sendable {
    let connection: APIConnection

    /// Every tag, in the order they were made.
    public func list() async throws -> [Tag] { try await connection.decode(APICall("GET", "tags/")) }

    /// One tag by its name; 404 when there is none.
    public func get(_ name: String) async throws -> Tag { try await connection.decode(APICall("GET", path(name))) }

    /// Adds a tag that is put on machines by hand. Administrators only.
    public func create(name: String, comment: String = "") async throws -> Tag {
        try await connection.decode(APICall("POST", "tags/", form: ["name": name, "comment": comment]))
    }

    /// Removes the tag, and from every machine that carries it.
    public func delete(_ name: String) async throws { try await connection.perform(APICall("DELETE", path(name))) }

    /// The machines that carry the tag.
    public func machines(_ name: String) async throws -> [Machine] {
        try await connection.decode(APICall("GET", path(name), op: "machines"))
    }

    /// Puts the tag on nodes and takes it off others. MAAS ignores ids that it does not know.
    /// - Returns: how many known nodes were named for each.
    @discardableResult
    public func updateNodes(_ name: String, add: [String] = [], remove: [String] = []) async throws
        -> (added: Int, removed: Int)
    {
        struct Answer: Decodable { let added, removed: Int }
        var form = Params()
        for systemID in add { form.add("add", systemID) }
        for systemID in remove { form.add("remove", systemID) }
        let answer: Answer = try await connection.decode(APICall("POST", path(name), op: "update_nodes", form: form))
        return (answer.added, answer.removed)
    }

    private func path(_ name: String) -> String { "tags/\(name.percentEncoded)/" }
}
