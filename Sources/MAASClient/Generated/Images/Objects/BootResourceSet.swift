// Written by script/generate-client.py; change Description/objects.json instead.

/// One version of an image.
public struct BootResourceSet: MAASObject {
    /// Such as `20260101`.
    public var version: String
    /// `stable`, `uploaded` and others.
    public var label: String?
    /// Bytes of all files.
    public var size: Int?
    /// Whether every file is there.
    public var complete: Bool?
    /// How much of it is there, in percent.
    public var progress: Double?
    /// Its files, by name.
    public var files: [String: BootResourceFile]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        version: String, label: String? = nil, size: Int? = nil, complete: Bool? = nil, progress: Double? = nil,
        files: [String: BootResourceFile]? = nil, others: [String: JSONValue] = [:]
    ) {
        self.version = version
        self.label = label
        self.size = size
        self.complete = complete
        self.progress = progress
        self.files = files
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        version = try reader.value("version")
        label = try reader.optional("label")
        size = try reader.optional("size")
        complete = try reader.optional("complete")
        progress = try reader.optional("progress")
        files = try reader.optional("files")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("version", version)
        try writer.write("label", label)
        try writer.write("size", size)
        try writer.write("complete", complete)
        try writer.write("progress", progress)
        try writer.write("files", files)
    }
}
