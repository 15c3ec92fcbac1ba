import Formats
import MAASRegion

extension SSHKey {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("key", key)
            json.field("keysource", keysource)
            json.field("resource_uri", "\(Dispatch.root)account/prefs/sshkeys/\(id)/")
        }
    }
}
