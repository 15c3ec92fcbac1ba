import MAASClient

/// What a spec comes to in MAAS's terms. Making one checks everything that can be checked before a VM is created.
struct ComposeOrder {
    let composition: VMComposition
    let network: NetworkPlan?

    /// - Throws: `LXDError` of kind `invalidSpec`, `networkConfigInvalid` or `hostUnavailable`; `MAASError`.
    init(_ wanted: ComposeVMParams, client: MAASClient) async throws {
        let spec = wanted.spec
        try Self.check(spec)
        let storage = try DiskSpec.storage(of: spec.disks)
        let host = try await Self.host(wanted.vmHostID, client)
        try Self.check(spec.disks, host)
        if let project = spec.project, !project.isEmpty {
            let actual = try await client.vmHosts.vmHost(host.id).parameters().project
            guard actual == project else {
                throw LXDError(
                    .invalidSpec, "project: VM host \(host.name) has project '\(actual ?? "")', not '\(project)'")
            }
        }
        for tag in spec.tags { try await Self.checkTag(tag, client) }
        network = try await Self.plan(spec.networkConfig, client)
        composition = VMComposition(
            cores: spec.cores, memory: spec.memory, hostname: spec.hostname,
            zone: try await Self.zoneID(wanted.zone, host, client),
            pool: try await Self.poolID(wanted.resourcePool, host, client), storage: storage,
            interfaces: host.systemID == nil ? nil : network?.interfacesConstraint,
            skipCommissioning: spec.commissioning == .skip ? true : nil)
    }

    private static func check(_ spec: VMSpec) throws(LXDError) {
        guard spec.cores >= 1 else { throw LXDError(.invalidSpec, "cores: \(spec.cores) is less than 1") }
        guard spec.memory >= 1024 else {
            throw LXDError(.invalidSpec, "memory: \(spec.memory) MiB is less than the 1024 that MAAS composes at least")
        }
        if let hostname = spec.hostname, hostname.isEmpty || hostname.contains(".") {
            // MAAS would quietly take a random name instead.
            throw LXDError(.invalidSpec, "hostname: '\(hostname)' is empty or has a dot")
        }
        if let profile = spec.profile, !profile.isEmpty {
            throw LXDError(
                .invalidSpec,
                "profile: MAAS gives no way to choose the LXD profile of a VM, so '\(profile)' cannot be honoured")
        }
    }

    private static func host(_ id: Int, _ client: MAASClient) async throws -> VMHost {
        do {
            return try await client.vmHosts.vmHost(id).get()
        } catch let error as MAASError where error.isNotFound {
            throw LXDError(.hostUnavailable, "there is no VM host \(id)", cause: error)
        }
    }

    /// MAAS puts a disk whose pool it does not find into the default pool without a word.
    private static func check(_ disks: [DiskSpec], _ host: VMHost) throws(LXDError) {
        for (index, disk) in disks.enumerated() {
            guard let pool = disk.pool, !host.storagePools.contains(where: { $0.name == pool }) else { continue }
            let names = host.storagePools.map(\.name).joined(separator: ", ")
            throw LXDError(
                .invalidSpec, "disk \(index): VM host \(host.name) has no storage pool '\(pool)', only \(names)")
        }
    }

    private static func checkTag(_ tag: String, _ client: MAASClient) async throws {
        do {
            _ = try await client.tags.get(tag)
        } catch let error as MAASError where error.isNotFound {
            throw LXDError(.invalidSpec, "tags: MAAS has no tag '\(tag)'", cause: error)
        }
    }

    private static func plan(_ config: VMNetworkConfig?, _ client: MAASClient) async throws -> NetworkPlan? {
        guard let config else { return nil }
        return try await NetworkPlanner(client: client).plan(config)
    }

    /// MAAS wants ids here, and without one would take its default zone instead of the host's.
    private static func zoneID(_ name: String?, _ host: VMHost, _ client: MAASClient) async throws -> Int {
        guard let name, name != host.zone.name else { return host.zone.id }
        guard let zone = try await client.zones.list().first(where: { $0.name == name }) else {
            throw LXDError(.invalidSpec, "zone: MAAS has no zone '\(name)'")
        }
        return zone.id
    }

    private static func poolID(_ name: String?, _ host: VMHost, _ client: MAASClient) async throws -> Int {
        guard let name, name != host.resourcePool.name else { return host.resourcePool.id }
        guard let pool = try await client.resourcePools.list().first(where: { $0.name == name }) else {
            throw LXDError(.invalidSpec, "pool: MAAS has no resource pool '\(name)'")
        }
        return pool.id
    }
}
