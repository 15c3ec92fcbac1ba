import Formats
import SQLite

/// A name that MAAS's DNS serves without anybody having made it: of nodes, of their interfaces, and of addresses that
/// users set aside.
package struct ImplicitName {
    package let label: String
    package var records: [Record]

    package struct Record {
        package let systemID: String?
        package let nodeType: Int?
        package let userID: Int?
        package let resourceID: Int?
        package let ip: String

        package var rrtype: String { ip.contains(":") ? "AAAA" : "A" }
    }

    /// The implicit names of a domain. Addresses that belong to no node are the default domain's.
    package static func all(_ db: Connection, domain: Domain) throws -> [ImplicitName] {
        var names: [ImplicitName] = []
        for held in try HeldAddress.all(db) where held.type == .userReserved {
            guard try held.interfaces(db).isEmpty else { continue }
            let resources = try DNSResource.all(db, address: held.id)
            for resource in resources where resource.domainID == domain.id {
                names.append(
                    ImplicitName(label: resource.name, records: [record(of: held, resource: resource.id)]))
            }
            if resources.isEmpty, domain.isDefault {
                let label = held.ip.map { ".:".contains($0) ? "-" : $0 }
                names.append(ImplicitName(label: String(label), records: [record(of: held, resource: nil)]))
            }
        }
        var others: [ImplicitName] = []
        for node in try allNodes(db) where node.domainID == domain.id {
            let (main, rest) = try ownNames(of: node, db)
            if let main { names.append(main) }
            others += rest
        }
        return names + others
    }

    private static func record(of held: HeldAddress, resource: Int?) -> Record {
        Record(systemID: nil, nodeType: nil, userID: held.userID, resourceID: resource, ip: held.ip)
    }

    private static func allNodes(_ db: Connection) throws -> [Node] {
        try Node.all(
            db, .machine, .device, .rackController, .regionController, .regionAndRackController)
    }

    /// The node's own name with one address of each family, and one name for every other interface with addresses.
    private static func ownNames(
        of node: Node, _ db: Connection
    ) throws -> (main: ImplicitName?, others: [ImplicitName]) {
        let interfaces = try Interface.all(db, node: node.id).sorted { left, right in
            (rank(left, node), left.id) < (rank(right, node), right.id)
        }
        var main = ImplicitName(label: node.hostname, records: [])
        var others: [ImplicitName] = []
        for interface in interfaces {
            var rest = ImplicitName(label: interface.name, records: [])
            for link in try interface.links(db) where link.type != .discovered {
                guard let ip = link.ip else { continue }
                let isTaken = main.records.contains { $0.ip.contains(":") == ip.contains(":") }
                let record = Record(
                    systemID: node.systemID, nodeType: node.kind.rawValue, userID: isTaken ? node.ownerID : nil,
                    resourceID: nil, ip: ip)
                if isTaken { rest.records.append(record) } else { main.records.append(record) }
            }
            if !rest.records.isEmpty { others.append(rest) }
        }
        return (main.records.isEmpty ? nil : main, others)
    }

    private static func rank(_ interface: Interface, _ node: Node) -> Int {
        if interface.type == .physical { return interface.id == node.bootInterfaceID ? 0 : 1 }
        return 2
    }
}
