import Formats
import Foundation
import SQLite

/// A hypervisor in the lab: what is there to be found at an address, whether MAAS knows of it or not.
package struct HardwareHost {
    package let id: Int
    package let address: String
    package let type: VMHostType
    package let name: String
    package let version: String
    package let cores: Int
    /// MiB
    package let memory: Int
    /// MHz
    package let cpuSpeed: Int
    package let macs: [String]
    package let isReachable: Bool
    /// Seconds that every answer of it takes; MAAS gives up after 120.
    package let responseTime: Int
    /// Tags that its driver reports, which the VM host then carries.
    package let tags: [String]
    /// How it names the disks of VMs to MAAS, `{label}` standing for the disk's; `nil` for the driver's own way.
    let diskPath: String?
    /// The LXD cluster that it is a member of.
    package let cluster: String?
    /// The disks of the machine below.
    package let disks: [NewMachine.Disk]
    /// The machine whose deployment installed it.
    let installedOn: Int?

    package init(_ row: Row) throws {
        id = try row["id"]
        address = try row["address"]
        type = try row.stored("type")
        name = try row["name"]
        version = try row["version"]
        cores = try row["cores"]
        memory = try row["memory"]
        cpuSpeed = try row["cpu_speed"]
        macs = try row.strings("macs")
        isReachable = try row["reachable"]
        responseTime = try row["response_time"]
        tags = try row.strings("tags")
        diskPath = try row["disk_path"]
        cluster = try row["cluster"]
        disks = try Self.disks(JSONValue(column: "disks", of: row))
        installedOn = try row["node_id"]
    }

    private static func disks(_ value: JSONValue) -> [NewMachine.Disk] {
        guard case .array(let disks) = value else { return [] }
        return disks.map { disk in
            NewMachine.Disk(
                name: disk["name"]?.string ?? "sda", size: disk["size"]?.integer ?? 0,
                model: disk["model"]?.string ?? "", serial: disk["serial"]?.string ?? "")
        }
    }

    /// An interface of the machine below, and the bridge over it.
    package struct Interface {
        package let name: String
        package let mac: String
        package let bridge: String?
        package let cidr: String?
        package let ip: String?
    }

    package func interfaces(_ db: Connection) throws -> [Interface] {
        try db.query("SELECT * FROM hardware_interfaces WHERE host_id = ? ORDER BY id", id) {
            Interface(
                name: try $0["name"], mac: try $0["mac"], bridge: try $0["bridge"], cidr: try $0["cidr"],
                ip: try $0["ip"])
        }
    }

    /// The members of an LXD cluster, in the order of the fixture.
    package static func members(_ db: Connection, ofCluster name: String) throws -> [HardwareHost] {
        try db.query("SELECT * FROM hardware_hosts WHERE cluster = ? ORDER BY id", name, row: HardwareHost.init)
    }

    /// Every hypervisor of the lab, by address.
    package static func all(_ db: Connection) throws -> [HardwareHost] {
        try db.query("SELECT * FROM hardware_hosts ORDER BY address", row: HardwareHost.init)
    }

    /// The host that answers at a power address; `nil` when nothing of that type is there.
    package static func find(_ db: Connection, powerAddress: String, type: VMHostType) throws -> HardwareHost? {
        try db.first(
            "SELECT * FROM hardware_hosts WHERE address = ? AND type = ?", normalized(powerAddress, type: type), type,
            row: HardwareHost.init)
    }

    /// LXD addresses may come with a scheme and without a port; 8443 is then meant.
    static func normalized(_ address: String, type: VMHostType) -> String {
        guard type == .lxd else { return address }
        var host = address.lowercased()
        for scheme in ["https://", "http://"] where host.hasPrefix(scheme) { host.removeFirst(scheme.count) }
        host = String(host.prefix { $0 != "/" })
        let hasPort =
            host.hasPrefix("[") ? host.contains("]:") : host.filter { $0 == ":" }.count == 1
        return hasPort ? host : host + ":8443"
    }

    package struct Pool {
        package let id: String
        package let name: String
        package let type: String
        package let path: String
        /// bytes
        package let size: Int
    }

    package func pools(_ db: Connection) throws -> [Pool] {
        try db.query("SELECT * FROM hardware_storage_pools WHERE host_id = ? ORDER BY id", id) {
            Pool(
                id: try $0["pool_id"], name: try $0["name"], type: try $0["type"], path: try $0["path"],
                size: try $0["size"])
        }
    }

    /// Bytes that each of a host's pools has left beside its VMs, by the pool's id, whichever project the VMs are in.
    static func free(in pools: [Pool], beside instances: [HardwareInstance]) -> [String: Int] {
        var free: [String: Int] = [:]
        for pool in pools { free[pool.id] = pool.size }
        for disk in instances.flatMap(\.disks) {
            if let pool = disk.pool { free[pool] = free[pool]?.saturatedMinus(disk.size) }
        }
        return free
    }

    /// LXD projects come into being when MAAS first uses them.
    func ensureProject(_ db: Connection, _ name: String) throws {
        try db.execute("INSERT OR IGNORE INTO hardware_projects (host_id, name) VALUES (?, ?)", id, name)
    }

    /// Takes a host off the network or back, or makes it slow.
    /// - Parameter responseTime: Seconds.
    /// - Returns: False when there is no hardware at this address.
    package static func set(
        _ db: Connection, powerAddress: String, reachable: Bool? = nil, responseTime: Int? = nil
    ) throws -> Bool {
        var isFound = false
        for type in VMHostType.allCases {
            guard let host = try find(db, powerAddress: powerAddress, type: type) else { continue }
            isFound = true
            try db.update(
                "hardware_hosts", id: host.id,
                [
                    "reachable": reachable ?? host.isReachable, "response_time": responseTime ?? host.responseTime,
                ])
        }
        return isFound
    }
}
