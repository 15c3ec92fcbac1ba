-- Made by a test from the steps beside it; version 18. Empty databases get it at once.

CREATE TABLE awaited_steps (
    node_id INTEGER PRIMARY KEY REFERENCES nodes ON DELETE CASCADE,
    kind TEXT NOT NULL,
    -- JSON object
    payload TEXT NOT NULL
) STRICT;

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
    partition_table_type TEXT CHECK (partition_table_type IN ('GPT', 'MBR')), group_id INTEGER REFERENCES filesystem_groups ON DELETE CASCADE,
    UNIQUE (node_id, name)
) STRICT;

CREATE INDEX block_devices_group ON block_devices (group_id);

CREATE INDEX block_devices_size ON block_devices (size);

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

CREATE TABLE bmcs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    power_type TEXT NOT NULL,
    -- JSON object of driver parameters, secrets included.
    power_parameters TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE INDEX bmcs_parameters ON bmcs (power_type, power_parameters);

CREATE TABLE "boot_resource_files" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    set_id INTEGER NOT NULL REFERENCES boot_resource_sets ON DELETE CASCADE,
    filename TEXT NOT NULL,
    filetype TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    filename_on_disk TEXT NOT NULL,
    -- bytes
    size INTEGER NOT NULL,
    -- bytes that have come; what was under way when this step was taken begins anew
    received INTEGER NOT NULL DEFAULT 0,
    -- the hash of these bytes as far as it is, while they come
    hash_state BLOB
) STRICT;

CREATE INDEX boot_resource_files_set ON boot_resource_files (set_id);

CREATE INDEX boot_resource_files_sha256 ON boot_resource_files (sha256);

CREATE TABLE boot_resource_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    boot_resource_id INTEGER NOT NULL REFERENCES boot_resources ON DELETE CASCADE,
    version TEXT NOT NULL,
    label TEXT NOT NULL,
    UNIQUE (boot_resource_id, version)
) STRICT;

CREATE TABLE boot_resources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    architecture TEXT NOT NULL,
    kflavor TEXT,
    -- JSON object of further keys
    extra TEXT NOT NULL DEFAULT '{}',
    last_deployed INTEGER,
    created INTEGER NOT NULL
, alias TEXT, base_image TEXT NOT NULL DEFAULT '', bootloader_type TEXT, touched INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE boot_source_cache (
    boot_source_id INTEGER NOT NULL REFERENCES boot_sources ON DELETE CASCADE,
    os TEXT NOT NULL,
    release TEXT NOT NULL,
    PRIMARY KEY (boot_source_id, os, release)
) STRICT, WITHOUT ROWID;

CREATE TABLE boot_source_selections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    boot_source_id INTEGER NOT NULL REFERENCES boot_sources ON DELETE CASCADE,
    os TEXT NOT NULL,
    release TEXT NOT NULL,
    arches TEXT NOT NULL DEFAULT '[]',
    subarches TEXT NOT NULL DEFAULT '[]',
    labels TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE UNIQUE INDEX boot_source_selections_release ON boot_source_selections (boot_source_id, os, release);

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
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX boot_sources_changed ON boot_sources (changed);

CREATE TABLE cache_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE
) STRICT;

CREATE INDEX cache_sets_of_node_id ON cache_sets (node_id);

CREATE TABLE changed_subnets (subnet_id INTEGER PRIMARY KEY) STRICT;

