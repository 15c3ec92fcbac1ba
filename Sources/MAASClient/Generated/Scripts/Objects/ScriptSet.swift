// Written by script/generate-client.py; change Description/objects.json instead.

/// One run of scripts on a node.
public struct ScriptSet: MAASObject {
    /// Names the run in paths.
    public var id: Int
    /// The node.
    public var systemID: String
    /// MAAS's number: 0 commissioning, 1 installation, 2 testing, 3 release.
    public var type: Int?
    /// The same in words.
    public var typeName: String?
    /// How it stands as a whole.
    public var status: ScriptStatus
    /// The same in words.
    public var statusName: String
    /// When it began.
    public var started: String?
    /// When it was over.
    public var ended: String?
    /// How long it took, `h:mm:ss`.
    public var runtime: String?
    /// When the machine was last heard of.
    public var lastPing: String?
    /// What each script found.
    public var results: [ScriptResult]
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, systemID: String, type: Int? = nil, typeName: String? = nil, status: ScriptStatus, statusName: String,
        started: String? = nil, ended: String? = nil, runtime: String? = nil, lastPing: String? = nil,
        results: [ScriptResult] = [], others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.systemID = systemID
        self.type = type
        self.typeName = typeName
        self.status = status
        self.statusName = statusName
        self.started = started
        self.ended = ended
        self.runtime = runtime
        self.lastPing = lastPing
        self.results = results
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        systemID = try reader.value("system_id")
        type = try reader.optional("type")
        typeName = try reader.optional("type_name")
        status = try reader.value("status")
        statusName = try reader.value("status_name")
        started = try reader.optional("started")
        ended = try reader.optional("ended")
        runtime = try reader.optional("runtime")
        lastPing = try reader.optional("last_ping")
        results = try reader.optional("results") ?? []
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("system_id", systemID)
        try writer.write("type", type)
        try writer.write("type_name", typeName)
        try writer.write("status", status)
        try writer.write("status_name", statusName)
        try writer.write("started", started)
        try writer.write("ended", ended)
        try writer.write("runtime", runtime)
        try writer.write("last_ping", lastPing)
        try writer.write("results", results)
    }
}
