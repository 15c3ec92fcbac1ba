// Written by script/generate-client.py; change Description/objects.json instead.

/// An API key that was just made.
public struct CreatedToken: MAASObject {
    /// What it is called.
    public var name: String?
    /// The first part.
    public var consumerKey: String
    /// The middle part, by which it is deleted.
    public var tokenKey: String
    /// The last part. Secret.
    public var tokenSecret: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        name: String? = nil, consumerKey: String, tokenKey: String, tokenSecret: String,
        others: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.consumerKey = consumerKey
        self.tokenKey = tokenKey
        self.tokenSecret = tokenSecret
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        name = try reader.optional("name")
        consumerKey = try reader.value("consumer_key")
        tokenKey = try reader.value("token_key")
        tokenSecret = try reader.value("token_secret")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("name", name)
        try writer.write("consumer_key", consumerKey)
        try writer.write("token_key", tokenKey)
        try writer.write("token_secret", tokenSecret)
    }
}
