import Addresses
import Formats
import SQLite

/// What any number of VM hosts are shown with, read with the same few statements.
package struct VMHostDetails {
    private let machines: [Int: [VirtualMachine]]
    private let disks: [Int: [VirtualMachine.Disk]]
    private let pools: [Int: [StoragePool.Stored]]
    private let zones: [Int: Zone]
    private let resourcePools: [Int: ResourcePool]
    private let hostNodes: [Int: Int]
    private let systemIDs: [Int: String]

    /// Reads everything about these hosts.
    package init(_ db: Connection, _ hosts: [VMHost]) throws {
        let ids = hosts.map(\.id).ids
        machines = Dictionary(
            grouping: try db.query(
                """
                SELECT * FROM virtual_machines WHERE vm_host_id IN \(ids.list) ORDER BY id
                """, ids, row: VirtualMachine.init), by: \.hostID)
        disks = try VirtualMachine.disks(db, of: machines.values.joined().map(\.id))
        pools = try StoragePool.Stored.all(db, hosts: ids)
        (zones, resourcePools) = try ResourcePool.allWithZones(
            db, pools: hosts.map(\.poolID), zones: hosts.map(\.zoneID))
        hostNodes = try Self.nodes(db, of: hosts)
        let nodes = hostNodes.values.ids
        systemIDs = try Dictionary(
            db.query(
                "SELECT id, system_id FROM nodes WHERE id IN \(nodes.list)", nodes
            ) { (try $0[0] as Int, try $0[1] as String) }
        ) { first, _ in first }
    }

    /// The machines that hosts run on, as `VMHost.hostNode` finds each.
    private static func nodes(_ db: Connection, of hosts: [VMHost]) throws -> [Int: Int] {
        let wanted = hosts.filter { $0.hostNodeID == nil }.map { (id: $0.id, address: URIHost($0.powerAddress)?.name) }
        var found = Dictionary(hosts.map { ($0.id, $0.hostNodeID) }) { first, _ in first }.compactMapValues(\.self)
        guard !wanted.isEmpty else { return found }
        let nodes = try Dictionary(
            db.query(
                """
                SELECT ip, node_id FROM ip_addresses JOIN interface_addresses ON ip_address_id = ip_addresses.id
                JOIN interfaces ON interfaces.id = interface_id
                WHERE ip IN (SELECT value FROM json_each(?)) AND node_id IS NOT NULL ORDER BY interfaces.id
                """, JSONValue.array(wanted.compactMap { $0.address.map(JSONValue.string) }).text
            ) { (try $0[0] as String, try $0[1] as Int) }
        ) { first, _ in first }
        for host in wanted { found[host.id] = host.address.flatMap { nodes[$0] } }
        return found
    }

    /// What the VMs in the tracked project take, whether MAAS has a machine for them or not.
    package func used(_ host: VMHost) -> VMHost.Resources {
        let machines = tracked(host)
        return VMHost.Resources(
            cores: machines.map(\.cores).saturatedSum, memory: machines.map(\.memory).saturatedSum,
            localStorage: trackedDisks(host).map(\.size).saturatedSum)
    }

    package func total(_ host: VMHost) -> VMHost.Resources {
        VMHost.Resources(
            cores: host.cores, memory: host.memory, localStorage: (pools[host.id] ?? []).map(\.total).saturatedSum)
    }

    /// The pools of a host, in the order of discovery. The first one is the default unless another was chosen.
    package func storagePools(_ host: VMHost) -> [StoragePool] {
        let disks = trackedDisks(host)
        let stored = pools[host.id] ?? []
        let chosen = host.defaultStoragePool ?? stored.first?.id
        return stored.map { pool in
            StoragePool(
                id: pool.id, name: pool.name, type: pool.type, path: pool.path, total: pool.total,
                used: disks.filter { $0.storagePool == pool.id }.map(\.size).saturatedSum, isDefault: pool.id == chosen)
        }
    }

    package func zone(of host: VMHost) -> Zone? { zones[host.zoneID] }
    package func pool(of host: VMHost) -> ResourcePool? { resourcePools[host.poolID] }
    /// The system id of the machine that a host runs on.
    package func systemID(of host: VMHost) -> String? { hostNodes[host.id].flatMap { systemIDs[$0] } }

    private func tracked(_ host: VMHost) -> [VirtualMachine] {
        (machines[host.id] ?? []).filter { host.project == nil || $0.project == host.project }
    }

    private func trackedDisks(_ host: VMHost) -> [VirtualMachine.Disk] {
        tracked(host).flatMap { disks[$0.id] ?? [] }
    }
}
