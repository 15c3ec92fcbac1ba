import Formats
import MAASRegion

extension Domain {
    /// - Parameter withURI: False for what callers without credentials see.
    package func write(into json: inout JSONWriter, withURI: Bool = true) {
        json.object { json in
            json.field("authoritative", authoritative)
            json.field("ttl", ttl)
            json.field("is_default", isDefault)
            json.field("id", id)
            json.field("name", name)
            json.field("resource_record_count", recordCount)
            if withURI { json.field("resource_uri", "\(Dispatch.root)domains/\(id)/") }
        }
    }
}
