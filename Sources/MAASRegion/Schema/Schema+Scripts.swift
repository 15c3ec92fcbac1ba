extension Schema {
    /// Scripts, and what they came to, which until then were two numbers of a node.
    package static let scripts = """
        -- The versions of scripts' texts. Each knows the one before it; deleting one deletes those that came after.
        CREATE TABLE script_versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            previous_id INTEGER REFERENCES script_versions ON DELETE CASCADE,
            data TEXT NOT NULL,
            comment TEXT,
            -- milliseconds, region time
            created INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX script_versions_previous ON script_versions (previous_id);
        -- Kinds, hardware types and ways to run beside others by MAAS's numbers; the rest is JSON where it is no text.
        CREATE TABLE scripts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL DEFAULT '',
            description TEXT NOT NULL DEFAULT '',
            tags TEXT NOT NULL DEFAULT '[]',
            kind INTEGER NOT NULL DEFAULT 2,
            hardware_type INTEGER NOT NULL DEFAULT 0,
            parallel INTEGER NOT NULL DEFAULT 0,
            results TEXT NOT NULL DEFAULT '{}',
            parameters TEXT NOT NULL DEFAULT '{}',
            packages TEXT NOT NULL DEFAULT '{}',
            -- milliseconds; 0 for as long as it takes
            timeout INTEGER NOT NULL DEFAULT 0,
            destructive INTEGER NOT NULL DEFAULT 0,
            -- Comes with MAAS.
            is_default INTEGER NOT NULL DEFAULT 0,
            for_hardware TEXT NOT NULL DEFAULT '[]',
            may_reboot INTEGER NOT NULL DEFAULT 0,
            recommission INTEGER NOT NULL DEFAULT 0,
            apply_configured_networking INTEGER NOT NULL DEFAULT 0,
            version_id INTEGER NOT NULL REFERENCES script_versions ON DELETE CASCADE
        ) STRICT;
        -- Runs of scripts on a node. kind: 0 commissioning, 1 installation, 2 testing, 3 release.
        ALTER TABLE script_sets RENAME TO bare_script_sets;
        CREATE TABLE script_sets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER REFERENCES nodes ON DELETE CASCADE,
            kind INTEGER NOT NULL,
            last_ping INTEGER
        ) STRICT;
        CREATE INDEX script_sets_node ON script_sets (node_id);
        INSERT INTO script_sets (id, node_id, kind)
            SELECT id, node_id, CASE type WHEN 'commissioning' THEN 0 WHEN 'installation' THEN 1 ELSE 2 END
            FROM bare_script_sets;
        DROP TABLE bare_script_sets;
        -- What one script of a run came to. Times in milliseconds, region time.
        CREATE TABLE script_results (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            script_set_id INTEGER NOT NULL REFERENCES script_sets ON DELETE CASCADE,
            script_id INTEGER REFERENCES scripts ON DELETE CASCADE,
            script_name TEXT NOT NULL,
            -- JSON object: what the script is given, by parameter
            parameters TEXT NOT NULL DEFAULT '{}',
            block_device_id INTEGER REFERENCES block_devices ON DELETE CASCADE,
            interface_id INTEGER REFERENCES interfaces ON DELETE CASCADE,
            version_id INTEGER REFERENCES script_versions ON DELETE SET NULL,
            status INTEGER NOT NULL DEFAULT 0,
            exit_status INTEGER,
            output TEXT NOT NULL DEFAULT '',
            stdout TEXT NOT NULL DEFAULT '',
            stderr TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '',
            started INTEGER,
            ended INTEGER,
            suppressed INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX script_results_set ON script_results (script_set_id);
        CREATE INDEX script_results_script ON script_results (script_id);
        CREATE INDEX script_results_device ON script_results (block_device_id);
        CREATE INDEX script_results_interface ON script_results (interface_id);
        -- Of older runs only the sum of commissioning is kept, which says whether a machine is ready when it is released.
        INSERT INTO script_results (script_set_id, script_name, status, started, ended, created, updated)
            SELECT commissioning_result_id, '50-maas-01-commissioning', commissioning_status, updated, updated, updated,
            updated FROM nodes
            WHERE commissioning_status >= 0 AND commissioning_result_id IN (SELECT id FROM script_sets);
        ALTER TABLE nodes DROP COLUMN commissioning_status;
        ALTER TABLE nodes DROP COLUMN testing_status;
        ALTER TABLE nodes ADD COLUMN release_result_id INTEGER;
        -- The script that fails; NULL for the step as a whole.
        ALTER TABLE lifecycle_failures ADD COLUMN script TEXT;
        """
}
