import HTTPClient

/// Chooses the host of a VM: one that has the room, is healthy, and would be the least loaded with it.
public struct HostSelector: Sendable {
    /// A selector keeps nothing from one choice to the next.
    public init() {}

    /// The hosts that can take the VM, best first. Loads are compared after placing it, so VMs spread over hosts;
    /// ties go to the lower id, so that the same hosts always give the same choice.
    /// - Throws: `LXDError` of kind `insufficientResources` that says of each host why not.
    public func rank(_ hosts: [LXDHost], for spec: VMSpec) throws(LXDError) -> [LXDHost] {
        var reasons: [String] = []
        var fitting: [(host: LXDHost, load: Double)] = []
        for host in hosts {
            if let reason = obstacle(host, spec) {
                reasons.append("\(host.name): \(reason)")
            } else {
                fitting.append((host, load(of: host, with: spec)))
            }
        }
        guard !fitting.isEmpty else {
            throw LXDError(
                .insufficientResources,
                hosts.isEmpty
                    ? "there is no LXD host to choose from"
                    : "no host can take the VM: " + reasons.joined(separator: "; "))
        }
        return fitting.sorted { ($0.load, $0.host.id) < ($1.load, $1.host.id) }.map(\.host)
    }

    /// Why a host cannot take the VM; `nil` when it can.
    public func obstacle(_ host: LXDHost, _ spec: VMSpec) -> String? {
        if let healthProblem = host.healthProblem { return healthProblem }
        if spec.cores > host.total.cores { return "it has \(host.total.cores) cores, \(spec.cores) wanted" }
        if spec.cores > host.freeCores { return "\(max(0, host.freeCores)) cores free, \(spec.cores) wanted" }
        if spec.memory > host.total.memory { return "it has \(host.total.memory) MiB of memory, \(spec.memory) wanted" }
        if spec.memory > host.freeMemory {
            return "\(max(0, host.freeMemory)) MiB of memory free, \(spec.memory) wanted"
        }
        return storageObstacle(host, spec)
    }

    private func storageObstacle(_ host: LXDHost, _ spec: VMSpec) -> String? {
        var wanted: [String: Int] = [:]
        // MAAS gives a VM without disks one of 8 GB.
        for disk in spec.disks.isEmpty ? [DiskSpec(size: "8")] : spec.disks {
            let pool =
                disk.pool.map { name in host.storagePools.first { $0.name == name } }
                ?? host.storagePools.first { $0.isDefault }
            guard let pool else { return disk.pool.map { "no storage pool '\($0)'" } ?? "no default storage pool" }
            wanted[pool.name, default: 0] += DiskSize(disk.size)?.bytes ?? 0
        }
        for pool in host.storagePools {
            if let bytes = wanted[pool.name], bytes > pool.available {
                return "\(pool.available) bytes free in storage pool '\(pool.name)', \(bytes) wanted"
            }
        }
        return nil
    }

    /// The larger of the shares of cores and memory that would be promised, over-commit included.
    private func load(of host: LXDHost, with spec: VMSpec) -> Double {
        func share(_ used: Int, _ total: Int, _ ratio: Double) -> Double {
            let capacity = Double(total) * ratio
            return capacity > 0 ? Double(used) / capacity : .infinity
        }
        return max(
            share(host.used.cores.addingSaturating(spec.cores), host.total.cores, host.cpuOverCommitRatio),
            share(host.used.memory.addingSaturating(spec.memory), host.total.memory, host.memoryOverCommitRatio))
    }
}
