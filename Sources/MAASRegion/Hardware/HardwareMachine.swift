import Formats
import SQLite

/// A machine in the lab, as commissioning would find it, whether MAAS knows of it or not. MAAS's machine is this one when
/// it has one of its MAC addresses, or is powered by its BMC.
package struct HardwareMachine {
    /// A network card's port, and what it is plugged into.
    package struct NIC {
        package var name: String
        package var macAddress: String
        /// `nil` for a network that MAAS does not know, which it makes a fabric for when it finds it.
        package var vlanID: Int?
        package var linkConnected = true
        /// Mbit/s
        package var interfaceSpeed = 0
        /// Mbit/s
        package var linkSpeed = 0
        package var vendor: String?
        package var product: String?
        package var firmwareVersion: String?
        package var numaNode = 0
        package var sriovMaxVF = 0

        package init(name: String, macAddress: String, vlanID: Int? = nil) {
            self.name = name
            self.macAddress = macAddress
            self.vlanID = vlanID
        }
    }

    /// `nil` for a VM of a hypervisor.
    package var id: Int?
    /// `nil` where commissioning does not change what MAAS was told.
    package var architecture: String?
    package var cpuCount: Int
    /// MHz
    package var cpuSpeed: Int
    /// MiB
    package var memory: Int
    package var hardwareUUID: String?
    package var biosBootMethod: String?
    package var disks: [NewMachine.Disk]
    package var nics: [NIC]

    private init(_ row: Row, _ db: Connection) throws {
        id = try row["id"]
        architecture = try row["architecture"]
        cpuCount = try row["cpu_count"]
        cpuSpeed = try row["cpu_speed"]
        memory = try row["memory"]
        hardwareUUID = try row["hardware_uuid"]
        biosBootMethod = try row["bios_boot_method"]
        disks = try db.query(
            "SELECT * FROM hardware_machine_disks WHERE machine_id = ? ORDER BY id", row["id"] as Int
        ) { row in
            NewMachine.Disk(
                name: try row["name"], size: try row["size"], blockSize: try row["block_size"],
                model: try row["model"], serial: try row["serial"], idPath: try row["id_path"],
                tags: try row.strings("tags"))
        }
        nics = try db.query(
            "SELECT * FROM hardware_machine_interfaces WHERE machine_id = ? ORDER BY id", row["id"] as Int
        ) { row in
            var nic = NIC(
                name: try row["name"], macAddress: try row["mac_address"], vlanID: try row["vlan_id"])
            nic.linkConnected = try row["link_connected"]
            nic.interfaceSpeed = try row["interface_speed"]
            nic.linkSpeed = try row["link_speed"]
            nic.vendor = try row["vendor"]
            nic.product = try row["product"]
            nic.firmwareVersion = try row["firmware_version"]
            nic.numaNode = try row["numa_node"]
            nic.sriovMaxVF = try row["sriov_max_vf"]
            return nic
        }
    }

    /// A VM that lives on a hypervisor of the lab, for a machine that MAAS does not know as a VM of a VM host.
    init(_ instance: HardwareInstance, on host: HardwareHost, _ db: Connection) throws {
        architecture = nil
        cpuCount = instance.cores
        cpuSpeed = host.cpuSpeed
        memory = instance.memory
        hardwareUUID = nil
        biosBootMethod = host.type == .lxd ? "uefi" : nil
        disks = instance.disks.enumerated().map { index, disk in
            let letter = ComposedMachine.name(index)
            return NewMachine.Disk(
                name: "sd\(letter)", size: disk.size, model: "QEMU HARDDISK", serial: "lxd_\(disk.label)",
                idPath: "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_lxd_\(disk.label)")
        }
        let bridges = try host.interfaces(db)
        nics = try instance.nics.enumerated().map { index, nic in
            let port = bridges.first { [$0.bridge, $0.name].contains(nic.attachName) }
            let vlan: Int? = try port?.cidr.flatMap { try Subnet.find(db, cidr: $0)?.vlanID }
            return NIC(name: "eth\(index)", macAddress: nic.mac, vlanID: vlan)
        }
    }

    /// What a machine of MAAS is in the lab; `nil` when nothing there has its MAC addresses or its BMC.
    package static func find(_ db: Connection, for node: Node) throws -> HardwareMachine? {
        let macs = try Interface.all(db, node: node.id).compactMap(\.macAddress)
        for mac in macs {
            let row = try db.first(
                """
                SELECT hardware_machines.* FROM hardware_machines
                JOIN hardware_machine_interfaces ON machine_id = hardware_machines.id WHERE mac_address = ?
                """, mac
            ) { try HardwareMachine($0, db) }
            if let row { return row }
        }
        if let machine = try find(db, poweredAs: try node.powerParameters(db)) { return machine }
        guard !macs.isEmpty else { return nil }
        for host in try HardwareHost.all(db) {
            for instance in try HardwareInstance.all(db, host: host.id)
            where instance.nics.contains(where: { macs.contains($0.mac) }) {
                return try HardwareMachine(instance, on: host, db)
            }
        }
        return nil
    }

    /// The machine whose power parameters are all among these.
    private static func find(_ db: Connection, poweredAs given: [String: JSONValue]) throws -> HardwareMachine? {
        guard !given.isEmpty else { return nil }
        let machines = try db.query(
            "SELECT * FROM hardware_machines WHERE power_parameters <> '{}' ORDER BY id"
        ) { row -> HardwareMachine? in
            guard case .object(let own) = try JSONValue(column: "power_parameters", of: row),
                own.allSatisfy({ given[$0.key] == $0.value })
            else { return nil }
            return try HardwareMachine(row, db)
        }
        return machines.lazy.compactMap(\.self).first
    }
}
