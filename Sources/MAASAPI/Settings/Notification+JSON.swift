import Formats
import MAASRegion
import SQLite

extension Notification {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        try json.object { json in
            json.field("id", id)
            json.field("ident", ident)
            json.key("user")
            if let user = try userID.flatMap({ try User.find(db, id: $0) }) {
                user.write(into: &json)
            } else {
                json.null()
            }
            json.field("users", users)
            json.field("admins", admins)
            json.field("message", message)
            json.field("context", context)
            json.field("category", category)
            json.field("dismissable", dismissable)
            json.field("resource_uri", "\(Dispatch.root)notifications/\(id)/")
        }
    }
}
