import Formats
import MAASRegion

extension User {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("is_superuser", isSuperuser)
            json.field("username", username)
            json.field("email", email.isEmpty ? nil : email)
            json.field("is_local", true)
            json.field("resource_uri", Dispatch.uri("users", username))
        }
    }
}
