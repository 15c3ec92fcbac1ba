import SQLite

/// Interfaces of any number of nodes with what is shown beside them, read with the same few statements.
package struct InterfaceDetails {
    /// By node, in the order of creation; those of no node under `nil`.
    package let interfaces: [Int?: [Interface]]
    package let networks: NetworkSet
    private let links: [Int: [Link]]
    private let parents: [Int: [String]]
    private let children: [Int: [String]]

    /// Every interface of these nodes.
    package init(_ db: Connection, nodes: some Sequence<Int>) throws {
        let ids = nodes.ids
        try self.init(
            db,
            db.query(
                "SELECT * FROM interfaces WHERE node_id IN \(ids.list) ORDER BY id", ids, row: Interface.init))
    }

    /// Just these interfaces; what an interface shows of those on top of it is right when they are among them.
    package init(_ db: Connection, _ interfaces: [Interface]) throws {
        let ids = interfaces.map(\.id).ids
        let links = try db.query(
            """
            SELECT ip_addresses.*, interface_id FROM interface_addresses
            JOIN ip_addresses ON ip_address_id = ip_addresses.id
            WHERE interface_id IN \(ids.list) ORDER BY ip_addresses.id
            """, ids
        ) { row in (interface: try row["interface_id"] as Int, link: try Link(row)) }
        let pairs = try db.query(
            """
            SELECT parent_id, child_id, parents.name AS parent, children.name AS child FROM interface_parents
            JOIN interfaces AS parents ON parents.id = parent_id JOIN interfaces AS children ON children.id = child_id
            WHERE parent_id IN \(ids.list("?1")) OR child_id IN \(ids.list("?1"))
            """, ids
        ) { row in
            (
                parentID: try row["parent_id"] as Int, childID: try row["child_id"] as Int,
                parent: try row["parent"] as String, child: try row["child"] as String
            )
        }
        self.interfaces = Dictionary(grouping: interfaces, by: \.nodeID)
        self.links = Dictionary(grouping: links, by: \.interface).mapValues { $0.map(\.link) }
        parents = Dictionary(grouping: pairs, by: \.childID).mapValues { $0.map(\.parent).sorted() }
        children = Dictionary(grouping: pairs, by: \.parentID).mapValues { $0.map(\.child).sorted() }
        networks = try NetworkSet(
            db, subnets: links.compactMap(\.link.subnetID), vlans: interfaces.compactMap(\.vlanID))
    }

    /// The interfaces of a node, in the order of creation.
    package func interfaces(of node: Int) -> [Interface] { interfaces[node] ?? [] }

    /// Every address of an interface, observed ones included, in the order of creation.
    package func links(of interface: Interface) -> [Link] { links[interface.id] ?? [] }

    /// The names of the interfaces that it is made of.
    package func parents(of interface: Interface) -> [String] { parents[interface.id] ?? [] }

    /// The names of those on top of it.
    package func children(of interface: Interface) -> [String] { children[interface.id] ?? [] }

    /// The configured addresses of a node; when there are none, those that were observed.
    package func addresses(of node: Int) -> [String] { addresses(of: interfaces(of: node)) }

    func addresses(of interfaces: [Interface]) -> [String] {
        let links = interfaces.flatMap(links).filter { $0.ip != nil }
        let configured = links.filter { $0.type != .discovered }
        return (configured.isEmpty ? links : configured).compactMap(\.ip)
    }
}
