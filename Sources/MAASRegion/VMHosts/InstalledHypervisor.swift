import Formats
import SQLite

/// The hypervisor that a deployment puts on a machine: hardware of the lab that is there as long as the machine keeps
/// its system (`metadataserver/vendor_data.py`).
struct InstalledHypervisor {
    package let state: RegionState
    package let node: Node
    package let type: VMHostType
    /// Where it can be reached.
    package let ip: String

    private var db: Connection { state.db }

    /// The address as the VM host is told it (`_create_vmhost_for_deployment`).
    package var powerAddress: String { type == .lxd ? host : "qemu+ssh://virsh@\(host)/system" }

    private var host: String { ip.contains(":") ? "[\(ip)]" : ip }

    /// Puts it on the machine, with a storage pool in the root file system and the machine's bridges to connect to.
    package func install() throws {
        let address = HardwareHost.normalized(powerAddress, type: type)
        try db.execute("DELETE FROM hardware_hosts WHERE address = ? AND node_id IS NOT NULL", address)
        let interfaces = try Interface.all(db, node: node.id)
        let macs = interfaces.filter { $0.type == .physical }.compactMap(\.macAddress)
        let id = try db.insert(
            into: "hardware_hosts",
            [
                "address": address, "type": type, "name": node.hostname, "version": type == .lxd ? "5.21.3" : "",
                "cores": max(1, node.cpuCount), "memory": max(1, node.memory), "cpu_speed": node.cpuSpeed,
                "macs": JSONValue.text(of: type == .lxd ? macs : []), "node_id": node.id,
            ])
        try db.insert(
            into: "hardware_storage_pools",
            [
                "host_id": id, "pool_id": type == .lxd ? "default" : try state.random.uuid(), "name": "default",
                "type": "dir",
                "path": type == .lxd
                    ? "/var/snap/lxd/common/lxd/storage-pools/default" : "/var/lib/libvirt/images",
                "size": try rootSize(),
            ])
        for interface in interfaces where interface.type == .physical { try add(interface, to: id) }
    }

    private func add(_ interface: Interface, to host: Int) throws {
        let bridge = try Interface.children(db, of: interface.id).first { $0.type == .bridge }
        let link = try Link.all(db, interface: bridge?.id ?? interface.id).first { $0.ip != nil }
        let subnet = try link?.subnetID.flatMap { try Subnet.find(db, id: $0) }
        try db.insert(
            into: "hardware_interfaces",
            [
                "host_id": host, "name": interface.name, "mac": interface.macAddress ?? "", "bridge": bridge?.name,
                "cidr": subnet?.cidr, "ip": link?.ip,
            ])
    }

    /// Bytes of what is mounted at `/`.
    private func rootSize() throws -> Int {
        try db.scalar(
            """
            SELECT COALESCE(partitions.size, block_devices.size) FROM filesystems
            LEFT JOIN partitions ON partitions.id = partition_id
            LEFT JOIN block_devices ON block_devices.id = filesystems.block_device_id
            WHERE filesystems.node_id = ? AND mount_point = '/' ORDER BY acquired DESC LIMIT 1
            """, node.id) ?? 0
    }

    /// What a machine's deployment had installed goes with its system.
    package static func remove(from node: Int, _ db: Connection) throws {
        try db.execute("DELETE FROM hardware_hosts WHERE node_id = ?", node)
    }
}
