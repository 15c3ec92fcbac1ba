import Addresses
import Formats
import SQLite

/// A fabric: VLANs that can reach each other. Without a name it is called after its id.
package struct Fabric: Entity {
    package static let table = "fabrics"
    package static let model = "Fabric"

    package let id: Int
    package let name: String
    package let description: String
    package let classType: String?

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"] ?? "fabric-\(id)"
        description = try row["description"]
        classType = try row["class_type"]
    }

    package static func all(_ db: Connection) throws -> [Fabric] {
        try db.query("SELECT * FROM fabrics ORDER BY changed", row: Fabric.init)
    }

    /// The oldest one, where MAAS puts what nobody puts elsewhere.
    package static func standard(_ db: Connection) throws -> Fabric? {
        try db.first("SELECT * FROM fabrics ORDER BY id LIMIT 1", row: Fabric.init)
    }

    package static func find(_ db: Connection, name: String) throws -> Fabric? {
        try db.first("SELECT * FROM fabrics WHERE COALESCE(name, 'fabric-' || id) = ?", name, row: Fabric.init)
    }

    /// Adds a fabric with its untagged VLAN; answers its id.
    package static func insert(_ db: Connection, name: String?, description: String, classType: String?) throws -> Int {
        let id = try db.insert(
            into: table, ["name": name, "description": description, "class_type": classType])
        _ = try VLAN.create(db, fabric: id, vid: 0, name: "untagged")
        return id
    }

    /// - Parameter name: `nil` for one that is called after its id.
    package func update(_ db: Connection, name: String?, description: String, classType: String?) throws {
        try db.update(
            Self.table, id: id, ["name": name, "description": description, "class_type": classType])
    }

    /// Deletes a fabric that nothing is on.
    /// - Throws: `Refusal` for the default fabric and for one with subnets or interfaces.
    package func remove(_ db: Connection) throws {
        if id == 0 { throw Refusal.invalid("This fabric is the default fabric, it cannot be deleted.") }
        let subnets: [String] = try db.query(
            "SELECT cidr FROM subnets JOIN vlans ON vlans.id = vlan_id WHERE fabric_id = ?", id
        ) { try $0["cidr"] }
        if !subnets.isEmpty {
            let list = subnets.compactMap { IPNetwork($0) }
                .sorted { ($0.base, $0.prefixLength) < ($1.base, $1.prefixLength) }
                .map(\.description).joined(separator: ", ")
            throw Refusal.invalid("Can't delete fabric; the following subnets are still present: \(list)")
        }
        let interfaces: [String] = try db.query(
            """
            SELECT interfaces.name || ' (' || type || ') on ' || COALESCE(hostname, '<unknown-node>') AS label
            FROM interfaces JOIN vlans ON vlans.id = vlan_id LEFT JOIN nodes ON nodes.id = node_id
            WHERE fabric_id = ? ORDER BY node_id, interfaces.name
            """, id
        ) { try $0["label"] }
        if !interfaces.isEmpty {
            throw Refusal.invalid(
                "Can't delete fabric; the following interfaces are still connected: "
                    + interfaces.joined(separator: ", "))
        }
        try delete(db)
    }

    /// Fabrics that lost their last VLAN go.
    package static func deleteEmpty(_ db: Connection) throws {
        try db.execute("DELETE FROM fabrics WHERE id NOT IN (SELECT fabric_id FROM vlans)")
    }
}
