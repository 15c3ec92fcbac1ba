// Written by script/generate-client.py; change Description/objects.json instead.

/// What the members of a group of users may do.
public struct UserGroupEntitlement: MAASObject {
    /// `maas`, or `pool`.
    public var resourceType: String
    /// The pool's id; 0 for `maas`.
    public var resourceID: Int
    /// Such as `can_view_machines`.
    public var entitlement: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(resourceType: String, resourceID: Int, entitlement: String, others: [String: JSONValue] = [:]) {
        self.resourceType = resourceType
        self.resourceID = resourceID
        self.entitlement = entitlement
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        resourceType = try reader.value("resource_type")
        resourceID = try reader.value("resource_id")
        entitlement = try reader.value("entitlement")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("resource_type", resourceType)
        try writer.write("resource_id", resourceID)
        try writer.write("entitlement", entitlement)
    }
}
