import Formats
import MAASRegion
import SQLite

extension HeldAddress {
    /// As `ipaddresses/` shows it.
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        write(try HeldAddressDetails(db, [self]), into: &json)
    }

    /// - Parameter details: Those of all addresses that are written.
    func write(_ details: HeldAddressDetails, into json: inout JSONWriter) {
        json.object { json in
            json.field("alloc_type", type.rawValue)
            json.field("alloc_type_name", typeName)
            json.field("created", Timestamp.iso(created, zoned: true))
            json.field("ip", ip)
            json.key("owner")
            if let owner = details.owner(of: self) { owner.write(into: &json) } else { json.null() }
            json.array("interface_set", of: details.interfaces(of: self)) { json, interface in
                if let node = details.node(of: interface) {
                    InterfaceWriter(details.interfaces, of: node).write(interface, into: &json)
                } else if let unknown = details.ofUnknown {
                    InterfaceWriter.writeUnknown(interface, unknown, into: &json)
                }
            }
            json.key("subnet")
            if let subnet = subnetID.flatMap({ details.networks.subnets[$0] }) {
                json.repeated("subnet", subnet.id) { subnet.write(details.networks, into: &$0) }
            } else {
                json.null()
            }
            json.field("resource_uri", "\(Dispatch.root)ipaddresses/")
        }
    }

    /// As a subnet's `ip_addresses` shows it.
    /// - Parameter powers: The BMCs that are reached by it.
    func writeSummary(
        _ details: AddressSummaries, into json: inout JSONWriter, withUser: Bool, withSummary: Bool,
        powers: [PowerAddress]
    ) {
        let interface = details.interfaces[id]?.first
        let node = interface?.nodeID.flatMap { details.nodes[$0] }
        json.object { json in
            json.field("ip", ip)
            json.field("alloc_type", type.rawValue)
            json.field("created", Timestamp.long(created))
            json.field("updated", Timestamp.long(updated))
            if withUser, type != .discovered {
                let owner = userID.flatMap { details.users[$0]?.username }
                let name = withSummary ? node?.ownerName ?? owner : owner
                if let name { json.field("user", name) }
            }
            guard withSummary else { return }
            if let node, let interface {
                json.object("node_summary") { json in
                    json.field("system_id", node.systemID)
                    json.field("node_type", node.kind.rawValue)
                    json.field("fqdn", "\(node.hostname).\(details.domains[node.domainID]?.name ?? "")")
                    json.field("hostname", node.hostname)
                    json.field("is_container", node.parentID != nil)
                    json.field("via", interface.name)
                }
            }
            if let names = details.names[id], !names.isEmpty {
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
}

/// What the addresses of a subnet are shown with, read with the same few statements however many there are.
struct AddressSummaries {
    let interfaces: [Int: [Interface]]
    let nodes: [Int: Node]
    let domains: [Int: Domain]
    let names: [Int: [DNSResource]]
    let users: [Int: User]

    init(_ db: Connection, _ held: [HeldAddress]) throws {
        interfaces = try HeldAddress.interfaces(db, of: held)
        nodes = try Node.all(db, ids: interfaces.values.joined().compactMap(\.nodeID))
        domains = try Domain.all(db, ids: nodes.values.map(\.domainID))
        names = try DNSResource.all(db, addresses: held.map(\.id))
        users = try User.all(db, ids: held.compactMap(\.userID))
    }
}
