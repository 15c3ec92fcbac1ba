import Formats
import SQLite

/// A VLAN of a fabric; vid 0 is its untagged one.
package struct VLAN {
    package let id: Int
    package let vid: Int
    /// `untagged` for the fabric's first one, whatever it is called.
    package let name: String?
    package let fabricID: Int
    package let fabricName: String
    package let mtu: Int
    package let dhcpOn: Bool
    package let externalDHCP: String?
    package let primaryRack: String?
    package let secondaryRack: String?
    package let relayVLANID: Int?
    package let spaceID: Int?
    package let spaceName: String?

    package init(_ row: Row) throws {
        id = try row["id"]
        vid = try row["vid"]
        name = try row["shown_name"]
        fabricID = try row["fabric_id"]
        fabricName = try row["fabric_name"]
        mtu = try row["mtu"]
        dhcpOn = try row["dhcp_on"]
        externalDHCP = try row["external_dhcp"]
        primaryRack = try row["primary_rack"]
        secondaryRack = try row["secondary_rack"]
        relayVLANID = try row["relay_vlan_id"]
        spaceID = try row["space_id"]
        spaceName = try row["space_name"]
    }

    package static let select = """
        SELECT vlans.*,
            CASE WHEN vlans.id = (SELECT MIN(id) FROM vlans AS own WHERE own.fabric_id = vlans.fabric_id) THEN 'untagged'
                ELSE vlans.name END AS shown_name,
            COALESCE(fabrics.name, 'fabric-' || fabrics.id) AS fabric_name, spaces.name AS space_name,
            (SELECT system_id FROM nodes WHERE id = primary_rack_id) AS primary_rack,
            (SELECT system_id FROM nodes WHERE id = secondary_rack_id) AS secondary_rack
        FROM vlans JOIN fabrics ON fabrics.id = fabric_id LEFT JOIN spaces ON spaces.id = space_id
        """

    package static func find(_ db: Connection, id: Int) throws -> VLAN? {
        try db.first(select + " WHERE vlans.id = ?", id, row: VLAN.init)
    }

    package static func find(_ db: Connection, fabric: Int, vid: Int) throws -> VLAN? {
        try db.first(select + " WHERE fabric_id = ? AND vid = ?", fabric, vid, row: VLAN.init)
    }

    /// Every VLAN, in the order in which they were last changed.
    package static func all(_ db: Connection) throws -> [VLAN] {
        try db.query(select + " ORDER BY touched", row: VLAN.init)
    }

    /// The VLANs of a fabric, in the order in which they were last changed.
    package static func all(_ db: Connection, ofFabric id: Int) throws -> [VLAN] {
        try db.query(select + " WHERE fabric_id = ? ORDER BY touched", id, row: VLAN.init)
    }

    /// The VLANs of a space; of none for `nil`.
    package static func all(_ db: Connection, ofSpace id: Int?) throws -> [VLAN] {
        try db.query(select + " WHERE space_id IS ? ORDER BY touched", id, row: VLAN.init)
    }

    /// The untagged VLAN of a fabric: its oldest one.
    package static func standard(_ db: Connection, ofFabric id: Int) throws -> VLAN? {
        try db.first(select + " WHERE fabric_id = ? ORDER BY vlans.id LIMIT 1", id, row: VLAN.init)
    }

    /// The rack controllers with an interface on any VLAN of a VID.
    package static func racks(_ db: Connection, onVID vid: Int) throws -> [Node] {
        let ids: [Int] = try db.query(
            "SELECT DISTINCT node_id FROM interfaces JOIN vlans ON vlans.id = vlan_id WHERE vid = ? AND node_id IS NOT NULL",
            vid
        ) { try $0["node_id"] }
        return try Node.all(db, ids: ids).values.filter(\.kind.isRack).sorted { $0.id < $1.id }
    }

    /// Whether there are addresses on it for DHCP to give out.
    package func hasDynamicRange(_ db: Connection) throws -> Bool {
        try db.scalar(
            """
            SELECT COUNT(*) FROM ip_ranges JOIN subnets ON subnets.id = subnet_id WHERE vlan_id = ? AND type = 'dynamic'
            """, id) ?? 0 > 0
    }

    /// Deletes it: VLAN interfaces on it go; other interfaces and its subnets move to the untagged VLAN of the fabric.
    /// - Throws: `Refusal` for that VLAN itself.
    package func delete(_ state: RegionState) throws {
        let db = state.db
        guard let standard = try VLAN.standard(db, ofFabric: fabricID), standard.id != id else {
            throw Refusal.invalid("This VLAN is the default VLAN in the fabric, it cannot be deleted.")
        }
        let interfaces = try db.query(
            "SELECT * FROM interfaces WHERE vlan_id = ? ORDER BY id", id, row: Interface.init)
        for var interface in interfaces {
            if interface.type == .vlan {
                try interface.delete(state)
            } else {
                interface.vlanID = standard.id
                try interface.save(state)
            }
        }
        try db.execute("UPDATE subnets SET vlan_id = ? WHERE vlan_id = ?", standard.id, id)
        try db.execute("DELETE FROM vlans WHERE id = ?", id)
    }

    /// Adds a VLAN; answers its id. MAAS numbers them from 5001.
    package static func create(_ db: Connection, fabric: Int, vid: Int, name: String?) throws -> Int {
        let next: Int = try db.scalar("SELECT MAX(COALESCE(MAX(id), 0) + 1, 5001) FROM vlans") ?? 5001
        let used: Int = try db.scalar("SELECT seq + 1 FROM sqlite_sequence WHERE name = 'vlans'") ?? 0
        return try db.insert(
            into: "vlans", ["id": max(next, used), "fabric_id": fabric, "vid": vid, "name": name])
    }

    /// The name and the description of its row, which answers do not show as they are.
    package static func texts(_ db: Connection, id: Int) throws -> (name: String?, description: String)? {
        try db.first("SELECT name, description FROM vlans WHERE id = ?", id) { row in
            (try row["name"], try row["description"])
        }
    }

    /// What can be said of a VLAN.
    package struct Values {
        package var vid: Int
        package var fabricID: Int
        package var name: String?
        package var description: String
        package var mtu: Int
        package var dhcpOn: Bool
        package var primaryRackID: Int?
        package var secondaryRackID: Int?
        package var relayVLANID: Int?
        package var spaceID: Int?

        package init(
            vid: Int, fabricID: Int, name: String?, description: String, mtu: Int, dhcpOn: Bool,
            primaryRackID: Int?, secondaryRackID: Int?, relayVLANID: Int?, spaceID: Int?
        ) {
            self.vid = vid
            self.fabricID = fabricID
            self.name = name
            self.description = description
            self.mtu = mtu
            self.dhcpOn = dhcpOn
            self.primaryRackID = primaryRackID
            self.secondaryRackID = secondaryRackID
            self.relayVLANID = relayVLANID
            self.spaceID = spaceID
        }
    }

    /// Writes a VLAN's row. A fabric that lost its last VLAN by that goes.
    package static func update(_ db: Connection, id: Int, _ values: Values) throws {
        try db.update(
            "vlans", id: id,
            [
                "vid": values.vid, "fabric_id": values.fabricID, "name": values.name,
                "description": values.description, "mtu": values.mtu, "dhcp_on": values.dhcpOn,
                "primary_rack_id": values.primaryRackID, "secondary_rack_id": values.secondaryRackID,
                "relay_vlan_id": values.relayVLANID, "space_id": values.spaceID,
            ])
        try Fabric.deleteEmpty(db)
    }
}
