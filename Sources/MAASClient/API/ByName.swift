// What callers do most to one object of a collection, without a step to the object first.

extension Zones {
    /// One zone by its name; 404 when there is none.
    public func get(_ name: String) async throws -> Zone { try await zone(name).get() }

    /// What was in it goes to the default zone. One that is not there is no error for MAAS.
    public func delete(_ name: String) async throws { try await zone(name).delete() }
}

extension ResourcePools {
    /// One pool by its id. MAAS spells this path in the singular: `resourcepool/{id}/`.
    public func get(_ id: Int) async throws -> ResourcePool { try await resourcePool(id).get() }

    /// Refused while machines are in it.
    public func delete(_ id: Int) async throws { try await resourcePool(id).delete() }
}

extension Subnets {
    /// One subnet by its id.
    public func get(_ id: Int) async throws -> Subnet { try await subnet(id).get() }

    /// Ranges in use, with what for.
    public func reservedRanges(_ id: Int) async throws -> [AddressRange] { try await subnet(id).reservedIPRanges() }

    /// Ranges that are free.
    public func unreservedRanges(_ id: Int) async throws -> [AddressRange] { try await subnet(id).unreservedIPRanges() }
}

extension Tags {
    /// One tag by its name; 404 when there is none.
    public func get(_ name: String) async throws -> Tag { try await tag(name).get() }

    /// Removes the tag, and from every machine that carries it.
    public func delete(_ name: String) async throws { try await tag(name).delete() }

    /// The machines that carry the tag.
    public func machines(_ name: String) async throws -> [Machine] { try await tag(name).machines() }

    /// Puts the tag on nodes and takes it off others. MAAS ignores ids that it does not know.
    /// - Returns: how many known nodes were named for each.
    @discardableResult
    public func updateNodes(_ name: String, add: [String] = [], remove: [String] = []) async throws
        -> (added: Int, removed: Int)
    {
        let change = try await tag(name).updateNodes(add: add, remove: remove)
        return (change.added, change.removed)
    }
}
