import Formats
import MAASRegion
import SQLite

/// What is there to be found, whether MAAS knows of it or not.
extension FixtureWriter {
    func hardware(_ facts: FactsByNode) throws -> JSONValue {
        .fixture(["hosts": try hypervisors(), "machines": try hardwareMachines(facts)])
    }

    // MARK: Hypervisors

    private func hypervisors() throws -> [String: JSONValue] {
        let pools = try rows("hardware_storage_pools", "host_id", "id") { row in
            .fixture([
                "id": try row["pool_id"] as String, "name": try row["name"] as String,
                "type": try row["type"] as String, "path": try row["path"] as String,
                "storage": try row["size"] as Int,
            ])
        }
        let interfaces = try rows("hardware_interfaces", "host_id", "id") { row in
            .fixture([
                "name": try row["name"] as String, "mac": try row["mac"] as String,
                "bridge": try row["bridge"] as String?, "cidr": try row["cidr"] as String?,
                "ip": try row["ip"] as String?,
            ])
        }
        let projects = try projects()
        let hosts = try db.query("SELECT * FROM hardware_hosts ORDER BY address") { row in
            let id: Int = try row["id"]
            let node = try row["node_id"] as Int?
            return (
                try row["address"] as String,
                JSONValue.fixture([
                    "type": try row["type"] as String, "name": try row["name"] as String,
                    "version": (try row["version"] as String).unlessEmpty, "cores": try row["cores"] as Int,
                    "memory": try row["memory"] as Int, "cpu_speed": (try row["cpu_speed"] as Int).unless(0),
                    "macs": try JSONValue(column: "macs", of: row), "pools": pools[id], "ifaces": interfaces[id],
                    "projects": projects[id], "reachable": (try row["reachable"] as Bool).unless(true),
                    "response_time": (try row["response_time"] as Int).unless(0),
                    "tags": try JSONValue(column: "tags", of: row), "disk_path": try row["disk_path"] as String?,
                    "cluster": try row["cluster"] as String?, "disks": try JSONValue(column: "disks", of: row),
                    "installed_on": node.flatMap { names.nodes[$0] },
                ])
            )
        }
        return Dictionary(hosts) { first, _ in first }
    }

    /// The VMs of every project of every hypervisor.
    private func projects() throws -> [Int: [String: [String: JSONValue]]] {
        var projects: [Int: [String: [String: JSONValue]]] = [:]
        for (host, name) in try db.query(
            "SELECT host_id, name FROM hardware_projects",
            row: { (try $0[0] as Int, try $0[1] as String) })
        { projects[host, default: [:]][name] = [:] }
        let instances = try db.query("SELECT * FROM hardware_instances ORDER BY id") { row in
            (
                host: try row["host_id"] as Int, project: try row["project"] as String,
                name: try row["name"] as String,
                instance: JSONValue.fixture([
                    "cores": try row["cores"] as Int, "memory": try row["memory"] as Int,
                    "disks": try JSONValue(column: "disks", of: row), "nics": try JSONValue(column: "nics", of: row),
                    "pinned": try JSONValue(column: "pinned_cores", of: row).integers.unlessEmpty,
                    "hugepages": (try row["hugepages"] as Bool).unless(false), "power": try row["power"] as String,
                ])
            )
        }
        for found in instances {
            projects[found.host, default: [:]][found.project, default: [:]][found.name] = found.instance
        }
        return projects
    }

    // MARK: Machines

    private func hardwareMachines(_ facts: FactsByNode) throws -> [JSONValue] {
        let ports = try rows("hardware_machine_interfaces", "machine_id", "id") { row in
            let vlan = (try row["vlan_id"] as Int?).flatMap { names.vlans[$0] }
            return .fixture([
                "name": try row["name"] as String, "mac_address": try row["mac_address"] as String,
                "fabric": vlan?.fabric, "vlan": vlan?.vid,
                "link_connected": (try row["link_connected"] as Bool).unless(true),
                "interface_speed": (try row["interface_speed"] as Int).unless(0),
                "link_speed": (try row["link_speed"] as Int).unless(0), "vendor": try row["vendor"] as String?,
                "product": try row["product"] as String?,
                "firmware_version": try row["firmware_version"] as String?,
                "numa_node": (try row["numa_node"] as Int).unless(0),
                "sriov_max_vf": (try row["sriov_max_vf"] as Int).unless(0),
            ])
        }
        let disks = try rows("hardware_machine_disks", "machine_id", "id") { row in
            .fixture([
                "name": try row["name"] as String, "size": try row["size"] as Int,
                "block_size": (try row["block_size"] as Int).unless(512),
                "model": (try row["model"] as String).unlessEmpty,
                "serial": (try row["serial"] as String).unlessEmpty, "id_path": try row["id_path"] as String?,
                "tags": try row.strings("tags").unlessEmpty,
            ])
        }
        return try db.query("SELECT * FROM hardware_machines ORDER BY id") { row in
            let id: Int = try row["id"]
            return .fixture([
                "power_parameters": try JSONValue(column: "power_parameters", of: row),
                "architecture": try row["architecture"] as String?, "cpu_count": try row["cpu_count"] as Int,
                "cpu_speed": try row["cpu_speed"] as Int, "memory": try row["memory"] as Int,
                "hardware_uuid": try row["hardware_uuid"] as String?,
                "bios_boot_method": try row["bios_boot_method"] as String?, "interfaces": ports[id],
                "block_devices": disks[id], "details": facts.details(ofMachine: id),
            ])
        }
    }

    /// The rows of a table, by what they are of.
    func rows(
        _ table: String, _ owner: String, _ order: String, _ body: (Row) throws -> JSONValue
    ) throws -> [Int: [JSONValue]] {
        let all = try db.query("SELECT * FROM \(table) ORDER BY \(order)") { row in
            (owner: try row[owner] as Int, value: try body(row))
        }
        return Dictionary(grouping: all, by: \.owner).mapValues { $0.map(\.value) }
    }
}
