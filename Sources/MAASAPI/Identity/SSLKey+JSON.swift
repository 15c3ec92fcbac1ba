import Formats
import MAASRegion

extension SSLKey {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("key", key)
            json.field("resource_uri", "\(Dispatch.root)account/prefs/sslkeys/\(id)/")
        }
    }
}
