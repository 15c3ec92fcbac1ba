import MAASRegion
import SQLite

/// Changing and deleting controllers.
enum ControllerForm {
    static func updating(_ role: ControllerWriter.Role) -> Operation.Handle {
        { context in
            let node = try ControllersHandlers.find(context, role)
            try context.requireAdmin()
            var form = Form(context.form)
            let description = form.text("description").orKeep(node.description) ?? ""
            let zone = try form.reference("zone") { try Zone.find(context.db, name: $0) }
            let domain = try form.reference("domain") { text in
                try Int(python: text).flatMap { try Domain.find(context.db, id: $0) } ?? Domain.find(context.db, name: text)
            }
            try form.check()
            try context.db.update(
                "nodes", id: node.id,
                [
                    "description": description, "zone_id": zone.value?.id ?? node.zoneID,
                    "domain_id": domain.value?.id ?? node.domainID,
                ])
            let changed = try ControllersHandlers.find(context, role)
            return try Reply.json { try ControllerWriter(context.state, role).write(changed, into: &$0) }
        }
    }

    static func deleting(_ role: ControllerWriter.Role) -> Operation.Handle {
        { context in
            let node = try ControllersHandlers.find(context, role)
            try context.requireAdmin()
            let isForced = try Form(context.query).strictFlag("force", default: false)
            let vlans: [String] = try context.db.query(
                """
                SELECT COALESCE(fabrics.name, 'fabric-' || fabrics.id) || '.'
                    || COALESCE(vlans.name, CASE vid WHEN 0 THEN 'untagged' ELSE vid END) AS label
                FROM vlans JOIN fabrics ON fabrics.id = fabric_id
                WHERE primary_rack_id = ? AND secondary_rack_id IS NULL AND dhcp_on = 1 ORDER BY vlans.id
                """, node.id
            ) { try $0["label"] }
            if !isForced, !vlans.isEmpty {
                throw Refusal.invalid(
                    "Unable to delete '\(node.hostname)'; it is currently set as a primary rack controller on VLANs "
                        + "\(vlans.joined(separator: ", ")) and no other rack controller can provide DHCP.")
            }
            // Where another rack stands by it takes over; where none does, DHCP ends.
            try context.db.execute(
                """
                UPDATE vlans SET primary_rack_id = secondary_rack_id, secondary_rack_id = NULL,
                dhcp_on = CASE WHEN secondary_rack_id IS NULL THEN 0 ELSE dhcp_on END WHERE primary_rack_id = ?
                """, node.id)
            try context.db.execute("UPDATE vlans SET secondary_rack_id = NULL WHERE secondary_rack_id = ?", node.id)
            try node.delete(context.state, force: true)
            return .deleted
        }
    }
}
