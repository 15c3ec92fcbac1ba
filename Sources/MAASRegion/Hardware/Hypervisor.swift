import SQLite

/// The driver's side of a VM host: reaches the hardware and makes and destroys VMs there, as the LXD and virsh drivers
/// of a rack controller do.
struct Hypervisor {
    /// Seconds that MAAS waits for a driver.
    static let patience = 120

    package let state: RegionState
    package let host: VMHost
    private var db: Connection { state.db }

    init(_ state: RegionState, _ host: VMHost) {
        self.state = state
        self.host = host
    }

    /// The hardware behind the host.
    /// - Throws: `HypervisorFailure` when nothing answers there.
    package func reach() throws -> HardwareHost {
        let address = host.powerAddress
        guard let hardware = try HardwareHost.find(db, powerAddress: address, type: host.type), hardware.isReachable
        else {
            throw HypervisorFailure.unreachable(
                host.type == .lxd
                    ? "Pod \(host.id): Failed to connect to the LXD REST API: "
                        + HardwareHost.normalized(address, type: host.type)
                    : "Failed to login to virsh console.")
        }
        if hardware.responseTime > Self.patience { throw HypervisorFailure.timeout }
        return hardware
    }

    /// The pool that a disk fits into: one whose name is among its tags, else the host's default one.
    package func pool(
        for disk: HardwareInstance.Disk, in pools: [HardwareHost.Pool], free: [String: Int]
    ) throws -> HardwareHost.Pool {
        let fits = { (pool: HardwareHost.Pool) in disk.size <= free[pool.id] ?? 0 }
        let tagged = pools.filter { disk.tags.contains($0.name) }
        if !tagged.isEmpty {
            if let pool = tagged.first(where: fits) { return pool }
            throw HypervisorFailure.noSpace(
                "Not enough storage space on storage pools: \(tagged.map(\.name).joined(separator: ", "))")
        }
        if let chosen = try host.defaultPoolID(db) {
            guard let pool = pools.first(where: { $0.id == chosen }) else {
                throw HypervisorFailure.failed("Default storage pool '\(chosen)' doesn't exist.")
            }
            if fits(pool) { return pool }
            throw HypervisorFailure.noSpace("Not enough space in default storage pool: \(pool.name)")
        }
        if let pool = pools.first(where: fits) { return pool }
        throw HypervisorFailure.noSpace(
            "Not enough storage space on any storage pools: \(pools.map(\.name).joined(separator: ", "))")
    }

    /// Puts every disk of a VM into a pool and makes the VM.
    /// - Returns: The VM as it is now, with its pools.
    package func create(_ wanted: HardwareInstance) throws -> HardwareInstance {
        let hardware = try reach()
        let pools = try hardware.pools(db)
        let existing = try HardwareInstance.all(db, host: hardware.id)
        var free = HardwareHost.free(in: pools, beside: existing)
        var instance = wanted
        for index in instance.disks.indices {
            let pool = try pool(for: instance.disks[index], in: pools, free: free)
            instance.disks[index].pool = pool.id
            free[pool.id, default: 0] -= instance.disks[index].size
        }
        if existing.contains(where: { $0.project == instance.project && $0.name == instance.name }) {
            throw HypervisorFailure.failed(
                host.type == .lxd
                    ? "Failed creating instance record: Add instance info to the database: "
                        + "This \"instances\" entry already exists"
                    : "operation failed: domain '\(instance.name)' already exists")
        }
        for index in instance.nics.indices where instance.nics[index].mac.isEmpty {
            instance.nics[index].mac = try unusedMAC()
        }
        try hardware.ensureProject(db, instance.project)
        try instance.save(db, host: hardware.id)
        return instance
    }

    /// Destroys a VM; it is no failure when it is gone already.
    func destroy(project: String, name: String) throws {
        let hardware = try reach()
        try HardwareInstance.remove(db, host: hardware.id, project: project, name: name)
    }

    /// An address with the prefix of LXD or of QEMU that nobody has.
    private func unusedMAC() throws -> String {
        let prefix = host.type == .lxd ? "00:16:3e" : "52:54:00"
        while true {
            let digits = Array(try state.random.hex(bytes: 3))
            let mac = ([prefix] + stride(from: 0, to: 6, by: 2).map { String(digits[$0...$0 + 1]) })
                .joined(separator: ":")
            let taken: Int? = try db.scalar("SELECT 1 FROM interfaces WHERE mac_address = ?", mac)
            if taken == nil { return mac }
        }
    }
}

/// Why a hypervisor did not do what it was asked.
enum HypervisorFailure: Error, Equatable {
    case unreachable(String)
    case timeout
    /// The disks do not fit. MAAS does not expect this one and fails.
    case noSpace(String)
    case failed(String)

    /// What the driver says, with the prefix under which a rack controller reports it.
    package var report: String {
        switch self {
        case .unreachable(let text), .failed(let text), .noSpace(let text): "Failed talking to pod: \(text)"
        case .timeout: "Failed talking to pod: timed out"
        }
    }

    /// What a caller of compose gets.
    package func refusal(type: VMHostType) -> Refusal {
        switch self {
        case .unreachable, .failed: .unavailable("Unable to compose machine because: \(report)")
        case .timeout:
            .unavailable(
                "Unable to compose a machine because '\(type.rawValue)' driver timed out after \(Hypervisor.patience) seconds."
            )
        case .noSpace(let text): .unexpected(text)
        }
    }
}
