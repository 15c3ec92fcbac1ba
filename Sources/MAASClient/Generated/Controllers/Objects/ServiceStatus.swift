// Written by script/generate-client.py; change Description/objects.json instead.

/// A service of a controller.
public struct ServiceStatus: MAASObject {
    /// Such as `dhcpd`.
    public var name: String
    /// `running`, `degraded`, `dead`, `off` or `unknown`.
    public var status: String
    /// What is wrong, in words.
    public var statusInfo: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(name: String, status: String, statusInfo: String? = nil, others: [String: JSONValue] = [:]) {
        self.name = name
        self.status = status
        self.statusInfo = statusInfo
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        name = try reader.value("name")
        status = try reader.value("status")
        statusInfo = try reader.optional("status_info")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("name", name)
        try writer.write("status", status)
        try writer.write("status_info", statusInfo)
    }
}
