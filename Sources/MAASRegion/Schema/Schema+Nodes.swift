extension Schema {
    package static let nodes = """
        -- Power: a BMC, or the VM host through which a VM is powered. MAAS numbers both from one sequence.
        CREATE TABLE bmcs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            power_type TEXT NOT NULL,
            -- JSON object of driver parameters, secrets included.
            power_parameters TEXT NOT NULL DEFAULT '{}'
        ) STRICT;
        -- node_type: 0 machine, 1 device, 2 rack, 3 region, 4 region and rack controller.
        CREATE TABLE nodes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            system_id TEXT NOT NULL UNIQUE,
            node_type INTEGER NOT NULL DEFAULT 0,
            hostname TEXT NOT NULL,
            description TEXT NOT NULL DEFAULT '',
            domain_id INTEGER NOT NULL REFERENCES domains,
            zone_id INTEGER NOT NULL REFERENCES zones,
            pool_id INTEGER REFERENCES resource_pools,
            owner_id INTEGER REFERENCES users,
            parent_id INTEGER REFERENCES nodes ON DELETE CASCADE,
            hardware_uuid TEXT,
            architecture TEXT NOT NULL DEFAULT 'amd64/generic',
            cpu_count INTEGER NOT NULL DEFAULT 0,
            -- MHz
            cpu_speed INTEGER NOT NULL DEFAULT 0,
            -- MiB
            memory INTEGER NOT NULL DEFAULT 0,
            -- bytes
            swap_size INTEGER,
            status INTEGER NOT NULL DEFAULT 0,
            -- The status to go back to after testing or rescue mode.
            previous_status INTEGER NOT NULL DEFAULT 0,
            error_description TEXT NOT NULL DEFAULT '',
            locked INTEGER NOT NULL DEFAULT 0,
            netboot INTEGER NOT NULL DEFAULT 1,
            ephemeral_deploy INTEGER NOT NULL DEFAULT 0,
            enable_hw_sync INTEGER NOT NULL DEFAULT 0,
            enable_kernel_crash_dump INTEGER NOT NULL DEFAULT 0,
            is_dpu INTEGER NOT NULL DEFAULT 0,
            -- Made by discovering a VM host, or composed by an allocation: goes when its reason goes.
            is_dynamic INTEGER NOT NULL DEFAULT 0,
            osystem TEXT NOT NULL DEFAULT '',
            distro_series TEXT NOT NULL DEFAULT '',
            hwe_kernel TEXT,
            min_hwe_kernel TEXT,
            agent_name TEXT NOT NULL DEFAULT '',
            user_data TEXT,
            license_key TEXT,
            install_kvm INTEGER NOT NULL DEFAULT 0,
            register_vmhost INTEGER NOT NULL DEFAULT 0,
            install_rackd INTEGER NOT NULL DEFAULT 0,
            bios_boot_method TEXT,
            power_state TEXT NOT NULL DEFAULT 'unknown',
            bmc_id INTEGER REFERENCES bmcs ON DELETE SET NULL,
            -- JSON object of the power parameters that belong to this node alone.
            instance_parameters TEXT NOT NULL DEFAULT '{}',
            boot_interface_id INTEGER REFERENCES interfaces ON DELETE SET NULL,
            boot_disk_id INTEGER REFERENCES block_devices ON DELETE SET NULL,
            gateway_link_ipv4_id INTEGER REFERENCES ip_addresses ON DELETE SET NULL,
            gateway_link_ipv6_id INTEGER REFERENCES ip_addresses ON DELETE SET NULL,
            address_ttl INTEGER,
            -- Results of scripts: -1 none, 0 pending, 1 running, 2 passed, 3 failed, …
            commissioning_result_id INTEGER,
            commissioning_status INTEGER NOT NULL DEFAULT -1,
            testing_result_id INTEGER,
            testing_status INTEGER NOT NULL DEFAULT -1,
            installation_result_id INTEGER,
            -- Controllers only.
            version TEXT NOT NULL DEFAULT '',
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX nodes_bmc ON nodes (bmc_id);
        CREATE INDEX nodes_hostname ON nodes (hostname);
        -- Runs of commissioning, testing and installation scripts draw their ids here.
        CREATE TABLE script_sets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER REFERENCES nodes ON DELETE CASCADE,
            type TEXT NOT NULL CHECK (type IN ('commissioning', 'testing', 'installation'))
        ) STRICT;
        CREATE TABLE node_tags (
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            tag_id INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
            PRIMARY KEY (node_id, tag_id)
        ) STRICT, WITHOUT ROWID;
        -- Workload annotations, which MAAS also calls owner data.
        CREATE TABLE node_owner_data (
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (node_id, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE numa_nodes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            node_index INTEGER NOT NULL,
            -- MiB
            memory INTEGER NOT NULL,
            -- JSON list of core indices
            cores TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        CREATE TABLE interfaces (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER REFERENCES nodes ON DELETE CASCADE,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            mac_address TEXT,
            vlan_id INTEGER REFERENCES vlans ON DELETE SET NULL,
            enabled INTEGER NOT NULL DEFAULT 1,
            -- Made on an allocated machine, gone on release.
            acquired INTEGER NOT NULL DEFAULT 0,
            link_connected INTEGER NOT NULL DEFAULT 1,
            -- Mbit/s
            interface_speed INTEGER NOT NULL DEFAULT 0,
            link_speed INTEGER NOT NULL DEFAULT 0,
            -- JSON list of tags and JSON object of parameters such as mtu and bond_mode.
            tags TEXT NOT NULL DEFAULT '[]',
            params TEXT NOT NULL DEFAULT '{}',
            vendor TEXT,
            product TEXT,
            firmware_version TEXT,
            numa_node INTEGER,
            sriov_max_vf INTEGER NOT NULL DEFAULT 0,
            UNIQUE (node_id, name)
        ) STRICT;
        CREATE INDEX interfaces_mac ON interfaces (mac_address);
        CREATE TABLE interface_parents (
            child_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
            parent_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
            PRIMARY KEY (child_id, parent_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX interface_parents_parent ON interface_parents (parent_id);
        CREATE TABLE interface_addresses (
            interface_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
            ip_address_id INTEGER NOT NULL REFERENCES ip_addresses ON DELETE CASCADE,
            PRIMARY KEY (interface_id, ip_address_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX interface_addresses_address ON interface_addresses (ip_address_id);
        """

    package static let storage = """
        CREATE TABLE block_devices (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            type TEXT NOT NULL DEFAULT 'physical' CHECK (type IN ('physical', 'virtual')),
            name TEXT NOT NULL,
            uuid TEXT,
            model TEXT NOT NULL DEFAULT '',
            serial TEXT NOT NULL DEFAULT '',
            id_path TEXT,
            -- bytes
            size INTEGER NOT NULL,
            block_size INTEGER NOT NULL DEFAULT 512,
            tags TEXT NOT NULL DEFAULT '[]',
            firmware_version TEXT,
            numa_node INTEGER,
            storage_pool TEXT,
            partition_table_type TEXT CHECK (partition_table_type IN ('GPT', 'MBR')),
            UNIQUE (node_id, name)
        ) STRICT;
        CREATE TABLE partitions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            block_device_id INTEGER NOT NULL REFERENCES block_devices ON DELETE CASCADE,
            uuid TEXT NOT NULL,
            size INTEGER NOT NULL,
            bootable INTEGER NOT NULL DEFAULT 0,
            tags TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        CREATE INDEX partitions_device ON partitions (block_device_id);
        -- A file system is on a device, on a partition, or special (tmpfs, ramfs) and then on the node alone.
        CREATE TABLE filesystems (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            block_device_id INTEGER REFERENCES block_devices ON DELETE CASCADE,
            partition_id INTEGER REFERENCES partitions ON DELETE CASCADE,
            uuid TEXT NOT NULL,
            fstype TEXT NOT NULL,
            label TEXT,
            mount_point TEXT,
            mount_options TEXT,
            -- Made while the machine was allocated, gone on release.
            acquired INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX filesystems_device ON filesystems (block_device_id);
        CREATE INDEX filesystems_partition ON filesystems (partition_id);
        """

    static let virtualMachines = """
        CREATE TABLE vm_clusters (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            project TEXT NOT NULL,
            zone_id INTEGER NOT NULL REFERENCES zones,
            pool_id INTEGER NOT NULL REFERENCES resource_pools,
            created INTEGER NOT NULL
        ) STRICT;
        -- What MAAS knows of a VM host beside its power parameters.
        CREATE TABLE vm_hosts (
            id INTEGER PRIMARY KEY REFERENCES bmcs ON DELETE CASCADE,
            name TEXT NOT NULL,
            version TEXT NOT NULL DEFAULT '',
            zone_id INTEGER NOT NULL REFERENCES zones,
            pool_id INTEGER NOT NULL REFERENCES resource_pools,
            cluster_id INTEGER REFERENCES vm_clusters ON DELETE CASCADE,
            host_node_id INTEGER REFERENCES nodes ON DELETE SET NULL,
            architectures TEXT NOT NULL DEFAULT '[]',
            capabilities TEXT NOT NULL DEFAULT '[]',
            tags TEXT NOT NULL DEFAULT '[]',
            cpu_over_commit_ratio REAL NOT NULL DEFAULT 1,
            memory_over_commit_ratio REAL NOT NULL DEFAULT 1,
            default_macvlan_mode TEXT,
            default_storage_pool TEXT,
            -- Totals as discovered; memory in MiB, speed in MHz.
            cores INTEGER NOT NULL DEFAULT 0,
            memory INTEGER NOT NULL DEFAULT 0,
            cpu_speed INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL
        ) STRICT;
        -- The machines that a host was found on; more than one after it was pointed at other hardware.
        CREATE TABLE vm_host_nodes (
            vm_host_id INTEGER NOT NULL REFERENCES vm_hosts ON DELETE CASCADE,
            node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
            PRIMARY KEY (vm_host_id, node_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE storage_pools (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            vm_host_id INTEGER NOT NULL REFERENCES vm_hosts ON DELETE CASCADE,
            pool_id TEXT NOT NULL,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            path TEXT NOT NULL,
            -- bytes
            total INTEGER NOT NULL,
            UNIQUE (vm_host_id, pool_id)
        ) STRICT;
        CREATE TABLE virtual_machines (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            vm_host_id INTEGER NOT NULL REFERENCES vm_hosts ON DELETE CASCADE,
            machine_id INTEGER REFERENCES nodes ON DELETE SET NULL,
            identifier TEXT NOT NULL,
            project TEXT NOT NULL DEFAULT '',
            unpinned_cores INTEGER NOT NULL DEFAULT 0,
            pinned_cores TEXT NOT NULL DEFAULT '[]',
            -- MiB
            memory INTEGER NOT NULL DEFAULT 0,
            hugepages_backed INTEGER NOT NULL DEFAULT 0,
            UNIQUE (vm_host_id, project, identifier)
        ) STRICT;
        CREATE INDEX virtual_machines_machine ON virtual_machines (machine_id);
        CREATE TABLE virtual_machine_disks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            virtual_machine_id INTEGER NOT NULL REFERENCES virtual_machines ON DELETE CASCADE,
            name TEXT NOT NULL,
            -- bytes
            size INTEGER NOT NULL,
            storage_pool TEXT
        ) STRICT;
        CREATE INDEX virtual_machine_disks_vm ON virtual_machine_disks (virtual_machine_id);
        """

    package static let hardware = """
        -- The lab: what can be reached, whatever MAAS has been told. Memory in MiB, speed in MHz, sizes in bytes.
        CREATE TABLE hardware_hosts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            address TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL CHECK (type IN ('lxd', 'virsh')),
            name TEXT NOT NULL,
            version TEXT NOT NULL DEFAULT '',
            cores INTEGER NOT NULL,
            memory INTEGER NOT NULL,
            cpu_speed INTEGER NOT NULL DEFAULT 0,
            macs TEXT NOT NULL DEFAULT '[]',
            reachable INTEGER NOT NULL DEFAULT 1,
            -- seconds
            response_time INTEGER NOT NULL DEFAULT 0,
            -- JSON list of what the driver reports as tags
            tags TEXT NOT NULL DEFAULT '[]',
            disk_path TEXT,
            -- The LXD cluster that the host is a member of.
            cluster TEXT,
            -- JSON list of the disks of the machine below
            disks TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        CREATE TABLE hardware_storage_pools (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            host_id INTEGER NOT NULL REFERENCES hardware_hosts ON DELETE CASCADE,
            pool_id TEXT NOT NULL,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            path TEXT NOT NULL,
            size INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE hardware_interfaces (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            host_id INTEGER NOT NULL REFERENCES hardware_hosts ON DELETE CASCADE,
            name TEXT NOT NULL,
            mac TEXT NOT NULL,
            bridge TEXT,
            cidr TEXT,
            ip TEXT
        ) STRICT;
        CREATE TABLE hardware_projects (
            host_id INTEGER NOT NULL REFERENCES hardware_hosts ON DELETE CASCADE,
            name TEXT NOT NULL,
            PRIMARY KEY (host_id, name)
        ) STRICT, WITHOUT ROWID;
        -- VMs that live on the hardware. `disks` and `nics` are JSON lists.
        CREATE TABLE hardware_instances (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            host_id INTEGER NOT NULL REFERENCES hardware_hosts ON DELETE CASCADE,
            project TEXT NOT NULL,
            name TEXT NOT NULL,
            cores INTEGER NOT NULL,
            pinned_cores TEXT NOT NULL DEFAULT '[]',
            memory INTEGER NOT NULL,
            hugepages INTEGER NOT NULL DEFAULT 0,
            disks TEXT NOT NULL DEFAULT '[]',
            nics TEXT NOT NULL DEFAULT '[]',
            power TEXT NOT NULL DEFAULT 'off',
            UNIQUE (host_id, project, name)
        ) STRICT;
        """

    package static let history = """
        CREATE TABLE events (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            node_id INTEGER REFERENCES nodes ON DELETE SET NULL,
            node_system_id TEXT,
            node_hostname TEXT NOT NULL DEFAULT '',
            username TEXT NOT NULL DEFAULT 'unknown',
            -- 10 debug, 20 info, 30 warning, 40 error, 50 critical, 0 audit.
            level INTEGER NOT NULL,
            type TEXT NOT NULL,
            description TEXT NOT NULL DEFAULT '',
            -- What `status_action` shows.
            action TEXT NOT NULL DEFAULT '',
            -- milliseconds since 1970, region time
            created INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX events_node ON events (node_id, id);
        -- What is still to happen, in order of `due` (milliseconds, region time) and id.
        CREATE TABLE transitions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            due INTEGER NOT NULL,
            node_id INTEGER REFERENCES nodes ON DELETE CASCADE,
            vm_host_id INTEGER REFERENCES vm_hosts ON DELETE CASCADE,
            kind TEXT NOT NULL,
            -- JSON object
            payload TEXT NOT NULL DEFAULT '{}'
        ) STRICT;
        CREATE INDEX transitions_due ON transitions (due, id);
        -- Steps that shall fail. `remaining`: how many times, NULL for always.
        CREATE TABLE lifecycle_failures (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            step TEXT NOT NULL,
            system_id TEXT,
            remaining INTEGER,
            reason TEXT NOT NULL
        ) STRICT;
        -- What a machine shows the metadata service.
        CREATE TABLE node_tokens (
            node_id INTEGER PRIMARY KEY REFERENCES nodes ON DELETE CASCADE,
            consumer_key TEXT NOT NULL,
            token_key TEXT NOT NULL,
            token_secret TEXT NOT NULL
        ) STRICT;
        CREATE TABLE boot_resources (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            type TEXT NOT NULL,
            name TEXT NOT NULL,
            architecture TEXT NOT NULL,
            subarches TEXT NOT NULL DEFAULT '',
            kflavor TEXT,
            -- JSON object of further keys
            extra TEXT NOT NULL DEFAULT '{}',
            last_deployed INTEGER,
            created INTEGER NOT NULL
        ) STRICT;
        """

    package static let snapshots = """
        -- Copies of the whole region, without this table; kept through resets and restores.
        CREATE TABLE snapshots (
            name TEXT PRIMARY KEY,
            -- milliseconds, region time
            taken INTEGER NOT NULL,
            data BLOB NOT NULL
        ) STRICT;
        """
}
