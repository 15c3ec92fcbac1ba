// Written by script/generate-client.py; change Description/operations.json instead.

/// One script, by name (MAAS: scripts/{name}).
public struct ScriptResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ScriptResource {
    /// Read a script (MAAS: `GET scripts/{name}`).
    /// - Parameter includeScript: with its texts, base64.
    public func get(includeScript: Bool? = nil) async throws -> Script {
        var params = Params()
        params.set("include_script", includeScript)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Change a script (MAAS: `PUT scripts/{name}`).
    @discardableResult
    public func update(_ parameters: ScriptUpdate = ScriptUpdate()) async throws -> Script {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a script (MAAS: `DELETE scripts/{name}`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Download a script (MAAS: `GET scripts/{name}?op=download`).
    /// - Parameters:
    ///   - revision: the id of a version.
    ///   - rev: short for revision.
    public func download(revision: Int? = nil, rev: Int? = nil) async throws -> String {
        var params = Params()
        params.set("revision", revision)
        params.set("rev", rev)
        return try await connection.text(APICall("GET", path, op: "download", query: params))
    }

    /// Tag a script (MAAS: `POST scripts/{name}?op=add_tag`).
    /// - Parameter tag: the tag.
    @discardableResult
    public func addTag(_ tag: String) async throws -> Script {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "add_tag", form: params))
    }

    /// Untag a script (MAAS: `POST scripts/{name}?op=remove_tag`).
    /// - Parameter tag: the tag.
    @discardableResult
    public func removeTag(_ tag: String) async throws -> Script {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "remove_tag", form: params))
    }

    /// Return to an older version (MAAS: `POST scripts/{name}?op=revert`).
    /// - Parameter to: the id of a version, or how many to go back, negative.
    @discardableResult
    public func revert(to: Int) async throws -> Script {
        var params = Params()
        params.set("to", to)
        return try await connection.decode(APICall("POST", path, op: "revert", form: params))
    }
}

extension Scripts {
    /// One script by its name; nothing is asked of MAAS yet.
    public func script(_ name: String) -> ScriptResource {
        ScriptResource(connection: connection, path: "\(path)\(name.percentEncoded)")
    }
}
