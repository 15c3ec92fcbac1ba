import Formats
import SQLite

/// A message to one user, to all users or to all administrators.
package struct Notification {
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

    package static func find(_ db: Connection, id: Int) throws -> Notification? {
        try db.first("SELECT * FROM notifications WHERE id = ?", id, row: Notification.init)
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

    package func isRelevant(to user: User) -> Bool {
        userID == user.id || (users && !user.isSuperuser) || (admins && user.isSuperuser)
    }
}