CREATE TABLE config (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE dhcp_snippet_values (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    previous_id INTEGER REFERENCES dhcp_snippet_values ON DELETE CASCADE,
    data TEXT NOT NULL,
    -- milliseconds since 1970, region time
    created INTEGER NOT NULL
) STRICT;

CREATE INDEX dhcp_snippet_values_of_previous_id ON dhcp_snippet_values (previous_id);

CREATE TABLE dhcp_snippets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    value_id INTEGER NOT NULL REFERENCES dhcp_snippet_values ON DELETE CASCADE,
    description TEXT NOT NULL DEFAULT '',
    enabled INTEGER NOT NULL DEFAULT 1,
    node_id INTEGER REFERENCES nodes ON DELETE CASCADE,
    subnet_id INTEGER REFERENCES subnets ON DELETE CASCADE,
    ip_range_id INTEGER REFERENCES ip_ranges ON DELETE CASCADE
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX dhcp_snippets_changed ON dhcp_snippets (changed);

CREATE INDEX dhcp_snippets_of_ip_range_id ON dhcp_snippets (ip_range_id);

CREATE INDEX dhcp_snippets_of_node_id ON dhcp_snippets (node_id) WHERE node_id IS NOT NULL;

CREATE INDEX dhcp_snippets_of_subnet_id ON dhcp_snippets (subnet_id) WHERE subnet_id IS NOT NULL;

CREATE INDEX dhcp_snippets_of_value_id ON dhcp_snippets (value_id);

CREATE TABLE discovered_names (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL CHECK (source IN ('mdns', 'rdns')),
    ip TEXT NOT NULL,
    hostname TEXT NOT NULL,
    updated INTEGER NOT NULL
) STRICT;

CREATE TABLE dns_records (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dns_resource_id INTEGER NOT NULL REFERENCES dns_resources ON DELETE CASCADE,
    rrtype TEXT NOT NULL,
    rrdata TEXT NOT NULL,
    ttl INTEGER
) STRICT;

CREATE INDEX dns_records_of_dns_resource_id ON dns_records (dns_resource_id);

CREATE TABLE dns_resource_addresses (
    dns_resource_id INTEGER NOT NULL REFERENCES dns_resources ON DELETE CASCADE,
    ip_address_id INTEGER NOT NULL REFERENCES ip_addresses ON DELETE CASCADE,
    PRIMARY KEY (dns_resource_id, ip_address_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX dns_resource_addresses_of_ip_address_id ON dns_resource_addresses (ip_address_id);

CREATE TABLE dns_resources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    domain_id INTEGER NOT NULL REFERENCES domains,
    address_ttl INTEGER,
    UNIQUE (name, domain_id)
) STRICT;

CREATE INDEX dns_resources_of_domain_id ON dns_resources (domain_id);

CREATE TABLE domains (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    ttl INTEGER,
    authoritative INTEGER NOT NULL DEFAULT 1,
    is_default INTEGER NOT NULL DEFAULT 0
) STRICT;

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

CREATE TABLE fabrics (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    class_type TEXT
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX fabrics_changed ON fabrics (changed);

CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    filename TEXT NOT NULL,
    -- Whoever knows it may read the file.
    key TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL
) STRICT;

CREATE INDEX files_of_owner_id ON files (owner_id);

CREATE TABLE filesystem_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
    type TEXT NOT NULL
        CHECK (type IN ('lvm-vg', 'raid-0', 'raid-1', 'raid-5', 'raid-6', 'raid-10', 'bcache', 'vmfs6')),
    name TEXT NOT NULL,
    uuid TEXT NOT NULL,
    cache_mode TEXT,
    cache_set_id INTEGER REFERENCES cache_sets ON DELETE CASCADE
) STRICT;

CREATE INDEX filesystem_groups_node ON filesystem_groups (node_id);

CREATE INDEX filesystem_groups_of_cache_set_id ON filesystem_groups (cache_set_id) WHERE cache_set_id IS NOT NULL;

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
, group_id INTEGER REFERENCES filesystem_groups ON DELETE CASCADE, cache_set_id INTEGER REFERENCES cache_sets ON DELETE CASCADE) STRICT;

CREATE INDEX filesystems_device ON filesystems (block_device_id);

CREATE INDEX filesystems_group ON filesystems (group_id);

CREATE INDEX filesystems_mount_point ON filesystems (mount_point) WHERE mount_point IS NOT NULL;

CREATE INDEX filesystems_node ON filesystems (node_id);

CREATE INDEX filesystems_of_cache_set_id ON filesystems (cache_set_id) WHERE cache_set_id IS NOT NULL;

CREATE INDEX filesystems_partition ON filesystems (partition_id);

CREATE TABLE hardware_facts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER UNIQUE REFERENCES nodes ON DELETE CASCADE,
    machine_id INTEGER UNIQUE REFERENCES hardware_machines ON DELETE CASCADE,
    -- JSON object
    facts TEXT NOT NULL
) STRICT;

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
, node_id INTEGER REFERENCES nodes ON DELETE CASCADE) STRICT;

