import Foundation

/// The VM hosts of a region (MAAS: vm-hosts/; seed: VMHostsInterface).
public struct VMHosts: Sendable {
    let connection: APIConnection

    /// Every VM host, by id. MAAS knows no filters here.
    public func list() async throws -> [VMHost] { try await connection.decode(APICall("GET", "vm-hosts/")) }

    /// The VM hosts that match. MAAS ignores filters, so they are applied here.
    /// - Parameter params: the seed's `type`, `zone`, `pool` and `tags` (comma-separated, all of them wanted).
    /// - Throws: `MAASError.invalidArgument` for any other name, which MAAS would silently ignore.
    public func query(_ params: Params) async throws -> [VMHost] { try await query(VMHostFilter(params)) }

    /// The VM hosts that match.
    public func query(_ filter: VMHostFilter) async throws -> [VMHost] { try await list().filter(filter.matches) }

    /// One VM host, by MAAS's id.
    public func vmHost(_ id: Int) -> VMHostResource { VMHostResource(connection: connection, id: id) }

    /// The VM host that runs on the machine with this system id (the seed's key of a VM host), if there is one.
    public func vmHost(onMachine systemID: String) async throws -> VMHost? {
        try await list().first { $0.systemID == systemID }
    }

    /// Registers a VM host. MAAS accepts an address that it cannot reach: the host then stays without capabilities
    /// until a `refresh` succeeds. Totals may read 0 for a moment after it.
    public func create(_ registration: VMHostRegistration) async throws -> VMHost {
        try await connection.decode(APICall("POST", "vm-hosts/", form: registration.params, mayRetry: false))
    }
}

/// Which VM hosts are wanted; what is left out or empty matches all.
public struct VMHostFilter: Sendable, Equatable {
    public var type: String?
    /// A zone's name.
    public var zone: String?
    /// A resource pool's name.
    public var pool: String?
    /// All of them must be there.
    public var tags: [String] = []

    public init(type: String? = nil, zone: String? = nil, pool: String? = nil, tags: [String] = []) {
        (self.type, self.zone, self.pool, self.tags) = (type, zone, pool, tags)
    }

    /// - Throws: `MAASError.invalidArgument` for a name that is no filter.
    public init(_ params: Params) throws(MAASError) {
        for item in params.items where !["type", "zone", "pool", "tags"].contains(item.name) {
            throw .invalidArgument(name: item.name, reason: "VM hosts are filtered by type, zone, pool and tags")
        }
        type = params["type"]
        zone = params["zone"]
        pool = params["pool"]
        tags = params.all("tags").flatMap { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
            .filter { !$0.isEmpty }
    }

    public func matches(_ host: VMHost) -> Bool {
        func agrees(_ wanted: String?, _ value: String) -> Bool { wanted.map { $0.isEmpty || $0 == value } ?? true }
        return agrees(type, host.type) && agrees(zone, host.zone.name) && agrees(pool, host.resourcePool.name)
            && tags.allSatisfy(host.tags.contains)
    }
}

/// What MAAS is told of a VM host to register or change; `nil` leaves a value as it is, or to MAAS.
public struct VMHostRegistration: Sendable, Equatable {
    /// `lxd` or `virsh`; cannot be changed later.
    public var type: String?
    /// LXD: host or https URL; virsh: `qemu+ssh://…`.
    public var powerAddress: String?
    /// The LXD project whose VMs MAAS manages.
    public var project: String?
    public var name: String?
    /// A zone's name.
    public var zone: String?
    /// A resource pool's name.
    public var pool: String?
    public var tags: [String]?
    /// LXD trust password, used once.
    public var password: String?
    /// virsh password.
    public var powerPass: String?
    /// LXD client certificate and key, PEM; MAAS makes a pair when there is none.
    public var certificate: String?
    public var key: String?
    /// 0 to 10.
    public var cpuOverCommitRatio: Double?
    /// 0 to 10.
    public var memoryOverCommitRatio: Double?
    /// The id of a storage pool.
    public var defaultStoragePool: String?
    /// `bridge`, `passthru`, `private` or `vepa`.
    public var defaultMacvlanMode: String?

    public init(type: String? = nil, powerAddress: String? = nil) {
        self.type = type
        self.powerAddress = powerAddress
    }

    var params: Params {
        ParamsBuilder().set("type", type).set("power_address", powerAddress).set("project", project)
            .set("name", name).set("zone", zone).set("pool", pool).set("tags", tags?.joined(separator: ","))
            .set("password", password).set("power_pass", powerPass).set("certificate", certificate).set("key", key)
            .set("cpu_over_commit_ratio", cpuOverCommitRatio).set("memory_over_commit_ratio", memoryOverCommitRatio)
            .set("default_storage_pool", defaultStoragePool).set("default_macvlan_mode", defaultMacvlanMode).build()
    }
}
