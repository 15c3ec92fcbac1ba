// Written by script/generate-client.py; change Description/objects.json instead.

/// A range of addresses of a subnet (subnets/{id}/?op=reserved_ip_ranges, op=unreserved_ip_ranges).
public struct AddressRange: MAASObject {
    /// The first address.
    public var start: String
    /// The last address, which is one of the range.
    public var end: String
    /// How many addresses there are, both ends counted.
    public var count: Int
    /// What a reserved range is for, such as `dynamic`, `assigned-ip`, `gateway-ip`.
    public var purpose: [String]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(start: String, end: String, count: Int, purpose: [String]? = nil, others: [String: JSONValue] = [:]) {
        self.start = start
        self.end = end
        self.count = count
        self.purpose = purpose
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        start = try reader.value("start")
        end = try reader.value("end")
        count = try reader.value("num_addresses")
        purpose = try reader.optional("purpose")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("start", start)
        try writer.write("end", end)
        try writer.write("num_addresses", count)
        try writer.write("purpose", purpose)
    }
}
