import Formats

/// VM hosts that are told of in a line: their hypervisors, the machines that they run on, and their VMs.
extension FixtureStandards {
    /// What only somebody says of a VM host who knows what MAAS has of it; such a one stays as it is told.
    private static let known = ["total", "storage_pools", "capabilities", "architectures", "version"]

    mutating func addVMHosts() {
        guard case .array(var hosts)? = members["vm_hosts"] else { return }
        for index in hosts.indices {
            guard case .object(var host) = hosts[index], let name = host["name"]?.string else { continue }
            let isLXD = (host["type"]?.string ?? "lxd") == "lxd"
            if (host["power_address"] ?? .null) == .null {
                host["power_address"] = .string(isLXD ? "https://\(name):8443" : "qemu+ssh://\(name)/system")
            }
            let key = Self.key(of: host["power_address"]?.string ?? "")
            if hardware(key) == nil, Self.known.allSatisfy({ (host[$0] ?? .null) == .null }) {
                set(hardware: key, made(name, isLXD: isLXD))
            }
            if isLXD, hardware(key) != nil, (host["host"] ?? .null) == .null, Self.known.allSatisfy({ host[$0] == nil })
            {
                host["host"] = .string(machine(under: name, host, key))
            }
            if isLXD, (host["project"] ?? .null) == .null { host["project"] = .string("default") }
            addInstances(of: name, host, key)
            hosts[index] = .object(host)
        }
        members["vm_hosts"] = .array(hosts)
    }

    /// The key of the fixture's hypervisors: `host:8443` for LXD, the URI for virsh.
    static func key(of address: String) -> String {
        let host =
            address.hasPrefix("https://") ? String(address.dropFirst("https://".count).prefix { $0 != "/" }) : address
        if host.contains("://") || host.isEmpty { return host }
        if host.hasPrefix("[") { return host.hasSuffix("]") ? host + ":8443" : host }
        return host.contains(":") ? host : host + ":8443"
    }

    /// The power parameters that are a VM's own and not its host's.
    static func ownParameters(_ machine: [String: JSONValue]) -> [String: JSONValue] {
        guard case .object(let given)? = machine["power_parameters"] else { return [:] }
        return given.filter { ["instance_name", "project", "power_id"].contains($0.key) }
    }

    /// The name of the VM that a machine says it is.
    static func instance(of machine: [String: JSONValue]) -> String? {
        let own = ownParameters(machine)
        return own["instance_name"]?.string ?? own["power_id"]?.string
    }

    private func hardware(_ key: String) -> [String: JSONValue]? {
        guard case .object(let hosts)? = members["hardware"]?["hosts"], case .object(let host)? = hosts[key] else {
            return nil
        }
        return host
    }

    private mutating func set(hardware key: String, _ host: [String: JSONValue]) {
        var hardware: [String: JSONValue] = [:]
        if case .object(let given)? = members["hardware"] { hardware = given }
        var hosts: [String: JSONValue] = [:]
        if case .object(let given)? = hardware["hosts"] { hosts = given }
        hosts[key] = .object(host)
        hardware["hosts"] = .object(hosts)
        members["hardware"] = .object(hardware)
    }

    /// A hypervisor of middling size.
    private mutating func made(_ name: String, isLXD: Bool) -> [String: JSONValue] {
        var host: [String: JSONValue] = [
            "type": .string(isLXD ? "lxd" : "virsh"), "name": .string(name), "cores": .integer(32),
            "memory": .integer(131_072), "cpu_speed": .integer(2400),
            "pools": .array([
                .object(["name": .string("default"), "type": .string("dir"), "storage": .integer(2_000_000_000_000)])
            ]),
        ]
        if isLXD {
            host["version"] = .string("5.21.3")
            let mac = JSONValue.string(unusedMAC())
            host["macs"] = .array([mac])
            var interface: [String: JSONValue] = ["name": .string("enp1s0"), "mac": mac, "bridge": .string("br0")]
            interface["cidr"] = list("subnets").first?["cidr"]
            host["ifaces"] = .array([.object(interface)])
        }
        return host
    }

