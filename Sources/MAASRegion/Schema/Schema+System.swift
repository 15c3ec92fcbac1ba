extension Schema {
    package static let system = """
        CREATE TABLE files (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            owner_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            filename TEXT NOT NULL,
            -- Whoever knows it may read the file.
            key TEXT NOT NULL UNIQUE,
            content BLOB NOT NULL
        ) STRICT;
        CREATE TABLE notifications (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ident TEXT UNIQUE,
            user_id INTEGER REFERENCES users ON DELETE CASCADE,
            users INTEGER NOT NULL DEFAULT 0,
            admins INTEGER NOT NULL DEFAULT 0,
            message TEXT NOT NULL,
            -- JSON object
            context TEXT NOT NULL DEFAULT '{}',
            category TEXT NOT NULL DEFAULT 'info',
            dismissable INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE TABLE notification_dismissals (
            notification_id INTEGER NOT NULL REFERENCES notifications ON DELETE CASCADE,
            user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            PRIMARY KEY (notification_id, user_id)
        ) STRICT, WITHOUT ROWID;
        -- Times in milliseconds since 1970, region time; keyring_data base64.
        CREATE TABLE boot_sources (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL UNIQUE,
            keyring_filename TEXT NOT NULL DEFAULT '',
            keyring_data TEXT NOT NULL DEFAULT '',
            -- Since 3.8.
            name TEXT NOT NULL DEFAULT '',
            priority INTEGER NOT NULL DEFAULT 0,
            enabled INTEGER NOT NULL DEFAULT 1,
            skip_keyring_verification INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL
        ) STRICT;
        -- Lists are JSON.
        CREATE TABLE boot_source_selections (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            boot_source_id INTEGER NOT NULL REFERENCES boot_sources ON DELETE CASCADE,
            os TEXT NOT NULL,
            release TEXT NOT NULL,
            arches TEXT NOT NULL DEFAULT '[]',
            subarches TEXT NOT NULL DEFAULT '[]',
            labels TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        -- The files of a boot resource; `received` counts the bytes that were uploaded.
        CREATE TABLE boot_resource_files (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            boot_resource_id INTEGER NOT NULL REFERENCES boot_resources ON DELETE CASCADE,
            version TEXT NOT NULL,
            label TEXT NOT NULL,
            filename TEXT NOT NULL,
            filetype TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            content BLOB NOT NULL,
            is_complete INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        """
}
