extension Schema {
    /// Every column that points at another table is looked up by: when what it points at goes, and from lists. Without
    /// an index each of these reads the whole table, and the region slows down as it grows.
    static let lookups = [
        ("cache_sets", "node_id"), ("dhcp_snippets", "node_id"), ("dhcp_snippets", "subnet_id"),
        ("dns_records", "dns_resource_id"), ("dns_resource_addresses", "ip_address_id"),
        ("dns_resources", "domain_id"), ("filesystem_groups", "cache_set_id"), ("filesystems", "cache_set_id"),
        ("hardware_hosts", "node_id"), ("hardware_interfaces", "host_id"), ("hardware_machine_interfaces", "vlan_id"),
        ("hardware_neighbours", "interface_id"), ("hardware_storage_pools", "host_id"), ("interfaces", "vlan_id"),
        ("ip_addresses", "user_id"), ("ip_ranges", "subnet_id"), ("neighbours", "interface_id"),
        ("node_tags", "tag_id"), ("nodes", "boot_disk_id"), ("nodes", "boot_interface_id"), ("nodes", "domain_id"),
        ("nodes", "gateway_link_ipv4_id"), ("nodes", "gateway_link_ipv6_id"), ("nodes", "owner_id"),
        ("nodes", "parent_id"), ("nodes", "pool_id"), ("nodes", "zone_id"), ("numa_nodes", "node_id"),
        ("reserved_ips", "subnet_id"), ("script_results", "version_id"), ("static_routes", "destination_id"),
        ("static_routes", "source_id"), ("subnets", "vlan_id"), ("tokens", "user_id"), ("transitions", "node_id"),
        ("transitions", "vm_host_id"), ("vlans", "primary_rack_id"), ("vlans", "relay_vlan_id"),
        ("vlans", "secondary_rack_id"), ("vlans", "space_id"), ("vm_host_nodes", "node_id"),
        ("vm_hosts", "host_node_id"),
    ].map { table, column in
        "CREATE INDEX \(table)_of_\(column) ON \(table) (\(column)) WHERE \(column) IS NOT NULL;"
    }.joined(separator: "\n")
}
