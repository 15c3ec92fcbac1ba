// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT notifications/{id}/`: change a notification.
public struct NotificationUpdate: OperationParameters {
    /// Text with basic HTML.
    public var message: String?
    /// JSON object with values for the text.
    public var context: String?
    /// Error, warning, success or info.
    public var category: NotificationCategory?
    /// Unique name.
    public var ident: String?
    /// Id of the user it is for.
    public var user: Int?
    /// For all users.
    public var users: Bool?
    /// For all administrators.
    public var admins: Bool?
    /// `true` when it can be dismissed.
    public var dismissable: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        message: String? = nil, context: String? = nil, category: NotificationCategory? = nil, ident: String? = nil,
        user: Int? = nil, users: Bool? = nil, admins: Bool? = nil, dismissable: Bool? = nil
    ) {
        self.message = message
        self.context = context
        self.category = category
        self.ident = ident
        self.user = user
        self.users = users
        self.admins = admins
        self.dismissable = dismissable
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("message", message)
        params.set("context", context)
        params.set("category", category)
        params.set("ident", ident)
        params.set("user", user)
        params.set("users", users)
        params.set("admins", admins)
        params.set("dismissable", dismissable)
        params.merge(others)
        return params
    }
}
