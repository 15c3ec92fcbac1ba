import Formats
import MAASRegion

extension ResourcePool {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("description", description)
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)resourcepool/\(id)/")
        }
    }
}
