import Formats
import MAASRegion
import SQLite

/// The fields of a machine that can be set when it is made and afterwards (`maas/20-machines.md` section 7).
struct MachineForm {
    package static let parameters: KeyValuePairs<String, String> = [
        "hostname": "host name, or the whole name with its domain", "description": "text", "domain": "domain",
        "architecture": "such as `amd64/generic`", "subarchitecture": "such as `generic`",
        "mac_addresses": "MAC address", "min_hwe_kernel": "oldest kernel", "power_type": "power driver",
        "power_parameters": "JSON object for the driver", "power_parameters_skip_check": "take any parameters",
        "zone": "zone's name", "pool": "resource pool's name", "swap_size": "bytes, or with a unit such as 10G",
        "disable_ipv4": "must be false", "cpu_count": "cores", "memory": "MiB", "commission": "commission it at once",
        "deployed": "it runs already", "is_dpu": "it is a DPU",
    ]

    package var form: Form
    package var hostname: FormField<String> = .absent
    package var domain: Domain?
    package var zone: Zone?
    package var pool: ResourcePool?
    package var architecture: String?
    var minHWEKernel: FormField<String> = .absent
    var swapSize: Int?
    var cpuCount: Int?
    package var memory: Int?
    package var description: FormField<String> = .absent
    /// `nil` where it was not said, or the version has no DPUs.
    var isDPU: Bool?
    package var power: PowerConfiguration?

    /// Reads and checks what was sent. `node` is the machine that is changed; `nil` for a new one.
    init(_ parameters: Parameters, _ state: RegionState, node: Node?, requiresArchitecture: Bool) throws {
        form = Form(parameters)
        let db = state.db
        try readHostname(db, node)
        try readPlacement(db)
        try readHardware(state, isNew: node == nil, requiresArchitecture)
        if state.version.has(.dpus) { try readDPU(architecture ?? node?.architecture) }
        try readSwap()
        description = form.text("description")
        if (form.checkbox("disable_ipv4").value ?? false) == true {
            form.add("disable_ipv4", "If specified, disable_ipv4 must be False.")
        }
        power = PowerConfiguration.read(
            state.version, &form, type: node?.powerType ?? "", try node?.powerParameters(db) ?? [:])
    }

    private mutating func readHostname(_ db: Connection, _ node: Node?) throws {
        hostname = form.raw("hostname")
        guard var name = hostname.value else { return }
        if let problem = Hostname.problem(name) { return form.add("hostname", problem) }
        if let dot = name.firstIndex(of: ".") {
            guard let found = try Domain.find(db, name: String(name[name.index(after: dot)...])) else {
                return form.add("hostname", "Nonexistant domain.")
            }
            domain = found
            name = String(name[..<dot])
            hostname = .value(name)
        }
        let taken: Int? = try db.scalar("SELECT id FROM nodes WHERE hostname = ? AND id <> ?", name, node?.id ?? -1)
        if taken != nil { form.add("hostname", "Node with this Hostname already exists.") }
    }

    private mutating func readPlacement(_ db: Connection) throws {
        if let found = try form.domain(db) { domain = found }
        zone = try form.reference("zone") { try Zone.find(db, name: $0) }.value
        pool = try form.reference("pool") { name in
            try ResourcePool.all(db).first { $0.name == name }
        }.value
    }

    private mutating func readHardware(_ state: RegionState, isNew: Bool, _ requiresArchitecture: Bool) throws {
        let wanted = form.raw(
            "architecture", required: isNew ? requiresArchitecture : form.isSent("architecture"))
        if var text = wanted.value {
            if !text.contains("/"), isNew { text += "/" + (form.raw("subarchitecture").value ?? "generic") }
            let usable = try UsableImages.architectureChoices(state.db)
            if usable.contains(text) {
                architecture = text
            } else {
                form.add("architecture", Form.listedChoiceMessage("architecture", text, usable))
            }
        }
        minHWEKernel = form.text("min_hwe_kernel", maxLength: 31)
        if let text = minHWEKernel.value, try !UsableImages(state).isLevel(text) {
            form.add("min_hwe_kernel", "No kernel matches \">=\(text)\" requirement.")
        }
        cpuCount = form.integer("cpu_count").value
        memory = form.integer("memory").value
    }

