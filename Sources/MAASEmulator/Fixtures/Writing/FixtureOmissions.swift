import MAASRegion
import SQLite

/// What a region has that a fixture cannot hold, counted.
struct FixtureOmissions {
    /// By what it is; nothing of which there is none.
    let counts: [String: Int]

    /// What is counted, and the rows that it is.
    private static let kinds: KeyValuePairs<String, String> = [
        "uploaded files": "files",
        "contents of uploaded images": "boot_resources WHERE type = 'Uploaded'",
        "runs of scripts before the last ones": """
        script_sets WHERE id NOT IN (
            SELECT commissioning_result_id FROM nodes WHERE commissioning_result_id IS NOT NULL
            UNION SELECT testing_result_id FROM nodes WHERE testing_result_id IS NOT NULL
            UNION SELECT installation_result_id FROM nodes WHERE installation_result_id IS NOT NULL)
        """,
        "earlier texts of scripts": """
        script_versions WHERE id NOT IN (SELECT version_id FROM scripts)
            AND id IN (SELECT previous_id FROM script_versions)
        """,
        "earlier texts of DHCP snippets": """
        dhcp_snippet_values WHERE id NOT IN (SELECT value_id FROM dhcp_snippets)
            AND id IN (SELECT previous_id FROM dhcp_snippet_values)
        """,
        "events of nodes that are gone": "events WHERE node_id IS NULL",
        "dismissals of notifications": "notification_dismissals",
        "sources of imported SSH keys": "ssh_keys WHERE keysource <> ''",
        "user data of deployments": "nodes WHERE user_data IS NOT NULL",
        "groups of disks without a disk": """
        filesystem_groups WHERE id NOT IN (SELECT group_id FROM filesystems WHERE group_id IS NOT NULL)
        """,
        "steps that are under way": "transitions",
        "steps that somebody else plays": "awaited_steps",
        "failures that are to come": "lifecycle_failures",
    ]

    init(_ db: Connection) throws {
        let found = try Self.kinds.map { name, rows in (name, try db.scalar("SELECT COUNT(*) FROM \(rows)") ?? 0) }
        counts = Dictionary(found.filter { $0.1 > 0 }) { first, _ in first }
    }
}