    // MARK: The machine below

    /// The name of the machine that a hypervisor runs on: one that has its MAC addresses, else a new one.
    private mutating func machine(under name: String, _ host: [String: JSONValue], _ key: String) -> String {
        guard var hardware = hardware(key) else { return name }
        if hardware["macs"] == nil {
            hardware["macs"] = .array([.string(unusedMAC())])
            set(hardware: key, hardware)
        }
        let macs = Set((hardware["macs"] ?? .null).strings.map { $0.lowercased() })
        let machines = list("machines")
        let own = machines.first { machine in
            guard case .array(let interfaces)? = machine["interfaces"] else { return false }
            return interfaces.contains { macs.contains($0["mac_address"]?.string?.lowercased() ?? "") }
        }
        if let own, let hostname = own["hostname"]?.string { return hostname }
        // A machine of its name that says nothing of its interfaces is this one.
        if let index = machines.firstIndex(where: { $0["hostname"]?.string == name }),
            case .object(var machine) = machines[index]
        {
            if machine["interfaces"] == nil { machine["interfaces"] = .array(interfaces(of: hardware)) }
            if machine["status_name"] == nil { machine["status_name"] = .string("Deployed") }
            var all = machines
            all[index] = .object(machine)
            members["machines"] = .array(all)
            return name
        }
        var machine: [String: JSONValue] = [
            "hostname": .string(name), "status_name": .string("Deployed"),
            "interfaces": .array(interfaces(of: hardware)),
            "block_devices": .array([
                .object(["name": .string("sda"), "size": .integer(500_000_000_000), "partitions": .array([])])
            ]),
        ]
        machine["cpu_count"] = hardware["cores"]
        machine["memory"] = hardware["memory"]
        machine["cpu_speed"] = hardware["cpu_speed"]
        machine["zone"] = host["zone"]
        machine["pool"] = host["pool"]
        members["machines"] = .array(machines + [.object(machine)])
        return name
    }

    private func interfaces(of hardware: [String: JSONValue]) -> [JSONValue] {
        var interfaces: [JSONValue] = []
        var described: Set<String> = []
        if case .array(let ports)? = hardware["ifaces"] {
            for port in ports {
                guard let name = port["name"], let mac = port["mac"] else { continue }
                described.insert(mac.string?.lowercased() ?? "")
                var link: [String: JSONValue] = ["mode": .string("auto")]
                link["subnet"] = port["cidr"]
                if let ip = port["ip"], ip != .null {
                    link["mode"] = .string("static")
                    link["ip_address"] = ip
                }
                var nic: [String: JSONValue] = ["name": name, "mac_address": mac]
                let vlan = vlan(of: port["cidr"]?.string)
                nic.merge(vlan) { $1 }
                let links = JSONValue.array([.object(link)])
                guard let bridge = port["bridge"], bridge != .null else {
                    nic["links"] = links
                    interfaces.append(.object(nic))
                    continue
                }
                nic["links"] = .array([])
                interfaces.append(.object(nic))
                var over: [String: JSONValue] = [
                    "name": bridge, "type": .string("bridge"), "mac_address": mac, "parents": .array([name]),
                    "links": links,
                ]
                over.merge(vlan) { $1 }
                interfaces.append(.object(over))
            }
        }
        let others = (hardware["macs"] ?? .null).strings.filter { !described.contains($0.lowercased()) }
        for (index, mac) in others.enumerated() {
            interfaces.append(
                .object(["name": .string("eth\(interfaces.count + index)"), "mac_address": .string(mac)]))
        }
        return interfaces
    }

