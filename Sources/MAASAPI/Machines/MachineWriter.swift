import Formats
import MAASRegion
import SQLite

/// Writes machines as `machines/` shows them (`api/machines.py`).
struct MachineWriter {
    private let state: RegionState
    private let details: NodeDetails

    /// - Parameter nodes: All that it is to write.
    init(_ state: RegionState, _ nodes: [Node]) throws { self.init(state, try NodeDetails(state.db, nodes)) }

    init(_ state: RegionState, _ details: NodeDetails) {
        self.state = state
        self.details = details
    }

    /// The whole object; `more` may add members, such as an allocation's `constraints_by_type`.
    package func write(
        _ node: Node, into json: inout JSONWriter, more: (inout JSONWriter) throws -> Void = { _ in }
    ) throws {
        try json.object { json in
            writeIdentity(node, &json)
            try writeState(node, &json)
            writeHardware(node, &json)
            writeStorage(node, &json)
            writeNetwork(node, &json)
            writeScripts(node, &json)
            try more(&json)
            json.field("resource_uri", "\(Dispatch.root)machines/\(node.systemID)/")
        }
    }

    private func writeIdentity(_ node: Node, _ json: inout JSONWriter) {
        let domain = details.domain(of: node)
        json.field("system_id", node.systemID)
        json.field("hostname", node.hostname)
        json.field("fqdn", "\(node.hostname).\(domain?.name ?? "")")
        json.field("description", node.description)
        json.field("hardware_uuid", node.hardwareUUID)
        json.key("domain")
        json.repeated("domain", node.domainID) { domain?.write(into: &$0) }
        json.key("zone")
        json.repeated("zone", node.zoneID) { details.zone(of: node)?.write(into: &$0) }
        json.key("pool")
        if let pool = details.pool(of: node) {
            json.repeated("pool", pool.id) { pool.write(into: &$0) }
        } else {
            json.null()
        }
        json.field("tag_names", details.tags(of: node))
        json.field("node_type", node.kind.rawValue)
        json.field("node_type_name", node.kind.label)
        if state.version.has(.machinePods) {
            writeVirtualMachine(node, &json)
        }
        json.key("parent")
        if let parent = details.surroundings(of: node).parent {
            json.object { json in
                json.field("system_id", parent)
                json.field("resource_uri", "\(Dispatch.root)machines/\(parent)/")
                json.field("__incomplete__", true)
            }
        } else {
            json.null()
        }
    }

    private func writeVirtualMachine(_ node: Node, _ json: inout JSONWriter) {
        let surroundings = details.surroundings(of: node)
        json.key("pod")
        if let host = surroundings.vmHost {
            json.object { json in
                json.field("id", host.id)
                json.field("name", host.name)
                json.field("resource_uri", "\(Dispatch.root)pods/\(host.id)/")
            }
        } else {
            json.null()
        }
        json.field("virtualmachine_id", surroundings.virtualMachineID)
    }

    private func writeState(_ node: Node, _ json: inout JSONWriter) throws {
        let annotations = details.annotations(of: node)
        let event = details.surroundings(of: node).event
        json.field("owner", node.ownerName)
        json.field("owner_data", annotations)
        json.field("workload_annotations", annotations)
        json.field("status", node.status.rawValue)
        json.field("status_name", node.status.label)
        json.field("status_message", event?.message)
        json.field("status_action", event?.action)
        if state.version.has(.machineErrorDescription) { json.field("error_description", node.errorDescription) }
        json.field("locked", node.locked)
        json.field("netboot", node.netboot)
        json.field("ephemeral_deploy", node.ephemeralDeploy)
        json.field("disable_ipv4", false)
        json.field("enable_hw_sync", node.enableHWSync)
        if state.version.has(.kernelCrashDumps) { json.field("enable_kernel_crash_dump", node.enableKernelCrashDump) }
        if state.version.has(.dpus) { json.field("is_dpu", node.isDPU) }
        let reports = try node.synchronisations(state)
        let isZoned = state.version.has(.zonedTimes)
        json.field("last_sync", reports.map { Timestamp.iso($0.last, zoned: isZoned) })
        json.field("next_sync", reports.map { Timestamp.iso($0.next, zoned: isZoned) })
        json.field("sync_interval", node.syncInterval)
        json.field("osystem", node.osystem)
        json.field("distro_series", node.distroSeries)
        json.field("hwe_kernel", node.hweKernel)
        json.field("min_hwe_kernel", node.minHWEKernel)
        json.field("power_type", node.powerType)
        json.field("power_state", node.powerState.rawValue)
    }

