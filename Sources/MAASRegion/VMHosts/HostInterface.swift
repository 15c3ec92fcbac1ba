import SQLite

/// An interface of the machine that a VM host runs on, as a place to attach VMs to (`get_known_host_interfaces`).
package struct HostInterface {
    package enum Attachment: String, Sendable {
        case bridge, sriov, network, macvlan

        /// Lower is preferred.
        package var rank: Int {
            switch self {
            case .bridge: 0
            case .sriov: 1
            case .network: 2
            case .macvlan: 3
            }
        }
    }

    package let id: Int
    package let name: String
    package let type: Interface.Kind
    let attachment: Attachment
    /// What the hypervisor attaches to; the parent, for a VLAN interface over SR-IOV.
    let attachName: String
    /// The VLAN tag that the hypervisor puts on the traffic.
    package let vid: Int
    package let vlanID: Int?
    /// MAAS serves DHCP on its VLAN, directly or through a relay.
    let hasDHCP: Bool

    /// The interfaces of a node, in the order of creation.
    package static func all(_ db: Connection, node: Int, of type: VMHostType) throws -> [HostInterface] {
        try Interface.all(db, node: node).map { try HostInterface($0, db, hostType: type) }
    }

    private init(_ interface: Interface, _ db: Connection, hostType: VMHostType) throws {
        id = interface.id
        name = interface.name
        type = interface.type
        vlanID = interface.vlanID
        let vlan = try interface.vlanID.flatMap { try VLAN.find(db, id: $0) }
        let relay = try vlan?.relayVLANID.flatMap { try VLAN.find(db, id: $0) }
        hasDHCP = (vlan?.dhcpOn ?? false) || (relay?.dhcpOn ?? false)
        var parent: Interface?
        if interface.type == .vlan {
            parent = try db.first(
                """
                SELECT interfaces.* FROM interfaces JOIN interface_parents ON parent_id = interfaces.id
                WHERE child_id = ?
                """, interface.id, row: Interface.init)
        }
        if interface.type == .bridge {
            attachment = .bridge
        } else if hostType == .lxd, (parent ?? interface).sriovMaxVF > 0 {
            attachment = .sriov
        } else {
            attachment = .macvlan
        }
        attachName = attachment == .sriov ? (parent?.name ?? interface.name) : interface.name
        vid = attachment == .sriov && parent != nil ? vlan?.vid ?? 0 : 0
    }

    /// Where a VM goes when it asked for nothing: the best attachment with DHCP, the oldest among equals.
    static func preferred(_ interfaces: [HostInterface]) -> HostInterface? {
        interfaces.filter(\.hasDHCP).min { $0.attachment.rank < $1.attachment.rank }
    }

    /// Among several that match: the newest bridge, else the newest bond, else the newest.
    static func pick(_ interfaces: [HostInterface]) -> HostInterface? {
        let newestFirst = interfaces.sorted { $0.id > $1.id }
        return newestFirst.first { $0.type == .bridge } ?? newestFirst.first { $0.type == .bond } ?? newestFirst.first
    }
}
