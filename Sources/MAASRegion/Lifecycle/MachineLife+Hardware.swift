import Formats
import SQLite

/// What commissioning finds: hardware, and the networks and disks that it then sets up (MAAS's
/// `metadataserver/builtin_scripts`).
extension MachineLife {
    /// Finds the machine in the lab and takes over what it is; one that nobody has described turns out to be a small
    /// server on the network where DHCP is.
    /// - Returns: The machine of the lab.
    mutating func discoverHardware(networks: Bool, storage: Bool) throws -> HardwareMachine? {
        if networks { try removeLayers() }
        // What a VM is, its VM host knows already.
        let isVM = try VirtualMachine.find(db, machine: node.id) != nil
        let found = try isVM ? nil : HardwareMachine.find(db, for: node)
        if let hardware = found {
            try update([
                "architecture": hardware.architecture ?? node.architecture, "cpu_count": hardware.cpuCount,
                "cpu_speed": hardware.cpuSpeed, "memory": hardware.memory,
                "hardware_uuid": hardware.hardwareUUID ?? node.hardwareUUID,
                "bios_boot_method": hardware.biosBootMethod ?? node.biosBootMethod,
            ])
            try NUMANode.replace(db, node: node.id, cores: hardware.cpuCount, memory: hardware.memory)
            if networks { try takeInterfaces(of: hardware) }
            if storage { try takeDisks(hardware.disks) }
        } else {
            try becomeSmallServer(isVM: isVM, networks: networks, storage: storage)
        }
        if node.hardwareUUID == nil { try update(["hardware_uuid": try state.random.uuid()]) }
        return found
    }

    /// Bonds, bridges and VLAN interfaces are not there in the system that commissions.
    private func removeLayers() throws {
        for interface in try Interface.all(db, node: node.id) where interface.type != .physical {
            try interface.delete(state)
        }
    }

    private mutating func becomeSmallServer(isVM: Bool, networks: Bool, storage: Bool) throws {
        if node.cpuCount == 0 {
            let memory = node.memory == 0 ? 8192 : node.memory
            try update(["cpu_count": 4, "cpu_speed": 2400, "memory": memory])
            try NUMANode.replace(db, node: node.id, cores: 4, memory: memory)
        }
        let disks: Int = try db.scalar("SELECT COUNT(*) FROM block_devices WHERE node_id = ?", node.id) ?? 0
        if storage, disks == 0, !isVM {
            let name = "sda"
            try takeDisks([
                NewMachine.Disk(
                    name: name, size: 64_000_000_000, model: "Emulated", serial: "\(node.systemID)-\(name)",
                    idPath: "/dev/disk/by-id/\(node.systemID)-\(name)")
            ])
        }
        guard networks, !isVM else { return }
        if try Interface.all(db, node: node.id).isEmpty {
            let mac = try "52:54:00:" + (0..<3).map { _ in try state.random.hex(bytes: 1) }.joined(separator: ":")
            let id = try Interface.create(db, node: node.id, NewMachine.NIC(name: "eth0", macAddress: mac))
            try update(["boot_interface_id": id])
        }
        let vlan = try VLAN.whereMachinesBoot(db)
        for interface in try Interface.all(db, node: node.id)
        where interface.type == .physical && interface.vlanID == nil && interface.linkConnected {
            try db.update("interfaces", id: interface.id, ["vlan_id": vlan])
        }
    }

    /// Brings the machine's physical interfaces to what is there (`update_node_interfaces`): by their MAC addresses they
    /// are found, named and moved; those that are not there go.
    mutating func takeInterfaces(of hardware: HardwareMachine) throws {
        let macs = Set(hardware.nics.map(\.macAddress))
        for interface in try Interface.all(db, node: node.id)
        where interface.type == .physical && !macs.contains(interface.macAddress ?? "") {
            try interface.delete(state)
        }
        // Names are swapped by way of names that nothing else has.
        for interface in try Interface.all(db, node: node.id) where interface.type == .physical {
            try db.update("interfaces", id: interface.id, ["name": ".\(interface.id)"])
        }
        for nic in hardware.nics { try take(nic, boots: nic.macAddress == hardware.bootMAC) }
        try reload()
        let boot = try Interface.all(db, node: node.id).first { $0.macAddress == hardware.bootMAC }
        try update(["boot_interface_id": boot?.id])
    }

