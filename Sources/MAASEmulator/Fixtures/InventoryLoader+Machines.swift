import Addresses
import Formats
import MAASRegion
import SQLite

extension InventoryLoader {
    func addController(_ value: FixtureValue) throws {
        let object = try value.object(
            "hostname", "system_id", "node_type_name", "version", "cpu_count", "cpu_speed", "memory", "architecture",
            "interfaces", "zone")
        let kinds: [Node.Kind] = [.rackController, .regionController, .regionAndRackController]
        let word = try object.word("node_type_name", of: kinds.map(\.label))
        let system = try User.find(db, username: "MAAS")?.id
        let cores = try object.integer("cpu_count", default: 1, FixtureValue.cores)
        let memory = try object.integer("memory", default: 0, FixtureValue.memory)
        let node = try db.insert(
            into: "nodes",
            [
                "system_id": try object.optionalText("system_id") ?? Node.unusedSystemID(state),
                "node_type": (kinds.first { $0.label == word } ?? .rackController).rawValue,
                "hostname": try object.text("hostname"), "domain_id": try Domain.standard(db)?.id,
                "zone_id": try zoneID(object), "owner_id": system,
                "architecture": try object.text("architecture", default: "amd64/generic"), "cpu_count": cores,
                "cpu_speed": try object.integer("cpu_speed", default: 0), "memory": memory,
                "status": NodeStatus.deployed.rawValue, "version": try object.text("version", default: ""),
                "created": try state.now, "updated": try state.now,
            ])
        try NUMANode.replace(db, node: node, cores: cores, memory: memory)
        try runs.add(state, node: node, .commissioning, id: numbers.next("script_sets"), .pending)
        try addInterfaces(object, node: node)
    }

    private func zoneID(_ object: FixtureObject) throws -> Int {
        guard let name = try object.optionalText("zone") else { return Zone.defaultID }
        return try reference("zones", name, at: object.place("zone"))
    }

    private func poolID(_ object: FixtureObject) throws -> Int {
        guard let name = try object.optionalText("pool") else { return ResourcePool.defaultID }
        return try reference("resource_pools", name, at: object.place("pool"))
    }

    func addMachine(_ value: FixtureValue) throws {
        let object = try value.object(
            "hostname", "system_id", "status_name", "owner", "zone", "pool", "domain", "description", "architecture",
            "cpu_count", "cpu_speed", "memory", "power_type", "power_parameters", "power_state", "tags", "osystem",
            "distro_series", "hwe_kernel", "min_hwe_kernel", "error_description", "bios_boot_method", "vm_host",
            "parent", "ip_addresses", "interfaces", "block_devices", "commissioning_status_name",
            "testing_status_name", "installation_status_name", "current_commissioning_result_id",
            "current_testing_result_id", "current_installation_result_id", "locked", "swap_size", "hardware_uuid",
            "owner_data", "netboot", "raids", "cache_sets", "bcaches", "volume_groups", "vmfs_datastores",
            "special_filesystems")
        let label = try object.text("status_name", default: "New")
        guard let status = NodeStatus(label: label) else {
            throw FixtureError(path: object.place("status_name"), reason: "\(label) is no machine status")
        }
        let cores = try object.integer("cpu_count", default: 0, FixtureValue.cores)
        let memory = try object.integer("memory", default: 0, FixtureValue.memory)
        let isVM = object["vm_host"] != nil
        let node = try db.insert(
            into: "nodes",
            [
                "system_id": try object.optionalText("system_id") ?? Node.unusedSystemID(state),
                "hostname": try object.text("hostname"),
                "description": try object.text("description", default: ""),
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
                "power_state": try object.word(
                    "power_state", of: ["on", "off", "unknown", "error"], default: "unknown"),
                "bmc_id": isVM ? nil : try addBMC(object), "created": try state.now, "updated": try state.now,
            ])
        try NUMANode.replace(db, node: node, cores: cores, memory: memory)
        try addResults(object, node: node)
        for tag in try object.list("tags") {
            try Tag.attach(db, tag: try reference("tags", tag.text(), at: tag.path), node: node)
        }
        for (key, annotation) in try object["owner_data"]?.dictionary() ?? [] {
            try OwnerData.set(db, node: node, key: key, value: try annotation.text())
        }
        try addInterfaces(object, node: node)
        try addStorage(object, node: node)
        try check(addresses: object["ip_addresses"], node: node)
    }

