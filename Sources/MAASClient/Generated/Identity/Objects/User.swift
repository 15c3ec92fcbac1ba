// Written by script/generate-client.py; change Description/objects.json instead.

/// A user of MAAS.
public struct User: MAASObject {
    /// What the user logs in with.
    public var username: String
    /// May be empty.
    public var email: String
    /// True for an administrator.
    public var isSuperuser: Bool
    /// False for one whom another server vouches for.
    public var isLocal: Bool?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        username: String, email: String, isSuperuser: Bool, isLocal: Bool? = nil, others: [String: JSONValue] = [:]
    ) {
        self.username = username
        self.email = email
        self.isSuperuser = isSuperuser
        self.isLocal = isLocal
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        username = try reader.value("username")
        email = try reader.value("email")
        isSuperuser = try reader.value("is_superuser")
        isLocal = try reader.optional("is_local")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("username", username)
        try writer.write("email", email)
        try writer.write("is_superuser", isSuperuser)
        try writer.write("is_local", isLocal)
    }
}
