import Formats
import MAASRegion
import SQLite

extension InventoryLoader {
    /// The hypervisors that can be reached with the VMs on them, and the machines that commissioning would find.
    func addHardware(_ value: FixtureValue) throws {
        let object = try value.object(.hardware)
        for (address, host) in try object["hosts"]?.dictionary() ?? [] {
            try guarded(host) { try addHardwareHost($0, address: address) }
        }
        for machine in try object.list("machines") { try guarded(machine) { try addHardwareMachine($0) } }
    }

    private func addHardwareHost(_ value: FixtureValue, address: String) throws {
        let object = try value.object(.hardwareHost)
        let type: VMHostType = try object.choice("type")
        // The virsh driver calls all its hosts virtual; LXD's reports no tags.
        let tags = object["tags"] == nil ? (type == .virsh ? ["virtual"] : []) : try object.texts("tags")
        let id = try db.insert(
            into: "hardware_hosts",
            [
                "address": address, "type": type, "tags": JSONValue.text(of: tags),
                "disk_path": try object.optionalText("disk_path"), "cluster": try object.optionalText("cluster"),
                "disks": try hardwareDisks(object).text,
                "name": try object.text("name"), "version": try object.text("version", default: ""),
                "cores": try object.integer("cores", 1...FixtureValue.cores.upperBound),
                "memory": try object.integer("memory", 1...FixtureValue.memory.upperBound),
                "cpu_speed": try object.integer("cpu_speed", default: 0),
                "macs": JSONValue.array(try object.texts("macs").map(JSONValue.string)).text,
                "reachable": try object.flag("reachable", default: true),
                "response_time": try object.integer("response_time", default: 0),
            ])
        for value in try object.list("pools") {
            let pool = try value.object(.hardwarePool)
            let name = try pool.text("name")
            try db.insert(
                into: "hardware_storage_pools",
                [
                    "host_id": id, "pool_id": try pool.text("id", default: name), "name": name,
                    "type": try pool.text("type"), "path": try pool.text("path", default: "Unknown"),
                    "size": try pool.integer("storage"),
                ])
        }
        for value in try object.list("ifaces") {
            let interface = try value.object(.hardwareHostInterface)
            try db.insert(
                into: "hardware_interfaces",
                [
                    "host_id": id, "name": try interface.text("name"), "mac": try interface.text("mac"),
                    "bridge": try interface.optionalText("bridge"), "cidr": try interface.optionalText("cidr"),
                    "ip": try interface.optionalText("ip"),
                ])
        }
        for (project, instances) in try object["projects"]?.dictionary() ?? [] {
            try db.insert(into: "hardware_projects", ["host_id": id, "name": project])
            for (name, instance) in try instances.dictionary() {
                try guarded(instance) { try addInstance($0, host: id, project: project, name: name) }
            }
        }
    }

    private func hardwareDisks(_ object: FixtureObject) throws -> JSONValue {
        for disk in try object.list("disks") {
            let fields = try disk.object(.hardwareDisk)
            _ = try (fields.text("name"), fields.integer("size", FixtureValue.sizes))
        }
        return object["disks"]?.value ?? .array([])
    }

    private func addInstance(_ value: FixtureValue, host: Int, project: String, name: String) throws {
        let object = try value.object(.hardwareInstance)
        for disk in try object.list("disks") { _ = try disk.object(.instanceDisk).integer("size") }
        for nic in try object.list("nics") {
            let fields = try nic.object(.instanceNIC)
            _ = try (fields.text("mac"), fields.optionalInteger("vid", 0...4094))
        }
        let pinned = try object.list("pinned").map { JSONValue.integer(try $0.integer(FixtureValue.cores)) }
        try db.insert(
            into: "hardware_instances",
            [
                "host_id": host, "project": project, "name": name,
                "cores": try object.integer("cores", 1...FixtureValue.cores.upperBound),
                "memory": try object.integer("memory", 1...FixtureValue.memory.upperBound),
                "pinned_cores": JSONValue.array(pinned).text, "hugepages": try object.flag("hugepages", default: false),
                "disks": (object["disks"]?.value ?? .array([])).text,
                "nics": (object["nics"]?.value ?? .array([])).text,
                "power": try object.choice("power", of: [PowerState.on, .off], by: \.rawValue, default: .off),
            ])
    }

