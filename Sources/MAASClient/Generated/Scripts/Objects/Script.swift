// Written by script/generate-client.py; change Description/objects.json instead.

/// A commissioning, test or release script.
public struct Script: MAASObject {
    /// Names the script, as its name does.
    public var id: Int?
    /// Unique.
    public var name: String
    /// A short line.
    public var title: String?
    /// A longer one.
    public var description: String?
    /// Words to choose it by.
    public var tags: [String]?
    /// MAAS's number: 0 commissioning, 2 testing, 3 release.
    public var type: Int?
    /// The same in words.
    public var typeName: String?
    /// MAAS's number: 0 node, 1 CPU, 2 memory, 3 storage, 4 network, 5 GPU.
    public var hardwareType: Int?
    /// The same in words.
    public var hardwareTypeName: String?
    /// 0 alone, 1 beside others of its kind, 2 beside any.
    public var parallel: Int?
    /// How long it may take, `h:mm:ss`.
    public var timeout: String?
    /// Whether it overwrites disks.
    public var destructive: Bool?
    /// Whether it may restart the machine.
    public var mayReboot: Bool?
    /// Whether the machine is commissioned again after it.
    public var recommission: Bool?
    /// Hardware that it is for.
    public var forHardware: [String]?
    /// What it can be told.
    public var parameters: JSONValue?
    /// What is installed for it.
    public var packages: JSONValue?
    /// What it reports.
    public var results: JSONValue?
    /// Its versions.
    public var history: [JSONValue]?
    /// Whether it came with MAAS.
    public var isDefault: Bool?
    /// The text, base64, where it was asked for.
    public var script: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int? = nil, name: String, title: String? = nil, description: String? = nil, tags: [String]? = nil,
        type: Int? = nil, typeName: String? = nil, hardwareType: Int? = nil, hardwareTypeName: String? = nil,
        parallel: Int? = nil, timeout: String? = nil, destructive: Bool? = nil, mayReboot: Bool? = nil,
        recommission: Bool? = nil, forHardware: [String]? = nil, parameters: JSONValue? = nil,
        packages: JSONValue? = nil, results: JSONValue? = nil, history: [JSONValue]? = nil, isDefault: Bool? = nil,
        script: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.description = description
        self.tags = tags
        self.type = type
        self.typeName = typeName
        self.hardwareType = hardwareType
        self.hardwareTypeName = hardwareTypeName
        self.parallel = parallel
        self.timeout = timeout
        self.destructive = destructive
        self.mayReboot = mayReboot
        self.recommission = recommission
        self.forHardware = forHardware
        self.parameters = parameters
        self.packages = packages
        self.results = results
        self.history = history
        self.isDefault = isDefault
        self.script = script
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.optional("id")
        name = try reader.value("name")
        title = try reader.optional("title")
        description = try reader.optional("description")
        tags = try reader.optional("tags")
        type = try reader.optional("type")
        typeName = try reader.optional("type_name")
        hardwareType = try reader.optional("hardware_type")
        hardwareTypeName = try reader.optional("hardware_type_name")
        parallel = try reader.optional("parallel")
        timeout = try reader.optional("timeout")
        destructive = try reader.optional("destructive")
        mayReboot = try reader.optional("may_reboot")
        recommission = try reader.optional("recommission")
        forHardware = try reader.optional("for_hardware")
        parameters = try reader.optional("parameters")
        packages = try reader.optional("packages")
        results = try reader.optional("results")
        history = try reader.optional("history")
        isDefault = try reader.optional("default")
        script = try reader.optional("script")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("title", title)
        try writer.write("description", description)
        try writer.write("tags", tags)
        try writer.write("type", type)
        try writer.write("type_name", typeName)
        try writer.write("hardware_type", hardwareType)
        try writer.write("hardware_type_name", hardwareTypeName)
        try writer.write("parallel", parallel)
        try writer.write("timeout", timeout)
        try writer.write("destructive", destructive)
        try writer.write("may_reboot", mayReboot)
        try writer.write("recommission", recommission)
        try writer.write("for_hardware", forHardware)
        try writer.write("parameters", parameters)
        try writer.write("packages", packages)
        try writer.write("results", results)
        try writer.write("history", history)
        try writer.write("default", isDefault)
        try writer.write("script", script)
    }
}
