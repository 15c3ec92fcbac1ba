// Written by script/generate-client.py; change Description/objects.json instead.

/// An image that machines boot or are deployed with.
public struct BootResource: MAASObject {
    /// Names the image in paths.
    public var id: Int
    /// `Synced` or `Uploaded`.
    public var type: String
    /// `ubuntu/noble`, or the name of an uploaded one.
    public var name: String
    /// With its kernel, such as `amd64/ga-24.04`.
    public var architecture: String
    /// For people.
    public var title: String?
    /// The kernels that it is good for, parted by commas.
    public var subarches: String?
    /// The system that an uploaded one is built on.
    public var baseImage: String?
    /// When a machine was last deployed with it.
    public var lastDeployed: String?
    /// Its versions, by name; only where one image is read.
    public var sets: [String: BootResourceSet]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, type: String, name: String, architecture: String, title: String? = nil, subarches: String? = nil,
        baseImage: String? = nil, lastDeployed: String? = nil, sets: [String: BootResourceSet]? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.type = type
        self.name = name
        self.architecture = architecture
        self.title = title
        self.subarches = subarches
        self.baseImage = baseImage
        self.lastDeployed = lastDeployed
        self.sets = sets
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        type = try reader.value("type")
        name = try reader.value("name")
        architecture = try reader.value("architecture")
        title = try reader.optional("title")
        subarches = try reader.optional("subarches")
        baseImage = try reader.optional("base_image")
        lastDeployed = try reader.optional("last_deployed")
        sets = try reader.optional("sets")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("type", type)
        try writer.write("name", name)
        try writer.write("architecture", architecture)
        try writer.write("title", title)
        try writer.write("subarches", subarches)
        try writer.write("base_image", baseImage)
        try writer.write("last_deployed", lastDeployed)
        try writer.write("sets", sets)
    }
}
