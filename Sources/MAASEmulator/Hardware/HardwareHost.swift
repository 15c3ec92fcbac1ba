import SQLite

/// A hypervisor in the lab: what is there to be found at an address, whether MAAS knows of it or not.
struct HardwareHost {
    let id: Int
    let address: String
    let type: String
    let name: String
    let version: String
    let cores: Int
    /// MiB
    let memory: Int
    /// MHz
    let cpuSpeed: Int
    let macs: [String]
    let isReachable: Bool

    init(_ row: Row) throws {
        id = try row["id"]
        address = try row["address"]
        type = try row["type"]
        name = try row["name"]
        version = try row["version"]
        cores = try row["cores"]
        memory = try row["memory"]
        cpuSpeed = try row["cpu_speed"]
        macs = try JSONValue(column: "macs", of: row).strings
        isReachable = try row["reachable"]
    }

    /// The host that answers at a power address; `nil` when nothing of that type is there.
    static func find(_ db: Connection, powerAddress: String, type: String) throws -> HardwareHost? {
        try db.first(
            "SELECT * FROM hardware_hosts WHERE address = ? AND type = ?", normalized(powerAddress, type: type), type,
            row: HardwareHost.init)
    }

    /// LXD addresses may come with a scheme and without a port; 8443 is then meant.
    static func normalized(_ address: String, type: String) -> String {
        guard type == "lxd" else { return address }
        var host = address.lowercased()
        for scheme in ["https://", "http://"] where host.hasPrefix(scheme) { host.removeFirst(scheme.count) }
        host = String(host.prefix { $0 != "/" })
        let hasPort =
            host.hasPrefix("[") ? host.contains("]:") : host.filter { $0 == ":" }.count == 1
        return hasPort ? host : host + ":8443"
    }

    struct Pool {
        let id: String
        let name: String
        let type: String
        let path: String
        /// bytes
        let size: Int
    }

    func pools(_ db: Connection) throws -> [Pool] {
        try db.query("SELECT * FROM hardware_storage_pools WHERE host_id = ? ORDER BY id", id) {
            Pool(
                id: try $0["pool_id"], name: try $0["name"], type: try $0["type"], path: try $0["path"],
                size: try $0["size"])
        }
    }
}
