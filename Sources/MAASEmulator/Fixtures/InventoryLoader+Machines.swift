import Addresses
import Formats
import MAASRegion
import SQLite

extension InventoryLoader {
    func addController(_ value: FixtureValue) throws {
        let object = try value.object(.controller)
        let kinds: [Node.Kind] = [.rackController, .regionController, .regionAndRackController]
        // The first one is the region's too, where none says that it is.
        let isFirst = try Node.all(db, .rackController, .regionController, .regionAndRackController).isEmpty
        let standard = isFirst && !declaresRegion ? Node.Kind.regionAndRackController : .rackController
        let kind = try object.choice("node_type_name", of: kinds, by: \.label, default: standard)
        let system = try User.find(db, username: "MAAS")?.id
        let cores = try object.integer("cpu_count", default: 1, FixtureValue.cores)
        let memory = try object.integer("memory", default: 0, FixtureValue.memory)
        let node = try db.insert(
            into: "nodes",
            [
                "system_id": try object.optionalText("system_id") ?? Node.unusedSystemID(state),
                "node_type": kind.rawValue,
                "hostname": try object.text("hostname"), "domain_id": try domainID(object),
                "description": try object.text("description", default: ""), "zone_id": try zoneID(object),
                "owner_id": system,
                "architecture": try object.text("architecture", default: "amd64/generic"), "cpu_count": cores,
                "cpu_speed": try object.integer("cpu_speed", default: 0), "memory": memory,
                "status": NodeStatus.deployed.rawValue,
                "version": try object.text("version", default: state.version.release),
                "created": try state.now, "updated": try state.now,
            ])
        try NUMANode.add(db, node: node, cores: cores, memory: memory)
        if object["current_commissioning_result_id"] != nil || !object.says("current_commissioning_result_id") {
            let set = try object.optionalInteger("current_commissioning_result_id", FixtureValue.ids)
            try runs.add(
                state, node: node, .commissioning, id: try set ?? numbers.next("script_sets"), .pending,
                isOfController: true)
        }
        try addTags(object, node: node)
        var interfaces = object
        if !object.says("interfaces") { interfaces.members["interfaces"] = MachineDefaults.interfaces }
        try addInterfaces(interfaces, node: node, MachineDefaults.Networks.ofController)
    }

    private var declaresRegion: Bool {
        declared.controllerTypes.contains { $0 != Node.Kind.rackController.label }
    }

    func zoneID(_ object: FixtureObject) throws -> Int {
        guard let name = try object.optionalText("zone") else { return Zone.defaultID }
        return try reference("zones", name, at: object.place("zone"))
    }

    func poolID(_ object: FixtureObject) throws -> Int {
        guard let name = try object.optionalText("pool") else { return ResourcePool.defaultID }
        return try reference("resource_pools", name, at: object.place("pool"))
    }

    /// - Parameter hosts: The machines that VM hosts run on.
    func addMachine(_ value: FixtureValue, runsVMHost hosts: Set<String>) throws {
        var object = try value.object(.machine)
        let label = try object.text("status_name", default: NodeStatus.ready.label)
        guard let status = NodeStatus(label: label) else {
            throw FixtureError(path: object.place("status_name"), reason: "\(label) is no machine status")
        }
        let hostname = try object.text("hostname")
        let defaults = MachineDefaults(
            self, status, isVM: object["vm_host"] != nil,
            isFoundHost: try hosts.contains(hostname) && object.text("power_type", default: "").isEmpty)
        try defaults.fill(&object)
        let cores = try object.integer("cpu_count", default: 0, FixtureValue.cores)
        let memory = try object.integer("memory", default: 0, FixtureValue.memory)
        let node = try db.insert(
            into: "nodes",
            [
                "system_id": try object.optionalText("system_id") ?? Node.unusedSystemID(state),
                "hostname": hostname, "description": try object.text("description", default: ""),
                "domain_id": try domainID(object), "zone_id": try zoneID(object), "pool_id": try poolID(object),
                "owner_id": try userID(object, "owner"), "hardware_uuid": try object.optionalText("hardware_uuid"),
                "architecture": try object.text("architecture", default: "amd64/generic"), "cpu_count": cores,
                "cpu_speed": try object.integer("cpu_speed", default: 0), "memory": memory,
                "swap_size": try object.optionalInteger("swap_size"), "status": status.rawValue,
                "error_description": try object.text("error_description", default: ""),
                "locked": try object.flag("locked", default: false),
                "netboot": try object.flag("netboot", default: true),
                "osystem": try object.text("osystem", default: ""),
                "distro_series": try object.text("distro_series", default: ""),
                "hwe_kernel": try object.optionalText("hwe_kernel"),
                "min_hwe_kernel": try object.optionalText("min_hwe_kernel"),
                "bios_boot_method": try object.optionalText("bios_boot_method"),
                "power_state": try object.choice("power_state", default: PowerState.unknown),
                "bmc_id": defaults.isVM ? nil : try addBMC(object), "created": try state.now,
                "updated": try state.now, "previous_status": try previousStatus(object).rawValue,
                "address_ttl": try object.optionalInteger("address_ttl"),
                "is_dpu": try object.flag("is_dpu", default: false),
                "license_key": try object.optionalText("license_key"),
                "agent_name": try object.text("agent_name", default: ""),
                "ephemeral_deploy": try object.flag("ephemeral_deploy", default: false),
                "enable_hw_sync": try object.flag("enable_hw_sync", default: false),
                "sync_interval": try object.optionalInteger("sync_interval"),
                "enable_kernel_crash_dump": try object.flag("enable_kernel_crash_dump", default: false),
            ])
        try NUMANode.add(db, node: node, cores: cores, memory: memory)
        let isDescribed = object.says("details") || !declaresRun(value)
        try addResults(object, node: node, isDescribed: isDescribed)
        try addTags(object, node: node)
        for (key, annotation) in try object["owner_data"]?.dictionary() ?? [] {
            try OwnerData.set(db, node: node, key: key, value: try annotation.text())
        }
        try addInterfaces(object, node: node, defaults.networks)
        try chooseBoot("boot_interface", from: "interfaces", object, node: node)
        try addStorage(object, node: node)
        try defaults.layOut(object, node: node)
        try defaults.claimAddresses(node: node)
        try check(addresses: object["ip_addresses"], node: node)
        // What a VM says of itself follows from its host.
        if object["vm_host"] == nil { try addDetails(object, node: node) }
        if let bmc = object["bmc"] { try BMCBehaviour.set(db, node: node, BMCBehaviour(bmc.object(.bmc))) }
        if try object.word("plays", of: ["clock", "external"], default: played) == "external" {
            try Node.setPlaysOutside(db, id: node, true)
        }
    }

