// Written by script/generate-client.py; change Description/objects.json instead.

/// How full a subnet is.
public struct SubnetStatistics: MAASObject {
    /// Addresses that are free.
    public var numAvailable: Int
    /// Addresses in the largest free range.
    public var largestAvailable: Int
    /// Addresses in use, or kept for something.
    public var numUnavailable: Int
    /// All addresses that hosts may have.
    public var totalAddresses: Int
    /// The share in use, from 0 to 1.
    public var usage: Double
    /// The share in use, such as `31%`.
    public var usageString: String?
    /// The share that is free.
    public var availableString: String?
    /// The first address.
    public var firstAddress: String?
    /// The last address.
    public var lastAddress: String?
    /// 4 or 6.
    public var ipVersion: Int?
    /// Every range, when they were asked for.
    public var ranges: [AddressRange]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        numAvailable: Int, largestAvailable: Int, numUnavailable: Int, totalAddresses: Int, usage: Double,
        usageString: String? = nil, availableString: String? = nil, firstAddress: String? = nil,
        lastAddress: String? = nil, ipVersion: Int? = nil, ranges: [AddressRange]? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.numAvailable = numAvailable
        self.largestAvailable = largestAvailable
        self.numUnavailable = numUnavailable
        self.totalAddresses = totalAddresses
        self.usage = usage
        self.usageString = usageString
        self.availableString = availableString
        self.firstAddress = firstAddress
        self.lastAddress = lastAddress
        self.ipVersion = ipVersion
        self.ranges = ranges
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        numAvailable = try reader.value("num_available")
        largestAvailable = try reader.value("largest_available")
        numUnavailable = try reader.value("num_unavailable")
        totalAddresses = try reader.value("total_addresses")
        usage = try reader.value("usage")
        usageString = try reader.optional("usage_string")
        availableString = try reader.optional("available_string")
        firstAddress = try reader.optional("first_address")
        lastAddress = try reader.optional("last_address")
        ipVersion = try reader.optional("ip_version")
        ranges = try reader.optional("ranges")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("num_available", numAvailable)
        try writer.write("largest_available", largestAvailable)
        try writer.write("num_unavailable", numUnavailable)
        try writer.write("total_addresses", totalAddresses)
        try writer.write("usage", usage)
        try writer.write("usage_string", usageString)
        try writer.write("available_string", availableString)
        try writer.write("first_address", firstAddress)
        try writer.write("last_address", lastAddress)
        try writer.write("ip_version", ipVersion)
        try writer.write("ranges", ranges)
    }
}
