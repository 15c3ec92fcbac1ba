// Written by script/generate-client.py; change Description/objects.json instead.

/// A power driver and what it needs to know.
public struct PowerType: MAASObject {
    /// What `power_type` of a machine says.
    public var name: String
    /// For people.
    public var description: String
    /// `power` or `pod`.
    public var driverType: String?
    /// The power parameters that it takes.
    public var fields: [JSONValue]?
    /// Packages that its rack lacks for it.
    public var missingPackages: [String]?
    /// Whether it is for several machines at once.
    public var chassis: Bool?
    /// Whether it can tell whether a machine is on.
    public var queryable: Bool?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        name: String, description: String, driverType: String? = nil, fields: [JSONValue]? = nil,
        missingPackages: [String]? = nil, chassis: Bool? = nil, queryable: Bool? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.description = description
        self.driverType = driverType
        self.fields = fields
        self.missingPackages = missingPackages
        self.chassis = chassis
        self.queryable = queryable
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        name = try reader.value("name")
        description = try reader.value("description")
        driverType = try reader.optional("driver_type")
        fields = try reader.optional("fields")
        missingPackages = try reader.optional("missing_packages")
        chassis = try reader.optional("chassis")
        queryable = try reader.optional("queryable")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("name", name)
        try writer.write("description", description)
        try writer.write("driver_type", driverType)
        try writer.write("fields", fields)
        try writer.write("missing_packages", missingPackages)
        try writer.write("chassis", chassis)
        try writer.write("queryable", queryable)
    }
}
