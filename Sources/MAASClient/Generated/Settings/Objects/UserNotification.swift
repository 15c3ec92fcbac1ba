// Written by script/generate-client.py; change Description/objects.json instead.

/// A note that users see.
public struct UserNotification: MAASObject {
    /// Names the notification in paths.
    public var id: Int
    /// A unique name, if it has one.
    public var ident: String?
    /// Text with basic HTML.
    public var message: String
    /// How grave it is.
    public var category: NotificationCategory
    /// Values that the message mentions.
    public var context: JSONValue?
    /// The user it is for.
    public var user: JSONValue?
    /// Whether all users see it.
    public var users: Bool?
    /// Whether all administrators see it.
    public var admins: Bool?
    /// Whether it can be put away.
    public var dismissable: Bool?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, ident: String? = nil, message: String, category: NotificationCategory, context: JSONValue? = nil,
        user: JSONValue? = nil, users: Bool? = nil, admins: Bool? = nil, dismissable: Bool? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.ident = ident
        self.message = message
        self.category = category
        self.context = context
        self.user = user
        self.users = users
        self.admins = admins
        self.dismissable = dismissable
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        ident = try reader.optional("ident")
        message = try reader.value("message")
        category = try reader.value("category")
        context = try reader.optional("context")
        user = try reader.optional("user")
        users = try reader.optional("users")
        admins = try reader.optional("admins")
        dismissable = try reader.optional("dismissable")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("ident", ident)
        try writer.write("message", message)
        try writer.write("category", category)
        try writer.write("context", context)
        try writer.write("user", user)
        try writer.write("users", users)
        try writer.write("admins", admins)
        try writer.write("dismissable", dismissable)
    }
}