    /// The VLAN of a subnet of the fixture, as interfaces name it.
    private func vlan(of cidr: String?) -> [String: JSONValue] {
        guard let cidr, let vlan = list("subnets").first(where: { $0["cidr"]?.string == cidr })?["vlan"],
            case .object(let name) = vlan
        else { return [:] }
        var found: [String: JSONValue] = ["vlan": name["vid"] ?? .integer(0)]
        found["fabric"] = name["fabric"]
        return found
    }

    // MARK: VMs

    /// Puts the machines that are VMs of a host onto its hypervisor, and what that says of them into the machines.
    private mutating func addInstances(of name: String, _ host: [String: JSONValue], _ key: String) {
        guard var hardware = hardware(key), case .array(var machines)? = members["machines"] else { return }
        var projects: [String: JSONValue] = [:]
        if case .object(let given)? = hardware["projects"] { projects = given }
        let project = host["project"]?.string ?? "default"
        var instances: [String: JSONValue] = [:]
        if case .object(let given)? = projects[project] { instances = given }
        let before = instances
        func known(_ label: String) -> JSONValue? {
            instances[label] ?? projects.values.lazy.compactMap { $0[label] }.first
        }
        for index in machines.indices {
            guard case .object(var machine) = machines[index], machine["vm_host"]?.string == name else { continue }
            let label = Self.instance(of: machine) ?? machine["hostname"]?.string ?? ""
            if let known = known(label) {
                adopt(known, into: &machine)
            } else {
                instances[label] = instance(of: &machine)
            }
            machines[index] = .object(machine)
        }
        members["machines"] = .array(machines)
        guard instances != before else { return }
        projects[project] = .object(instances)
        hardware["projects"] = .object(projects)
        set(hardware: key, hardware)
    }

    private func adopt(_ instance: JSONValue, into machine: inout [String: JSONValue]) {
        if machine["cpu_count"] == nil { machine["cpu_count"] = instance["cores"] }
        if machine["memory"] == nil { machine["memory"] = instance["memory"] }
        if machine["interfaces"] == nil, case .array(let nics)? = instance["nics"], !nics.isEmpty {
            machine["interfaces"] = .array(
                nics.enumerated().map { .object(["name": .string("eth\($0)"), "mac_address": $1["mac"] ?? .null]) })
        }
        if machine["block_devices"] == nil, case .array(let disks)? = instance["disks"], !disks.isEmpty {
            machine["block_devices"] = .array(
                disks.enumerated().map { index, disk in
                    let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
                    return .object(["name": .string("sd\(letter)"), "size": disk["size"] ?? .integer(0)])
                })
        }
    }

    /// The VM that a machine is, which is told of as a machine alone.
    private mutating func instance(of machine: inout [String: JSONValue]) -> JSONValue {
        if machine["cpu_count"] == nil { machine["cpu_count"] = .integer(2) }
        if machine["memory"] == nil { machine["memory"] = .integer(2048) }
        if machine["interfaces"] == nil {
            machine["interfaces"] = .array([
                .object(["name": .string("eth0"), "mac_address": .string(unusedMAC())])
            ])
        }
        if machine["block_devices"] == nil {
            machine["block_devices"] = .array([
                .object(["name": .string("sda"), "size": .integer(8_000_000_000)])
            ])
        }
        func elements(_ key: String) -> [JSONValue] {
            if case .array(let elements)? = machine[key] { elements } else { [] }
        }
        let disks = elements("block_devices").enumerated().map { index, disk in
            JSONValue.object([
                "label": .string(index == 0 ? "root" : "disk\(index)"), "size": disk["size"] ?? .integer(0),
                "pool": disk["storage_pool"] ?? .string("default"),
            ])
        }
        let nics = elements("interfaces").compactMap { nic in
            nic["mac_address"].map {
                JSONValue.object(["mac": $0, "attach_name": .string("br0"), "attach_type": .string("bridge")])
            }
        }
        return .object([
            "cores": machine["cpu_count"] ?? .integer(2), "memory": machine["memory"] ?? .integer(2048),
            "disks": .array(disks), "nics": .array(nics),
        ])
    }
}
