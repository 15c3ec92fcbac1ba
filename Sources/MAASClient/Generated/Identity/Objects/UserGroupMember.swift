// Written by script/generate-client.py; change Description/objects.json instead.

/// Somebody who is in a group of users.
public struct UserGroupMember: MAASObject {
    /// The user's name.
    public var username: String
    /// May be empty.
    public var email: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(username: String, email: String? = nil, others: [String: JSONValue] = [:]) {
        self.username = username
        self.email = email
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        username = try reader.value("username")
        email = try reader.optional("email")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("username", username)
        try writer.write("email", email)
    }
}
