// Written by script/generate-client.py; change Description/objects.json instead.

/// The gateways that a machine uses, or would use.
public struct DefaultGateways: MAASObject {
    /// For IPv4.
    public var ipv4: DefaultGateway
    /// For IPv6.
    public var ipv6: DefaultGateway
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(ipv4: DefaultGateway, ipv6: DefaultGateway, others: [String: JSONValue] = [:]) {
        self.ipv4 = ipv4
        self.ipv6 = ipv6
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        ipv4 = try reader.value("ipv4")
        ipv6 = try reader.value("ipv6")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("ipv4", ipv4)
        try writer.write("ipv6", ipv6)
    }
}
