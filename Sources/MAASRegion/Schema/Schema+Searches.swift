extension Schema {
    /// A machine that an allocation may take, as the index of machines by their cost has it.
    static let isAllocatable = """
        node_type = \(Node.Kind.machine.rawValue) AND status = \(NodeStatus.ready.rawValue) AND owner_id IS NULL \
        AND locked = 0
        """

    /// Look-ups by columns that are never null. SQLite does not use an index that leaves out the rows with null for a
    /// column that has none, so these are made anew as whole ones.
    private static let lookupsOfAll = [
        ("cache_sets", "node_id"), ("dns_records", "dns_resource_id"), ("dns_resource_addresses", "ip_address_id"),
        ("dns_resources", "domain_id"), ("hardware_interfaces", "host_id"), ("hardware_neighbours", "interface_id"),
        ("hardware_storage_pools", "host_id"), ("ip_ranges", "subnet_id"), ("neighbours", "interface_id"),
        ("node_tags", "tag_id"), ("nodes", "domain_id"), ("nodes", "zone_id"), ("numa_nodes", "node_id"),
        ("reserved_ips", "subnet_id"), ("static_routes", "destination_id"), ("static_routes", "source_id"),
        ("subnets", "vlan_id"), ("tokens", "user_id"), ("vm_host_nodes", "node_id"),
    ].map { table, column in
        """
        DROP INDEX \(table)_of_\(column);
        CREATE INDEX \(table)_of_\(column) ON \(table) (\(column));

        """
    }.joined()

    /// References that had no index at all.
    private static let furtherLookups = [
        ("dhcp_snippet_values", "previous_id"), ("dhcp_snippets", "ip_range_id"), ("dhcp_snippets", "value_id"),
        ("files", "owner_id"), ("ip_ranges", "user_id"), ("notification_dismissals", "user_id"),
        ("notifications", "user_id"), ("scripts", "version_id"), ("sessions", "user_id"), ("ssh_keys", "user_id"),
        ("user_group_members", "user_id"), ("vm_clusters", "pool_id"), ("vm_clusters", "zone_id"),
        ("vm_hosts", "cluster_id"), ("vm_hosts", "pool_id"), ("vm_hosts", "zone_id"),
    ].map { table, column in "CREATE INDEX \(table)_of_\(column) ON \(table) (\(column));\n" }.joined()

    /// What filters and allocations begin with, so that they look at what they find and not at all there is.
    static let searches =
        lookupsOfAll + furtherLookups
            + """
            CREATE INDEX block_devices_size ON block_devices (size);
            CREATE INDEX partitions_size ON partitions (size);
            CREATE INDEX interfaces_name ON interfaces (name);
            CREATE INDEX interfaces_link_speed ON interfaces (link_speed);
            CREATE INDEX nodes_allocatable ON nodes ((cpu_count + memory / 1024.0), id)
                WHERE node_type = 0 AND status = 4 AND owner_id IS NULL AND locked = 0;
            """

    /// A machine that is added shares the BMC that is there already. VM hosts run on the machine that has their address,
    /// and an address is asked for whoever has it.
    static let furtherSearches = """
        CREATE INDEX bmcs_parameters ON bmcs (power_type, power_parameters);
        CREATE INDEX ip_addresses_by_ip ON ip_addresses (ip) WHERE ip IS NOT NULL;
        """
}
