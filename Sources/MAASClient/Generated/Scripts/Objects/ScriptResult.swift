// Written by script/generate-client.py; change Description/objects.json instead.

/// What one script found on a node.
public struct ScriptResult: MAASObject {
    /// Names the result.
    public var id: Int
    /// The script's name.
    public var name: String
    /// How it stands.
    public var status: ScriptStatus
    /// The same in words.
    public var statusName: String
    /// What the script ended with.
    public var exitStatus: Int?
    /// When it began.
    public var started: String?
    /// When it was over.
    public var ended: String?
    /// How long it took, `h:mm:ss`.
    public var runtime: String?
    /// When it was queued.
    public var created: String?
    /// When it was last changed.
    public var updated: String?
    /// What it was told.
    public var parameters: JSONValue?
    /// The script.
    public var scriptID: Int?
    /// Whether a failure of it is overlooked.
    public var suppressed: Bool?
    /// What it wrote, standard output and errors as they came, base64; where it was asked for.
    public var output: String?
    /// What it wrote to standard output, base64; where it was asked for.
    public var stdout: String?
    /// What it wrote to standard error, base64; where it was asked for.
    public var stderr: String?
    /// What it reported, base64; where it was asked for.
    public var result: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, status: ScriptStatus, statusName: String, exitStatus: Int? = nil, started: String? = nil,
        ended: String? = nil, runtime: String? = nil, created: String? = nil, updated: String? = nil,
        parameters: JSONValue? = nil, scriptID: Int? = nil, suppressed: Bool? = nil, output: String? = nil,
        stdout: String? = nil, stderr: String? = nil, result: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.statusName = statusName
        self.exitStatus = exitStatus
        self.started = started
        self.ended = ended
        self.runtime = runtime
        self.created = created
        self.updated = updated
        self.parameters = parameters
        self.scriptID = scriptID
        self.suppressed = suppressed
        self.output = output
        self.stdout = stdout
        self.stderr = stderr
        self.result = result
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        status = try reader.value("status")
        statusName = try reader.value("status_name")
        exitStatus = try reader.optional("exit_status")
        started = try reader.optional("started")
        ended = try reader.optional("ended")
        runtime = try reader.optional("runtime")
        created = try reader.optional("created")
        updated = try reader.optional("updated")
        parameters = try reader.optional("parameters")
        scriptID = try reader.optional("script_id")
        suppressed = try reader.optional("suppressed")
        output = try reader.optional("output")
        stdout = try reader.optional("stdout")
        stderr = try reader.optional("stderr")
        result = try reader.optional("result")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("status", status)
        try writer.write("status_name", statusName)
        try writer.write("exit_status", exitStatus)
        try writer.write("started", started)
        try writer.write("ended", ended)
        try writer.write("runtime", runtime)
        try writer.write("created", created)
        try writer.write("updated", updated)
        try writer.write("parameters", parameters)
        try writer.write("script_id", scriptID)
        try writer.write("suppressed", suppressed)
        try writer.write("output", output)
        try writer.write("stdout", stdout)
        try writer.write("stderr", stderr)
        try writer.write("result", result)
    }
}
