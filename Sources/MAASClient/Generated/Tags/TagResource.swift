// Written by script/generate-client.py; change Description/operations.json instead.

/// One tag, by name (MAAS: tags/{name}/).
public struct TagResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension TagResource {
    /// Read a tag (MAAS: `GET tags/{name}/`).
    public func get() async throws -> Tag {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a tag (MAAS: `PUT tags/{name}/`).
    /// - Parameters:
    ///   - name: name, unique: letters, digits, hyphens and underscores.
    ///   - comment: A line about it.
    ///   - definition: XPath expression over the hardware's description.
    ///   - kernelOpts: kernel options of machines with the tag.
    @discardableResult
    public func update(
        name: String? = nil, comment: String? = nil, definition: String? = nil, kernelOpts: String? = nil
    ) async throws -> Tag {
        var params = Params()
        params.set("name", name)
        params.set("comment", comment)
        params.set("definition", definition)
        params.set("kernel_opts", kernelOpts)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a tag, also one in use (MAAS: `DELETE tags/{name}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// The nodes with the tag (MAAS: `GET tags/{name}/?op=nodes`).
    public func nodes() async throws -> [Node] {
        try await connection.decode(APICall("GET", path, op: "nodes"))
    }

    /// The machines with the tag (MAAS: `GET tags/{name}/?op=machines`).
    public func machines() async throws -> [Machine] {
        try await connection.decode(APICall("GET", path, op: "machines"))
    }

    /// The devices with the tag (MAAS: `GET tags/{name}/?op=devices`).
    public func devices() async throws -> [Device] {
        try await connection.decode(APICall("GET", path, op: "devices"))
    }

    /// The rack controllers with the tag (MAAS: `GET tags/{name}/?op=rack_controllers`).
    public func rackControllers() async throws -> [RackController] {
        try await connection.decode(APICall("GET", path, op: "rack_controllers"))
    }

    /// The region controllers with the tag (MAAS: `GET tags/{name}/?op=region_controllers`).
    public func regionControllers() async throws -> [RegionController] {
        try await connection.decode(APICall("GET", path, op: "region_controllers"))
    }

    /// Evaluate the definition anew (MAAS: `POST tags/{name}/?op=rebuild`).
    @discardableResult
    public func rebuild() async throws -> JSONValue {
        try await connection.decode(APICall("POST", path, op: "rebuild", form: Params()))
    }

    /// Put the tag on nodes, or take it off them (MAAS: `POST tags/{name}/?op=update_nodes`).
    /// - Parameters:
    ///   - add: system ids, repeated.
    ///   - remove: system ids, repeated.
    ///   - definition: refused unless it is the tag's definition.
    ///   - rackController: the rack controller that evaluated the definition.
    @discardableResult
    public func updateNodes(
        add: [String]? = nil, remove: [String]? = nil, definition: String? = nil, rackController: String? = nil
    ) async throws -> TagChange {
        var params = Params()
        params.add("add", each: add)
        params.add("remove", each: remove)
        params.set("definition", definition)
        params.set("rack_controller", rackController)
        return try await connection.decode(APICall("POST", path, op: "update_nodes", form: params))
    }
}

extension Tags {
    /// One tag by its name; nothing is asked of MAAS yet.
    public func tag(_ name: String) -> TagResource {
        TagResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