CREATE INDEX hardware_hosts_of_node_id ON hardware_hosts (node_id) WHERE node_id IS NOT NULL;

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

CREATE TABLE hardware_interfaces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host_id INTEGER NOT NULL REFERENCES hardware_hosts ON DELETE CASCADE,
    name TEXT NOT NULL,
    mac TEXT NOT NULL,
    bridge TEXT,
    cidr TEXT,
    ip TEXT
) STRICT;

CREATE INDEX hardware_interfaces_of_host_id ON hardware_interfaces (host_id);

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

CREATE INDEX hardware_machine_interfaces_of_vlan_id ON hardware_machine_interfaces (vlan_id) WHERE vlan_id IS NOT NULL;

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

CREATE TABLE hardware_neighbours (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ip TEXT NOT NULL,
    mac_address TEXT NOT NULL,
    mac_organization TEXT,
    vid INTEGER,
    interface_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE
) STRICT;

CREATE INDEX hardware_neighbours_of_interface_id ON hardware_neighbours (interface_id);

CREATE TABLE hardware_projects (
    host_id INTEGER NOT NULL REFERENCES hardware_hosts ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (host_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE hardware_storage_pools (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host_id INTEGER NOT NULL REFERENCES hardware_hosts ON DELETE CASCADE,
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    path TEXT NOT NULL,
    size INTEGER NOT NULL
) STRICT;

CREATE INDEX hardware_storage_pools_of_host_id ON hardware_storage_pools (host_id);

CREATE TABLE image_products (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    os TEXT NOT NULL,
    release TEXT NOT NULL,
    version TEXT,
    title TEXT,
    arch TEXT NOT NULL,
    label TEXT NOT NULL,
    kernels TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE interface_addresses (
    interface_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
    ip_address_id INTEGER NOT NULL REFERENCES ip_addresses ON DELETE CASCADE,
    PRIMARY KEY (interface_id, ip_address_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX interface_addresses_address ON interface_addresses (ip_address_id);

CREATE TABLE interface_parents (
    child_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
    parent_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
    PRIMARY KEY (child_id, parent_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX interface_parents_parent ON interface_parents (parent_id);

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

CREATE INDEX interfaces_link_speed ON interfaces (link_speed);

CREATE INDEX interfaces_mac ON interfaces (mac_address);

CREATE INDEX interfaces_name ON interfaces (name);

CREATE INDEX interfaces_of_vlan_id ON interfaces (vlan_id) WHERE vlan_id IS NOT NULL;

CREATE TABLE ip_addresses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    alloc_type INTEGER NOT NULL,
    ip TEXT,
    subnet_id INTEGER REFERENCES subnets ON DELETE CASCADE,
    user_id INTEGER REFERENCES users ON DELETE SET NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;

CREATE INDEX ip_addresses_by_ip ON ip_addresses (ip) WHERE ip IS NOT NULL;

CREATE UNIQUE INDEX ip_addresses_ip ON ip_addresses (ip) WHERE ip IS NOT NULL AND alloc_type <> 6;

CREATE INDEX ip_addresses_of_user_id ON ip_addresses (user_id) WHERE user_id IS NOT NULL;

CREATE INDEX ip_addresses_subnet ON ip_addresses (subnet_id);

CREATE TABLE ip_ranges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subnet_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
    type TEXT NOT NULL CHECK (type IN ('dynamic', 'reserved')),
    start_ip TEXT NOT NULL,
    end_ip TEXT NOT NULL,
    user_id INTEGER REFERENCES users ON DELETE SET NULL,
    comment TEXT NOT NULL DEFAULT ''
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX ip_ranges_changed ON ip_ranges (changed);

CREATE INDEX ip_ranges_of_subnet_id ON ip_ranges (subnet_id);

CREATE INDEX ip_ranges_of_user_id ON ip_ranges (user_id);

CREATE TABLE license_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    osystem TEXT NOT NULL,
    distro_series TEXT NOT NULL,
    license_key TEXT NOT NULL,
    UNIQUE (osystem, distro_series)
) STRICT;

CREATE TABLE lifecycle_failures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step TEXT NOT NULL,
    system_id TEXT,
    remaining INTEGER,
    reason TEXT NOT NULL
, stalls INTEGER NOT NULL DEFAULT 0, script TEXT) STRICT;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE neighbours (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ip TEXT NOT NULL,
    mac_address TEXT NOT NULL,
    mac_organization TEXT,
    vid INTEGER,
    interface_id INTEGER NOT NULL REFERENCES interfaces ON DELETE CASCADE,
    updated INTEGER NOT NULL
) STRICT;

CREATE INDEX neighbours_of_interface_id ON neighbours (interface_id);

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

CREATE TABLE node_owner_data (
    node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (node_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE node_tags (
    node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
    PRIMARY KEY (node_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX node_tags_of_tag_id ON node_tags (tag_id);

CREATE TABLE node_tokens (
    node_id INTEGER PRIMARY KEY REFERENCES nodes ON DELETE CASCADE,
    consumer_key TEXT NOT NULL,
    token_key TEXT NOT NULL,
    token_secret TEXT NOT NULL
) STRICT;

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
    testing_result_id INTEGER,
    installation_result_id INTEGER,
    -- Controllers only.
    version TEXT NOT NULL DEFAULT '',
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
, release_result_id INTEGER, sync_interval INTEGER, last_sync INTEGER, deployment_result_id INTEGER, hardware_info TEXT NOT NULL DEFAULT '{}', plays_external INTEGER NOT NULL DEFAULT 0, power_before_error TEXT) STRICT;

CREATE INDEX nodes_allocatable ON nodes ((cpu_count + memory / 1024.0), id)
    WHERE node_type = 0 AND status = 4 AND owner_id IS NULL AND locked = 0;

CREATE INDEX nodes_bmc ON nodes (bmc_id);

CREATE INDEX nodes_hostname ON nodes (hostname);

CREATE INDEX nodes_of_boot_disk_id ON nodes (boot_disk_id) WHERE boot_disk_id IS NOT NULL;

CREATE INDEX nodes_of_boot_interface_id ON nodes (boot_interface_id) WHERE boot_interface_id IS NOT NULL;

CREATE INDEX nodes_of_domain_id ON nodes (domain_id);

CREATE INDEX nodes_of_gateway_link_ipv4_id ON nodes (gateway_link_ipv4_id) WHERE gateway_link_ipv4_id IS NOT NULL;

CREATE INDEX nodes_of_gateway_link_ipv6_id ON nodes (gateway_link_ipv6_id) WHERE gateway_link_ipv6_id IS NOT NULL;

CREATE INDEX nodes_of_owner_id ON nodes (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX nodes_of_parent_id ON nodes (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX nodes_of_pool_id ON nodes (pool_id) WHERE pool_id IS NOT NULL;

CREATE INDEX nodes_of_zone_id ON nodes (zone_id);

CREATE TABLE nonces (
    consumer_key TEXT NOT NULL, token_key TEXT NOT NULL, nonce TEXT NOT NULL, seen INTEGER NOT NULL,
    PRIMARY KEY (consumer_key, token_key, nonce)
) STRICT, WITHOUT ROWID;

CREATE INDEX nonces_seen ON nonces (seen);

CREATE TABLE notification_dismissals (
    notification_id INTEGER NOT NULL REFERENCES notifications ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (notification_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX notification_dismissals_of_user_id ON notification_dismissals (user_id);

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

CREATE INDEX notifications_of_user_id ON notifications (user_id);

CREATE TABLE numa_nodes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
    node_index INTEGER NOT NULL,
    -- MiB
    memory INTEGER NOT NULL,
    -- JSON list of core indices
    cores TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE INDEX numa_nodes_of_node_id ON numa_nodes (node_id);

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
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX package_repositories_changed ON package_repositories (changed);

CREATE TABLE partitions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    block_device_id INTEGER NOT NULL REFERENCES block_devices ON DELETE CASCADE,
    uuid TEXT NOT NULL,
    size INTEGER NOT NULL,
    bootable INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]'
, number INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX partitions_changed ON partitions (changed);

CREATE INDEX partitions_device ON partitions (block_device_id);

CREATE UNIQUE INDEX partitions_number ON partitions (block_device_id, number);

CREATE INDEX partitions_size ON partitions (size);

CREATE TABLE reserved_ips (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ip TEXT NOT NULL UNIQUE,
    subnet_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
    mac_address TEXT NOT NULL,
    comment TEXT NOT NULL DEFAULT ''
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX reserved_ips_changed ON reserved_ips (changed);

CREATE INDEX reserved_ips_of_subnet_id ON reserved_ips (subnet_id);

CREATE TABLE resource_pools (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL DEFAULT ''
) STRICT;

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

CREATE INDEX script_results_device ON script_results (block_device_id);

CREATE INDEX script_results_interface ON script_results (interface_id);

CREATE INDEX script_results_of_version_id ON script_results (version_id) WHERE version_id IS NOT NULL;

CREATE INDEX script_results_script ON script_results (script_id);

CREATE INDEX script_results_set ON script_results (script_set_id);

CREATE TABLE script_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    node_id INTEGER REFERENCES nodes ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    last_ping INTEGER
, report TEXT, tags TEXT NOT NULL DEFAULT '[]') STRICT;

CREATE INDEX script_sets_node ON script_sets (node_id);

CREATE TABLE script_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    previous_id INTEGER REFERENCES script_versions ON DELETE CASCADE,
    data TEXT NOT NULL,
    comment TEXT,
    -- milliseconds, region time
    created INTEGER NOT NULL
) STRICT;

CREATE INDEX script_versions_previous ON script_versions (previous_id);

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
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX scripts_changed ON scripts (changed);

CREATE INDEX scripts_of_version_id ON scripts (version_id);

CREATE TABLE sessions (
    key TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_of_user_id ON sessions (user_id);

CREATE TABLE snapshots (
    name TEXT PRIMARY KEY,
    -- milliseconds, region time
    taken INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE spaces (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL DEFAULT ''
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX spaces_changed ON spaces (changed);

CREATE TABLE ssh_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    key TEXT NOT NULL,
    keysource TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX ssh_keys_of_user_id ON ssh_keys (user_id);

CREATE TABLE ssl_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    key TEXT NOT NULL,
    UNIQUE (user_id, key)
) STRICT;

CREATE TABLE static_routes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
    destination_id INTEGER NOT NULL REFERENCES subnets ON DELETE CASCADE,
    gateway_ip TEXT NOT NULL,
    metric INTEGER NOT NULL DEFAULT 0
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX static_routes_changed ON static_routes (changed);

CREATE INDEX static_routes_of_destination_id ON static_routes (destination_id);

CREATE INDEX static_routes_of_source_id ON static_routes (source_id);

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
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX subnets_changed ON subnets (changed);

CREATE INDEX subnets_of_vlan_id ON subnets (vlan_id);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    comment TEXT NOT NULL DEFAULT '',
    definition TEXT NOT NULL DEFAULT '',
    kernel_opts TEXT NOT NULL DEFAULT ''
, changed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX tags_changed ON tags (changed);

CREATE TABLE tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    name TEXT NOT NULL,
    consumer_key TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    secret TEXT NOT NULL
) STRICT;

CREATE INDEX tokens_of_user_id ON tokens (user_id);

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

CREATE INDEX transitions_of_node_id ON transitions (node_id) WHERE node_id IS NOT NULL;

CREATE INDEX transitions_of_vm_host_id ON transitions (vm_host_id) WHERE vm_host_id IS NOT NULL;

CREATE TABLE user_group_entitlements (
    group_id INTEGER NOT NULL REFERENCES user_groups ON DELETE CASCADE,
    resource_type TEXT NOT NULL,
    resource_id INTEGER NOT NULL,
    entitlement TEXT NOT NULL,
    PRIMARY KEY (group_id, resource_type, resource_id, entitlement)
) STRICT;

CREATE TABLE user_group_members (
    group_id INTEGER NOT NULL REFERENCES user_groups ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (group_id, user_id)
) STRICT;

CREATE INDEX user_group_members_of_user_id ON user_group_members (user_id);

CREATE TABLE user_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL DEFAULT '',
    password TEXT NOT NULL DEFAULT '',
    is_superuser INTEGER NOT NULL DEFAULT 0,
    is_active INTEGER NOT NULL DEFAULT 1,
    is_system INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE virtual_machine_disks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    virtual_machine_id INTEGER NOT NULL REFERENCES virtual_machines ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- bytes
    size INTEGER NOT NULL,
    storage_pool TEXT
) STRICT;

CREATE INDEX virtual_machine_disks_vm ON virtual_machine_disks (virtual_machine_id);

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

CREATE INDEX vlans_of_primary_rack_id ON vlans (primary_rack_id) WHERE primary_rack_id IS NOT NULL;

CREATE INDEX vlans_of_relay_vlan_id ON vlans (relay_vlan_id) WHERE relay_vlan_id IS NOT NULL;

CREATE INDEX vlans_of_secondary_rack_id ON vlans (secondary_rack_id) WHERE secondary_rack_id IS NOT NULL;

CREATE INDEX vlans_of_space_id ON vlans (space_id) WHERE space_id IS NOT NULL;

CREATE TABLE vm_clusters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    project TEXT NOT NULL,
    zone_id INTEGER NOT NULL REFERENCES zones,
    pool_id INTEGER NOT NULL REFERENCES resource_pools,
    created INTEGER NOT NULL
) STRICT;

CREATE INDEX vm_clusters_of_pool_id ON vm_clusters (pool_id);

CREATE INDEX vm_clusters_of_zone_id ON vm_clusters (zone_id);

CREATE TABLE vm_host_nodes (
    vm_host_id INTEGER NOT NULL REFERENCES vm_hosts ON DELETE CASCADE,
    node_id INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
    PRIMARY KEY (vm_host_id, node_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX vm_host_nodes_of_node_id ON vm_host_nodes (node_id);

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

CREATE INDEX vm_hosts_of_cluster_id ON vm_hosts (cluster_id);

CREATE INDEX vm_hosts_of_host_node_id ON vm_hosts (host_node_id) WHERE host_node_id IS NOT NULL;

CREATE INDEX vm_hosts_of_pool_id ON vm_hosts (pool_id);

CREATE INDEX vm_hosts_of_zone_id ON vm_hosts (zone_id);

CREATE TABLE zones (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL DEFAULT ''
) STRICT;

PRAGMA defer_foreign_keys = ON;

INSERT INTO package_repositories (id, name, url, distributions, disabled_pockets, disabled_components, disable_sources, components, arches, key, is_default, enabled, changed) VALUES (1, 'main_archive', 'http://archive.ubuntu.com/ubuntu', '[]', '[]', '[]', 1, '[]', '["amd64", "i386"]', '', 1, 1, 1);

INSERT INTO package_repositories (id, name, url, distributions, disabled_pockets, disabled_components, disable_sources, components, arches, key, is_default, enabled, changed) VALUES (2, 'ports_archive', 'http://ports.ubuntu.com/ubuntu-ports', '[]', '[]', '[]', 1, '[]', '["armhf", "arm64", "ppc64el", "s390x"]', '', 1, 1, 2);

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_boot_entities');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_configurations');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_controllers');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_global_entities');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_identities');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_license_keys');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_machines');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_notifications');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_edit_operations');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_view_devices');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_view_dnsrecords');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_view_ipaddresses');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (1, 'maas', 0, 'can_view_operations');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (2, 'maas', 0, 'can_deploy_machines');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (2, 'maas', 0, 'can_view_available_machines');

INSERT INTO user_group_entitlements (group_id, resource_type, resource_id, entitlement) VALUES (2, 'maas', 0, 'can_view_global_entities');

INSERT INTO user_groups (id, name, description) VALUES (1, 'Administrators', 'Default administrators group');

INSERT INTO user_groups (id, name, description) VALUES (2, 'Users', 'Default users group');

CREATE TRIGGER boot_resources_inserted AFTER INSERT ON boot_resources BEGIN
    UPDATE boot_resources SET touched = (SELECT MAX(touched) + 1 FROM boot_resources) WHERE id = NEW.id;
END;

CREATE TRIGGER boot_resources_updated AFTER UPDATE OF name, alias, base_image, extra, last_deployed, kflavor,
    bootloader_type ON boot_resources BEGIN
    UPDATE boot_resources SET touched = (SELECT MAX(touched) + 1 FROM boot_resources) WHERE id = NEW.id;
END;

CREATE TRIGGER boot_sources_inserted AFTER INSERT ON boot_sources BEGIN
    UPDATE boot_sources SET changed = (SELECT MAX(changed) + 1 FROM boot_sources) WHERE id = NEW.id;
END;

CREATE TRIGGER boot_sources_updated AFTER UPDATE ON boot_sources WHEN NEW.changed = OLD.changed BEGIN
    UPDATE boot_sources SET changed = (SELECT MAX(changed) + 1 FROM boot_sources) WHERE id = NEW.id;
END;

CREATE TRIGGER dhcp_snippets_inserted AFTER INSERT ON dhcp_snippets BEGIN
    UPDATE dhcp_snippets SET changed = (SELECT MAX(changed) + 1 FROM dhcp_snippets) WHERE id = NEW.id;
END;

CREATE TRIGGER dhcp_snippets_updated AFTER UPDATE ON dhcp_snippets WHEN NEW.changed = OLD.changed BEGIN
    UPDATE dhcp_snippets SET changed = (SELECT MAX(changed) + 1 FROM dhcp_snippets) WHERE id = NEW.id;
END;

CREATE TRIGGER fabrics_inserted AFTER INSERT ON fabrics BEGIN
    UPDATE fabrics SET changed = (SELECT MAX(changed) + 1 FROM fabrics) WHERE id = NEW.id;
END;

CREATE TRIGGER fabrics_updated AFTER UPDATE ON fabrics WHEN NEW.changed = OLD.changed BEGIN
    UPDATE fabrics SET changed = (SELECT MAX(changed) + 1 FROM fabrics) WHERE id = NEW.id;
END;

CREATE TRIGGER subnet_of_ip_addresses_delete AFTER DELETE ON ip_addresses
WHEN OLD.subnet_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO changed_subnets VALUES (OLD.subnet_id);
END;

CREATE TRIGGER subnet_of_ip_addresses_insert AFTER INSERT ON ip_addresses
WHEN NEW.subnet_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO changed_subnets VALUES (NEW.subnet_id);
END;

CREATE TRIGGER subnet_of_ip_addresses_update AFTER UPDATE ON ip_addresses
WHEN NEW.subnet_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO changed_subnets VALUES (NEW.subnet_id);
END;

CREATE TRIGGER ip_ranges_inserted AFTER INSERT ON ip_ranges BEGIN
    UPDATE ip_ranges SET changed = (SELECT MAX(changed) + 1 FROM ip_ranges) WHERE id = NEW.id;
END;

CREATE TRIGGER ip_ranges_updated AFTER UPDATE ON ip_ranges WHEN NEW.changed = OLD.changed BEGIN
    UPDATE ip_ranges SET changed = (SELECT MAX(changed) + 1 FROM ip_ranges) WHERE id = NEW.id;
END;

CREATE TRIGGER subnet_of_ip_ranges_delete AFTER DELETE ON ip_ranges
WHEN OLD.subnet_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO changed_subnets VALUES (OLD.subnet_id);
END;

CREATE TRIGGER subnet_of_ip_ranges_insert AFTER INSERT ON ip_ranges
WHEN NEW.subnet_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO changed_subnets VALUES (NEW.subnet_id);
END;

CREATE TRIGGER subnet_of_ip_ranges_update AFTER UPDATE ON ip_ranges
WHEN NEW.subnet_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO changed_subnets VALUES (NEW.subnet_id);
END;

CREATE TRIGGER package_repositories_inserted AFTER INSERT ON package_repositories BEGIN
    UPDATE package_repositories SET changed = (SELECT MAX(changed) + 1 FROM package_repositories) WHERE id = NEW.id;
END;

CREATE TRIGGER package_repositories_updated AFTER UPDATE ON package_repositories WHEN NEW.changed = OLD.changed BEGIN
    UPDATE package_repositories SET changed = (SELECT MAX(changed) + 1 FROM package_repositories) WHERE id = NEW.id;
END;

CREATE TRIGGER partitions_inserted AFTER INSERT ON partitions BEGIN
    UPDATE partitions SET changed = (SELECT MAX(changed) + 1 FROM partitions) WHERE id = NEW.id;
END;

CREATE TRIGGER partitions_updated AFTER UPDATE OF block_device_id, number, uuid, size, bootable, tags ON partitions
BEGIN
    UPDATE partitions SET changed = (SELECT MAX(changed) + 1 FROM partitions) WHERE id = NEW.id;
END;

CREATE TRIGGER reserved_ips_inserted AFTER INSERT ON reserved_ips BEGIN
    UPDATE reserved_ips SET changed = (SELECT MAX(changed) + 1 FROM reserved_ips) WHERE id = NEW.id;
END;

CREATE TRIGGER reserved_ips_updated AFTER UPDATE ON reserved_ips WHEN NEW.changed = OLD.changed BEGIN
    UPDATE reserved_ips SET changed = (SELECT MAX(changed) + 1 FROM reserved_ips) WHERE id = NEW.id;
END;

CREATE TRIGGER scripts_inserted AFTER INSERT ON scripts BEGIN
    UPDATE scripts SET changed = (SELECT MAX(changed) + 1 FROM scripts) WHERE id = NEW.id;
END;

CREATE TRIGGER scripts_updated AFTER UPDATE ON scripts WHEN NEW.changed = OLD.changed BEGIN
    UPDATE scripts SET changed = (SELECT MAX(changed) + 1 FROM scripts) WHERE id = NEW.id;
END;

CREATE TRIGGER spaces_inserted AFTER INSERT ON spaces BEGIN
    UPDATE spaces SET changed = (SELECT MAX(changed) + 1 FROM spaces) WHERE id = NEW.id;
END;

CREATE TRIGGER spaces_updated AFTER UPDATE ON spaces WHEN NEW.changed = OLD.changed BEGIN
    UPDATE spaces SET changed = (SELECT MAX(changed) + 1 FROM spaces) WHERE id = NEW.id;
END;

CREATE TRIGGER static_routes_inserted AFTER INSERT ON static_routes BEGIN
    UPDATE static_routes SET changed = (SELECT MAX(changed) + 1 FROM static_routes) WHERE id = NEW.id;
END;

CREATE TRIGGER static_routes_updated AFTER UPDATE ON static_routes WHEN NEW.changed = OLD.changed BEGIN
    UPDATE static_routes SET changed = (SELECT MAX(changed) + 1 FROM static_routes) WHERE id = NEW.id;
END;

CREATE TRIGGER subnets_inserted AFTER INSERT ON subnets BEGIN
    UPDATE subnets SET changed = (SELECT MAX(changed) + 1 FROM subnets) WHERE id = NEW.id;
END;

CREATE TRIGGER subnets_updated AFTER UPDATE ON subnets WHEN NEW.changed = OLD.changed BEGIN
    UPDATE subnets SET changed = (SELECT MAX(changed) + 1 FROM subnets) WHERE id = NEW.id;
END;

CREATE TRIGGER tags_inserted AFTER INSERT ON tags BEGIN
    UPDATE tags SET changed = (SELECT MAX(changed) + 1 FROM tags) WHERE id = NEW.id;
END;

CREATE TRIGGER tags_updated AFTER UPDATE ON tags WHEN NEW.changed = OLD.changed BEGIN
    UPDATE tags SET changed = (SELECT MAX(changed) + 1 FROM tags) WHERE id = NEW.id;
END;

CREATE TRIGGER users_join_group AFTER INSERT ON users WHEN NOT NEW.is_system BEGIN
    INSERT INTO user_group_members (group_id, user_id)
        SELECT id, NEW.id FROM user_groups
        WHERE name = CASE WHEN NEW.is_superuser THEN 'Administrators' ELSE 'Users' END;
END;

CREATE TRIGGER vlans_inserted AFTER INSERT ON vlans BEGIN
    UPDATE vlans SET touched = (SELECT MAX(touched) + 1 FROM vlans) WHERE id = NEW.id;
END;

CREATE TRIGGER vlans_updated AFTER UPDATE OF fabric_id, vid, name, description, mtu, dhcp_on, external_dhcp,
    primary_rack_id, secondary_rack_id, relay_vlan_id, space_id ON vlans BEGIN
    UPDATE vlans SET touched = (SELECT MAX(touched) + 1 FROM vlans) WHERE id = NEW.id;
END;
