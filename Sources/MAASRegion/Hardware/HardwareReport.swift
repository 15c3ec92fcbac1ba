import Foundation

import Formats
import SQLite

/// What a machine says of itself when it is commissioned: what MAAS counts of it, and what else its makers put into it.
/// Its scripts' outputs are made of it (`CommissioningOutput`).
package struct HardwareReport: Codable, Sendable {
    package struct NIC: Codable, Sendable {
        package var name: String
        package var macAddress: String
        package var vendor: String?
        package var product: String?
        package var firmwareVersion: String?
        package var isConnected: Bool
        /// Mbit/s that it can do
        package var interfaceSpeed: Int
        /// Mbit/s that it does
        package var linkSpeed: Int
        package var numaNode: Int
        package var sriovMaxVF: Int
    }

    package struct Disk: Codable, Sendable {
        package var name: String
        /// bytes
        package var size: Int
        package var blockSize: Int
        package var model: String
        package var serial: String
        package var idPath: String?
        package var tags: [String]
        package var firmwareVersion: String?
        package var numaNode: Int
    }

    package var hostname: String
    package var architecture: String
    package var uuid: String?
    package var bootMethod: String?
    package var bootMAC: String?
    package var cpuCount: Int
    /// MHz
    package var cpuSpeed: Int
    /// MiB
    package var memory: Int
    package var numaNodes: [HardwareFacts.NUMA]
    package var nics: [NIC]
    package var disks: [Disk]
    package var facts: HardwareFacts
    /// What its kernel was told, by MAAS's setting and by tags.
    package var kernelOptions: String?

    /// What a machine is, by what MAAS knows of it, or by the machine of the lab that it is.
    package init(_ db: Connection, _ node: Node, _ hardware: HardwareMachine? = nil) throws {
        hostname = node.hostname
        architecture = String((hardware?.architecture ?? node.architecture).prefix { $0 != "/" })
        uuid = hardware?.hardwareUUID ?? node.hardwareUUID
        bootMethod = hardware?.biosBootMethod ?? node.biosBootMethod
        cpuCount = hardware?.cpuCount ?? node.cpuCount
        cpuSpeed = hardware?.cpuSpeed ?? node.cpuSpeed
        memory = hardware?.memory ?? node.memory
        facts = try HardwareFacts.find(db, node: node.id, machine: hardware?.id) ?? HardwareFacts()
        numaNodes = facts.numaNodes ?? []
        let interfaces = hardware == nil ? try Interface.all(db, node: node.id) : []
        nics = hardware?.nics.map(NIC.init) ?? interfaces.filter { $0.type == .physical }.compactMap(NIC.init)
        bootMAC = hardware?.bootMAC ?? interfaces.first { $0.id == node.bootInterfaceID }?.macAddress
        disks = try hardware?.disks.map(Disk.init) ?? Disk.all(db, node: node.id)
        let isVM = try VirtualMachine.find(db, machine: node.id) != nil
        facts.complete(systemID: node.systemID, architecture: architecture, isVM: isVM)
        if numaNodes.isEmpty {
            let cores = Array(0..<min(max(0, cpuCount), NUMANode.mostCores))
            numaNodes = [HardwareFacts.NUMA(index: 0, memory: memory, cores: cores)]
        }
    }

    /// The report as it is kept with a run of scripts.
    package var text: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    package init(parsing text: String) throws {
        self = try JSONDecoder().decode(HardwareReport.self, from: Data(text.utf8))
    }
}

extension HardwareReport.NIC {
    init(_ nic: HardwareMachine.NIC) {
        self.init(
            name: nic.name, macAddress: nic.macAddress, vendor: nic.vendor, product: nic.product,
            firmwareVersion: nic.firmwareVersion, isConnected: nic.linkConnected, interfaceSpeed: nic.interfaceSpeed,
            linkSpeed: nic.linkConnected ? nic.linkSpeed : 0, numaNode: nic.numaNode, sriovMaxVF: nic.sriovMaxVF)
    }

    init?(_ interface: Interface) {
        guard let mac = interface.macAddress else { return nil }
        self.init(
            name: interface.name, macAddress: mac, vendor: interface.vendor, product: interface.product,
            firmwareVersion: interface.firmwareVersion, isConnected: interface.linkConnected,
            interfaceSpeed: interface.interfaceSpeed, linkSpeed: interface.linkSpeed,
            numaNode: interface.numaNode ?? 0, sriovMaxVF: interface.sriovMaxVF)
    }
}

extension HardwareReport.Disk {
    init(_ disk: NewMachine.Disk) {
        self.init(
            name: disk.name, size: disk.size, blockSize: disk.blockSize, model: disk.model, serial: disk.serial,
            idPath: disk.idPath, tags: disk.tags, firmwareVersion: nil, numaNode: 0)
    }

    static func all(_ db: Connection, node: Int) throws -> [Self] {
        try db.query(
            "SELECT * FROM block_devices WHERE node_id = ? AND type = 'physical' ORDER BY id", node
        ) { row in
            Self(
                name: try row["name"], size: try row["size"], blockSize: try row["block_size"],
                model: try row["model"], serial: try row["serial"], idPath: try row["id_path"],
                tags: try row.strings("tags"),
                firmwareVersion: try row["firmware_version"], numaNode: try row["numa_node"] ?? 0)
        }
    }

    var isNVMe: Bool { name.hasPrefix("nvme") }

    /// Turns a minute; 0 for what has no platters.
    var rotations: Int {
        guard tags.contains("rotary") else { return 0 }
        return tags.lazy.compactMap { $0.hasSuffix("rpm") ? Int($0.dropLast(3)) : nil }.first ?? 7200
    }
}

extension HardwareReport {
    /// Its metadata as MAAS keeps it (`_process_system_information`): what the makers have written into it. Words that
    /// stand for nothing are left out.
    package var metadata: [String: String] {
        var found: [String: String] = [:]
        func note(_ key: String, _ value: String?) {
            guard let value, !value.isEmpty, !["0123456789", "none"].contains(value.lowercased()) else { return }
            found[key] = value
        }
        let (system, board) = (facts.system, facts.mainboard)
        for (key, value) in [
            ("vendor", system?.vendor), ("product", system?.product), ("family", system?.family),
            ("version", system?.version), ("sku", system?.sku), ("serial", system?.serial),
        ] { note("system_\(key)", value) }
        for (key, value) in [
            ("vendor", board?.vendor), ("product", board?.product), ("serial", board?.serial),
            ("version", board?.version), ("firmware_vendor", facts.firmware?.vendor),
            ("firmware_date", facts.firmware?.date), ("firmware_version", facts.firmware?.version),
        ] { note("mainboard_\(key)", value) }
        for (key, value) in [
            ("vendor", facts.chassis?.vendor), ("type", facts.chassis?.type), ("serial", facts.chassis?.serial),
            ("version", facts.chassis?.version),
        ] { note("chassis_\(key)", value) }
        note("cpu_model", facts.cpu?.model)
        return found
    }

    var isVirtual: Bool { (facts.system?.type ?? "physical") != "physical" }
}
