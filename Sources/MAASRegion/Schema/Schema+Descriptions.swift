extension Schema {
    /// How machines describe themselves.
    static let descriptions = """
        -- What is said of the hardware of a machine of MAAS, or of one of the lab.
        CREATE TABLE hardware_facts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER UNIQUE REFERENCES nodes ON DELETE CASCADE,
            machine_id INTEGER UNIQUE REFERENCES hardware_machines ON DELETE CASCADE,
            -- JSON object
            facts TEXT NOT NULL
        ) STRICT;
        -- JSON object: what the machine was when the scripts ran; empty for what it is at the moment of asking, NULL
        -- where nobody knows.
        ALTER TABLE script_sets ADD COLUMN report TEXT;
        -- JSON list: what the run was asked for, whatever of it are tags.
        ALTER TABLE script_sets ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
        -- JSON object: what makers have written into the machine, by MAAS's names.
        ALTER TABLE nodes ADD COLUMN hardware_info TEXT NOT NULL DEFAULT '{}';
        -- Whether somebody outside plays the machine: its steps wait for what it says.
        ALTER TABLE nodes ADD COLUMN plays_external INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE awaited_steps (
            node_id INTEGER PRIMARY KEY REFERENCES nodes ON DELETE CASCADE,
            kind TEXT NOT NULL,
            -- JSON object
            payload TEXT NOT NULL
        ) STRICT;
        CREATE TABLE bmc_behaviours (
            node_id INTEGER PRIMARY KEY REFERENCES nodes ON DELETE CASCADE,
            -- JSON list of the orders that fail
            failing TEXT NOT NULL DEFAULT '[]',
            reason TEXT NOT NULL,
            -- seconds
            response_time INTEGER NOT NULL DEFAULT 0,
            -- JSON object of power parameters
            credentials TEXT NOT NULL DEFAULT '{}'
        ) STRICT;
        -- What the power was when its BMC ceased to say so.
        ALTER TABLE nodes ADD COLUMN power_before_error TEXT;
        -- PCI and USB devices that commissioning found.
        CREATE TABLE node_devices (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            -- 1 PCIe, 2 USB
            bus INTEGER NOT NULL,
            hardware_type INTEGER NOT NULL DEFAULT 0,
            numa_node INTEGER NOT NULL DEFAULT 0,
            block_device_id INTEGER UNIQUE REFERENCES block_devices ON DELETE CASCADE,
            interface_id INTEGER UNIQUE REFERENCES interfaces ON DELETE CASCADE,
            vendor_id TEXT NOT NULL,
            product_id TEXT NOT NULL,
            vendor_name TEXT NOT NULL DEFAULT '',
            product_name TEXT NOT NULL DEFAULT '',
            commissioning_driver TEXT NOT NULL DEFAULT '',
            bus_number INTEGER NOT NULL,
            device_number INTEGER NOT NULL,
            pci_address TEXT
        ) STRICT;
        CREATE INDEX node_devices_node ON node_devices (node_id);
        """
}
