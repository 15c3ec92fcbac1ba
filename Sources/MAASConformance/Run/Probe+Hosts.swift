import HTTPClient
import Foundation
import MAASClient

/// The VM hosts that cases may compose on.
extension Probe {
    /// What the VM of one case takes at most.
    private static let smallVM = (cores: 1, memory: 1024, storage: 10_000_000_000)
    /// What the VM that is deployed takes: Ubuntu boots in no less.
    private static let deployedVM = (cores: 1, memory: 4096)

    func probeHosts(_ client: MAASClient, _ found: inout Surroundings) async throws {
        let hosts: [VMHost]
        do {
            hosts = try await client.vmHosts.list()
        } catch let error as MAASError where error.status == 410 {
            // MAAS's main branch still says 3.8 of itself; without VM hosts it is 4.0.
            found.version = max(found.version, MAASVersion(4, 0))
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
        let candidates = allowed.filter { hasRoom($0) && ($0.type == "virsh" || $0.systemID != nil) }
            .sorted { ($0.availableCores, -$0.id) > ($1.availableCores, -$1.id) }
        var unreachable: [String] = []
        found.vmHost = try await reachable(candidates.filter { $0.type == "lxd" }, client, &unreachable)
        found.virshHost = try await reachable(candidates.filter { $0.type == "virsh" }, client, &unreachable)
        let besides = unreachable.isEmpty ? "" : "; " + unreachable.joined(separator: "; ")
        if found.virshHost == nil {
            found.missing[.virshHost] = "there is no virsh VM host with room for small VMs" + besides
        }
        guard let host = found.vmHost else {
            found.missing[.vmHost] =
                "there is no LXD VM host with room for small VMs, on a machine that MAAS knows" + besides
            found.missing[.secondPool] = "there is no VM host"
            return
        }
        found.vmHostRoom = room(host)
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

    /// The first host that MAAS can talk to; when the run may not change anything, the first one.
    private func reachable(
        _ hosts: [VMHost], _ client: MAASClient, _ problems: inout [String]
    ) async throws -> VMHost? {
        for host in hosts {
            guard mayWrite else { return host }
            do {
                // MAAS does so by itself every few minutes: nothing of the user's changes.
                return try await client.vmHosts.vmHost(host.id).refresh()
            } catch let error as MAASError where error.status == 403 {
                return host  // not an administrator: what composes is skipped anyway
            } catch let error as MAASError {
                problems.append("MAAS cannot reach VM host \(host.name): \(error)")
            }
        }
        return nil
    }

    private func hasRoom(_ host: VMHost) -> Bool { host.isComposable && room(host) > 0 }

    /// How many small VMs fit, as MAAS counts: with the over-commit ratios.
    private func room(_ host: VMHost) -> Int {
        let cores = Int(saturating: Double(host.totalCores) * host.cpuOverCommitRatio)
            .subtractingSaturating(host.usedCores)
        let memory = Int(saturating: Double(host.totalMemory) * host.memoryOverCommitRatio)
            .subtractingSaturating(host.usedMemory)
        let storage = host.storagePools.first(where: \.isDefault)?.available ?? 0
        guard memory >= Self.deployedVM.memory else { return 0 }
        return min(
            cores / Self.smallVM.cores, memory / Self.smallVM.memory, storage / Self.smallVM.storage)
    }
}
