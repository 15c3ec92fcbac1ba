import Addresses
import Formats
import MAASRegion
import SQLite

/// The machines that are there to be found, whether MAAS knows of them or not.
extension InventoryLoader {
    func addHardwareMachine(_ value: FixtureValue) throws {
        let object = try value.object(.hardwareMachine)
        let power = object["power_parameters"]?.value ?? .object([:])
        guard case .object = power else {
            throw FixtureError(
                path: object.place("power_parameters"), reason: "must be an object, not \(power.kind)")
        }
        let machine = try db.insert(
            into: "hardware_machines",
            [
                "power_parameters": power.text, "architecture": try object.optionalText("architecture"),
                "cpu_count": try object.integer("cpu_count", default: 4, 1...4096),
                "cpu_speed": try object.integer("cpu_speed", default: 2400, 0...100_000),
                "memory": try object.integer("memory", default: 8192, 1...1 << 40),
                "hardware_uuid": try object.optionalText("hardware_uuid"),
                "bios_boot_method": try object.optionalText("bios_boot_method"),
            ])
        if let details = object["details"] { try facts(details).save(db, machine: machine) }
        for nic in try object.list("interfaces") { try guarded(nic) { try addInterface($0, to: machine) } }
        for disk in try object.list("block_devices") { try guarded(disk) { try addDisk($0, to: machine) } }
    }

    /// What is said of the hardware of a machine of MAAS.
    func addDetails(_ object: FixtureObject, node id: Int) throws {
        guard let details = object["details"] else { return }
        let facts = try facts(details)
        try facts.save(db, node: id)
        guard let node = try Node.find(db, id: id) else { return }
        if let numa = facts.numaNodes { try NUMANode.replace(db, node: id, with: numa) }
        let report = try HardwareReport(db, node)
        try MachineLife.note(report, db, node: id)
        try NodeDevice.replace(db, node: id, by: report)
    }

    private func facts(_ details: FixtureValue) throws -> HardwareFacts {
        do {
            return try HardwareFacts(details.value)
        } catch is DecodingError {
            throw details.error("is no description of hardware")
        }
    }

    private func addInterface(_ value: FixtureValue, to machine: Int) throws {
        let object = try value.object(.hardwareInterface)
        guard let mac = MACAddress.normal(try object.text("mac_address")) else {
            throw FixtureError(path: object.place("mac_address"), reason: "is no MAC address")
        }
        var vlan: Int?
        if let fabric = try object.optionalText("fabric") {
            vlan = try vlanID(object, fabric: fabric, vid: object.integer("vlan", default: 0, 0...4094))
        }
        try db.insert(
            into: "hardware_machine_interfaces",
            [
                "machine_id": machine, "name": try object.text("name"), "mac_address": mac, "vlan_id": vlan,
                "link_connected": try object.flag("link_connected", default: true),
                "interface_speed": try object.integer("interface_speed", default: 0),
                "link_speed": try object.integer("link_speed", default: 0),
                "vendor": try object.optionalText("vendor"), "product": try object.optionalText("product"),
                "firmware_version": try object.optionalText("firmware_version"),
                "numa_node": try object.integer("numa_node", default: 0, 0...1023),
                "sriov_max_vf": try object.integer("sriov_max_vf", default: 0),
            ])
    }

    private func addDisk(_ value: FixtureValue, to machine: Int) throws {
        let object = try value.object(.hardwareDisk)
        let name = try object.text("name")
        try db.insert(
            into: "hardware_machine_disks",
            [
                "machine_id": machine, "name": name, "size": try object.integer("size", FixtureValue.sizes),
                "block_size": try object.integer("block_size", default: 512, 512...1 << 30),
                "model": try object.text("model", default: ""), "serial": try object.text("serial", default: ""),
                "id_path": try object.optionalText("id_path") ?? "/dev/\(name)",
                "tags": JSONValue.text(of: try object.texts("tags")),
            ])
    }
}
