import Formats
import MAASRegion

extension BlockDevice {
    /// `isListed`: among the devices of a node alone, where MAAS leaves out the firmware, and a logical volume's path
    /// lacks the group.
    package func write(into json: inout JSONWriter, isListed: Bool = false) {
        json.object { json in
            json.field("id", id)
            json.field("system_id", node.systemID)
            json.field("name", fullName)
            json.field("type", kind.rawValue)
            json.field("uuid", uuid)
            json.field("path", "/dev/disk/by-dname/\(isListed ? name : fullName)")
            json.field("model", kind == .physical ? model : nil)
            json.field("serial", kind == .physical ? serial : nil)
            json.field("id_path", idPath)
            // Only physical devices have the attribute at all.
            if kind == .physical, !isListed { json.field("firmware_version", firmwareVersion) }
            json.field("storage_pool", storagePool)
            json.field("numa_node", kind == .physical ? numaNode : nil)
            json.field("size", size)
            json.field("block_size", blockSize)
            json.field("available_size", availableSize)
            json.field("used_size", usedSize)
            json.field("used_for", usedFor)
            json.field("tags", tags)
            json.key("filesystem")
            if let filesystem { filesystem.write(into: &json) } else { json.null() }
            json.field("partition_table_type", partitionTableType)
            json.array("partitions", of: partitions) { $1.write(of: node, into: &$0) }
            json.field("resource_uri", resourceURI)
        }
    }

    var resourceURI: String { "\(Dispatch.root)nodes/\(node.systemID)/blockdevices/\(id)/" }
}
