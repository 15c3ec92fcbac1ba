// Written by script/generate-client.py; change Description/objects.json instead.

/// A DNS name.
public struct DNSResource: MAASObject {
    /// Names it in paths; -1 for what MAAS serves by itself.
    public var id: Int
    /// The whole name.
    public var fqdn: String
    /// Seconds; `nil` for the domain's.
    public var addressTTL: Int?
    /// Its addresses.
    public var ipAddresses: [JSONValue]?
    /// Its other records.
    public var resourceRecords: [JSONValue]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, fqdn: String, addressTTL: Int? = nil, ipAddresses: [JSONValue]? = nil,
        resourceRecords: [JSONValue]? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.fqdn = fqdn
        self.addressTTL = addressTTL
        self.ipAddresses = ipAddresses
        self.resourceRecords = resourceRecords
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        fqdn = try reader.value("fqdn")
        addressTTL = try reader.optional("address_ttl")
        ipAddresses = try reader.optional("ip_addresses")
        resourceRecords = try reader.optional("resource_records")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("fqdn", fqdn)
        try writer.write("address_ttl", addressTTL)
        try writer.write("ip_addresses", ipAddresses)
        try writer.write("resource_records", resourceRecords)
    }
}