    /// Only arm64 machines can be DPUs, with a kernel that is new enough.
    private mutating func readDPU(_ architecture: String?) throws {
        guard let flag = form.checkbox("is_dpu").value else { return }
        isDPU = flag
        guard flag else { return }
        if let architecture, !architecture.hasPrefix("arm64") {
            form.addToAll("Invalid DPU architecture provided. Only 'arm64' architecture is supported.")
        } else if let kernel = minHWEKernel.value {
            if try !Kernel.isNewer(kernel, than: "hwe-22.04") {
                form.addToAll(
                    "Invalid minimum \(kernel) DPU kernel used. Only 'hwe-22.04' or newer are supported.")
            }
        } else {
            minHWEKernel = .value("hwe-22.04")
        }
    }

    /// Decimal units, as MAAS counts disks.
    private mutating func readSwap() throws {
        guard let text = form.raw("swap_size").value else { return }
        let units: [Character: Int] = [
            "K": 1_000, "M": 1_000_000, "G": 1_000_000_000, "T": 1_000_000_000_000,
        ]
        if let unit = text.last.flatMap({ units[$0] }) {
            guard let size = Int(text.dropLast()) else {
                throw Refusal.unexpected(
                    "invalid literal for int() with base 10: \(pythonQuoted(String(text.dropLast())))")
            }
            swapSize = size.multipliedReportingOverflow(by: unit).partialValue
        } else if let size = Int(text) {
            swapSize = size
        } else {
            form.add("swap_size", "Invalid size for swap: \(text)")
        }
    }

    /// Writes what was sent into the machine's row.
    func save(_ state: RegionState, to node: Node) throws {
        let db = state.db
        var name = node.hostname
        switch hostname {
        case .absent: break
        // An empty name makes MAAS think up another.
        case .empty: name = try Node.unusedHostname(state)
        case .value(let wanted): name = wanted
        }
        try db.update(
            "nodes", id: node.id,
            [
                "hostname": name, "description": description.orKeep(node.description) ?? "",
                "domain_id": domain?.id ?? node.domainID, "zone_id": zone?.id ?? node.zoneID,
                "pool_id": pool?.id ?? node.poolID, "architecture": architecture ?? node.architecture,
                "cpu_count": cpuCount ?? node.cpuCount, "memory": memory ?? node.memory,
                "swap_size": swapSize ?? node.swapSize, "is_dpu": isDPU ?? node.isDPU, "updated": try state.now,
            ])
        switch minHWEKernel {
        case .absent: break
        case .empty: try db.execute("UPDATE nodes SET min_hwe_kernel = '' WHERE id = ?", node.id)
        case .value(let kernel):
            try db.execute("UPDATE nodes SET min_hwe_kernel = ? WHERE id = ?", kernel, node.id)
        }
        try power?.apply(state, to: node)
    }
}

extension Form {
    /// The domain of a node, by id or name; `nil` where none was sent or it is not there.
    /// - Throws: `Refusal` for an id that is not there, as MAAS does.
    package mutating func domain(_ db: Connection) throws -> Domain? {
        guard let text = raw("domain").value else { return nil }
        if let id = Int(text) {
            guard let found = try Domain.find(db, id: id) else {
                throw Refusal.unexpected("Domain matching query does not exist.")
            }
            return found
        }
        if let found = try Domain.find(db, name: text) { return found }
        add("domain", "Unable to find domain \(text)")
        return nil
    }
}

extension MachineHandler {
    package static func update(_ context: Context) throws -> Reply {
        let life = try life(context, .admin)
        let form = try MachineForm(context.form, context.state, node: life.node, requiresArchitecture: false)
        try form.form.check()
        try form.save(context.state, to: life.node)
        return try reply(life, context)
    }
}
