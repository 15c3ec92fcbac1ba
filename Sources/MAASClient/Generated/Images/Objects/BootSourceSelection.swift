// Written by script/generate-client.py; change Description/objects.json instead.

/// What is taken from a source.
public struct BootSourceSelection: MAASObject {
    /// Names the selection in paths.
    public var id: Int
    /// The source.
    public var bootSourceID: Int?
    /// The operating system.
    public var os: String
    /// The release, such as `noble`.
    public var release: String
    /// Architectures; `*` for all.
    public var arches: [String]
    /// Kernels; `*` for all.
    public var subarches: [String]?
    /// Labels; `*` for all.
    public var labels: [String]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, bootSourceID: Int? = nil, os: String, release: String, arches: [String], subarches: [String]? = nil,
        labels: [String]? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.bootSourceID = bootSourceID
        self.os = os
        self.release = release
        self.arches = arches
        self.subarches = subarches
        self.labels = labels
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        bootSourceID = try reader.optional("boot_source_id")
        os = try reader.value("os")
        release = try reader.value("release")
        arches = try reader.value("arches")
        subarches = try reader.optional("subarches")
        labels = try reader.optional("labels")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("boot_source_id", bootSourceID)
        try writer.write("os", os)
        try writer.write("release", release)
        try writer.write("arches", arches)
        try writer.write("subarches", subarches)
        try writer.write("labels", labels)
    }
}
