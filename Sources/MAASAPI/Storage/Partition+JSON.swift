import Formats
import MAASRegion

extension Partition {
    package func write(of node: Node, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("uuid", uuid)
            json.field("size", size)
            json.field("bootable", bootable)
            json.field("tags", tags)
            json.field("type", "partition")
            json.field("used_for", usedFor)
            json.field("system_id", node.systemID)
            json.field("device_id", deviceID)
            json.field("path", "/dev/disk/by-dname/\(name)")
            json.key("filesystem")
            if let filesystem { filesystem.write(into: &json) } else { json.null() }
            json.field(
                "resource_uri",
                "\(Dispatch.root)nodes/\(node.systemID)/blockdevices/\(deviceID)/partition/\(id)")
        }
    }
}
