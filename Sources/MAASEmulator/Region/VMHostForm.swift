import Formats
import SQLite

/// Reads what a request says about a VM host and writes it (`PodForm`, `maas/10-vm-hosts.md` section 3).
struct VMHostForm {
    static let types = ["lxd", "virsh"]
    static let macvlanModes = ["bridge", "passthru", "private", "vepa"]

    let state: RegionState
    private let existing: VMHost?
    private let name: FormField<String>
    private let type: String
    private let zone: FormField<Zone>
    private let pool: FormField<ResourcePool>
    private let tags: FormField<[String]>
    private let cpuRatio: FormField<Double>
    private let memoryRatio: FormField<Double>
    private let storagePool: FormField<String>
    private let macvlanMode: FormField<String>
    private let power: [String: JSONValue]
    private var db: Connection { state.db }

    /// - Throws: 400 with the messages of every wrong field.
    init(_ parameters: Parameters, of existing: VMHost?, _ state: RegionState) throws {
        self.state = state
        self.existing = existing
        let db = state.db
        var form = Form(parameters)
        name = form.text("name", maxLength: 255)
        zone = try form.reference("zone") { try Zone.find(db, name: $0) }
        pool = try form.reference("pool") { try ResourcePool.find(db, name: $0) }
        tags = Self.tags(&form)
        cpuRatio = form.number("cpu_over_commit_ratio", min: 0, max: 10)
        memoryRatio = form.number("memory_over_commit_ratio", min: 0, max: 10)
        let pools = try existing?.storagePools(db).map(\.id) ?? []
        storagePool = try form.reference("default_storage_pool") { pools.contains($0) ? $0 : nil }
        macvlanMode = form.choice("default_macvlan_mode", of: Self.macvlanModes)
        let isTypeSent = parameters.contains("type")
        let sent = form.choice("type", of: Self.types, required: existing == nil || isTypeSent)
        try form.check()
        type = sent.value ?? existing?.type ?? ""
        power = try Self.power(&form, type: type, existing)
        if let existing, existing.type != type {
            form.add(
                "type", "Cannot change the type of a pod. Delete and re-create the pod with a different type.")
        }
        try form.check()
    }

    private static func tags(_ form: inout Form) -> FormField<[String]> {
        form.raw("tags").map { text in
            let tags = text.split(separator: ",", omittingEmptySubsequences: false).map(\.strippedOfBlanks)
            for (index, tag) in tags.enumerated() where tag.isEmpty {
                form.add("tags", "Item \(index + 1) in the array did not validate: \(Form.required)")
            }
            return tags
        }
    }

    /// The parameters of the driver. Without certificate and key, an LXD host gets a pair.
    private static func power(
        _ form: inout Form, type: String, _ existing: VMHost?
    ) throws -> [String: JSONValue] {
        let fields =
            type == "lxd"
            ? ["power_address", "project", "password", "certificate", "key"]
            : [
                "power_address", "power_pass",
            ]
        var power: [String: JSONValue] = [:]
        for field in fields {
            let sent = form.text(field)
            let kept = existing?.powerParameters[field]?.string ?? ""
            let standard = field == "project" ? "default" : ""
            let value: String =
                switch sent {
                case .absent: kept.isEmpty ? standard : kept
                case .empty: standard
                case .value(let value): value
                }
            if field == "power_address", value.isEmpty { form.add(field, Form.required) }
            power[field] = .string(value)
        }
        return power
    }

    /// Makes the host, without looking at the hardware yet; answers its id.
    /// - Throws: 400 when there is one with the same parameters.
    func create() throws -> Int {
        let name = try name.value ?? PetName.random(state.random)
        let power = try withCertificate(name)
        if type == "lxd", let problem = certificateProblem(power) { throw Refusal.unexpected(problem) }
        let id = try bmc(power)
        try db.insert(
            into: "vm_hosts",
            [
                "id": id, "name": name, "zone_id": zone.value?.id ?? Zone.defaultID,
                "pool_id": pool.value?.id ?? ResourcePool.defaultID,
                "tags": Self.text(Self.withConsoleTag(tags.value ?? [])), "cpu_over_commit_ratio": cpuRatio.or(1),
                "memory_over_commit_ratio": memoryRatio.or(1), "default_macvlan_mode": macvlanMode.value,
                "created": try state.now,
            ])
        try ensureConsoleTag()
        return id
    }

    /// Changes the host: what was not sent keeps its value.
    func update() throws {
        guard let existing else { return }
        let name = try name.value ?? (name.isSent ? PetName.random(state.random) : existing.name)
        let power = try withCertificate(name)
        try db.execute(
            "UPDATE bmcs SET power_parameters = ? WHERE id = ?", JSONValue.object(power).text, existing.id)
        try db.update(
            "vm_hosts", id: existing.id,
            [
                "name": name, "zone_id": zone.value?.id ?? existing.zoneID,
                "pool_id": pool.value?.id ?? existing.poolID,
                "tags": Self.text(Self.withConsoleTag(tags.isSent ? tags.value ?? [] : existing.tags)),
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
        try ensureConsoleTag()
        try shareCertificate(power, of: existing)
    }

    /// The members of a cluster share one certificate.
    private func shareCertificate(_ power: [String: JSONValue], of host: VMHost) throws {
        guard let cluster = host.clusterID else { return }
        for member in try VMHost.all(db) where member.clusterID == cluster && member.id != host.id {
            guard case .object(var parameters) = member.powerParameters else { continue }
            parameters["certificate"] = power["certificate"]
            parameters["key"] = power["key"]
            try db.execute(
                "UPDATE bmcs SET power_parameters = ? WHERE id = ?", JSONValue.object(parameters).text, member.id)
        }
    }

    private func withCertificate(_ name: String) throws -> [String: JSONValue] {
        var power = power
        guard type == "lxd", power["certificate"] == .string(""), power["key"] == .string("") else { return power }
        let pair = try HostCertificate.generate(commonName: "\(name)@\(Self.regionName(db))", now: state.wall / 1000)
        power["certificate"] = .string(pair.certificate)
        power["key"] = .string(pair.key)
        return power
    }

    /// The name of the region, which MAAS puts into the certificates that it makes.
    static func regionName(_ db: Connection) throws -> String {
        try Node.all(db, .regionController, .regionAndRackController).first?.hostname ?? "maas"
    }

    private func certificateProblem(_ power: [String: JSONValue]) -> String? {
        HostCertificate.problem(
            certificate: power["certificate"]?.string ?? "", key: power["key"]?.string ?? "")
    }

    /// The BMC row of a new host. A plain BMC with the same parameters becomes the host's.
    private func bmc(_ power: [String: JSONValue]) throws -> Int {
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
        return try db.insert(into: "bmcs", ["power_type": type, "power_parameters": text])
    }

    private static func withoutSecrets(_ power: [String: JSONValue]) -> [String: JSONValue] {
        power.filter { !["password", "key", "power_pass"].contains($0.key) }
    }

    static func text(_ words: [String]) -> String { JSONValue.array(words.map(JSONValue.string)).text }

    private static func withConsoleTag(_ tags: [String]) -> [String] {
        tags.contains(VMHostDiscovery.consoleTag) ? tags : tags + [VMHostDiscovery.consoleTag]
    }

    private func ensureConsoleTag() throws {
        _ = try Tag.ensure(
            db, name: VMHostDiscovery.consoleTag, kernelOptions: VMHostDiscovery.consoleKernelOptions)
    }
}
