import Addresses
import Formats
import SQLite

/// A VM host: a hypervisor that MAAS has been told of. MAAS's older name for it is pod.
package struct VMHost {
    /// Cores, memory in MiB and local storage in bytes.
    package struct Resources: Equatable {
        package var cores = 0
        package var memory = 0
        package var localStorage = 0

        package init(cores: Int = 0, memory: Int = 0, localStorage: Int = 0) {
            self.cores = cores
            self.memory = memory
            self.localStorage = localStorage
        }
    }

    package let id: Int
    package let name: String
    package let type: VMHostType
    package let version: String
    package let zoneID: Int
    package let poolID: Int
    package let clusterID: Int?
    package let hostNodeID: Int?
    package let architectures: [String]
    package let capabilities: [String]
    package let tags: [String]
    package let cpuOverCommitRatio: Double
    package let memoryOverCommitRatio: Double
    package let defaultMacvlanMode: String?
    let defaultStoragePool: String?
    package let cores: Int
    /// MiB
    package let memory: Int
    /// MHz
    package let cpuSpeed: Int
    /// Empty for a hypervisor that has none.
    package let powerAddress: String
    /// The LXD project that is tracked; nil where the hypervisor has none.
    package let project: String?
    /// Secrets included.
    private let allPowerParameters: JSONColumn

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        type = try row.stored("power_type")
        version = try row["version"]
        zoneID = try row["zone_id"]
        poolID = try row["pool_id"]
        clusterID = try row["cluster_id"]
        hostNodeID = try row["host_node_id"]
        architectures = try row.strings("architectures")
        capabilities = try row.strings("capabilities")
        tags = try row.strings("tags")
        cpuOverCommitRatio = try row["cpu_over_commit_ratio"]
        memoryOverCommitRatio = try row["memory_over_commit_ratio"]
        defaultMacvlanMode = try row["default_macvlan_mode"]
        defaultStoragePool = try row["default_storage_pool"]
        cores = try row["cores"]
        memory = try row["memory"]
        cpuSpeed = try row["cpu_speed"]
        allPowerParameters = try JSONColumn("power_parameters", of: row)
        powerAddress = try allPowerParameters.member("power_address")?.string ?? ""
        project = try allPowerParameters.member("project")?.string
    }

    private static let select =
        "SELECT vm_hosts.*, power_type, power_parameters FROM vm_hosts JOIN bmcs ON bmcs.id = vm_hosts.id"

    private static let selectOne = select + " WHERE vm_hosts.id = ?"

    /// Every VM host, by id.
    package static func all(_ db: Connection) throws -> [VMHost] {
        try db.query(select + " ORDER BY vm_hosts.id", row: VMHost.init)
    }

    /// The members of a cluster, by id.
    static func all(_ db: Connection, cluster id: Int) throws -> [VMHost] {
        try db.query(select + " WHERE cluster_id = ? ORDER BY vm_hosts.id", id, row: VMHost.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> VMHost? {
        try db.first(selectOne, id, row: VMHost.init)
    }

    package var powerParameters: JSONValue { get throws { try allPowerParameters.value } }

    /// The machine that the host runs on: the one discovery found, else whoever has the address that MAAS talks to.
    package func hostNode(_ db: Connection) throws -> Int? {
        if let hostNodeID { return hostNodeID }
        guard let address = URIHost(powerAddress)?.name else { return nil }
        return try db.scalar(
            """
            SELECT node_id FROM interfaces JOIN interface_addresses ON interface_id = interfaces.id
            JOIN ip_addresses ON ip_addresses.id = ip_address_id
            WHERE ip = ? AND node_id IS NOT NULL ORDER BY interfaces.id LIMIT 1
            """, address)
    }

    /// Gives the host these tags.
    package func set(tags: [String], _ db: Connection) throws {
        try Tag.check(items: tags)
        try db.update("vm_hosts", id: id, ["tags": JSONValue.text(of: tags)])
    }

    /// The id of the storage pool that disks go to unless they ask for another; nil before discovery.
    func defaultPoolID(_ db: Connection) throws -> String? {
        if let defaultStoragePool { return defaultStoragePool }
        return try db.scalar("SELECT pool_id FROM storage_pools WHERE vm_host_id = ? ORDER BY id LIMIT 1", id)
    }

    package func storagePools(_ db: Connection) throws -> [StoragePool] {
        try VMHostDetails(db, [self]).storagePools(self)
    }

    /// What the VMs in the tracked project take, whether MAAS has a machine for them or not.
    package func used(_ db: Connection) throws -> Resources { try VMHostDetails(db, [self]).used(self) }
}
