import SQLite

/// The region's tables. What is in them is all the state there is.
package enum Schema {
    /// Steps from an empty database to today's; their number is the schema's version. A step that has been released
    /// is never changed: a new one is added.
    static let migrations: [String] = [
        [accounts, placement, network, nodes, storage, virtualMachines, hardware, history, system, snapshots].joined(
            separator: "\n"),
        "ALTER TABLE lifecycle_failures ADD COLUMN stalls INTEGER NOT NULL DEFAULT 0;",
        // The machine whose deployment made it.
        "ALTER TABLE hardware_hosts ADD COLUMN node_id INTEGER REFERENCES nodes ON DELETE CASCADE;",
        services,
        identities,
        scripts,
        storageGroups,
        images,
        machineHardware,
        partitionOrder,
        sessions,
        lookups,
        searches,
        // The run of the scripts for deployments.
        "ALTER TABLE nodes ADD COLUMN deployment_result_id INTEGER;",
        listOrder,
        subnetChanges,
        descriptions,
        furtherSearches,
    ]

    package static var version: Int { migrations.count }

    /// Brings a database to today's schema.
    /// - Throws: `SchemaError` when it was made by a newer emulator, or is something else altogether.
    package static func migrate(_ db: Connection) throws {
        let found: Int = try db.scalar("PRAGMA user_version") ?? 0
        guard found <= version else { throw SchemaError.newer(found: found, known: version) }
        let tables: Int = try db.scalar("SELECT COUNT(*) FROM sqlite_schema") ?? 0
        guard found > 0 || tables == 0 else { throw SchemaError.foreign }
        if found == 0, let today {
            try apply(today, to: db, version: version)
        } else {
            try takeSteps(db, from: found)
        }
    }

    /// What all steps together come to, which a test keeps fresh: an empty database gets it at once, since SQLite reads
    /// the whole schema again for every column that is added.
    static let today = EmbeddedData.text("Schema/schema.sql")

    /// The steps that a database of this version has not seen.
    static func takeSteps(_ db: Connection, from found: Int) throws {
        for (index, step) in migrations.enumerated().dropFirst(found) { try apply(step, to: db, version: index + 1) }
    }

    private static func apply(_ script: String, to db: Connection, version: Int) throws {
        try db.transaction {
            try db.executeScript(script)
            try db.execute("PRAGMA user_version = \(version)")
        }
    }

    package static let accounts = """
        -- Settings of the region itself: clock, generator, version, inventory.
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        -- MAAS's configuration settings that were changed; values are JSON.
        CREATE TABLE config (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE users (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            username TEXT NOT NULL UNIQUE,
            email TEXT NOT NULL DEFAULT '',
            password TEXT NOT NULL DEFAULT '',
            is_superuser INTEGER NOT NULL DEFAULT 0,
            is_active INTEGER NOT NULL DEFAULT 1,
            is_system INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE tokens (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            name TEXT NOT NULL,
            consumer_key TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            secret TEXT NOT NULL
        ) STRICT;
        -- `seen` in seconds of the wall clock.
        CREATE TABLE nonces (
            consumer_key TEXT NOT NULL, token_key TEXT NOT NULL, nonce TEXT NOT NULL, seen INTEGER NOT NULL,
            PRIMARY KEY (consumer_key, token_key, nonce)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX nonces_seen ON nonces (seen);
        CREATE TABLE ssh_keys (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            key TEXT NOT NULL,
            keysource TEXT NOT NULL DEFAULT ''
        ) STRICT;
        """

    static let placement = """
        CREATE TABLE zones (
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE resource_pools (
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE tags (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            comment TEXT NOT NULL DEFAULT '',
            definition TEXT NOT NULL DEFAULT '',
            kernel_opts TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE domains (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            ttl INTEGER,
            authoritative INTEGER NOT NULL DEFAULT 1,
            is_default INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        """

    package static let network = """
        CREATE TABLE spaces (
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE fabrics (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT UNIQUE,
            description TEXT NOT NULL DEFAULT '',
            class_type TEXT
        ) STRICT;
        CREATE TABLE vlans (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            fabric_id INTEGER NOT NULL REFERENCES fabrics ON DELETE CASCADE,
            vid INTEGER NOT NULL,
            name TEXT,
            description TEXT NOT NULL DEFAULT '',
            mtu INTEGER NOT NULL DEFAULT 1500,
            dhcp_on INTEGER NOT NULL DEFAULT 0,
            external_dhcp TEXT,
            primary_rack_id INTEGER REFERENCES nodes ON DELETE SET NULL,
            secondary_rack_id INTEGER REFERENCES nodes ON DELETE SET NULL,
            relay_vlan_id INTEGER REFERENCES vlans ON DELETE SET NULL,
            space_id INTEGER REFERENCES spaces ON DELETE SET NULL,
            -- Counts changes: MAAS lists VLANs as its database does, the one that was changed last at the end.
            touched INTEGER NOT NULL DEFAULT 0,
            UNIQUE (fabric_id, vid)
        ) STRICT;
        CREATE TRIGGER vlans_inserted AFTER INSERT ON vlans BEGIN
            UPDATE vlans SET touched = (SELECT MAX(touched) + 1 FROM vlans) WHERE id = NEW.id;
        END;
        CREATE TRIGGER vlans_updated AFTER UPDATE OF fabric_id, vid, name, description, mtu, dhcp_on, external_dhcp,
            primary_rack_id, secondary_rack_id, relay_vlan_id, space_id ON vlans BEGIN
            UPDATE vlans SET touched = (SELECT MAX(touched) + 1 FROM vlans) WHERE id = NEW.id;
        END;
        CREATE TABLE subnets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            description TEXT NOT NULL DEFAULT '',
            vlan_id INTEGER NOT NULL REFERENCES vlans,
            cidr TEXT NOT NULL UNIQUE,
            gateway_ip TEXT,
            dns_servers TEXT NOT NULL DEFAULT '[]',
            rdns_mode INTEGER NOT NULL DEFAULT 2,
            allow_dns INTEGER NOT NULL DEFAULT 1,
            allow_proxy INTEGER NOT NULL DEFAULT 1,
            active_discovery INTEGER NOT NULL DEFAULT 0,
            managed INTEGER NOT NULL DEFAULT 1,
            disabled_boot_architectures TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        CREATE TABLE ip_ranges (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            subnet_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
            type TEXT NOT NULL CHECK (type IN ('dynamic', 'reserved')),
            start_ip TEXT NOT NULL,
            end_ip TEXT NOT NULL,
            user_id INTEGER REFERENCES users ON DELETE SET NULL,
            comment TEXT NOT NULL DEFAULT ''
        ) STRICT;
        -- An address, or the wish for one: `ip` is null until it is given out. Its id is the link's id.
        -- alloc_type: 0 auto, 1 sticky (static), 4 user reserved, 5 DHCP, 6 discovered.
        CREATE TABLE ip_addresses (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            alloc_type INTEGER NOT NULL,
            ip TEXT,
            subnet_id INTEGER REFERENCES subnets ON DELETE CASCADE,
            user_id INTEGER REFERENCES users ON DELETE SET NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL
        ) STRICT;
        -- One address is held once; discovered ones are only observed.
        CREATE UNIQUE INDEX ip_addresses_ip ON ip_addresses (ip) WHERE ip IS NOT NULL AND alloc_type <> 6;
        CREATE INDEX ip_addresses_subnet ON ip_addresses (subnet_id);
        CREATE TABLE static_routes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
            destination_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
            gateway_ip TEXT NOT NULL,
            metric INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE reserved_ips (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ip TEXT NOT NULL UNIQUE,
            subnet_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
            mac_address TEXT NOT NULL,
            comment TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE dns_resources (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            domain_id INTEGER NOT NULL REFERENCES domains,
            address_ttl INTEGER,
            UNIQUE (name, domain_id)
        ) STRICT;
        CREATE TABLE dns_resource_addresses (
            dns_resource_id INTEGER NOT NULL REFERENCES dns_resources ON DELETE CASCADE,
            ip_address_id INTEGER NOT NULL REFERENCES ip_addresses ON DELETE CASCADE,
            PRIMARY KEY (dns_resource_id, ip_address_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE dns_records (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            dns_resource_id INTEGER NOT NULL REFERENCES dns_resources ON DELETE CASCADE,
            rrtype TEXT NOT NULL,
            rrdata TEXT NOT NULL,
            ttl INTEGER
        ) STRICT;
        """
}

/// Why a database cannot be used.
public enum SchemaError: Error, CustomStringConvertible {
    /// It was made by a newer emulator, whose schema this one does not know.
    case newer(found: Int, known: Int)
    /// It has tables, and they are not a region's.
    case foreign

    /// What the database is instead of a region of today.
    public var description: String {
        switch self {
        case .newer(let found, let known):
            "the database has schema version \(found); this emulator knows versions up to \(known)"
        case .foreign: "the file is a database, but not one of this emulator"
        }
    }
}
