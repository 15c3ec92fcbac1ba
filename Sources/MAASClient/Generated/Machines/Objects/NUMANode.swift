// Written by script/generate-client.py; change Description/objects.json instead.

/// A part of a machine whose cores and memory are near to each other.
public struct NUMANode: MAASObject {
    /// From 0.
    public var index: Int
    /// MiB.
    public var memory: Int
    /// Numbers of its cores.
    public var cores: [Int]
    /// Its huge pages.
    public var hugepagesSet: [JSONValue]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        index: Int, memory: Int, cores: [Int], hugepagesSet: [JSONValue]? = nil, others: [String: JSONValue] = [:]
    ) {
        self.index = index
        self.memory = memory
        self.cores = cores
        self.hugepagesSet = hugepagesSet
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        index = try reader.value("index")
        memory = try reader.value("memory")
        cores = try reader.value("cores")
        hugepagesSet = try reader.optional("hugepages_set")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("index", index)
        try writer.write("memory", memory)
        try writer.write("cores", cores)
        try writer.write("hugepages_set", hugepagesSet)
    }
}
