import Formats
import MAASRegion

/// How a request says what a VM is to be (`ComposeMachineForm`).
extension ComposeRequest {
    /// Reads the parameters of a compose on `host`.
    /// - Throws: `Refusal` with the messages of every wrong field.
    init(_ parameters: Parameters, on host: VMHost, _ state: RegionState) throws {
        let db = state.db
        var form = Form(parameters)
        let cores = form.integer("cores", min: 1, max: host.cores)
        let memory = form.integer("memory", min: 1024, max: host.memory)
        _ = form.integer("cpu_speed", min: 300, max: host.cpuSpeed > 0 ? host.cpuSpeed : nil)
        let pinnedCores = Self.pinnedCores(&form, of: host)
        let hugepagesBacked = form.checkbox("hugepages_backed").value ?? false
        let architecture = form.choice("architecture", of: host.architectures)
        let hostname = try Self.hostname(&form, state)
        let domain = try form.reference("domain") { text in
            try Self.id(text).flatMap { try Domain.find(db, id: $0) }
        }
        let zone = try form.reference("zone") { text in try Self.id(text).flatMap { try Zone.find(db, id: $0) } }
        let pool = try form.reference("pool") { text in
            try Self.id(text).flatMap { try ResourcePool.find(db, id: $0) }
        }
        let storage = Self.storage(&form)
        let interfaces = Self.interfaces(&form)
        let skipCommissioning = form.checkbox("skip_commissioning").value ?? false
        try form.check()
        self.init(
            cores: cores.value ?? Self.defaultCores, pinnedCores: pinnedCores,
            memory: memory.value ?? Self.defaultMemory, hugepagesBacked: hugepagesBacked,
            architecture: architecture.value ?? host.architectures.first ?? "",
            hostname: try hostname.value ?? Node.unusedHostname(state),
            domainID: try domain.value?.id ?? Domain.standard(db)?.id ?? 0, zoneID: zone.value?.id ?? Zone.defaultID,
            poolID: pool.value?.id ?? host.poolID, storage: storage, interfaces: interfaces,
            skipCommissioning: skipCommissioning)
    }

    /// The id that a text spells; unlike a number of a form it has no fraction, be it of zeros.
    private static func id(_ text: String) -> Int? { text.contains(".") ? nil : Form.integer(text) }

    private static func pinnedCores(_ form: inout Form, of host: VMHost) -> [Int] {
        let values = form.parameters.all("pinned_cores")
        let isCore: (String) -> Bool = { text in
            guard let core = Int(text) else { return false }
            return text == String(core) && (0..<max(0, host.cores)).contains(core)
        }
        if let wrong = values.first(where: { !isCore($0) }) {
            form.add("pinned_cores", FieldErrors.unknownChoice(wrong))
            return []
        }
        return values.compactMap { Int($0) }.sorted()
    }

    private static func hostname(_ form: inout Form, _ state: RegionState) throws -> FormField<String> {
        let hostname = form.text("hostname")
        guard let name = hostname.value else { return hostname }
        if try Node.hasHostname(state.db, name) {
            form.add("hostname", "Node with hostname \"\(name)\" already exists")
        }
        if let problem = Hostname.problem(name) { form.add("hostname", problem) }
        return hostname
    }

    private static func storage(_ form: inout Form) -> StorageConstraints {
        let text = form.text("storage").value ?? defaultStorage
        if let storage = StorageConstraints(text) { return storage }
        form.add("storage", "Malformed storage constraint, \"\(text)\".")
        return StorageConstraints(disks: [])
    }

    private static func interfaces(_ form: inout Form) -> InterfaceConstraints? {
        guard let text = form.parameters["interfaces"], !text.strippedOfBlanks.isEmpty else { return nil }
        do {
            let constraints = try InterfaceConstraints(checking: text)
            return constraints.isEmpty ? nil : constraints
        } catch {
            form.add("interfaces", error.message)
            return nil
        }
    }
}
