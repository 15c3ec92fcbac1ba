// Written by script/generate-client.py; change Description/operations.json instead.

/// One snippet, by id (MAAS: dhcp-snippets/{id}/).
public struct DHCPSnippetResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DHCPSnippetResource {
    /// Read a DHCP snippet (MAAS: `GET dhcp-snippets/{id}/`).
    public func get() async throws -> DHCPSnippet {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a DHCP snippet (MAAS: `PUT dhcp-snippets/{id}/`).
    @discardableResult
    public func update(_ parameters: DHCPSnippetUpdate = DHCPSnippetUpdate()) async throws -> DHCPSnippet {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a DHCP snippet (MAAS: `DELETE dhcp-snippets/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Return to an older value (MAAS: `POST dhcp-snippets/{id}/?op=revert`).
    /// - Parameter to: id of a version, or how many to go back as a negative number.
    @discardableResult
    public func revert(to: Int) async throws -> DHCPSnippet {
        var params = Params()
        params.set("to", to)
        return try await connection.decode(APICall("POST", path, op: "revert", form: params))
    }
}

extension DHCPSnippets {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func dhcpSnippet(_ id: Int) -> DHCPSnippetResource {
        DHCPSnippetResource(connection: connection, path: "\(path)\(id)/")
    }
}

extension DHCPSnippets {
    /// One of them by its name.
    public func dhcpSnippet(named name: String) -> DHCPSnippetResource {
        DHCPSnippetResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
