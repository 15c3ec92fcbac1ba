// Written by script/generate-client.py; change Description/objects.json instead.

/// A DNS domain.
public struct Domain: MAASObject {
    /// Names the domain in paths; 0 for the one that is always there.
    public var id: Int
    /// Without a dot at its end.
    public var name: String
    /// Whether MAAS answers for it.
    public var authoritative: Bool?
    /// Seconds; `nil` for the region's.
    public var ttl: Int?
    /// Whether machines get it that name none.
    public var isDefault: Bool?
    /// How many records it has.
    public var resourceRecordCount: Int?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, authoritative: Bool? = nil, ttl: Int? = nil, isDefault: Bool? = nil,
        resourceRecordCount: Int? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.authoritative = authoritative
        self.ttl = ttl
        self.isDefault = isDefault
        self.resourceRecordCount = resourceRecordCount
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        authoritative = try reader.optional("authoritative")
        ttl = try reader.optional("ttl")
        isDefault = try reader.optional("is_default")
        resourceRecordCount = try reader.optional("resource_record_count")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("authoritative", authoritative)
        try writer.write("ttl", ttl)
        try writer.write("is_default", isDefault)
        try writer.write("resource_record_count", resourceRecordCount)
    }
}
