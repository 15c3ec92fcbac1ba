// Written by script/generate-client.py; change Description/objects.json instead.

/// An API key, in the list of them.
public struct AuthorisationToken: MAASObject {
    /// What it is called.
    public var name: String
    /// The key itself, `consumer:token:secret`. Secret.
    public var token: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(name: String, token: String, others: [String: JSONValue] = [:]) {
        self.name = name
        self.token = token
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        name = try reader.value("name")
        token = try reader.value("token")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("name", name)
        try writer.write("token", token)
    }
}
