import Formats
import MAASRegion

/// `fabrics/{fabric_id}/vlans/` and `vlans/{id}/`: VLANs (MAAS: `api/vlans.py`).
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
        "dhcp_on": "boolean", "primary_rack": "system id or host name",
        "secondary_rack": "system id or host name",
        "relay_vlan": "id of the VLAN whose DHCP server answers here", "space": "id or name",
        "fabric": "id or name, to move it",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let fabric = try FabricsHandler.find(context, context.segment("fabric_id"))
        let vlans = try VLAN.all(context.db, ofFabric: fabric.id)
        let networks = try NetworkSet(context.db, of: [], vlans: vlans.map(\.id))
        return Reply.json { json in json.array(of: vlans) { $1.write(networks, into: &$0) } }
    }

    /// By its id, or by a fabric and a specifier in it.
    private static func find(_ context: Context, toChange: Bool = false) throws -> VLAN {
        guard let specifier = context.path["vid"] else {
            guard let vlan = try VLAN.find(context.db, id: context.id()) else {
                throw APIError(
                    404, "VLAN with specified ID does not exist.", contentType: APIError.plain, isFromRESTLayer: true)
            }
            if toChange { try context.requireAdmin() }
            return vlan
        }
        let fabric = try FabricsHandler.find(context, context.segment("fabric_id"))
        if toChange { try context.requireAdmin() }
        let ids = try Specifiers(db: context.db).ids(.vlan, specifier.strippedOfBlanks)
        let found = try VLAN.all(context.db, ofFabric: fabric.id).filter { ids.contains($0.id) }
        guard found.count < 2 else { throw Refusal.ambiguous("VLAN") }
        guard let vlan = found.first else { throw Refusal.notFound("VLAN") }
        return vlan
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

    private static func delete(_ context: Context) throws -> Reply {
        try find(context, toChange: true).delete(context.state)
        return .deleted
    }
}
