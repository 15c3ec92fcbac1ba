import SQLite

/// What any number of addresses are shown with, read with the same few statements.
package struct HeldAddressDetails {
    package let networks: NetworkSet
    /// Of the nodes that have any of them.
    package let interfaces: InterfaceDetails
    private let holders: [Int: [Interface]]
    private let nodes: [Int: Node]
    private let unknown: InterfaceDetails?
    private let users: [Int: User]

    /// Reads everything about these addresses.
    package init(_ db: Connection, _ held: [HeldAddress]) throws {
        holders = try HeldAddress.interfaces(db, of: held)
        let found = holders.values.joined()
        nodes = try Node.all(db, ids: found.compactMap(\.nodeID))
        interfaces = try InterfaceDetails(db, nodes: nodes.keys)
        let loose = found.filter { $0.nodeID == nil }
        unknown = try loose.isEmpty ? nil : InterfaceDetails(db, loose)
        users = try User.all(db, ids: held.compactMap(\.userID))
        networks = try NetworkSet(db, subnets: held.compactMap(\.subnetID))
    }

    /// The interfaces that have an address, in the order of creation.
    package func interfaces(of held: HeldAddress) -> [Interface] { holders[held.id] ?? [] }
    /// The node of an interface; `nil` for one of no node.
    package func node(of interface: Interface) -> Node? { interface.nodeID.flatMap { nodes[$0] } }
    /// What is shown with the interfaces of no node; `nil` where there is none.
    package var ofUnknown: InterfaceDetails? { unknown }
    /// Who has set an address aside.
    package func owner(of held: HeldAddress) -> User? { held.userID.flatMap { users[$0] } }
}
