// Written by script/generate-client.py; change Description/operations.json instead.

/// Text that goes into the DHCP server's configuration (MAAS: dhcp-snippets/).
public struct DHCPSnippets: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DHCPSnippets {
    /// List DHCP snippets (MAAS: `GET dhcp-snippets/`).
    public func list() async throws -> [DHCPSnippet] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a DHCP snippet (MAAS: `POST dhcp-snippets/`).
    @discardableResult
    public func create(_ parameters: DHCPSnippetCreation) async throws -> DHCPSnippet {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// Text for the DHCP server's configuration: `dhcp-snippets/`.
    public var dhcpSnippets: DHCPSnippets { DHCPSnippets(connection: connection, path: "dhcp-snippets/") }
}
