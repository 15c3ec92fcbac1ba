// Written by script/generate-client.py; change Description/objects.json instead.

/// One file of an image.
public struct BootResourceFile: MAASObject {
    /// What it is called.
    public var filename: String
    /// What it is, such as `squashfs` or `root-tgz`.
    public var filetype: String
    /// Bytes.
    public var size: Int?
    /// The hash of the whole file.
    public var sha256: String?
    /// Whether it is all there.
    public var complete: Bool?
    /// How much of it is there, in percent.
    public var progress: Double?
    /// Where its pieces go while it is not all there.
    public var uploadURI: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        filename: String, filetype: String, size: Int? = nil, sha256: String? = nil, complete: Bool? = nil,
        progress: Double? = nil, uploadURI: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.filename = filename
        self.filetype = filetype
        self.size = size
        self.sha256 = sha256
        self.complete = complete
        self.progress = progress
        self.uploadURI = uploadURI
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        filename = try reader.value("filename")
        filetype = try reader.value("filetype")
        size = try reader.optional("size")
        sha256 = try reader.optional("sha256")
        complete = try reader.optional("complete")
        progress = try reader.optional("progress")
        uploadURI = try reader.optional("upload_uri")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("filename", filename)
        try writer.write("filetype", filetype)
        try writer.write("size", size)
        try writer.write("sha256", sha256)
        try writer.write("complete", complete)
        try writer.write("progress", progress)
        try writer.write("upload_uri", uploadURI)
    }
}