    /// A hypervisor that MAAS has been told of.
    func addVMHost(_ value: FixtureValue) throws {
        let object = try value.object(.vmHost)
        let type = try object.choice("type", default: VMHostType.lxd)
        var parameters: [String: JSONValue] = ["power_address": .string(try object.text("power_address"))]
        if type == .lxd { parameters["project"] = .string(try object.text("project", default: "default")) }
        if case .object(let more)? = object["power_parameters"]?.value { parameters.merge(more) { $1 } }
        if type == .lxd, parameters["certificate"] == nil, parameters["key"] == nil {
            let name = "\(try object.text("name"))@\(try Node.regionName(db))"
            let pair = try HostCertificate.generate(commonName: name, now: state.wall / 1000)
            parameters["certificate"] = .string(pair.certificate)
            parameters["key"] = .string(pair.key)
        }
        let id = try db.insert(
            into: "bmcs",
            [
                "id": try numbers.id("bmcs", object), "power_type": type,
                "power_parameters": JSONValue.object(parameters).text,
            ])
        let hardware = try HardwareHost.find(db, powerAddress: object.text("power_address"), type: type)
        let total = try object["total"]?.object(.vmHostTotal)
        try db.insert(
            into: "vm_hosts",
            [
                "id": id, "name": try object.text("name"),
                "version": try object.text("version", default: hardware?.version ?? ""),
                "zone_id": try object.optionalText("zone").map { try reference("zones", $0, at: object.place("zone")) }
                    ?? Zone.defaultID,
                "pool_id": try object.optionalText("pool").map {
                    try reference("resource_pools", $0, at: object.place("pool"))
                } ?? ResourcePool.defaultID,
                "host_node_id": try hostNode(object),
                "architectures": try words(
                    object, "architectures", hardware == nil ? [] : VMHostDiscovery.architectures),
                "capabilities": try words(object, "capabilities", hardware == nil ? [] : VMHostDiscovery.capabilities),
                "tags": try words(object, "tags", [VMHostDiscovery.consoleTag]),
                "cpu_over_commit_ratio": try object["cpu_over_commit_ratio"]?.number(0...10) ?? 1,
                "memory_over_commit_ratio": try object["memory_over_commit_ratio"]?.number(0...10) ?? 1,
                "default_macvlan_mode": try object.optionalText("default_macvlan_mode"),
                "cores": try total?.integer("cores", FixtureValue.cores) ?? hardware?.cores ?? 0,
                "memory": try total?.integer("memory", FixtureValue.memory) ?? hardware?.memory ?? 0,
                "cpu_speed": try object.optionalInteger("cpu_speed") ?? hardware?.cpuSpeed ?? 0,
                "created": try state.now,
            ])
        try addToCluster(object, host: id)
        try db.execute(
            """
            INSERT INTO vm_host_nodes (vm_host_id, node_id)
            SELECT id, host_node_id FROM vm_hosts WHERE id = ? AND host_node_id IS NOT NULL
            """, id)
        try addStoragePools(object, host: id, hardware)
        // One that says that it can do nothing has never been reached.
        if let hardware, object["architectures"]?.value != .array([]) {
            try VMHostDiscovery(state).adoptInstances(of: hardware, host: id)
        }
        try check(used: object["used"], host: id)
    }

    /// An LXD cluster is there with its first member.
    private func addToCluster(_ object: FixtureObject, host id: Int) throws {
        guard let name = try object.optionalText("cluster"), let host = try VMHost.find(db, id: id) else { return }
        let known = try VMCluster.all(db).first { $0.name == name && $0.project == host.project ?? "" }
        try db.update(
            "vm_hosts", id: id, ["cluster_id": try known?.id ?? VMCluster.create(state, name: name, of: host)])
    }

