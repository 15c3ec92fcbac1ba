extension Schema {
    /// Browsers that are logged in; `expires` in seconds of the wall clock.
    static let sessions = """
        CREATE TABLE sessions (
            key TEXT PRIMARY KEY,
            user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Groups of users, which MAAS has since 3.8.
    static let identities = """
        CREATE TABLE user_groups (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            description TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE user_group_members (
            group_id INTEGER NOT NULL REFERENCES user_groups ON DELETE CASCADE,
            user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            PRIMARY KEY (group_id, user_id)
        ) STRICT;
        -- `resource_type`: maas, whose id is 0, or pool.
        CREATE TABLE user_group_entitlements (
            group_id INTEGER NOT NULL REFERENCES user_groups ON DELETE CASCADE,
            resource_type TEXT NOT NULL,
            resource_id INTEGER NOT NULL,
            entitlement TEXT NOT NULL,
            PRIMARY KEY (group_id, resource_type, resource_id, entitlement)
        ) STRICT;
        INSERT INTO user_groups (name, description) VALUES
            ('Administrators', 'Default administrators group'), ('Users', 'Default users group');
        INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES
            (1, 'maas', 0, 'can_edit_machines'), (1, 'maas', 0, 'can_edit_global_entities'),
            (1, 'maas', 0, 'can_edit_controllers'), (1, 'maas', 0, 'can_edit_identities'),
            (1, 'maas', 0, 'can_edit_configurations'), (1, 'maas', 0, 'can_edit_notifications'),
            (1, 'maas', 0, 'can_edit_boot_entities'), (1, 'maas', 0, 'can_edit_license_keys'),
            (1, 'maas', 0, 'can_view_devices'), (1, 'maas', 0, 'can_view_ipaddresses'),
            (1, 'maas', 0, 'can_view_dnsrecords'), (1, 'maas', 0, 'can_view_operations'),
            (1, 'maas', 0, 'can_edit_operations'), (2, 'maas', 0, 'can_deploy_machines'),
            (2, 'maas', 0, 'can_view_available_machines'), (2, 'maas', 0, 'can_view_global_entities');
        INSERT INTO user_group_members (group_id, user_id)
            SELECT user_groups.id, users.id FROM users
            JOIN user_groups ON user_groups.name = CASE WHEN is_superuser THEN 'Administrators' ELSE 'Users' END
            WHERE NOT is_system ORDER BY users.id;
        -- Whoever comes joins one of the two groups, if it is still there.
        CREATE TRIGGER users_join_group AFTER INSERT ON users WHEN NOT NEW.is_system BEGIN
            INSERT INTO user_group_members (group_id, user_id)
                SELECT id, NEW.id FROM user_groups
                WHERE name = CASE WHEN NEW.is_superuser THEN 'Administrators' ELSE 'Users' END;
        END;
        """
}
