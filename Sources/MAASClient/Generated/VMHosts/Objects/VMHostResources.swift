// Written by script/generate-client.py; change Description/objects.json instead.

/// Cores, memory and storage of a VM host.
public struct VMHostResources: MAASObject {
    /// Virtual ones, where hyper-threads count.
    public var cores: Int
    /// MiB.
    public var memory: Int
    /// Bytes.
    public var localStorage: Int
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(cores: Int, memory: Int, localStorage: Int, others: [String: JSONValue] = [:]) {
        self.cores = cores
        self.memory = memory
        self.localStorage = localStorage
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        cores = try reader.value("cores")
        memory = try reader.value("memory")
        localStorage = try reader.value("local_storage")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("cores", cores)
        try writer.write("memory", memory)
        try writer.write("local_storage", localStorage)
    }
}