    private func words(_ object: FixtureObject, _ key: String, _ standard: [String]) throws -> String {
        let words = object[key] == nil ? standard : try object.texts(key)
        return JSONValue.text(of: words)
    }

    /// The machine that the hypervisor runs on; it goes when the VM host goes.
    private func hostNode(_ object: FixtureObject) throws -> Int? {
        guard let name = try object.optionalText("host") else { return nil }
        guard let node: Int = try db.scalar("SELECT id FROM nodes WHERE hostname = ?", name) else {
            throw declared.missing(name, among: "machines", at: object.place("host"), "there is no machine \(name)")
        }
        try db.execute("UPDATE nodes SET is_dynamic = 1 WHERE id = ? AND bmc_id IS NULL", node)
        return node
    }

    private func addStoragePools(_ object: FixtureObject, host: Int, _ hardware: HardwareHost?) throws {
        guard object["storage_pools"] != nil else {
            if let hardware { try VMHostDiscovery(state).adoptPools(of: hardware, host: host) }
            return
        }
        for value in try object.list("storage_pools") {
            let pool = try value.object(.vmHostPool)
            let name = try pool.text("name")
            let id = try pool.text("id", default: name)
            try db.insert(
                into: "storage_pools",
                [
                    "vm_host_id": host, "pool_id": id, "name": name, "type": try pool.text("type"),
                    "path": try pool.text("path", default: "Unknown"), "total": try pool.integer("total"),
                ])
            if try pool.flag("default", default: false) {
                try db.execute("UPDATE vm_hosts SET default_storage_pool = ? WHERE id = ?", id, host)
            }
        }
    }

    /// A fixture may say what is used; it must be what the VMs take.
    private func check(used value: FixtureValue?, host: Int) throws {
        guard let value, let vmHost = try VMHost.find(db, id: host) else { return }
        let said = try value.object(.vmHostUsed)
        let used = try vmHost.used(db)
        for (key, held) in [("cores", used.cores), ("memory", used.memory), ("local_storage", used.localStorage)] {
            guard let number = try said.optionalInteger(key), number != held else { continue }
            throw FixtureError(path: said.place(key), reason: "the VMs of the host take \(held), not \(number)")
        }
    }

    /// Ties machines to the VMs that they are.
    func connectVirtualMachines(_ machines: [FixtureValue]) throws {
        for value in machines {
            guard !complaints.misshapen.contains(value.path), case .object(let members) = value.value,
                let host = members["vm_host"]?.string
            else { continue }
            let hostname = members["hostname"]?.string ?? ""
            let parameters = FixtureStandards.ownParameters(members)
            let instance = FixtureStandards.instance(of: members) ?? hostname
            guard let hostID: Int = try db.scalar("SELECT id FROM vm_hosts WHERE name = ?", host) else {
                complaints.add(
                    declared.missing(
                        host, among: "vm_hosts", at: "\(value.path).vm_host", "there is no VM host \(host)"))
                continue
            }
            guard
                let machine: Int = try db.scalar(
                    "SELECT id FROM virtual_machines WHERE vm_host_id = ? AND identifier = ?", hostID, instance)
            else {
                complaints.add(
                    FixtureError(
                        path: "\(value.path).vm_host", reason: "\(host) has no VM \(instance) in the project it tracks")
                )
                continue
            }
            try db.execute(
                """
                UPDATE nodes SET bmc_id = ?, instance_parameters = ?,
                    parent_id = (SELECT host_node_id FROM vm_hosts WHERE id = ?) WHERE hostname = ?
                """, hostID,
                JSONValue.object(parameters.isEmpty ? ["instance_name": .string(instance)] : parameters).text, hostID,
                hostname)
            try db.execute(
                "UPDATE virtual_machines SET machine_id = (SELECT id FROM nodes WHERE hostname = ?) WHERE id = ?",
                hostname, machine)
        }
    }
}
