// Written by script/generate-client.py; change Description/operations.json instead.

/// One group of users, by id (MAAS: groups/{id}/).
public struct UserGroupResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension UserGroupResource {
    /// Read a group (MAAS: `GET groups/{id}/`). Since MAAS 3.8.
    public func get() async throws -> UserGroup {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a group (MAAS: `PUT groups/{id}/`). Since MAAS 3.8.
    /// - Parameters:
    ///   - name: name, unique.
    ///   - description: A line about it.
    @discardableResult
    public func update(name: String? = nil, description: String? = nil) async throws -> UserGroup {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a group (MAAS: `DELETE groups/{id}/`). Since MAAS 3.8.
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// List members (MAAS: `GET groups/{id}/?op=list_members`). Since MAAS 3.8.
    public func listMembers() async throws -> [UserGroupMember] {
        try await connection.decode(APICall("GET", path, op: "list_members"))
    }

    /// Add a member (MAAS: `POST groups/{id}/?op=add_member`). Since MAAS 3.8.
    /// - Parameter username: who.
    public func addMember(_ username: String) async throws {
        var params = Params()
        params.set("username", username)
        try await connection.perform(APICall("POST", path, op: "add_member", form: params))
    }

    /// Remove a member (MAAS: `POST groups/{id}/?op=remove_member`). Since MAAS 3.8.
    /// - Parameter username: who.
    public func removeMember(_ username: String) async throws {
        var params = Params()
        params.set("username", username)
        try await connection.perform(APICall("POST", path, op: "remove_member", form: params))
    }

    /// List what members may do (MAAS: `GET groups/{id}/?op=list_entitlements`). Since MAAS 3.8.
    public func listEntitlements() async throws -> [UserGroupEntitlement] {
        try await connection.decode(APICall("GET", path, op: "list_entitlements"))
    }

    /// Let members do something (MAAS: `POST groups/{id}/?op=add_entitlement`). Since MAAS 3.8.
    /// - Parameters:
    ///   - resourceType: `maas`, or `pool`.
    ///   - resourceID: the pool's id; 0 for `maas`.
    ///   - entitlement: such as `can_view_machines`.
    public func addEntitlement(resourceType: String, resourceID: Int, entitlement: String) async throws {
        var params = Params()
        params.set("resource_type", resourceType)
        params.set("resource_id", resourceID)
        params.set("entitlement", entitlement)
        try await connection.perform(APICall("POST", path, op: "add_entitlement", form: params))
    }

    /// Take an entitlement away (MAAS: `POST groups/{id}/?op=remove_entitlement`). Since MAAS 3.8.
    /// - Parameters:
    ///   - resourceType: `maas`, or `pool`.
    ///   - resourceID: the pool's id; 0 for `maas`.
    ///   - entitlement: such as `can_view_machines`.
    public func removeEntitlement(resourceType: String, resourceID: Int, entitlement: String) async throws {
        var params = Params()
        params.set("resource_type", resourceType)
        params.set("resource_id", resourceID)
        params.set("entitlement", entitlement)
        try await connection.perform(APICall("POST", path, op: "remove_entitlement", form: params))
    }
}

extension UserGroups {
    /// One group by its id; nothing is asked of MAAS yet.
    public func userGroup(_ id: Int) -> UserGroupResource {
        UserGroupResource(connection: connection, path: "\(path)\(id)/")
    }
}
