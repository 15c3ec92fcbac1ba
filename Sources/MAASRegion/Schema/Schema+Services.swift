extension Schema {
    /// What MAAS keeps beside machines and networks: archives, DHCP snippets, keys, neighbours.
    package static let services = """
        -- Lists are JSON. The two default archives can be changed but not deleted.
        CREATE TABLE package_repositories (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            url TEXT NOT NULL,
            distributions TEXT NOT NULL DEFAULT '[]',
            disabled_pockets TEXT NOT NULL DEFAULT '[]',
            disabled_components TEXT NOT NULL DEFAULT '[]',
            disable_sources INTEGER NOT NULL DEFAULT 1,
            components TEXT NOT NULL DEFAULT '[]',
            arches TEXT NOT NULL DEFAULT '[]',
            key TEXT NOT NULL DEFAULT '',
            is_default INTEGER NOT NULL DEFAULT 0,
            enabled INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        INSERT INTO package_repositories (name, url, arches, is_default) VALUES
            ('main_archive', 'http://archive.ubuntu.com/ubuntu', '["amd64", "i386"]', 1),
            ('ports_archive', 'http://ports.ubuntu.com/ubuntu-ports', '["armhf", "arm64", "ppc64el", "s390x"]', 1);
        -- The versions of a snippet's text; deleting one takes the newer ones with it.
        CREATE TABLE dhcp_snippet_values (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            previous_id INTEGER REFERENCES dhcp_snippet_values ON DELETE CASCADE,
            data TEXT NOT NULL,
            -- milliseconds since 1970, region time
            created INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE dhcp_snippets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            value_id INTEGER NOT NULL REFERENCES dhcp_snippet_values ON DELETE CASCADE,
            description TEXT NOT NULL DEFAULT '',
            enabled INTEGER NOT NULL DEFAULT 1,
            node_id INTEGER REFERENCES nodes ON DELETE CASCADE,
            subnet_id INTEGER REFERENCES subnets ON DELETE CASCADE,
            ip_range_id INTEGER REFERENCES ip_ranges ON DELETE CASCADE
        ) STRICT;
        CREATE TABLE ssl_keys (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            key TEXT NOT NULL,
            UNIQUE (user_id, key)
        ) STRICT;
        CREATE TABLE license_keys (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            osystem TEXT NOT NULL,
            distro_series TEXT NOT NULL,
            license_key TEXT NOT NULL,
            UNIQUE (osystem, distro_series)
        ) STRICT;
        -- Hosts that answer on the lab's networks, whether a rack has seen them or not.
        CREATE TABLE hardware_neighbours (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ip TEXT NOT NULL,
            mac_address TEXT NOT NULL,
            mac_organization TEXT,
            vid INTEGER,
            interface_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE
        ) STRICT;
        -- What racks have seen; times in milliseconds since 1970, region time.
        CREATE TABLE neighbours (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ip TEXT NOT NULL,
            mac_address TEXT NOT NULL,
            mac_organization TEXT,
            vid INTEGER,
            interface_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
            updated INTEGER NOT NULL
        ) STRICT;
        -- Names that hosts announced (mdns) and that their addresses resolve to (rdns).
        CREATE TABLE discovered_names (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL CHECK (source IN ('mdns', 'rdns')),
            ip TEXT NOT NULL,
            hostname TEXT NOT NULL,
            updated INTEGER NOT NULL
        ) STRICT;
        """
}
