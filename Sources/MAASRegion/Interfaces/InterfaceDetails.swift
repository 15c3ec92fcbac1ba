import SQLite

/// Interfaces of any number of nodes with what is shown beside them, read with the same few statements.
package struct InterfaceDetails {
    /// By node, in the order of creation; those of no node under `nil`.
    package let interfaces: [Int?: [Interface]]
    package let networks: NetworkSet
    private let links: [Int: [Link]]
    private let parents: [Int: [String]]
    private let children: [Int: [String]]

    private static let ofNodes = ListSQL { list in
        "SELECT * FROM interfaces WHERE node_id IN \(list("?1")) ORDER BY id"
    }

    /// Every interface of these nodes.
    package init(_ db: Connection, nodes: some Sequence<Int>) throws {
        let ids = nodes.ids
        let interfaces = try db.query(
            Self.ofNodes[ids], ids, row: Interface.init)
        // SQLite finds them by way of the nodes, of which there is most often one, and need not read a list of interfaces.
        try self.init(
            db, interfaces, links: HeldLink.all(db, ofNodes: ids),
            pairs: Pair.all(db, ofNodes: ids))
    }

    /// Just these interfaces; what an interface shows of those on top of it is right when they are among them.
    package init(_ db: Connection, _ interfaces: [Interface]) throws {
        let ids = interfaces.map(\.id).ids
        try self.init(
            db, interfaces, links: HeldLink.all(db, of: ids),
            pairs: Pair.all(db, of: ids))
    }

    private init(_ db: Connection, _ interfaces: [Interface], links: [HeldLink], pairs: [Pair]) throws {
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

/// An address and the interface that it is on.
private struct HeldLink {
    let interface: Int
    let link: Link

    init(_ row: Row) throws {
        interface = try row["interface_id"]
        link = try Link(row)
    }

    /// Those of some interfaces, in the order of the addresses' creation.
    static func all(_ db: Connection, of interfaces: IDs) throws -> [HeldLink] {
        try db.query(ofInterfaces[interfaces], interfaces, row: HeldLink.init)
    }

    /// Those of all interfaces of some nodes, in the same order.
    static func all(_ db: Connection, ofNodes nodes: IDs) throws -> [HeldLink] {
        try db.query(ofNodes[nodes], nodes, row: HeldLink.init)
    }

    private static let ofInterfaces = ListSQL { list in select(where: "interfaces.id IN \(list("?1"))") }
    private static let ofNodes = ListSQL { list in select(where: "interfaces.node_id IN \(list("?1"))") }

    private static func select(where condition: String) -> String {
        """
        SELECT ip_addresses.*, interface_id FROM interfaces
        CROSS JOIN interface_addresses ON interface_id = interfaces.id
        CROSS JOIN ip_addresses ON ip_addresses.id = ip_address_id
        WHERE \(condition) ORDER BY ip_addresses.id
        """
    }
}

/// An interface that another one is made of.
private struct Pair {
    let parentID: Int
    let childID: Int
    let parent: String
    let child: String

    init(_ row: Row) throws {
        parentID = try row["parent_id"]
        childID = try row["child_id"]
        parent = try row["parent"]
        child = try row["child"]
    }

    /// Those of which some interfaces are a part.
    static func all(_ db: Connection, of interfaces: IDs) throws -> [Pair] {
        try db.query(ofInterfaces[interfaces], interfaces, row: Pair.init)
    }

    /// Those of all interfaces of some nodes.
    static func all(_ db: Connection, ofNodes nodes: IDs) throws -> [Pair] {
        try db.query(ofNodes[nodes], nodes, row: Pair.init)
    }

    private static let ofInterfaces = ListSQL { list in
        select(where: "parent_id IN \(list("?1")) OR child_id IN \(list("?1"))")
    }
    private static let ofNodes = ListSQL { list in select(where: "children.node_id IN \(list("?1"))") }

    private static func select(where condition: String) -> String {
        """
        SELECT parent_id, child_id, parents.name AS parent, children.name AS child FROM interface_parents
        JOIN interfaces AS parents ON parents.id = parent_id JOIN interfaces AS children ON children.id = child_id
        WHERE \(condition)
        """
    }
}
