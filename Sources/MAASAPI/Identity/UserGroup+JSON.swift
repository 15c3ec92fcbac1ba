import Formats
import MAASRegion

extension UserGroup {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("description", description)
            json.field("resource_uri", "\(Dispatch.root)groups/\(id)/")
        }
    }
}
