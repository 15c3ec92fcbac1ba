extension Schema {
    /// What MAAS lists as its database does, without an order of its own: the row that was written last is at the end,
    /// as PostgreSQL has it between two vacuums.
    private static let unordered = [
        "boot_sources", "dhcp_snippets", "fabrics", "ip_ranges", "package_repositories", "reserved_ips", "scripts",
        "spaces", "static_routes", "subnets", "tags",
    ]

    /// The how manieth change of its table each row saw last.
    static let listOrder = unordered.map { table in
        """
        ALTER TABLE \(table) ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
        UPDATE \(table) SET changed = id;
        CREATE INDEX \(table)_changed ON \(table) (changed);
        CREATE TRIGGER \(table)_inserted AFTER INSERT ON \(table) BEGIN
            UPDATE \(table) SET changed = (SELECT MAX(changed) + 1 FROM \(table)) WHERE id = NEW.id;
        END;
        CREATE TRIGGER \(table)_updated AFTER UPDATE ON \(table) WHEN NEW.changed = OLD.changed BEGIN
            UPDATE \(table) SET changed = (SELECT MAX(changed) + 1 FROM \(table)) WHERE id = NEW.id;
        END;

        """
    }.joined()
}

extension Schema {
    /// The subnets whose addresses or ranges were written since somebody looked at how many are left.
    static let subnetChanges =
        "CREATE TABLE changed_subnets (subnet_id INTEGER PRIMARY KEY) STRICT;\n"
        + [
            ("ip_addresses", "INSERT", "NEW"), ("ip_addresses", "UPDATE", "NEW"), ("ip_addresses", "DELETE", "OLD"),
            ("ip_ranges", "INSERT", "NEW"), ("ip_ranges", "UPDATE", "NEW"), ("ip_ranges", "DELETE", "OLD"),
        ].map { table, event, row in
            """
            CREATE TRIGGER subnet_of_\(table)_\(event.lowercased()) AFTER \(event) ON \(table)
            WHEN \(row).subnet_id IS NOT NULL BEGIN
                INSERT OR IGNORE INTO changed_subnets VALUES (\(row).subnet_id);
            END;

            """
        }.joined()
}
