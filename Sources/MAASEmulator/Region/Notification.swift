import Formats
import SQLite

/// A message to one user, to all users or to all administrators.
struct Notification {
    let id: Int
    let ident: String?
    let userID: Int?
    let users: Bool
    let admins: Bool
    let message: String
    let context: JSONValue
    let category: String
    let dismissable: Bool

    init(_ row: Row) throws {
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

    static func find(_ db: Connection, id: Int) throws -> Notification? {
        try db.first("SELECT * FROM notifications WHERE id = ?", id, row: Notification.init)
    }

    /// What concerns a user and has not been dismissed by him.
    static func all(_ db: Connection, for user: User) throws -> [Notification] {
        try db.query(
            """
            SELECT * FROM notifications WHERE id NOT IN
            (SELECT notification_id FROM notification_dismissals WHERE user_id = ?) ORDER BY id
            """, user.id, row: Notification.init
        ).filter { $0.isRelevant(to: user) }
    }

    func isRelevant(to user: User) -> Bool {
        userID == user.id || (users && !user.isSuperuser) || (admins && user.isSuperuser)
    }
}