    private func take(_ nic: HardwareMachine.NIC, boots: Bool) throws {
        let known = try db.query(
            "SELECT * FROM interfaces WHERE mac_address = ? AND type = 'physical' ORDER BY id", nic.macAddress,
            row: Interface.init)
        for other in known where other.nodeID != node.id { try other.delete(state) }
        let own = known.first { $0.nodeID == node.id }
        let id =
            try own?.id
            ?? Interface.create(
                db, node: node.id, NewMachine.NIC(name: ".\(nic.name)", macAddress: nic.macAddress))
        var vlan: Int?
        if nic.linkConnected {
            vlan = try own?.vlanID ?? nic.vlanID ?? (boots ? VLAN.whereMachinesBoot(db) : unknownNetwork())
        }
        var tags = own?.tags ?? []
        if nic.sriovMaxVF > 0, !tags.contains("sriov") { tags.append("sriov") }
        try db.update(
            "interfaces", id: id,
            [
                "name": nic.name, "vlan_id": vlan, "link_connected": nic.linkConnected,
                "interface_speed": nic.interfaceSpeed, "link_speed": nic.linkConnected ? nic.linkSpeed : 0,
                "vendor": nic.vendor, "product": nic.product, "firmware_version": nic.firmwareVersion,
                "numa_node": nic.numaNode, "sriov_max_vf": nic.sriovMaxVF, "tags": JSONValue.text(of: tags),
            ])
    }

    /// The VLAN that MAAS puts an interface into which is connected to what it does not know: the default one while it
    /// is empty, else one of a new fabric (`guess_vlan_for_interface`).
    private func unknownNetwork() throws -> Int? {
        guard try Configuration.value("auto_vlan_creation", state) != .bool(false) else { return nil }
        let standard: Int? = try db.scalar("SELECT id FROM vlans WHERE vid = 0 ORDER BY fabric_id LIMIT 1")
        if let standard {
            let used: Int = try db.scalar("SELECT COUNT(*) FROM interfaces WHERE vlan_id = ?", standard) ?? 0
            if used == 0 { return standard }
        }
        let fabric = try db.insert(into: "fabrics", ["name": nil as String?])
        return try db.insert(into: "vlans", ["fabric_id": fabric, "vid": 0, "name": "untagged"])
    }

    /// Brings the machine's disks to what is there (`_update_node_physical_block_devices`): known ones keep their ids.
    private mutating func takeDisks(_ disks: [NewMachine.Disk]) throws {
        var known = try NodeStorage(db, node: node).physical
        for disk in known { try db.update("block_devices", id: disk.id, ["name": "\(disk.name).\(disk.id)"]) }
        for disk in disks {
            let match = known.firstIndex { old in
                disk.serial.isEmpty ? old.idPath == disk.idPath : old.serial == disk.serial
            }
            guard let match else {
                if disk.size > ComposedMachine.smallestDisk { try BlockDevice.create(db, node: node.id, disk) }
                continue
            }
            try db.update(
                "block_devices", id: known.remove(at: match).id,
                [
                    "name": disk.name, "model": disk.model, "serial": disk.serial, "id_path": disk.idPath,
                    "size": disk.size, "block_size": disk.blockSize, "tags": JSONValue.text(of: disk.tags),
                ])
        }
        for gone in known { try db.execute("DELETE FROM block_devices WHERE id = ?", gone.id) }
        try reload()
    }
}

extension HardwareMachine {
    /// The NIC that it boots from: the first that is connected.
    var bootMAC: String? { (nics.first(where: \.linkConnected) ?? nics.first)?.macAddress }
}

extension VLAN {
    /// Where a machine boots that nobody has described: the first VLAN with DHCP; without any the first that has a
    /// subnet, whose DHCP is then somebody else's; else the first of all.
    package static func whereMachinesBoot(_ db: Connection) throws -> Int? {
        try db.scalar(
            """
            SELECT id FROM vlans ORDER BY dhcp_on DESC, EXISTS (SELECT 1 FROM subnets WHERE vlan_id = vlans.id) DESC,
                fabric_id, vid, id LIMIT 1
            """)
    }
}
