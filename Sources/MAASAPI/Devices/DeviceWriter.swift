import Formats
import MAASRegion
import SQLite

/// Writes a device as `devices/` shows it: what a machine has, without power, storage and life.
struct DeviceWriter {
    package let state: RegionState
    private var db: Connection { state.db }

    init(_ state: RegionState) { self.state = state }

    package func write(_ node: Node, into json: inout JSONWriter) throws {
        let domain = try Domain.find(db, id: node.domainID)
        let annotations = try OwnerData.all(db, node: node.id)
        let interfaces = try Interface.all(db, node: node.id)
        let writer = InterfaceWriter(db, systemID: node.systemID, of: interfaces)
        try json.object { json in
            json.field("system_id", node.systemID)
            json.field("hostname", node.hostname)
            json.field("fqdn", [node.hostname, domain?.name ?? ""].joined(separator: "."))
            json.field("description", node.description)
            json.key("domain")
            domain?.write(into: &json)
            json.key("zone")
            try Zone.find(db, id: node.zoneID)?.write(into: &json)
            json.field("parent", try node.parentID.flatMap { try Node.find(db, id: $0)?.systemID })
            json.field("owner", node.ownerName)
            json.field("owner_data", annotations)
            json.field("workload_annotations", annotations)
            json.field("tag_names", try Tag.names(db, ofNode: node.id))
            json.field("address_ttl", node.addressTTL)
            json.field("node_type", node.kind.rawValue)
            json.field("node_type_name", node.kind.label)
            try json.array("interface_set", of: interfaces) { try writer.write($1, into: &$0) }
            json.field("ip_addresses", try Interface.addresses(of: interfaces, db))
            json.field("resource_uri", "\(Dispatch.root)devices/\(node.systemID)/")
        }
    }
}
