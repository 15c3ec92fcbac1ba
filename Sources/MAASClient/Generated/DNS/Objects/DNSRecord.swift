// Written by script/generate-client.py; change Description/objects.json instead.

/// A DNS record other than an address.
public struct DNSRecord: MAASObject {
    /// Names the record in paths.
    public var id: Int
    /// The whole name.
    public var fqdn: String
    /// `CNAME`, `MX`, `NS`, `SRV`, `SSHFP` or `TXT`.
    public var rrtype: String
    /// The right-hand side.
    public var rrdata: String
    /// Seconds; `nil` for the domain's.
    public var ttl: Int?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, fqdn: String, rrtype: String, rrdata: String, ttl: Int? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.fqdn = fqdn
        self.rrtype = rrtype
        self.rrdata = rrdata
        self.ttl = ttl
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        fqdn = try reader.value("fqdn")
        rrtype = try reader.value("rrtype")
        rrdata = try reader.value("rrdata")
        ttl = try reader.optional("ttl")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("fqdn", fqdn)
        try writer.write("rrtype", rrtype)
        try writer.write("rrdata", rrdata)
        try writer.write("ttl", ttl)
    }
}
