// Written by script/generate-client.py; change Description/objects.json instead.

/// A tag of machines and VM hosts.
public struct Tag: MAASObject {
    /// Letters, digits, dashes and underscores; what paths go by.
    public var name: String
    /// An XPath expression: MAAS puts the tag on every machine whose hardware matches. Empty: it is put on by hand.
    public var definition: String
    /// For people; may be empty.
    public var comment: String
    /// Kernel parameters that deployed machines with this tag boot with; `nil` or empty for none.
    public var kernelOpts: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        name: String, definition: String, comment: String, kernelOpts: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.definition = definition
        self.comment = comment
        self.kernelOpts = kernelOpts
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        name = try reader.value("name")
        definition = try reader.value("definition")
        comment = try reader.value("comment")
        kernelOpts = try reader.optional("kernel_opts")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("name", name)
        try writer.write("definition", definition)
        try writer.write("comment", comment)
        try writer.write("kernel_opts", kernelOpts)
    }
}
