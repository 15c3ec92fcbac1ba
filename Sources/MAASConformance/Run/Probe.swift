import Foundation
import HTTPClient
import MAASClient

/// Finds out what a target is and has.
struct Probe {
    let target: MAASTarget
    let allowance: Allowance

    /// What small VMs of several cases at once take.
    private static let room = (cores: 2, memory: 4096, storage: 12_000_000_000)

    /// - Throws: `TargetError` when the target cannot be reached, refuses the key, or lacks what the user named.
    func surroundings() async throws -> Surroundings {
        var found = Surroundings()
        let client = target.client()
        let user: User
        do {
            let version = try await client.version()
            guard let parsed = MAASVersion(version.version) else {
                throw TargetError("\(target.endpoint) says that its version is '\(version.version)'")
            }
            (found.version, found.fullVersion) = (parsed, version.version)
            user = try await client.whoami()
        } catch let error as MAASError {
            throw TargetError("\(target.endpoint) cannot be tested: \(error)")
        }
        found.isEmulator = await isEmulator()
        if !found.isEmulator { found.missing[.emulator] = "the target is not the emulator" }
        if !user.isSuperuser { found.missing[.admin] = "the key is not an administrator's" }
        if target.userKey == nil {
            found.missing[.userKey] = "no key of a user who is no administrator was given (--user-key)"
        }
        found.variables.append(("user.name", .string(user.username)))
        try await probeHosts(client, &found)
        try await probeSubnet(client, &found)
        try await probeImages(client, &found)
        return found
    }

    private func isEmulator() async -> Bool {
        let url = target.endpoint.origin + "/emulator/health"
        guard let answer = try? await target.http.send(.init(url: url, timeout: 10)) else { return false }
        // An emulator that listens beyond loopback keeps its control endpoints to those who have its token, 401 to
        // others, but says what it is.
        if answer.status == 401 { return answer.headers["Server"]?.hasPrefix("maas-emulator/") ?? false }
        return answer.status == 200 && (try? JSON(parsing: answer.body)) != nil
    }

    private func probeHosts(_ client: MAASClient, _ found: inout Surroundings) async throws {
        let hosts: [VMHost]
        do {
            hosts = try await client.vmHosts.list()
        } catch let error as MAASError where error.status == 410 {
            // MAAS's main branch still says 3.8 of itself; without VM hosts it is 4.0.
            if found.version < MAASVersion(4, 0) { found.version = MAASVersion(4, 0) }
            for capability in [Capability.vmHosts, .vmHost, .secondPool, .virshHost] {
                found.missing[capability] = "MAAS \(found.version) has no VM hosts any more"
            }
            return
        } catch let error as MAASError {
            // That is for the cases to report; those that need a VM host cannot run.
            for capability in [Capability.vmHost, .secondPool, .virshHost] {
                found.missing[capability] = "the VM hosts cannot be listed: \(error)"
            }
            return
        }
        if let name = allowance.vmHost, !hosts.contains(where: { $0.name == name }) {
            throw TargetError("--vm-host: the target has no VM host '\(name)'")
        }
        try await checkNames(client)
        let allowed = hosts.filter {
            $0.name == (allowance.vmHost ?? $0.name) && $0.zone.name == (allowance.zone ?? $0.zone.name)
                && $0.resourcePool.name == (allowance.pool ?? $0.resourcePool.name)
        }
        found.vmHost = allowed.filter { $0.type == "lxd" && $0.systemID != nil && hasRoom($0) }
            .max { ($0.availableCores, -$0.id) < ($1.availableCores, -$1.id) }
        found.virshHost = allowed.first { $0.type == "virsh" && hasRoom($0) }
        if found.virshHost == nil { found.missing[.virshHost] = "there is no virsh VM host with room for small VMs" }
        guard let host = found.vmHost else {
            found.missing[.vmHost] = "there is no LXD VM host with room for small VMs, on a machine that MAAS knows"
            found.missing[.secondPool] = "there is no VM host"
            return
        }
        describe(host, &found)
    }

    private func checkNames(_ client: MAASClient) async throws {
        if let zone = allowance.zone, try await !client.zones.list().contains(where: { $0.name == zone }) {
            throw TargetError("--zone: the target has no zone '\(zone)'")
        }
        if let pool = allowance.pool, try await !client.resourcePools.list().contains(where: { $0.name == pool }) {
            throw TargetError("--pool: the target has no resource pool '\(pool)'")
        }
    }

