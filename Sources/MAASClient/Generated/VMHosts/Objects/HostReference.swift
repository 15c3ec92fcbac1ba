// Written by script/generate-client.py; change Description/objects.json instead.

/// The node that a VM host runs on, in short.
public struct HostReference: MAASObject {
    /// The node's system id; `nil` when MAAS does not know it.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(systemID: String? = nil, others: [String: JSONValue] = [:]) {
        self.systemID = systemID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        systemID = try reader.optional("system_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("system_id", systemID)
    }
}
