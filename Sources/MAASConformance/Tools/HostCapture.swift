/// VM hosts, and the hypervisors behind them as far as MAAS tells of them.
struct HostCapture {
    let names: NodeNames

    func host(_ host: JSON, _ parameters: JSON) -> JSON {
        var kept = host.keeping([
            "id", "name", "type", "tags", "version", "architectures", "capabilities", "cpu_over_commit_ratio",
            "memory_over_commit_ratio", "default_macvlan_mode",
        ])
        for (key, path) in [("zone", "zone.name"), ("pool", "pool.name")] {
            if let name = host.at(path) { kept.set(key, name) }
        }
        for key in ["power_address", "project"] { if let value = parameters[key] { kept.set(key, value) } }
        if let machine = host.at("host.system_id")?.text.flatMap({ names.hostname($0) }) {
            kept.set("host", .string(machine))
        }
        kept.set("total", host["total"]?.keeping(["cores", "memory"]) ?? .object([]))
        kept.set(
            "storage_pools",
            .array(
                (host["storage_pools"]?.elements ?? []).map {
                    $0.keeping(["id", "name", "type", "path", "total", "default"])
                }))
        return kept
    }

    /// The hypervisors by address: those that MAAS has been able to talk to.
    func hardware(
        _ hosts: [JSON], _ parameters: [String: JSON], _ machines: [JSON], _ power: [String: JSON]
    ) -> [JSON.Member] {
        var found: [JSON.Member] = []
        for host in hosts where host["capabilities"]?.elements?.isEmpty == false {
            let known = parameters[host["id"]?.plain ?? ""] ?? .object([])
            let address = Self.address(known["power_address"]?.text ?? "")
            guard !address.isEmpty, !found.contains(where: { $0.key == address }) else { continue }
            let machine = machines.first { $0["system_id"] == host.at("host.system_id") }
            var hardware = host.keeping(["type", "name", "version"])
            hardware.set("cores", host.at("total.cores") ?? .int(0))
            hardware.set("memory", host.at("total.memory") ?? .int(0))
            if let speed = machine?["cpu_speed"] { hardware.set("cpu_speed", speed) }
            let nics = machine?["interface_set"]?.elements ?? []
            hardware.set(
                "macs", .array(nics.filter { $0["type"] == .string("physical") }.compactMap { $0["mac_address"] }))
            hardware.set("ifaces", .array(Self.interfaces(nics)))
            hardware.set(
                "pools",
                .array(
                    (host["storage_pools"]?.elements ?? []).map { pool in
                        var kept = pool.keeping(["id", "name", "path", "type"])
                        kept.set("storage", pool["total"] ?? .int(0))
                        return kept
                    }))
            let guests = machines.filter { $0.at("pod.id") == host["id"] }
            let pool = (host["storage_pools"]?.elements ?? []).first { $0["default"] == .bool(true) }?["id"]
            let project = known["project"]?.text ?? "default"
            hardware.set("projects", .object([.init(project, .object(guests.map { guest($0, power, pool) }))]))
            found.append(.init(address, hardware))
        }
        return found
    }

    /// The key of the fixture's hypervisors: `host:8443` for LXD, the URI for virsh.
    private static func address(_ text: String) -> String {
        guard text.hasPrefix("https://") else {
            return text.contains("://") || text.contains(":") ? text : text.isEmpty ? "" : text + ":8443"
        }
        let host = text.dropFirst("https://".count).prefix { $0 != "/" }
        return host.contains(":") ? String(host) : host + ":8443"
    }

    private static func interfaces(_ nics: [JSON]) -> [JSON] {
        nics.filter { $0["type"] == .string("physical") }.map { nic in
            let bridge = nics.first {
                $0["type"] == .string("bridge") && ($0["parents"]?.elements ?? []).contains(nic["name"] ?? .null)
            }
            var kept = JSON.object([.init("name", nic["name"] ?? .null), .init("mac", nic["mac_address"] ?? .null)])
            if let name = bridge?["name"] { kept.set("bridge", name) }
            let link = ((bridge ?? nic)["links"]?.elements ?? []).first { $0["ip_address"] != nil }
            if let cidr = link?.at("subnet.cidr"), let address = link?["ip_address"] {
                kept.set("cidr", cidr)
                kept.set("ip", address)
            }
            return kept
        }
    }

    /// - Parameter defaultPool: where a disk is that MAAS names no pool of: after a refresh it names none.
    private func guest(_ machine: JSON, _ power: [String: JSON], _ defaultPool: JSON?) -> JSON.Member {
        let parameters = power[machine["system_id"]?.plain ?? ""] ?? .object([])
        let name = parameters["instance_name"]?.text ?? parameters["power_id"]?.text ?? machine["hostname"]?.plain ?? ""
        let disks = (machine["physicalblockdevice_set"]?.elements ?? []).map { disk in
            var kept = disk.keeping(["size", "tags"])
            let named = disk["storage_pool"].flatMap { $0 == .null ? nil : $0 }
            if let pool = named ?? defaultPool { kept.set("pool", pool) }
            return kept
        }
        let nics = (machine["interface_set"]?.elements ?? []).filter { $0["type"] == .string("physical") }.map { nic in
            JSON.object([.init("mac", nic["mac_address"] ?? .null), .init("vid", nic.at("vlan.vid") ?? .int(0))])
        }
        return .init(
            name,
            .object([
                .init("cores", machine["cpu_count"] ?? .int(1)), .init("memory", machine["memory"] ?? .int(1024)),
                .init("disks", .array(disks)), .init("nics", .array(nics)),
                .init("power", machine["power_state"] == .string("on") ? .string("on") : .string("off")),
            ]))
    }
}