    private func writeHardware(_ node: Node, _ json: inout JSONWriter) {
        json.field("architecture", node.architecture)
        json.field("cpu_count", node.cpuCount)
        json.field("cpu_speed", node.cpuSpeed)
        json.field("memory", node.memory)
        json.field("swap_size", node.swapSize)
        json.field("bios_boot_method", node.biosBootMethod)
        json.object("hardware_info") { json in
            for key in Self.hardwareInfoKeys { json.field(named: key, node.hardwareInfo[key] ?? "Unknown") }
        }
    }

    static let hardwareInfoKeys = [
        "system_vendor", "system_product", "system_family", "system_version", "system_sku", "system_serial",
        "cpu_model", "mainboard_vendor", "mainboard_product", "mainboard_serial", "mainboard_version",
        "mainboard_firmware_vendor", "mainboard_firmware_date", "mainboard_firmware_version", "chassis_vendor",
        "chassis_type", "chassis_serial", "chassis_version",
    ]

    private func writeStorage(_ node: Node, _ json: inout JSONWriter) {
        guard let storage = details.storage(of: node) else { return }
        let physical = storage.physical
        // Decimal megabytes.
        json.field("storage", Double(physical.reduce(Int128(0)) { $0 + Int128($1.size) }) / 1_000_000)
        json.key("boot_disk")
        if let boot = storage.bootDisk { write(boot, &json) } else { json.null() }
        json.array("blockdevice_set", of: storage.devices) { write($1, &$0) }
        json.array("physicalblockdevice_set", of: physical) { write($1, &$0) }
        json.array("virtualblockdevice_set", of: storage.virtual) { write($1, &$0) }
        json.array("special_filesystems", of: storage.special) { $1.write(into: &$0) }
        storage.writeGroups(into: &json)
        json.array("numanode_set", of: details.numaNodes(of: node)) { $1.write(into: &$0) }
    }

    private func write(_ disk: BlockDevice, _ json: inout JSONWriter) {
        json.repeated("disk", disk.id) { disk.write(into: &$0) }
    }

    private func writeNetwork(_ node: Node, _ json: inout JSONWriter) {
        let interfaces = details.interfaces.interfaces(of: node.id)
        let boot = interfaces.first { $0.id == node.bootInterfaceID } ?? interfaces.first
        let writer = InterfaceWriter(details.interfaces, of: node)
        json.key("boot_interface")
        func write(_ interface: Interface, _ json: inout JSONWriter) {
            json.repeated("interface", interface.id) { writer.write(interface, into: &$0) }
        }
        if let boot { write(boot, &json) } else { json.null() }
        json.array("interface_set", of: interfaces) { write($1, &$0) }
        json.field("ip_addresses", details.interfaces.addresses(of: node.id))
        Gateways(node, details.interfaces).write(into: &json)
        json.field("address_ttl", node.addressTTL)
    }

    private func writeScripts(_ node: Node, _ json: inout JSONWriter) {
        json.field("current_commissioning_result_id", node.commissioningResultID)
        json.field("current_testing_result_id", node.testingResultID)
        json.field("current_installation_result_id", node.installationResultID)
        details.scripts(of: node).write(into: &json)
    }
}
