// Written by script/generate-client.py; change Description/objects.json instead.

/// One link of an interface to a subnet. MAAS leaves out what it does not know.
public struct Link: MAASObject {
    /// Names the link where it is unlinked or made the default gateway.
    public var id: Int
    /// How the address comes about.
    public var mode: LinkMode
    /// `nil` before there is one: for `auto` until the deployment, for `dhcp` until the lease.
    public var ipAddress: String?
    /// `nil` for `link_up`, and for `dhcp` until MAAS has seen an address.
    public var subnet: Subnet?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, mode: LinkMode, ipAddress: String? = nil, subnet: Subnet? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.mode = mode
        self.ipAddress = ipAddress
        self.subnet = subnet
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        mode = try reader.value("mode")
        ipAddress = try reader.optional("ip_address")
        subnet = try reader.optional("subnet")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("mode", mode)
        try writer.write("ip_address", ipAddress)
        try writer.write("subnet", subnet)
    }
}
