// Written by script/generate-client.py; change Description/objects.json instead.

/// An archive that machines install packages from.
public struct PackageRepository: MAASObject {
    /// Names the repository in paths.
    public var id: Int
    /// Unique.
    public var name: String
    /// Where it is.
    public var url: String
    /// Distributions; empty for the machine's own.
    public var distributions: [String]?
    /// Components of an archive that is not Ubuntu's.
    public var components: [String]?
    /// Pockets that are left out.
    public var disabledPockets: [String]?
    /// Components that are left out.
    public var disabledComponents: [String]?
    /// Whether sources are left out.
    public var disableSources: Bool?
    /// Architectures it is for.
    public var arches: [String]?
    /// The public key that signs it.
    public var key: String?
    /// Whether it is used.
    public var enabled: Bool?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, url: String, distributions: [String]? = nil, components: [String]? = nil,
        disabledPockets: [String]? = nil, disabledComponents: [String]? = nil, disableSources: Bool? = nil,
        arches: [String]? = nil, key: String? = nil, enabled: Bool? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.distributions = distributions
        self.components = components
        self.disabledPockets = disabledPockets
        self.disabledComponents = disabledComponents
        self.disableSources = disableSources
        self.arches = arches
        self.key = key
        self.enabled = enabled
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        url = try reader.value("url")
        distributions = try reader.optional("distributions")
        components = try reader.optional("components")
        disabledPockets = try reader.optional("disabled_pockets")
        disabledComponents = try reader.optional("disabled_components")
        disableSources = try reader.optional("disable_sources")
        arches = try reader.optional("arches")
        key = try reader.optional("key")
        enabled = try reader.optional("enabled")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("url", url)
        try writer.write("distributions", distributions)
        try writer.write("components", components)
        try writer.write("disabled_pockets", disabledPockets)
        try writer.write("disabled_components", disabledComponents)
        try writer.write("disable_sources", disableSources)
        try writer.write("arches", arches)
        try writer.write("key", key)
        try writer.write("enabled", enabled)
    }
}
