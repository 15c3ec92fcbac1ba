import Formats
import SQLite

/// What a VM host is told to be, and how it is written (what MAAS's `PodForm` saves).
package struct VMHostSettings {
    package static let macvlanModes = ["bridge", "passthru", "private", "vepa"]

    package let type: VMHostType
    package var name = FormField<String>.absent
    package var zone = FormField<Zone>.absent
    package var pool = FormField<ResourcePool>.absent
    package var tags = FormField<[String]>.absent
    package var cpuRatio = FormField<Double>.absent
    package var memoryRatio = FormField<Double>.absent
    package var storagePool = FormField<String>.absent
    package var macvlanMode = FormField<String>.absent
    /// The parameters of the driver. Without certificate and key, an LXD host gets a pair.
    package var power: [String: JSONValue]

    package init(type: VMHostType, power: [String: JSONValue]) {
        self.type = type
        self.power = power
    }

    /// Makes the host, without looking at the hardware yet; answers its id.
    /// - Throws: `Refusal` when there is one with the same parameters.
    package func create(_ state: RegionState) throws -> Int {
        let name = try name.value ?? PetName.random(state.random)
        let power = try withCertificate(name, state)
        if type == .lxd, let problem = certificateProblem(power) { throw Refusal.unexpected(problem) }
        let db = state.db
        let id = try bmc(db, power)
        try db.insert(
            into: "vm_hosts",
            [
                "id": id, "name": name, "zone_id": zone.value?.id ?? Zone.defaultID,
                "pool_id": pool.value?.id ?? ResourcePool.defaultID,
                "tags": JSONValue.text(of: Self.withConsoleTag(tags.value ?? [])),
                "cpu_over_commit_ratio": cpuRatio.or(1),
                "memory_over_commit_ratio": memoryRatio.or(1), "default_macvlan_mode": macvlanMode.value,
                "created": try state.now,
            ])
        try Self.ensureConsoleTag(db)
        return id
    }

    /// Changes the host: what was not sent keeps its value.
    package func update(_ existing: VMHost, _ state: RegionState) throws {
        let name = try name.value ?? (name.isSent ? PetName.random(state.random) : existing.name)
        let power = try withCertificate(name, state)
        let db = state.db
        try PowerAddress.check(existing.type.rawValue, power)
        try db.execute(
            "UPDATE bmcs SET power_parameters = ? WHERE id = ?", JSONValue.object(power).text, existing.id)
        try db.update(
            "vm_hosts", id: existing.id,
            [
                "name": name, "zone_id": zone.value?.id ?? existing.zoneID,
                "pool_id": pool.value?.id ?? existing.poolID,
                "tags": JSONValue.text(of: Self.withConsoleTag(tags.isSent ? tags.value ?? [] : existing.tags)),
                "cpu_over_commit_ratio": cpuRatio.or(existing.cpuOverCommitRatio),
                "memory_over_commit_ratio": memoryRatio.or(existing.memoryOverCommitRatio),
                "default_storage_pool": storagePool.or(existing.defaultStoragePool ?? ""),
                // MAAS writes the empty mode for the missing one as soon as anything is changed.
                "default_macvlan_mode": macvlanMode.isSent
                    ? macvlanMode.value ?? "" : existing.defaultMacvlanMode ?? "",
            ])
        if (storagePool.value ?? existing.defaultStoragePool) == nil {
            try db.execute("UPDATE vm_hosts SET default_storage_pool = NULL WHERE id = ?", existing.id)
        }
        try Self.ensureConsoleTag(db)
        try Self.shareCertificate(db, power, of: existing)
    }

    /// The members of a cluster share one certificate.
    private static func shareCertificate(_ db: Connection, _ power: [String: JSONValue], of host: VMHost) throws {
        guard let cluster = host.clusterID else { return }
        for member in try VMHost.all(db) where member.clusterID == cluster && member.id != host.id {
            guard case .object(var parameters) = try member.powerParameters else { continue }
            parameters["certificate"] = power["certificate"]
            parameters["key"] = power["key"]
            try db.execute(
                "UPDATE bmcs SET power_parameters = ? WHERE id = ?", JSONValue.object(parameters).text, member.id)
        }
    }

    private func withCertificate(_ name: String, _ state: RegionState) throws -> [String: JSONValue] {
        var power = power
        guard type == .lxd, power["certificate"] == .string(""), power["key"] == .string("") else { return power }
        let pair = try HostCertificate.generate(
            commonName: "\(name)@\(Node.regionName(state.db))", now: state.wall / 1000)
        power["certificate"] = .string(pair.certificate)
        power["key"] = .string(pair.key)
        return power
    }

    private func certificateProblem(_ power: [String: JSONValue]) -> String? {
        HostCertificate.problem(
            certificate: power["certificate"]?.string ?? "", key: power["key"]?.string ?? "")
    }

    /// The BMC row of a new host. A plain BMC with the same parameters becomes the host's.
    private func bmc(_ db: Connection, _ power: [String: JSONValue]) throws -> Int {
        let wanted = Self.withoutSecrets(power)
        let candidates = try db.query("SELECT id, power_parameters FROM bmcs WHERE power_type = ? ORDER BY id", type) {
            (id: try $0["id"] as Int, parameters: try JSONValue(column: "power_parameters", of: $0))
        }
        let text = JSONValue.object(power).text
        for candidate in candidates {
            guard case .object(let parameters) = candidate.parameters, Self.withoutSecrets(parameters) == wanted else {
                continue
            }
            if let host = try VMHost.find(db, id: candidate.id) {
                throw Refusal.invalid("Pod \(host.name) with type and parameters already exist.")
            }
            try db.execute("UPDATE bmcs SET power_parameters = ? WHERE id = ?", text, candidate.id)
            return candidate.id
        }
        try PowerAddress.check(type.rawValue, power)
        return try db.insert(into: "bmcs", ["power_type": type, "power_parameters": text])
    }

    private static func withoutSecrets(_ power: [String: JSONValue]) -> [String: JSONValue] {
        power.filter { !["password", "key", "power_pass"].contains($0.key) }
    }

    private static func withConsoleTag(_ tags: [String]) -> [String] {
        tags.contains(VMHostDiscovery.consoleTag) ? tags : tags + [VMHostDiscovery.consoleTag]
    }

    private static func ensureConsoleTag(_ db: Connection) throws {
        _ = try Tag.ensure(
            db, name: VMHostDiscovery.consoleTag, kernelOptions: VMHostDiscovery.consoleKernelOptions)
    }
}
