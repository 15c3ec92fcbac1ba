import Formats
import MAASRegion

extension Zone {
    /// - Parameter withURI: False for what callers without credentials see.
    package func write(into json: inout JSONWriter, withURI: Bool = true) {
        json.object { json in
            json.field("name", name)
            json.field("description", description)
            json.field("id", id)
            if withURI { json.field("resource_uri", Dispatch.uri("zones", name)) }
        }
    }
}