    private func domainID(_ object: FixtureObject) throws -> Int {
        guard let name = try object.optionalText("domain") else { return try Domain.standard(db)?.id ?? 0 }
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
            into: "bmcs", ["id": numbers.next("bmcs"), "power_type": type, "power_parameters": parameters])
    }

    /// The runs of scripts that the machine has behind it: those of which the fixture says the status or the number.
    private func addResults(_ object: FixtureObject, node: Int) throws {
        for kind in [ScriptSet.Kind.commissioning, .testing, .installation] {
            let name = kind.label.lowercased()
            let id = try object.optionalInteger("current_\(name)_result_id", FixtureValue.ids)
            let status = try scriptStatus(object["\(name)_status_name"])
            guard id != nil || (status ?? .unknown) != .unknown else { continue }
            // What is installed was installed well, unless the fixture says otherwise.
            let standard = kind == .installation ? ScriptStatus.passed : .unknown
            try runs.add(state, node: node, kind, id: id ?? numbers.next("script_sets"), status ?? standard)
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

    private static let interfaceKeys = [
        "id", "name", "type", "mac_address", "vlan", "fabric", "parents", "links", "link_connected", "numa_node",
        "tags",
        "params", "enabled", "interface_speed", "link_speed", "vendor", "product", "firmware_version", "sriov_max_vf",
    ]

    func addInterfaces(_ object: FixtureObject, node: Int) throws {
        let interfaces = try object.list("interfaces")
        for value in interfaces { try guarded(value) { try addInterface($0, node: node) } }
        for value in interfaces {
            let interface = try value.object(Self.interfaceKeys)
            let child: Int? = try db.scalar(
                "SELECT id FROM interfaces WHERE node_id = ? AND name = ?", node, try interface.text("name"))
            for parent in try interface.list("parents") {
                let name = try parent.text()
                guard
                    let id: Int = try db.scalar(
                        "SELECT id FROM interfaces WHERE node_id = ? AND name = ?", node, name)
                else { throw parent.error("the machine has no interface \(name)") }
                try db.insert(into: "interface_parents", ["child_id": child, "parent_id": id])
            }
        }
        let first: Int? = try db.scalar("SELECT MIN(id) FROM interfaces WHERE node_id = ?", node)
        try db.execute("UPDATE nodes SET boot_interface_id = ? WHERE id = ?", first, node)
    }

    private func addInterface(_ value: FixtureValue, node: Int) throws {
        let object = try value.object(Self.interfaceKeys)
        let type = try object.word("type", of: ["physical", "bond", "bridge", "vlan", "unknown"], default: "physical")
        var vlan: Int?
        if let vid = try object.optionalInteger("vlan", 0...4094) {
            vlan = try vlanID(object, fabric: object.text("fabric"), vid: vid)
        }
        let id = try db.insert(
            into: "interfaces",
            [
                "id": try numbers.id("interfaces", object), "node_id": node, "name": try object.text("name"),
                "type": type, "mac_address": try object.optionalMAC("mac_address"), "vlan_id": vlan,
                "enabled": try object.flag("enabled", default: true),
                "link_connected": try object.flag("link_connected", default: true),
                "interface_speed": try object.integer("interface_speed", default: 0),
                "link_speed": try object.integer("link_speed", default: 0),
                "tags": JSONValue.array(try object.texts("tags").map(JSONValue.string)).text,
                "params": (object["params"]?.value ?? .object([:])).text,
                "vendor": try object.optionalText("vendor"), "product": try object.optionalText("product"),
                "firmware_version": try object.optionalText("firmware_version"),
                "numa_node": try object.optionalInteger("numa_node"),
                "sriov_max_vf": try object.integer("sriov_max_vf", default: 0),
            ])
        for link in try object.list("links") { try guarded(link) { try addLink($0, interface: id, node: node) } }
    }

    private func addLink(_ value: FixtureValue, interface: Int, node: Int) throws {
        let object = try value.object("id", "mode", "subnet", "ip_address")
        let mode = try object.word("mode", of: ["auto", "dhcp", "static", "link_up"])
        let type: Link.AllocationType =
            switch mode {
            case "auto": .auto
            case "dhcp": .dhcp
            default: .sticky
            }
        let now = try state.now
        let subnet = try subnetID(object).flatMap { try Subnet.find(db, id: $0) }
        let address = try object.optionalAddress("ip_address", in: subnet.flatMap { IPNetwork($0.cidr) })
        if let address, try Link.holder(db, of: address) != nil {
            throw FixtureError(path: object.place("ip_address"), reason: "\(address) is already in use")
        }
        let id = try db.insert(
            into: "ip_addresses",
            [
                "id": try numbers.id("ip_addresses", object), "alloc_type": type.rawValue,
                "ip": address?.description, "subnet_id": subnet?.id, "created": now,
                "updated": now,
            ])
        try db.insert(into: "interface_addresses", ["interface_id": interface, "ip_address_id": id])
    }
}
