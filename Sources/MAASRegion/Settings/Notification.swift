import Formats
import SQLite

/// A message to one user, to all users or to all administrators.
package struct Notification: Entity {
    package static let table = "notifications"
    package static let model = "Notification"

    package let id: Int
    package let ident: String?
    package let userID: Int?
    package let users: Bool
    package let admins: Bool
    package let message: String
    package let context: JSONValue
    package let category: String
    package let dismissable: Bool

    package init(_ row: Row) throws {
        id = try row["id"]
        ident = try row["ident"]
        userID = try row["user_id"]
        users = try row["users"]
        admins = try row["admins"]
        message = try row["message"]
        context = try JSONValue(column: "context", of: row)
        category = try row["category"]
        dismissable = try row["dismissable"]
    }

    /// What concerns a user and has not been dismissed by him.
    package static func all(_ db: Connection, for user: User) throws -> [Notification] {
        try db.query(
            """
            SELECT * FROM notifications WHERE id NOT IN
            (SELECT notification_id FROM notification_dismissals WHERE user_id = ?) ORDER BY id
            """, user.id, row: Notification.init
        ).filter { $0.isRelevant(to: user) }
    }

    package static func find(_ db: Connection, ident: String) throws -> Notification? {
        try db.first("SELECT * FROM notifications WHERE ident = ?", ident, row: Notification.init)
    }

    /// What can be said of a notification.
    package struct Values {
        package var ident: String?
        package var userID: Int?
        package var users: Bool
        package var admins: Bool
        package var message: String
        /// A mapping.
        package var context: JSONValue
        package var category: String
        package var dismissable: Bool

        package init(
            ident: String?, userID: Int?, users: Bool, admins: Bool, message: String, context: JSONValue,
            category: String, dismissable: Bool
        ) {
            self.ident = ident
            self.userID = userID
            self.users = users
            self.admins = admins
            self.message = message
            self.context = context
            self.category = category
            self.dismissable = dismissable
        }

        fileprivate var columns: KeyValuePairs<String, (any SQLBindable)?> {
            [
                "ident": ident, "user_id": userID, "users": users, "admins": admins, "message": message,
                "context": context.text, "category": category, "dismissable": dismissable,
            ]
        }
    }

    /// Adds a notification; answers its id.
    package static func insert(_ db: Connection, _ values: Values) throws -> Int {
        try db.insert(into: table, values.columns)
    }

    package func update(_ db: Connection, _ values: Values) throws {
        try db.update(Self.table, id: id, values.columns)
    }

    /// A user does not want to see it any more.
    /// - Throws: `Refusal` for one that does not concern him or that must not be dismissed.
    package func dismiss(_ db: Connection, by user: User) throws {
        guard isRelevant(to: user) else { throw Refusal.forbidden() }
        guard dismissable else { throw Refusal.unexpected("Notification is not dismissable") }
        try db.execute(
            "INSERT OR IGNORE INTO notification_dismissals (notification_id, user_id) VALUES (?, ?)", id, user.id)
    }

    package func isRelevant(to user: User) -> Bool {
        userID == user.id || (users && !user.isSuperuser) || (admins && user.isSuperuser)
    }
}
