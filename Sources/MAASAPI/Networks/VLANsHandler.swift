import MAASRegion
import SQLite

/// `fabrics/{fabric_id}/vlans/` and `vlans/{id}/`: VLANs (`maas/40-network.md` section 3).
enum VLANsHandler {
    package static let resources = [
        Resource(
            "fabrics/{fabric_id}/vlans/", handler: "VlansHandler", tier: .a, "Manage the VLANs of a fabric.",
            [.read("List VLANs", list), .create("Create a VLAN", parameters: parameters, create)]),
        Resource(
            "fabrics/{fabric_id}/vlans/{vid}/", handler: "VlanHandler", tier: .a, "Manage a VLAN of a fabric.", item),
        Resource("vlans/{id}/", handler: "VlanHandler", tier: .a, isDescribed: false, "Manage a VLAN.", item),
    ]

    private static let item: [Operation] = [
        .read("Read a VLAN", read), .update("Update a VLAN", parameters: parameters, update),
        .delete("Delete a VLAN", delete),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "name": "name", "description": "a line about it", "vid": "0 to 4094", "mtu": "bytes, 552 to 65535",
        "dhcp_on": "boolean", "primary_rack": "system id", "secondary_rack": "system id",
        "relay_vlan": "id of the VLAN whose DHCP server answers here", "space": "id or name",
        "fabric": "id or name, to move it",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let fabric = try FabricsHandler.find(context, context.segment("fabric_id"))
        let vlans = try VLAN.all(context.db, ofFabric: fabric.id)
        return try Reply.json { json in try json.array(of: vlans) { try $1.write(context.db, into: &$0) } }
    }

    private static func find(_ context: Context, toChange: Bool = false) throws -> VLAN {
        guard let specifier = context.path["vid"] else {
            let found = try Int(context.segment("id")).flatMap { try VLAN.find(context.db, id: $0) }
            guard let vlan = found else {
                throw APIError(
                    404, "VLAN with specified ID does not exist.", contentType: APIError.plain, isFromRESTLayer: true)
            }
            if toChange { try context.requireAdmin() }
            return vlan
        }
        let fabric = try FabricsHandler.find(context, context.segment("fabric_id"))
        if toChange { try context.requireAdmin() }
        let text = specifier.hasPrefix("vid:") ? String(specifier.dropFirst(4)) : specifier
        let found: VLAN? =
            if text == "untagged" {
                try VLAN.find(context.db, fabric: fabric.id, vid: 0)
            } else if let vid = Int(text) {
                try VLAN.find(context.db, fabric: fabric.id, vid: vid)
            } else {
                try VLAN.all(context.db, ofFabric: fabric.id).first {
                    $0.name == (text.hasPrefix("name:") ? String(text.dropFirst(5)) : text)
                }
            }
        guard let found else { throw Refusal.notFound("VLAN") }
        return found
    }

    private static func reply(_ context: Context, id: Int) throws -> Reply {
        guard let vlan = try VLAN.find(context.db, id: id) else { throw Refusal.notFound("VLAN") }
        return try Reply.json { try vlan.write(context.db, into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context).id)
    }

    private static func create(_ context: Context) throws -> Reply {
        let fabric = try FabricsHandler.find(context, context.segment("fabric_id"))
        try context.requireAdmin()
        var fields = try VLANForm(context, nil, fabric)
        let vid = try fields.checked().vid
        let id = try VLAN.create(context.db, fabric: fabric.id, vid: vid, name: nil)
        try fields.store(id)
        return try reply(context, id: id)
    }

    private static func update(_ context: Context) throws -> Reply {
        let vlan = try find(context, toChange: true)
        var fields = try VLANForm(context, vlan, nil)
        _ = try fields.checked()
        try fields.store(vlan.id)
        return try reply(context, id: vlan.id)
    }

    /// VLAN interfaces on it go; other interfaces and its subnets move to the untagged VLAN of the fabric.
    private static func delete(_ context: Context) throws -> Reply {
        let vlan = try find(context, toChange: true)
        let db = context.db
        guard let standard = try VLAN.standard(db, ofFabric: vlan.fabricID), standard.id != vlan.id else {
            throw Refusal.invalid("This VLAN is the default VLAN in the fabric, it cannot be deleted.")
        }
        let interfaces = try db.query(
            "SELECT * FROM interfaces WHERE vlan_id = ? ORDER BY id", vlan.id, row: Interface.init)
        for var interface in interfaces {
            if interface.type == "vlan" {
                try interface.delete(context.state)
            } else {
                interface.vlanID = standard.id
                try interface.save(context.state)
            }
        }
        try db.execute("UPDATE subnets SET vlan_id = ? WHERE vlan_id = ?", standard.id, vlan.id)
        try db.execute("DELETE FROM vlans WHERE id = ?", vlan.id)
        return .deleted
    }
}
