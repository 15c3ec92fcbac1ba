import Formats
import MAASRegion

/// `notifications/`: messages to users.
enum NotificationsHandler {
    package static let resources = [
        Resource(
            "notifications/", handler: "NotificationsHandler", tier: .c, guarded: .notifications,
            "Manage notifications.",
            [
                .read("List the caller's notifications", list),
                .create("Create a notification", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "notifications/{id}/", handler: "NotificationHandler", tier: .c, guarded: .notifications,
            "Manage a notification.",
            [
                .read("Read a notification", read),
                .update("Change a notification", parameters: parameters, access: .admin, update),
                .delete("Delete a notification", access: .admin, delete),
                .post("dismiss", "Not show a notification to the caller any more", dismiss),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "message": "Text with basic HTML", "context": "JSON object with values for the text",
        "category": "error, warning, success or info", "ident": "Unique name", "user": "Id of the user it is for",
        "users": "For all users", "admins": "For all administrators", "dismissable": "`true` when it can be dismissed",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let notifications = try Notification.all(context.db, for: context.caller())
        return try Reply.json { json in try json.array(of: notifications) { try $1.write(context.db, into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let notification = try find(context)
        let caller = try context.caller()
        guard notification.isRelevant(to: caller) || caller.may(.viewNotifications) else {
            throw Refusal.forbidden()
        }
        return try Reply.json { try notification.write(context.db, into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply { try save(context, nil) }

    private static func update(_ context: Context) throws -> Reply { try save(context, try find(context)) }

    private static func delete(_ context: Context) throws -> Reply {
        try find(context).delete(context.db)
        return .deleted
    }

    private static func dismiss(_ context: Context) throws -> Reply {
        try find(context).dismiss(context.db, by: context.caller())
        return .null
    }

    private static func save(_ context: Context, _ old: Notification?) throws -> Reply {
        let db = context.db
        var form = Form(context.form)
        let message = form.text("message", required: old == nil || form.isSent("message"))
        let ident = form.text("ident", maxLength: 40)
        let category = form.choice("category", of: ["error", "warning", "success", "info"])
        let user = try user(&form, context)
        let users = form.checkbox("users").or(old?.users ?? false)
        let admins = form.checkbox("admins").or(old?.admins ?? false)
        let values = values(&form, old)
        let holder = try ident.value.flatMap { try Notification.find(db, ident: $0)?.id }
        form.refuseDuplicate("ident", of: "Notification", heldBy: holder, besides: old?.id)
        if case .object(let members) = values {
            let isRenderable = PythonFormat.canRender(message.or(old?.message ?? ""), members)
            if !isRenderable { form.addToAll("Notification cannot be rendered.") }
        } else {
            form.add("context", "Context is not a mapping.")
        }
        try form.check()
        var word = category.or(old?.category ?? "info")
        if case .empty = category { word = "info" }
        // MAAS looks for the very word here, and takes anything else for no; an update that does not say it, too.
        let dismissable = context.form["dismissable"].map { $0 == "true" } ?? (old == nil)
        let notification = Notification.Values(
            ident: ident.value ?? old?.ident, userID: user.value?.id ?? old?.userID, users: users, admins: admins,
            message: message.or(old?.message ?? ""), context: values, category: word, dismissable: dismissable)
        try old?.update(db, notification)
        let id = try old?.id ?? Notification.insert(db, notification)
        let saved = try Notification.get(db, id: id)
        return try Reply.json { try saved.write(db, into: &$0) }
    }

    /// Whom it is for: by id, since 4.0 also by name.
    private static func user(_ form: inout Form, _ context: Context) throws -> FormField<User> {
        let db = context.db
        guard context.version.has(.notificationsByUsername) else {
            return try form.reference("user") { try Int(python: $0).flatMap { try User.find(db, id: $0) } }
        }
        let field = form.raw("user")
        guard let text = field.value else { return .absent }
        let isNumber = text.allSatisfy { $0.isASCII && $0.isNumber }
        let found =
            isNumber ? try Int(python: text).flatMap { try User.find(db, id: $0) } : try User.find(db, username: text)
        if let found { return .value(found) }
        form.add("user", "Enter a valid user id or username.")
        return .absent
    }

    /// The values for the message. Blank text and `null` mean none; what is no JSON leaves the old ones.
    private static func values(_ form: inout Form, _ old: Notification?) -> JSONValue {
        let kept = old?.context ?? .object([:])
        let field = form.raw("context")
        if case .empty = field { return .object([:]) }
        guard let text = field.value else { return kept }
        guard let value = try? JSONValue(parsing: text.utf8) else {
            form.add("context", "Enter a valid JSON.")
            return kept
        }
        if case .string(let inner) = value, inner.strippedOfBlanks.isEmpty { return .object([:]) }
        return value == .null ? .object([:]) : value
    }

    private static func find(_ context: Context) throws -> Notification {
        try context.entity()
    }
}
