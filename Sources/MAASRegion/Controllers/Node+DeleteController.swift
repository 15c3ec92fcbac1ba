import SQLite

extension Node {
    /// Deletes a controller (MAAS's `RackController.delete`): where another rack stands by, it takes over DHCP; where
    /// none does, DHCP ends.
    /// - Throws: `Refusal` when DHCP would end and `force` is false.
    package func deleteController(_ state: RegionState, force: Bool) throws {
        let db = state.db
        let vlans: [String] = try db.query(
            """
            SELECT COALESCE(fabrics.name, 'fabric-' || fabrics.id) || '.'
                || COALESCE(vlans.name, CASE vid WHEN 0 THEN 'untagged' ELSE vid END) AS label
            FROM vlans JOIN fabrics ON fabrics.id = fabric_id
            WHERE primary_rack_id = ? AND secondary_rack_id IS NULL AND dhcp_on = 1 ORDER BY vlans.id
            """, id
        ) { try $0["label"] }
        if !force, !vlans.isEmpty {
            throw Refusal.invalid(
                "Unable to delete '\(hostname)'; it is currently set as a primary rack controller on VLANs "
                    + "\(vlans.joined(separator: ", ")) and no other rack controller can provide DHCP.")
        }
        try db.execute(
            """
            UPDATE vlans SET primary_rack_id = secondary_rack_id, secondary_rack_id = NULL,
            dhcp_on = CASE WHEN secondary_rack_id IS NULL THEN 0 ELSE dhcp_on END WHERE primary_rack_id = ?
            """, id)
        try db.execute("UPDATE vlans SET secondary_rack_id = NULL WHERE secondary_rack_id = ?", id)
        try delete(state, force: true)
    }
}
