import Formats
import SQLite

/// What a new machine starts with.
struct NewMachine {
    struct Disk {
        var name: String
        /// bytes
        var size: Int
        var blockSize = 512
        var model = ""
        var serial = ""
        var idPath: String?
        var tags: [String] = []
        /// The id of the VM host's storage pool that holds it.
        var storagePool: String?
    }

    struct NIC {
        var name: String
        var macAddress: String
        var vlanID: Int?
        var tags: [String] = []
    }

    var hostname: String
    var status = NodeStatus.new
    var domainID: Int
    var zoneID = Zone.defaultID
    var poolID = ResourcePool.defaultID
    var ownerID: Int?
    var parentID: Int?
    var description = ""
    var architecture = "amd64/generic"
    var cpuCount = 0
    /// MHz
    var cpuSpeed = 0
    /// MiB
    var memory = 0
    var powerState = "unknown"
    var bmcID: Int?
    /// Power parameters of this machine alone.
    var instanceParameters: [String: JSONValue] = [:]
    var biosBootMethod: String?
    var hardwareUUID: String?
    var minHWEKernel: String?
    var isDynamic = false
    /// The first one is the boot disk.
    var disks: [Disk] = []
    /// The first one is the boot interface.
    var nics: [NIC] = []

    init(hostname: String, domainID: Int) {
        self.hostname = hostname
        self.domainID = domainID
    }
}

extension Node {
    /// Puts a machine into the region: its row, its one NUMA node, its disks and interfaces. Links are the caller's.
    static func create(_ state: RegionState, _ machine: NewMachine) throws -> Node {
        let db = state.db
        let now = try state.now
        let id = try db.insert(
            into: "nodes",
            [
                "system_id": try unusedSystemID(state), "node_type": Kind.machine.rawValue,
                "hostname": machine.hostname, "description": machine.description, "domain_id": machine.domainID,
                "zone_id": machine.zoneID, "pool_id": machine.poolID, "owner_id": machine.ownerID,
                "parent_id": machine.parentID, "hardware_uuid": machine.hardwareUUID,
                "architecture": machine.architecture, "cpu_count": machine.cpuCount, "cpu_speed": machine.cpuSpeed,
                "memory": machine.memory, "status": machine.status.rawValue, "is_dynamic": machine.isDynamic,
                "min_hwe_kernel": machine.minHWEKernel, "bios_boot_method": machine.biosBootMethod,
                "power_state": machine.powerState, "bmc_id": machine.bmcID,
                "instance_parameters": JSONValue.object(machine.instanceParameters).text, "created": now,
                "updated": now,
            ])
        try NUMANode.replace(db, node: id, cores: machine.cpuCount, memory: machine.memory)
        for disk in machine.disks { try BlockDevice.create(db, node: id, disk) }
        for nic in machine.nics { try Interface.create(db, node: id, nic) }
        let interface: Int? = try db.scalar("SELECT MIN(id) FROM interfaces WHERE node_id = ?", id) ?? nil
        try db.execute("UPDATE nodes SET boot_interface_id = ? WHERE id = ?", interface, id)
        guard let node = try find(db, id: id) else { throw Refusal.notFound("Machine") }
        return node
    }
}

extension BlockDevice {
    /// Adds a physical disk; answers its id.
    @discardableResult
    static func create(_ db: Connection, node: Int, _ disk: NewMachine.Disk) throws -> Int {
        try db.insert(
            into: "block_devices",
            [
                "node_id": node, "name": disk.name, "model": disk.model, "serial": disk.serial,
                "id_path": disk.idPath, "size": disk.size, "block_size": disk.blockSize,
                "tags": JSONValue.text(of: disk.tags), "numa_node": 0,
                "storage_pool": disk.storagePool,
            ])
    }
}

extension Interface {
    /// Adds a physical interface; answers its id.
    @discardableResult
    static func create(_ db: Connection, node: Int, _ nic: NewMachine.NIC) throws -> Int {
        try db.insert(
            into: "interfaces",
            [
                "node_id": node, "name": nic.name, "type": "physical", "mac_address": nic.macAddress,
                "vlan_id": nic.vlanID, "tags": JSONValue.text(of: nic.tags), "numa_node": 0,
            ])
    }

    /// MAAS's default link: AUTO on the first subnet of the interface's VLAN, DHCP where the VLAN has none.
    /// - Returns: The link's id.
    @discardableResult
    static func addDefaultLink(_ state: RegionState, interface: Int, vlan: Int?) throws -> Int {
        let subnet: Int? = try vlan.flatMap { vlan -> Int? in
            try state.db.scalar("SELECT MIN(id) FROM subnets WHERE vlan_id = ?", vlan)
        }
        guard let subnet else { return try Link.add(state, interface: interface, .dhcp) }
        return try Link.add(state, interface: interface, .auto, subnet: subnet)
    }
}
