import Formats
import MAASRegion
import SQLite

extension HeldAddress {
    /// As `ipaddresses/` shows it.
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let owner = try userID.flatMap { try User.find(db, id: $0) }
        let subnet = try subnetID.flatMap { try Subnet.find(db, id: $0) }
        let interfaces = try interfaces(db)
        try json.object { json in
            json.field("alloc_type", type.rawValue)
            json.field("alloc_type_name", typeName)
            json.field("created", Timestamp.iso(created, zoned: true))
            json.field("ip", ip)
            json.key("owner")
            if let owner { owner.write(into: &json) } else { json.null() }
            try json.array("interface_set", of: interfaces) { json, interface in
                guard let node = try interface.nodeID.flatMap({ try Node.find(db, id: $0) }) else {
                    return InterfaceWriter.writeUnknown(interface, try InterfaceDetails(db, [interface]), into: &json)
                }
                let details = try InterfaceDetails(db, nodes: [node.id])
                InterfaceWriter(details, of: node).write(interface, into: &json)
            }
            json.key("subnet")
            if let subnet { try subnet.write(db, into: &json) } else { json.null() }
            json.field("resource_uri", "\(Dispatch.root)ipaddresses/")
        }
    }

    /// As a subnet's `ip_addresses` shows it.
    /// - Parameter powers: The BMCs that are reached by it.
    func writeSummary(
        _ db: Connection, into json: inout JSONWriter, withUser: Bool, withSummary: Bool, powers: [PowerAddress]
    ) throws {
        let interface = try interfaces(db).first
        let node = try interface?.nodeID.flatMap { try Node.find(db, id: $0) }
        let owner = try userID.flatMap { try User.find(db, id: $0)?.username }
        try json.object { json in
            json.field("ip", ip)
            json.field("alloc_type", type.rawValue)
            json.field("created", Timestamp.long(created))
            json.field("updated", Timestamp.long(updated))
            if withUser, type != .discovered {
                let name = withSummary ? node?.ownerName ?? owner : owner
                if let name { json.field("user", name) }
            }
            guard withSummary else { return }
            if let node, let interface { try write(node, interface, db, into: &json) }
            let names = try DNSResource.all(db, address: id)
            if !names.isEmpty {
                json.array("dns_records", of: names) { json, name in
                    json.object { json in
                        json.field("id", name.id)
                        json.field("name", name.name)
                        json.field("domain", name.domainName)
                    }
                }
            }
            if !powers.isEmpty { json.array("bmcs", of: powers) { $1.write(into: &$0) } }
        }
    }

    private func write(
        _ node: Node, _ interface: Interface, _ db: Connection, into json: inout JSONWriter
    ) throws {
        let domain = try Domain.find(db, id: node.domainID)?.name ?? ""
        json.object("node_summary") { json in
            json.field("system_id", node.systemID)
            json.field("node_type", node.kind.rawValue)
            json.field("fqdn", "\(node.hostname).\(domain)")
            json.field("hostname", node.hostname)
            json.field("is_container", node.parentID != nil)
            json.field("via", interface.name)
        }
    }
}
