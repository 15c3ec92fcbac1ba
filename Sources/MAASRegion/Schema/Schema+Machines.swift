extension Schema {
    /// Machines of the lab, as commissioning would find them; what MAAS was told of synchronising hardware.
    static let machineHardware = """
        CREATE TABLE hardware_machines (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            -- JSON object: the machine is powered by a BMC with these parameters.
            power_parameters TEXT NOT NULL DEFAULT '{}',
            architecture TEXT,
            cpu_count INTEGER NOT NULL,
            -- MHz
            cpu_speed INTEGER NOT NULL DEFAULT 0,
            -- MiB
            memory INTEGER NOT NULL,
            hardware_uuid TEXT,
            bios_boot_method TEXT
        ) STRICT;
        CREATE TABLE hardware_machine_interfaces (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            machine_id INTEGER NOT NULL REFERENCES hardware_machines ON DELETE CASCADE,
            name TEXT NOT NULL,
            mac_address TEXT NOT NULL UNIQUE,
            vlan_id INTEGER REFERENCES vlans ON DELETE SET NULL,
            link_connected INTEGER NOT NULL DEFAULT 1,
            -- Mbit/s
            interface_speed INTEGER NOT NULL DEFAULT 0,
            link_speed INTEGER NOT NULL DEFAULT 0,
            vendor TEXT,
            product TEXT,
            firmware_version TEXT,
            numa_node INTEGER NOT NULL DEFAULT 0,
            sriov_max_vf INTEGER NOT NULL DEFAULT 0,
            UNIQUE (machine_id, name)
        ) STRICT;
        CREATE TABLE hardware_machine_disks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            machine_id INTEGER NOT NULL REFERENCES hardware_machines ON DELETE CASCADE,
            name TEXT NOT NULL,
            -- bytes
            size INTEGER NOT NULL,
            block_size INTEGER NOT NULL DEFAULT 512,
            model TEXT NOT NULL DEFAULT '',
            serial TEXT NOT NULL DEFAULT '',
            id_path TEXT,
            tags TEXT NOT NULL DEFAULT '[]',
            UNIQUE (machine_id, name)
        ) STRICT;
        -- How often a deployed machine reports its hardware, seconds, and when it last did, region time.
        ALTER TABLE nodes ADD COLUMN sync_interval INTEGER;
        ALTER TABLE nodes ADD COLUMN last_sync INTEGER;
        """
}
