// Written by script/generate-client.py; change Description/operations.json instead.

/// One VM host, by id (MAAS: vm-hosts/{id}/).
public struct VMHostResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
    /// The number that MAAS gives a VM host, which stays when the host is renamed.
    public let id: Int
}

extension VMHostResource {
    /// Read a VM host (MAAS: `GET vm-hosts/{id}/`). Gone after MAAS 3.8.
    public func get() async throws -> VMHost {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a VM host (MAAS: `PUT vm-hosts/{id}/`). Gone after MAAS 3.8.
    @discardableResult
    public func update(_ parameters: VMHostRegistration = VMHostRegistration()) async throws -> VMHost {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a VM host (MAAS: `DELETE vm-hosts/{id}/`). Gone after MAAS 3.8.
    /// - Parameter decompose: destroy its VMs too.
    public func delete(decompose: Bool? = nil) async throws {
        var params = Params()
        params.set("decompose", decompose)
        try await connection.perform(APICall("DELETE", path, query: params))
    }

    /// Look at the hypervisor anew (MAAS: `POST vm-hosts/{id}/?op=refresh`). Gone after MAAS 3.8.
    @discardableResult
    public func refresh() async throws -> VMHost {
        try await connection.decode(APICall("POST", path, op: "refresh", form: Params()))
    }

    /// Add a tag to a VM host (MAAS: `POST vm-hosts/{id}/?op=add_tag`). Gone after MAAS 3.8.
    /// - Parameter tag: one tag.
    @discardableResult
    public func addTag(_ tag: String) async throws -> VMHost {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "add_tag", form: params))
    }

    /// Take a tag off a VM host (MAAS: `POST vm-hosts/{id}/?op=remove_tag`). Gone after MAAS 3.8.
    /// - Parameter tag: one tag.
    @discardableResult
    public func removeTag(_ tag: String) async throws -> VMHost {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "remove_tag", form: params))
    }

    /// Power parameters of a VM host, secrets included (MAAS: `GET vm-hosts/{id}/?op=parameters`). Gone after MAAS
    /// 3.8.
    public func parameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "parameters"))
    }
}

extension VMHosts {
    /// One VM host, by MAAS's id; nothing is asked of MAAS yet.
    public func vmHost(_ id: Int) -> VMHostResource {
        VMHostResource(connection: connection, path: "\(path)\(id)/", id: id)
    }
}
