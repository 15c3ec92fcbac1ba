import Formats
import MAASRegion

extension Filesystem {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("fstype", fstype)
            json.field("label", label)
            json.field("uuid", uuid)
            json.field("mount_point", mountPoint)
            json.field("mount_options", mountOptions)
        }
    }
}
