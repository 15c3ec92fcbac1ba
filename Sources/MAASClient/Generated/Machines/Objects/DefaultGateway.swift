// Written by script/generate-client.py; change Description/objects.json instead.

/// The gateway for one family of addresses.
public struct DefaultGateway: MAASObject {
    /// `nil` when the machine has none.
    public var gatewayIP: String?
    /// The link it was chosen by; `nil` when MAAS picked it.
    public var linkID: Int?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(gatewayIP: String? = nil, linkID: Int? = nil, others: [String: JSONValue] = [:]) {
        self.gatewayIP = gatewayIP
        self.linkID = linkID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        gatewayIP = try reader.optional("gateway_ip")
        linkID = try reader.optional("link_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("gateway_ip", gatewayIP)
        try writer.write("link_id", linkID)
    }
}
