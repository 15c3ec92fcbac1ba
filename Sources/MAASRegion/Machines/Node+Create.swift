import Formats
import SQLite

/// What a new machine starts with.
package struct NewMachine {
    package struct Disk {
        package var name: String
        /// bytes
        package var size: Int
        package var blockSize = 512
        package var model = ""
        package var serial = ""
        package var idPath: String?
        package var tags: [String] = []
        /// The id of the VM host's storage pool that holds it.
        package var storagePool: String?
    }

    package struct NIC {
        package var name: String
        package var macAddress: String
        package var vlanID: Int?
        package var tags: [String] = []

        package init(name: String, macAddress: String, vlanID: Int? = nil, tags: [String] = []) {
            self.name = name
            self.macAddress = macAddress
            self.vlanID = vlanID
            self.tags = tags
        }
    }

    package var hostname: String
    package var status = NodeStatus.new
    package var domainID: Int
    package var zoneID = Zone.defaultID
    package var poolID = ResourcePool.defaultID
    package var ownerID: Int?
    package var parentID: Int?
    package var description = ""
    package var architecture = "amd64/generic"
    package var cpuCount = 0
    /// MHz
    package var cpuSpeed = 0
    /// MiB
    package var memory = 0
    package var powerState = PowerState.unknown
    package var bmcID: Int?
    /// Power parameters of this machine alone.
    var instanceParameters: [String: JSONValue] = [:]
    package var biosBootMethod: String?
    package var hardwareUUID: String?
    package var minHWEKernel: String?
    package var isDynamic = false
    /// The first one is the boot disk.
    package var disks: [Disk] = []
    /// The first one is the boot interface.
    package var nics: [NIC] = []

    package init(hostname: String, domainID: Int) {
        self.hostname = hostname
        self.domainID = domainID
    }
}

extension Node {
    /// Puts a machine into the region: its row, its one NUMA node, its disks and interfaces. Links are the caller's.
    package static func create(_ state: RegionState, _ machine: NewMachine) throws -> Node {
        let db = state.db
        let now = try state.now
        let id = try db.insert(
            into: "nodes",
            [
                "system_id": try unusedSystemID(state), "node_type": Kind.machine.rawValue,
                "plays_external": try state.setting("plays") == "external",
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
        let interfaces = try machine.nics.map { try Interface.create(db, node: id, $0) }
        if let first = interfaces.first { try db.update("nodes", id: id, ["boot_interface_id": first]) }
        guard let node = try find(db, id: id) else { throw Refusal.notFound("Machine") }
        return node
    }
}

extension BlockDevice {
    /// Adds a physical disk; answers its id.
    @discardableResult
    package static func create(_ db: Connection, node: Int, _ disk: NewMachine.Disk) throws -> Int {
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
    package static func create(_ db: Connection, node: Int, _ nic: NewMachine.NIC) throws -> Int {
        try claim(db, mac: nic.macAddress)
        return try db.insert(
            into: "interfaces",
            [
                "node_id": node, "name": nic.name, "type": Interface.Kind.physical, "mac_address": nic.macAddress,
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
