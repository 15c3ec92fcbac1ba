// Written by script/generate-client.py; change Description/objects.json instead.

/// What a power driver says.
public struct PowerStateAnswer: MAASObject {
    /// `on`, `off`, `unknown` or `error`.
    public var state: PowerState
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(state: PowerState, others: [String: JSONValue] = [:]) {
        self.state = state
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        state = try reader.value("state")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("state", state)
    }
}