    func addTags(_ object: FixtureObject, node: Int) throws {
        for tag in try object.list("tags") {
            try Tag.attach(db, tag: try reference("tags", tag.text(), at: tag.path), node: node)
        }
    }

    /// Whether the fixture names the run of commissioning, which then was elsewhere: nobody knows what it printed, unless
    /// there is a word about the details, be it that there are none.
    private func declaresRun(_ machine: FixtureValue) -> Bool {
        machine.value["current_commissioning_result_id"] != nil
    }

    func domainID(_ object: FixtureObject) throws -> Int {
        guard let name = try object.optionalText("domain") else {
            return try lookups.id("domains", "", { try Domain.standard(db)?.id }) ?? 0
        }
        return try reference("domains", name, at: object.place("domain"))
    }

    /// The BMC of a physical machine; machines with the same parameters share one, as chassis do.
    private func addBMC(_ object: FixtureObject) throws -> Int? {
        guard let type = try object.optionalText("power_type"), !type.isEmpty else { return nil }
        let given = object["power_parameters"]?.value ?? .object([:])
        guard case .object(var members) = given else {
            throw FixtureError(
                path: object.place("power_parameters"), reason: "must be an object, not \(given.kind)")
        }
        // IPMI machines were not told how to power off before 3.5.
        if type == "ipmi", !state.version.has(.ipmiPowerOffMode) { members["power_off_mode"] = nil }
        let parameters = JSONValue.object(members).text
        return try db.insert(
            into: "bmcs", ["id": try numbers.next("bmcs"), "power_type": type, "power_parameters": parameters])
    }

    /// The runs of scripts that the machine has behind it: those of which the fixture says the status or the number.
    private func addResults(_ object: FixtureObject, node: Int, isDescribed: Bool) throws {
        for kind in [ScriptSet.Kind.commissioning, .testing, .installation] {
            let name = kind.label.lowercased()
            let id = try object.optionalInteger("current_\(name)_result_id", FixtureValue.ids)
            let status = try scriptStatus(object["\(name)_status_name"])
            guard id != nil || (status ?? .unknown) != .unknown else { continue }
            // What is installed was installed well, unless the fixture says otherwise.
            let standard = kind == .installation ? ScriptStatus.passed : .unknown
            let set = try id ?? numbers.next("script_sets")
            try runs.add(state, node: node, kind, id: set, status ?? standard)
            if kind == .commissioning, isDescribed { try ScriptSet.describe(db, set: set, as: nil) }
        }
    }

    private func scriptStatus(_ value: FixtureValue?) throws -> ScriptStatus? {
        guard let value else { return nil }
        let label = try value.text()
        guard let status = ScriptStatus.allCases.first(where: { $0.label == label }) else {
            throw value.error("\(label) is no status of scripts")
        }
        return status
    }

    /// A fixture may repeat a machine's addresses; they must be those of its links.
    private func check(addresses value: FixtureValue?, node: Int) throws {
        guard let value else { return }
        let said = try value.list().map { try $0.text() }
        let held = try InterfaceDetails(db, nodes: [node]).addresses(of: node)
        guard said.sorted() == held.sorted() else {
            throw value.error("the links hold \(held.isEmpty ? "no address" : held.joined(separator: ", "))")
        }
    }
}
