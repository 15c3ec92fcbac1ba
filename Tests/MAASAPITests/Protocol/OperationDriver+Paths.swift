import SQLite

@testable import MAASAPI
@testable import MAASRegion

extension OperationDriver {
    /// The tables whose rows a path's `{id}` stands for, by the beginning of the path; `@` is the node of the path.
    private static let tables: [(path: String, sql: String)] = [
        (
            "nodes/{system_id}/blockdevices/{device_id}",
            "SELECT id FROM partitions WHERE block_device_id = (SELECT block_device_id FROM partitions JOIN block_devices ON block_devices.id = block_device_id WHERE node_id = @ ORDER BY 1 LIMIT 1)"
        ),
        ("nodes/{system_id}/blockdevices/", "SELECT id FROM block_devices WHERE node_id = @"),
        ("nodes/{system_id}/interfaces/", "SELECT id FROM interfaces WHERE node_id = @"),
        ("nodes/{system_id}/results/", "SELECT id FROM script_sets WHERE node_id = @"),
        ("nodes/{system_id}/bcache-cache-set/", "SELECT id FROM cache_sets WHERE node_id = @"),
        ("nodes/{system_id}/volume-group", "SELECT id FROM filesystem_groups WHERE node_id = @ AND type = 'lvm-vg'"),
        ("nodes/{system_id}/raid/", "SELECT id FROM filesystem_groups WHERE node_id = @ AND type LIKE 'raid-%'"),
        ("nodes/{system_id}/bcache/", "SELECT id FROM filesystem_groups WHERE node_id = @ AND type = 'bcache'"),
        ("nodes/{system_id}/vmfs-datastore/", "SELECT id FROM filesystem_groups WHERE node_id = @ AND type = 'vmfs6'"),
        ("vm-hosts/", "SELECT id FROM vm_hosts"), ("pods/", "SELECT id FROM vm_hosts"),
        ("vm-clusters/", "SELECT id FROM vm_clusters"), ("virtual-machines/", "SELECT id FROM virtual_machines"),
        ("account/prefs/sshkeys/", "SELECT id FROM ssh_keys"), ("account/prefs/sslkeys/", "SELECT id FROM ssl_keys"),
        ("fabrics/", "SELECT id FROM fabrics"), ("vlans/", "SELECT id FROM vlans"),
        ("spaces/", "SELECT id FROM spaces"),
        ("ipranges/", "SELECT id FROM ip_ranges"), ("static-routes/", "SELECT id FROM static_routes"),
        ("dnsresourcerecords/", "SELECT id FROM dns_records"), ("dnsresources/", "SELECT id FROM dns_resources"),
        ("domains/", "SELECT id FROM domains"), ("boot-resources/", "SELECT id FROM boot_resources"),
        ("package-repositories/", "SELECT id FROM package_repositories"),
        ("dhcp-snippets/", "SELECT id FROM dhcp_snippets"), ("notifications/", "SELECT id FROM notifications"),
        ("reservedips/", "SELECT id FROM reserved_ips"), ("resourcepool/", "SELECT id FROM resource_pools"),
        ("boot-sources/{boot_source_id}/", "SELECT id FROM boot_source_selections"),
        ("boot-sources/", "SELECT id FROM boot_sources"), ("groups/", "SELECT id FROM user_groups"),
    ]

    /// Values for the variable parts of a row's path that name something that is there: the likeliest first, then one
    /// set for every other node and every other object.
    func paths(of row: Row, _ db: Connection) throws -> [[String: String]] {
        let names = row.resource.path.names
        guard names.contains("system_id") else { return try paths(of: row, node: 0, db) }
        let path = row.resource.path.text
        let kinds: [Node.Kind] =
            if path.hasPrefix("devices/") {
                [.device]
            } else if path.contains("controllers/") {
                [.regionAndRackController, .rackController]
            } else {
                [.machine]
            }
        let nodes: [Int] = try kinds.flatMap { kind in
            try db.query(
                "SELECT id FROM nodes WHERE node_type = ? ORDER BY hostname <> 'node1', status <> 4, id", kind.rawValue
            ) { try $0[0] }
        }
        let made = try nodes.flatMap { try paths(of: row, node: $0, db) }
        // Nodes that have such an object come first.
        return made.filter { $0["id"] != "1" || !names.contains("id") }
            + made.filter { $0["id"] == "1" && names.contains("id") }
    }

    /// The likeliest values.
    func path(of row: Row, _ db: Connection) throws -> [String: String] { try paths(of: row, db).first ?? [:] }

    private func paths(of row: Row, node: Int, _ db: Connection) throws -> [[String: String]] {
        let path = row.resource.path.text
        var paths: [[String: String]] = [[:]]
        for name in row.resource.path.names {
            let sql: String? =
                switch name {
                case "system_id": "SELECT system_id FROM nodes WHERE id = @"
                case "device_id":
                    "SELECT block_device_id FROM partitions JOIN block_devices ON block_devices.id = block_device_id WHERE node_id = @"
                case "fabric_id": "SELECT id FROM fabrics"
                case "vid": "SELECT vid FROM vlans"
                case "cidr": "SELECT id FROM subnets"
                case "boot_source_id": "SELECT id FROM boot_sources"
                case "file_id": "SELECT id FROM boot_resource_files"
                case "username": "SELECT username FROM users WHERE NOT is_superuser"
                case "osystem": "SELECT osystem FROM license_keys"
                case "distro_series": "SELECT distro_series FROM license_keys"
                case "name" where path.hasPrefix("zones/"): "SELECT name FROM zones"
                case "name" where path.hasPrefix("tags/"): "SELECT name FROM tags"
                case "name" where path.hasPrefix("networks/"): "SELECT 'subnet-' || id FROM subnets"
                case "name" where path.hasPrefix("commissioning-scripts/"):
                    "SELECT name FROM scripts WHERE name = 'sc1'"
                case "name": "SELECT name FROM scripts WHERE NOT is_default"
                case "id": Self.tables.first { path.hasPrefix($0.path) }?.sql
                default: nil
                }
            let found: [String] =
                try sql.map { sql in
                    try db.query(sql.replacing("@", with: String(node)) + " ORDER BY 1 LIMIT 20") { row in
                        switch try row[0] as SQLValue {
                        case .integer(let id): String(id)
                        case .text(let text): text
                        default: ""
                        }
                    }
                } ?? []
            // All of what stands last, the first of what stands before.
            let values = found.isEmpty ? ["1"] : name == "id" ? found : [found[0]]
            paths = paths.flatMap { path in values.map { path.merging([name: $0]) { $1 } } }
        }
        return paths
    }
}
