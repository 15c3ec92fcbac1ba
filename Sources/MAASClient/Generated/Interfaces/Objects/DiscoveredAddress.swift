// Written by script/generate-client.py; change Description/objects.json instead.

/// An address seen on an interface that MAAS did not configure itself.
public struct DiscoveredAddress: MAASObject {
    /// What was seen in commissioning or by the region's own network discovery.
    public var ipAddress: String?
    /// The subnet that holds the address, when MAAS has one.
    public var subnet: Subnet?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(ipAddress: String? = nil, subnet: Subnet? = nil, others: [String: JSONValue] = [:]) {
        self.ipAddress = ipAddress
        self.subnet = subnet
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        ipAddress = try reader.optional("ip_address")
        subnet = try reader.optional("subnet")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("ip_address", ipAddress)
        try writer.write("subnet", subnet)
    }
}
