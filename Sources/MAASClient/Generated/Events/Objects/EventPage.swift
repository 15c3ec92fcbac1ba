// Written by script/generate-client.py; change Description/objects.json instead.

/// Some events, newest first, and where the others are.
public struct EventPage: MAASObject {
    /// How many there are here.
    public var count: Int
    /// Newest first.
    public var events: [Event]
    /// What to ask for newer ones.
    public var nextURI: String?
    /// What to ask for older ones.
    public var prevURI: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        count: Int, events: [Event], nextURI: String? = nil, prevURI: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.count = count
        self.events = events
        self.nextURI = nextURI
        self.prevURI = prevURI
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        count = try reader.value("count")
        events = try reader.value("events")
        nextURI = try reader.optional("next_uri")
        prevURI = try reader.optional("prev_uri")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("count", count)
        try writer.write("events", events)
        try writer.write("next_uri", nextURI)
        try writer.write("prev_uri", prevURI)
    }
}
