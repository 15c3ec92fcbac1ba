import Foundation
import MAASClient

/// Reads a region's inventory and writes it as a fixture that the emulator starts from (docs/fixture-format.md).
/// Secrets are left out and counted: keys, passwords, certificates; so are files and what is in uploaded images. What
/// has happened, results and events, is no inventory.
public struct RegionCapture: Sendable {
    let maas: MAASTarget
    let omissions = OmissionCount()

    /// Reads with the target's administrator key: power parameters and VM hosts' addresses are no one else's.
    public init(_ maas: MAASTarget) { self.maas = maas }

    /// The fixture alone.
    /// - Throws: `MAASError` when something cannot be read.
    public func fixture() async throws -> JSON { try await captured().fixture }

    /// The fixture, and what it does not hold.
    /// - Throws: `MAASError` when something cannot be read.
    public func captured() async throws -> CapturedRegion {
        let zones = try await list("zones/")
        let racks = try await list("rackcontrollers/")
        let machines = try await list("machines/")
        let hosts = try await optionalList("vm-hosts/")
        let devices = try await list("devices/")
        let domains = try await list("domains/")
        let images = try await optionalList("boot-resources/")
        let names = NodeNames(machines: machines + devices, racks: racks)
        var parameters: [String: JSON] = [:]
        for host in hosts {
            parameters[host["id"]?.plain ?? ""] = try await power("vm-hosts/\(host["id"]?.plain ?? "")/", "parameters")
        }
        var machinePower: [String: JSON] = [:]
        var storage: [String: StorageCapture] = [:]
        for machine in machines {
            let id = machine["system_id"]?.plain ?? ""
            machinePower[id] = try await power("machines/\(id)/", "power_parameters")
            storage[id] = StorageCapture(groups: try await groups(of: machine))
        }
        let members: [(String, [JSON])] = [
            ("users", try await users()), ("user_groups", try await userGroups()),
            ("zones", zones.map { $0.keeping(["id", "name", "description"]) }),
            ("resource_pools", try await list("resourcepools/").map { $0.keeping(["id", "name", "description"]) }),
            ("tags", try await list("tags/").map { $0.keeping(["name", "comment", "definition", "kernel_opts"]) }),
            (
                "domains",
                domains.map { $0.keeping(["id", "name", "ttl", "authoritative", "is_default"]) }
            ),
            (
                "spaces",
                try await list("spaces/").filter { $0["id"] != .int(-1) }.map {
                    $0.keeping(["id", "name", "description"])
                }
            ),
            ("fabrics", try await list("fabrics/").map { fabric($0, names) }),
            ("subnets", try await list("subnets/").map(subnet)), ("ip_ranges", try await list("ipranges/").map(range)),
            ("static_routes", try await staticRoutes()), ("reserved_ips", try await reservedIPs()),
            ("ip_addresses", try await heldAddresses()), ("dns_resources", try await dnsResources(domains)),
            ("boot_resources", images.map(image)), ("boot_sources", try await bootSources()),
            ("controllers", racks.map { NodeCapture(names: names).controller($0) }),
            (
                "machines",
                machines.map { machine in
                    let id = machine["system_id"]?.plain ?? ""
                    return NodeCapture(names: names).machine(
                        machine, machinePower[id] ?? .object([]), storage[id] ?? StorageCapture(groups: [:]))
                }
            ),
            (
                "vm_hosts",
                hosts.map { HostCapture(names: names).host($0, parameters[$0["id"]?.plain ?? ""] ?? .object([])) }
            ),
            ("devices", devices.map { NodeCapture(names: names).device($0) }),
            ("discoveries", try await discoveries()), ("dhcp_snippets", try await dhcpSnippets(names)),
            ("scripts", try await scripts()), ("package_repositories", try await packageRepositories()),
            ("notifications", try await notifications()),
        ]
        try await countOmissions(users: members.first?.1 ?? [], images: images)
        let settings = try await settings()
        let leftOut = omissions.all
        let without = leftOut.isEmpty ? "" : " Left out: \(leftOut.line)."
        var all: [JSON.Member] = [.init("about", .string("Captured from \(maas.endpoint).\(without)"))]
        all.append(.init("captured", .bool(true)))
        // Before 3.8 there are no groups.
        all += members.filter { !$0.1.isEmpty || $0.0 != "user_groups" }.map { .init($0.0, .array($0.1)) }
        all.append(.init("settings", settings))
        let hardware = HostCapture(names: names).hardware(hosts, parameters, machines, machinePower)
        all.append(.init("hardware", .object([.init("hosts", .object(hardware))])))
        return CapturedRegion(fixture: .object(all), leftOut: leftOut)
    }

    func list(_ path: String, op: String? = nil, query: Params = [:]) async throws -> [JSON] {
        let answer = try await maas.client().send(APICall("GET", path, op: op, query: query))
        return try JSON(parsing: answer.body).elements ?? []
    }

    /// Empty where this version has none of it, or the key may not see it.
    func optionalList(_ path: String, op: String? = nil) async throws -> [JSON] {
        do {
            return try await list(path, op: op)
        } catch let error as MAASError where [403, 404, 410].contains(error.status) {
            return []
        }
    }