    private func describe(_ host: VMHost, _ found: inout Surroundings) {
        let names = host.storagePools.filter { $0.available > 20_000_000_000 }.map(\.name)
        let standard = host.storagePools.first(where: \.isDefault)?.name ?? ""
        found.variables += [
            ("vm_host.id", .int(host.id)), ("vm_host.name", .string(host.name)),
            ("vm_host.zone", .string(host.zone.name)),
            ("vm_host.zone_id", .int(host.zone.id)), ("vm_host.pool", .string(host.resourcePool.name)),
            ("vm_host.pool_id", .int(host.resourcePool.id)), ("vm_host.total_cores", .int(host.totalCores)),
            ("vm_host.total_memory", .int(host.totalMemory)), ("vm_host.too_many_cores", .int(host.totalCores + 1)),
            ("vm_host.too_much_memory", .int(host.totalMemory + 1)), ("vm_host.storage_pool", .string(standard)),
            ("vm_host.system_id", .string(host.systemID ?? "")),
        ]
        if let second = names.first(where: { $0 != standard }) {
            found.variables.append(("vm_host.second_pool", .string(second)))
        } else {
            found.missing[.secondPool] = "VM host \(host.name) has no second storage pool with room"
        }
        if let virsh = found.virshHost {
            found.variables += [("virsh_host.id", .int(virsh.id)), ("virsh_host.name", .string(virsh.name))]
        }
    }

    private func hasRoom(_ host: VMHost) -> Bool {
        let cores = Int(Double(host.totalCores) * host.cpuOverCommitRatio) - host.usedCores
        let memory = Int(Double(host.totalMemory) * host.memoryOverCommitRatio) - host.usedMemory
        let storage = host.storagePools.first(where: \.isDefault)?.available ?? 0
        return host.isComposable && cores >= Self.room.cores && memory >= Self.room.memory
            && storage >= Self.room.storage
    }

    private func probeSubnet(_ client: MAASClient, _ found: inout Surroundings) async throws {
        do {
            let subnets = try await client.subnets.list()
            if let cidr = allowance.subnet, !subnets.contains(where: { $0.cidr == cidr }) {
                throw TargetError("--subnet: the target has no subnet \(cidr)")
            }
            var vlans: Set<Int>?
            if let systemID = found.vmHost?.systemID {
                vlans = Set(try await client.interfaces(of: systemID).list().compactMap { $0.vlan?.id })
            }
            let usable = subnets.filter { subnet in
                subnet.cidr == (allowance.subnet ?? subnet.cidr) && subnet.managed && subnet.vlan.dhcpOn
                    && subnet.gatewayIP != nil && subnet.cidr.contains(".") && vlans?.contains(subnet.vlan.id) ?? true
            }
            for subnet in usable {
                let addresses = try await FreeAddresses.of(subnet, client)
                guard addresses.count >= 8 else { continue }
                found.subnet = subnet
                found.freeAddresses = addresses
                found.variables += [
                    ("subnet.id", .int(subnet.id)), ("subnet.cidr", .string(subnet.cidr)),
                    ("subnet.gateway", .string(subnet.gatewayIP ?? "")), ("subnet.vlan_id", .int(subnet.vlan.id)),
                    ("subnet.name", .string(subnet.name)),
                ]
                return
            }
            found.missing[.subnet] = "no subnet with DHCP, a gateway and free addresses is where the VM host is"
        } catch let error as MAASError {
            found.missing[.subnet] = "the subnets cannot be read: \(error)"
        }
    }

    private func probeImages(_ client: MAASClient, _ found: inout Surroundings) async throws {
        struct Image: Decodable { let name: String }
        let answer = try? await client.send(APICall("GET", "boot-resources/"))
        let images = answer.flatMap { try? JSONDecoder().decode([Image].self, from: $0.body) } ?? []
        if !images.contains(where: { $0.name.hasPrefix("ubuntu/") }) {
            found.missing[.images] = "the target has no Ubuntu image to deploy"
        }
    }
}

/// Addresses that nothing has, as far as MAAS knows.
enum FreeAddresses {
    /// Up to 200 of them, from the end of the largest free range: MAAS itself starts with the smallest.
    static func of(_ subnet: Subnet, _ client: MAASClient) async throws -> [String] {
        let ranges = try await client.subnets.unreservedRanges(subnet.id)
        guard let largest = ranges.max(by: { $0.count < $1.count }), let end = number(largest.end) else { return [] }
        return (0..<min(200, largest.count)).map { text(end - UInt32($0)) }
    }

    private static func number(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".").compactMap { UInt32($0) }
        return parts.count == 4 ? parts.reduce(0) { $0 << 8 | $1 } : nil
    }

    private static func text(_ number: UInt32) -> String {
        [24, 16, 8, 0].map { String(number >> UInt32($0) & 255) }.joined(separator: ".")
    }
}
