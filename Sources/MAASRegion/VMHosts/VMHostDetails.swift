import Addresses
import Formats
import SQLite

/// What any number of VM hosts are shown with, read with the same few statements.
package struct VMHostDetails {
    private let promises: [Int: [Promise]]
    private let pools: [Int: [StoragePool.Stored]]
    private let places: [Int: Place]

    /// Reads everything about these hosts.
    package init(_ db: Connection, _ hosts: [VMHost]) throws {
        let ids = hosts.map(\.id).ids
        promises = try Promise.all(db, hosts: ids)
        pools = try StoragePool.Stored.all(db, hosts: ids)
        places = try Place.all(db, hosts: hosts, ids)
    }

    /// What the VMs in the tracked project take, whether MAAS has a machine for them or not.
    package func used(_ host: VMHost) -> VMHost.Resources {
        let promises = tracked(host)
        return VMHost.Resources(
            cores: promises.lazy.map(\.cores).saturatedSum, memory: promises.lazy.map(\.memory).saturatedSum,
            localStorage: promises.lazy.flatMap(\.disks).map(\.size).saturatedSum)
    }

    package func total(_ host: VMHost) -> VMHost.Resources {
        VMHost.Resources(
            cores: host.cores, memory: host.memory, localStorage: (pools[host.id] ?? []).lazy.map(\.total).saturatedSum)
    }

    /// The pools of a host, in the order of discovery. The first one is the default unless another was chosen.
    package func storagePools(_ host: VMHost) -> [StoragePool] {
        let disks = tracked(host).flatMap(\.disks)
        let stored = pools[host.id] ?? []
        let chosen = host.defaultStoragePool ?? stored.first?.id
        return stored.map { pool in
            StoragePool(
                id: pool.id, name: pool.name, type: pool.type, path: pool.path, total: pool.total,
                used: disks.lazy.filter { $0.pool == pool.id }.map(\.size).saturatedSum, isDefault: pool.id == chosen)
        }
    }

    package func zone(of host: VMHost) -> Zone? { places[host.id]?.zone }
    package func pool(of host: VMHost) -> ResourcePool? { places[host.id]?.pool }
    /// The system id of the machine that a host runs on.
    package func systemID(of host: VMHost) -> String? { places[host.id]?.systemID }

    private func tracked(_ host: VMHost) -> [Promise] {
        let all = promises[host.id] ?? []
        guard let project = host.project else { return all }
        return all.filter { $0.project == project }
    }
}

/// What a VM takes of its host.
private struct Promise {
    struct Disk {
        /// bytes
        let size: Int
        let pool: String?
    }

    let project: String
    let cores: Int
    /// MiB
    let memory: Int
    private(set) var disks: [Disk] = []

    private static let ofHosts = ListSQL { list in
        """
        SELECT virtual_machines.*, size, storage_pool FROM virtual_machines
        LEFT JOIN virtual_machine_disks ON virtual_machine_id = virtual_machines.id
        WHERE vm_host_id IN \(list("?1"))
        """
    }

    private init(_ row: Row) throws {
        project = try row["project"]
        cores = try VirtualMachine.cores(row)
        memory = try row["memory"]
    }

    /// By the hosts' ids, in no order.
    static func all(_ db: Connection, hosts: IDs) throws -> [Int: [Promise]] {
        var found: [Int: [Int: Promise]] = [:]
        _ = try db.query(ofHosts[hosts], hosts) { row in
            let (host, machine): (Int, Int) = (try row["vm_host_id"], try row["id"])
            if found[host]?[machine] == nil { found[host, default: [:]][machine] = try Promise(row) }
            // In its place: a copy would take as long again for every disk.
            if let size: Int = try row["size"] {
                found[host]?[machine]?.disks.append(Disk(size: size, pool: try row["storage_pool"]))
            }
        }
        return found.mapValues { Array($0.values) }
    }
}

/// Where a VM host belongs, and the machine that it runs on.
private struct Place {
    let zone: Zone
    let pool: ResourcePool
    private(set) var systemID: String?

    private static let ofHosts = ListSQL { list in
        """
        SELECT vm_hosts.id AS id, zones.id AS zone_id, zones.name AS zone_name, zones.description AS zone_description,
            resource_pools.id AS pool_id, resource_pools.name AS pool_name,
            resource_pools.description AS pool_description, system_id
        FROM vm_hosts JOIN zones ON zones.id = vm_hosts.zone_id
        JOIN resource_pools ON resource_pools.id = vm_hosts.pool_id LEFT JOIN nodes ON nodes.id = host_node_id
        WHERE vm_hosts.id IN \(list("?1"))
        """
    }

    private init(_ row: Row) throws {
        zone = Zone(id: try row["zone_id"], name: try row["zone_name"], description: try row["zone_description"])
        pool = ResourcePool(
            id: try row["pool_id"], name: try row["pool_name"], description: try row["pool_description"])
        systemID = try row["system_id"]
    }

    /// By the hosts' ids. A host runs on the machine that `VMHost.hostNode` finds.
    static func all(_ db: Connection, hosts: [VMHost], _ ids: IDs) throws -> [Int: Place] {
        var found = try Dictionary(
            db.query(ofHosts[ids], ids) { (try $0["id"] as Int, try Place($0)) }
        ) { first, _ in first }
        let unknown = hosts.filter { $0.hostNodeID == nil }.map { (id: $0.id, address: URIHost($0.powerAddress)?.name) }
        guard !unknown.isEmpty else { return found }
        let nodes = try Dictionary(
            db.query(
                """
                SELECT ip, system_id FROM ip_addresses JOIN interface_addresses ON ip_address_id = ip_addresses.id
                JOIN interfaces ON interfaces.id = interface_id JOIN nodes ON nodes.id = node_id
                WHERE ip IN (SELECT value FROM json_each(?)) ORDER BY interfaces.id
                """, JSONValue.array(unknown.compactMap { $0.address.map(JSONValue.string) }).text
            ) { (try $0[0] as String, try $0[1] as String) }
        ) { first, _ in first }
        for host in unknown { found[host.id]?.systemID = host.address.flatMap { nodes[$0] } }
        return found
    }
}
