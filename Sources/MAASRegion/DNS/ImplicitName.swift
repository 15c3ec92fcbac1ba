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
}

/// What the implicit names of every domain are made of, read at once: a region of thousands of machines has as many
/// names.
package struct ImplicitNames {
    private let held: [HeldAddress]
    private let resources: [Int: [DNSResource]]
    private let nodes: [Int: [Node]]
    private let interfaces: InterfaceDetails

    /// Reads the names of all domains.
    package init(_ db: Connection) throws {
        let reserved = try HeldAddress.all(db).filter { $0.type == .userReserved }
        let holders = try HeldAddress.interfaces(db, of: reserved)
        held = reserved.filter { holders[$0.id] == nil }
        resources = try DNSResource.all(db, addresses: held.map(\.id))
        let all = try Node.all(db, .machine, .device, .rackController, .regionController, .regionAndRackController)
        nodes = Dictionary(grouping: all, by: \.domainID)
        interfaces = try InterfaceDetails(db, nodes: all.map(\.id))
    }

    /// The implicit names of a domain. Addresses that belong to no node are the default domain's.
    package func all(of domain: Domain) -> [ImplicitName] {
        var names: [ImplicitName] = []
        for held in held {
            let resources = resources[held.id] ?? []
            for resource in resources where resource.domainID == domain.id {
                names.append(
                    ImplicitName(label: resource.name, records: [Self.record(of: held, resource: resource.id)]))
            }
            if resources.isEmpty, domain.isDefault {
                let label = held.ip.map { ".:".contains($0) ? "-" : $0 }
                names.append(
                    ImplicitName(label: String(label), records: [Self.record(of: held, resource: nil)]))
            }
        }
        var others: [ImplicitName] = []
        for node in nodes[domain.id] ?? [] {
            let (main, rest) = ownNames(of: node)
            if let main { names.append(main) }
            others += rest
        }
        return names + others
    }

    private static func record(of held: HeldAddress, resource: Int?) -> ImplicitName.Record {
        ImplicitName.Record(systemID: nil, nodeType: nil, userID: held.userID, resourceID: resource, ip: held.ip)
    }

    /// The node's own name with one address of each family, and one name for every other interface with addresses.
    private func ownNames(of node: Node) -> (main: ImplicitName?, others: [ImplicitName]) {
        let interfaces = interfaces.interfaces(of: node.id).sorted { left, right in
            (Self.rank(left, node), left.id) < (Self.rank(right, node), right.id)
        }
        var main = ImplicitName(label: node.hostname, records: [])
        var others: [ImplicitName] = []
        for interface in interfaces {
            var rest = ImplicitName(label: interface.name, records: [])
            for link in self.interfaces.links(of: interface) where link.type != .discovered {
                guard let ip = link.ip else { continue }
                let isTaken = main.records.contains { $0.ip.contains(":") == ip.contains(":") }
                let record = ImplicitName.Record(
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
