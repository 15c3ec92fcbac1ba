// Written by script/generate-client.py; change Description/objects.json instead.

/// A route that machines on the source subnet get.
public struct StaticRoute: MAASObject {
    /// Names the route in paths.
    public var id: Int
    /// Where machines get it.
    public var source: Subnet
    /// Where it leads to.
    public var destination: Subnet
    /// An address in the source subnet.
    public var gatewayIP: String
    /// The route with the lowest wins.
    public var metric: Int
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, source: Subnet, destination: Subnet, gatewayIP: String, metric: Int, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.source = source
        self.destination = destination
        self.gatewayIP = gatewayIP
        self.metric = metric
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        source = try reader.value("source")
        destination = try reader.value("destination")
        gatewayIP = try reader.value("gateway_ip")
        metric = try reader.value("metric")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("source", source)
        try writer.write("destination", destination)
        try writer.write("gateway_ip", gatewayIP)
        try writer.write("metric", metric)
    }
}
