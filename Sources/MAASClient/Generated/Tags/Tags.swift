// Written by script/generate-client.py; change Description/operations.json instead.

/// Tags of machines and VM hosts (MAAS: tags/).
public struct Tags: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Tags {
    /// List tags (MAAS: `GET tags/`).
    public func list() async throws -> [Tag] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a tag (MAAS: `POST tags/`).
    /// - Parameters:
    ///   - name: name, unique: letters, digits, hyphens and underscores.
    ///   - comment: A line about it.
    ///   - definition: XPath expression over the hardware's description.
    ///   - kernelOpts: kernel options of machines with the tag.
    @discardableResult
    public func create(name: String, comment: String? = nil, definition: String? = nil, kernelOpts: String? = nil)
        async throws -> Tag
    {
        var params = Params()
        params.set("name", name)
        params.set("comment", comment)
        params.set("definition", definition)
        params.set("kernel_opts", kernelOpts)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Tags of machines and VM hosts: `tags/`.
    public var tags: Tags { Tags(connection: connection, path: "tags/") }
}
