// Written by script/generate-client.py; change Description/objects.json instead.

/// What `version/` says.
public struct Version: MAASObject {
    /// `3.7.3`.
    public var version: String
    /// Empty in the releases of today.
    public var subversion: String
    /// What this MAAS can do, for clients that look before they ask, such as `networks-management`.
    public var capabilities: [String]
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(version: String, subversion: String, capabilities: [String], others: [String: JSONValue] = [:]) {
        self.version = version
        self.subversion = subversion
        self.capabilities = capabilities
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        version = try reader.value("version")
        subversion = try reader.value("subversion")
        capabilities = try reader.value("capabilities")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("version", version)
        try writer.write("subversion", subversion)
        try writer.write("capabilities", capabilities)
    }
}