    /// What is made of a machine's disks, by the fixture's keys.
    private func groups(of machine: JSON) async throws -> [String: [JSON]] {
        guard StorageCapture.hasGroups(machine), let id = machine["system_id"]?.text else { return [:] }
        var groups: [String: [JSON]] = [:]
        for (key, path) in StorageCapture.endpoints { groups[key] = try await optionalList("nodes/\(id)/\(path)") }
        return groups
    }

    private func power(_ path: String, _ op: String) async throws -> JSON {
        let answer = try await maas.client().send(APICall("GET", path, op: op))
        let secret: Set<String> = [
            "power_pass", "password", "certificate", "key", "k_g", "power_token_secret", "power_token",
        ]
        let members = (try JSON(parsing: answer.body).members ?? []).filter { $0.value.text != "" }
        omissions.add("secrets of power parameters", members.count { secret.contains($0.key) })
        return .object(members.filter { !secret.contains($0.key) })
    }

    /// People; MAAS's own user is in every region anyway. Each gets a new key, so that the copy can be logged in to.
    private func users() async throws -> [JSON] {
        let caller = try await maas.client().whoami().username
        let own = [
            ("ssh_keys", try await list("account/prefs/sshkeys/").compactMap { $0["key"] }),
            ("ssl_keys", try await list("account/prefs/sslkeys/").compactMap { $0["key"] }),
        ]
        return try await list("users/").filter {
            $0["username"]?.text != "MAAS" && $0["username"]?.text != "maas-init-node"
        }
        .map { user in
            var kept = user.keeping(["username", "email", "is_superuser"])
            kept.set("api_key", .string([18, 18, 32].map(Self.random).joined(separator: ":")))
            // MAAS shows nobody the public keys of others.
            for (key, texts) in own where user["username"]?.text == caller && !texts.isEmpty {
                kept.set(key, .array(texts))
            }
            return kept
        }
    }

    private static func random(_ length: Int) -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        return String((0..<length).map { _ in letters.randomElement() ?? "x" })
    }

    private func fabric(_ fabric: JSON, _ names: NodeNames) -> JSON {
        var kept = fabric.keeping(["id", "name", "description", "class_type"])
        kept.set(
            "vlans",
            .array(
                (fabric["vlans"]?.elements ?? []).map { vlan in
                    var kept = vlan.keeping(["id", "vid", "name", "description", "mtu", "dhcp_on", "external_dhcp"])
                    if let space = vlan["space"]?.text, space != "undefined" { kept.set("space", .string(space)) }
                    if let relay = vlan["relay_vlan"], let fabric = relay["fabric"], let vid = relay["vid"] {
                        kept.set("relay_vlan", .object([.init("fabric", fabric), .init("vid", vid)]))
                    }
                    for rack in ["primary_rack", "secondary_rack"] {
                        if let name = vlan[rack]?.text.flatMap({ names.hostname($0) }) { kept.set(rack, .string(name)) }
                    }
                    return kept
                }))
        return kept
    }

    private func subnet(_ subnet: JSON) -> JSON {
        var kept = subnet.keeping([
            "id", "name", "description", "cidr", "gateway_ip", "dns_servers", "managed", "rdns_mode", "allow_dns",
            "allow_proxy",
            "active_discovery", "disabled_boot_architectures",
        ])
        kept.set(
            "vlan",
            .object([
                .init("fabric", subnet.at("vlan.fabric") ?? .null), .init("vid", subnet.at("vlan.vid") ?? .int(0)),
            ]))
        return kept
    }

    private func image(_ image: JSON) -> JSON {
        let own = ["id", "type", "name", "architecture", "subarches", "kflavor"]
        var kept = image.keeping(own)
        let extra = (image.members ?? []).filter { member in
            !(own + ["resource_uri", "last_deployed"]).contains(member.key) && member.value.text != nil
        }
        if !extra.isEmpty { kept.set("extra", .object(extra)) }
        return kept
    }

    private func range(_ range: JSON) -> JSON {
        var kept = range.keeping(["id", "type", "start_ip", "end_ip", "comment"])
        kept.set("subnet", range.at("subnet.cidr") ?? .null)
        if let user = range.at("user.username") { kept.set("user", user) }
        return kept
    }
}

/// Host names by system id.
struct NodeNames: Sendable {
    private let names: [String: String]

    init(machines: [JSON], racks: [JSON]) {
        names = Dictionary(
            (machines + racks).compactMap { node in
                node["system_id"]?.text.flatMap { id in node["hostname"]?.text.map { (id, $0) } }
            }
        ) { first, _ in first }
    }

    func hostname(_ systemID: String) -> String? { names[systemID] }
}

extension JSON {
    /// Only these members, without those that are null or missing.
    func keeping(_ keys: [String]) -> JSON {
        .object(keys.compactMap { key in self[key].flatMap { $0 == .null ? nil : Member(key, $0) } })
    }

    /// Replaces or adds a member of an object.
    mutating func set(_ key: String, _ value: JSON) {
        guard case .object(var members) = self else { return }
        members.removeAll { $0.key == key }
        members.append(Member(key, value))
        self = .object(members)
    }
}
