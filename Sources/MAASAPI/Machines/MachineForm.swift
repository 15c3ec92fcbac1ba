import Formats
import MAASRegion
import SQLite

/// The fields of a machine that can be set when it is made and afterwards (MAAS: `forms.MachineForm`).
struct MachineForm {
    /// Of every form of a machine.
    package static let parameters: KeyValuePairs<String, String> = [
        "hostname": "host name, or the whole name with its domain", "domain": "domain",
        "architecture": "such as `amd64/generic`", "min_hwe_kernel": "oldest kernel", "power_type": "power driver",
        "power_parameters": "JSON object for the driver", "power_parameters_skip_check": "take any parameters",
        "swap_size": "bytes, or with a unit such as 10G", "disable_ipv4": "must be false",
        "hwe_kernel": "kernel of deployments", "osystem": "operating system", "distro_series": "its release",
        "license_key": "key of the system", "ephemeral_deploy": "deploy into memory",
        "enable_hw_sync": "only for systems with Linux",
    ]
    /// Of administrators alone.
    static let placement: KeyValuePairs<String, String> = [
        "description": "text", "zone": "zone's name", "pool": "resource pool's name", "cpu_count": "cores",
        "memory": "MiB",
    ]
    /// Of new machines alone.
    static let novelty: KeyValuePairs<String, String> = [
        "subarchitecture": "such as `generic`", "mac_addresses": "MAC address", "commission": "commission it at once",
        "deployed": "it runs already",
    ]
    static let dpu: KeyValuePairs<String, String> = ["is_dpu": "it is a DPU"]
    static let crashDumps: KeyValuePairs<String, String> = ["enable_kernel_crash_dump": "keep kernel dumps"]

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
    package private(set) var system: MachineSystem?
    var ephemeralDeploy: Bool?
    var enableKernelCrashDump: Bool?
    private var enableHWSync: Bool?
    package var power: PowerConfiguration?
    /// The machine is not to be powered in any way, from now on.
    private var losesPower = false

    /// Reads and checks what was sent. `node` is the machine that is changed; `nil` for a new one.
    /// - Parameter isAdmin: Whether an administrator sends it; others cannot say where a machine belongs and how large
    ///   it is.
    init(
        _ parameters: Parameters, _ state: RegionState, node: Node?, requiresArchitecture: Bool, isAdmin: Bool = true
    ) throws {
        form = Form(parameters)
        let db = state.db
        power = try PowerConfiguration.read(
            state.version, &form, type: node?.powerType ?? "", try node?.powerParameters(db) ?? [:])
        losesPower = form.parameters["power_type"]?.strippedOfBlanks == ""
        try readHostname(db, node)
        if let found = try form.domain(db) { domain = found }
        if isAdmin { try readPlacement(db) }
        try readHardware(state, isNew: node == nil, requiresArchitecture, isAdmin)
        if state.version.has(.dpus) { try readDPU(architecture ?? node?.architecture) }
        try readSwap()
        readDeployment(state.version)
        system = try MachineSystem(
            &form, state, node, minHWEKernel: minHWEKernel.orKeep(node?.minHWEKernel) ?? "",
            architecture: architecture ?? node?.architecture ?? "")
        let osystem = system?.osystem ?? ""
        if enableHWSync == true, !HardwareSync.isSupported(by: osystem.isEmpty ? node?.osystem ?? "" : osystem) {
            form.add("enable_hw_sync", HardwareSync.unsupported)
        }
        if isAdmin { description = form.text("description") }
        if (form.checkbox("disable_ipv4").value ?? false) == true {
            form.add("disable_ipv4", "If specified, disable_ipv4 must be False.")
        }
    }

    /// What is said of the next deployment.
    private mutating func readDeployment(_ version: MAASVersion) {
        ephemeralDeploy = form.checkbox("ephemeral_deploy").value
        if version.has(.kernelCrashDumps) { enableKernelCrashDump = form.checkbox("enable_kernel_crash_dump").value }
        enableHWSync = form.checkbox("enable_hw_sync").value
    }

    /// Machines without interfaces are only powered by BMCs that tell them.
    mutating func checkPowerType(_ old: String, hasInterfaces: Bool) {
        guard !form.errors.contains("power_type"), let type = form.raw("power_type").value else { return }
        guard type != old, type != "ipmi", !hasInterfaces else { return }
        form.add("power_type", "Can't set power type to \(type) without network interfaces")
    }

    private mutating func readHostname(_ db: Connection, _ node: Node?) throws {
        let read = try form.nodeName(db, besides: node)
        hostname = read.label
        domain = read.domain ?? domain
    }

    private mutating func readPlacement(_ db: Connection) throws {
        zone = try form.reference("zone") { try Zone.find(db, name: $0) }.value
        pool = try form.reference("pool") { name in
            try ResourcePool.all(db).first { $0.name == name }
        }.value
    }

    private mutating func readHardware(
        _ state: RegionState, isNew: Bool, _ requiresArchitecture: Bool, _ isAdmin: Bool
    ) throws {
        let wanted = form.unstripped(
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
        if isNew, minHWEKernel.value == nil,
            let standard = try Configuration.value("default_min_hwe_kernel", state)?.string, !standard.isEmpty
        {
            minHWEKernel = .value(standard)
        }
        if let text = minHWEKernel.value, try !UsableImages(state).isLevel(text) {
            form.add("min_hwe_kernel", "No kernel matches \">=\(text)\" requirement.")
        }
        guard isAdmin else { return }
        cpuCount = form.integer("cpu_count", max: Int(Int32.max)).value
        memory = form.integer("memory", max: Int(Int32.max)).value
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
        let powers: [Character: Int] = ["K": 3, "M": 6, "G": 9, "T": 12]
        let power = text.last.flatMap { powers[$0] }
        let digits = power == nil ? text : String(text.dropLast())
        guard let size = PythonInteger(digits)?.timesTen(toThe: power ?? 0) else {
            guard power == nil else {
                throw Refusal.unexpected("invalid literal for int() with base 10: \(pythonQuoted(digits))")
            }
            form.add("swap_size", "Invalid size for swap: \(text)")
            return
        }
        swapSize = size.exact
        guard swapSize == nil else { return }
        let isLarge = size.clamped == .max
        form.add(
            "swap_size",
            "Ensure this value is \(isLarge ? "less" : "greater") than or equal to \(isLarge ? Int.max : Int.min).")
    }

    /// Writes what was sent into the machine's row.
    func save(_ state: RegionState, to node: Node) throws {
        var changes = Node.Changes()
        // An empty name makes MAAS think up another.
        if case .empty = hostname { changes.hostname = try Node.unusedHostname(state) }
        if let wanted = hostname.value { changes.hostname = wanted }
        changes.description = description.isSent ? description.value ?? "" : nil
        changes.domainID = domain?.id
        changes.zoneID = zone?.id
        changes.poolID = pool?.id
        changes.architecture = architecture
        changes.cpuCount = cpuCount
        changes.memory = memory
        changes.swapSize = swapSize
        changes.isDPU = isDPU
        changes.ephemeralDeploy = ephemeralDeploy
        changes.enableKernelCrashDump = enableKernelCrashDump.map { $0 && node.canDumpKernel }
        // The form that is filled in from a machine without one writes an empty one.
        changes.minHWEKernel = minHWEKernel.isSent ? minHWEKernel.value ?? "" : node.minHWEKernel ?? ""
        setSystem(in: &changes)
        changes.enableHWSync = enableHWSync
        try node.apply(changes, state)
        if losesPower { try PowerConfiguration.remove(state, from: node) }
        try power?.apply(state, to: node)
    }
}

extension MachineForm {
    /// Adds the operating system to what changes of a machine.
    package func setSystem(in changes: inout Node.Changes) {
        guard let system else { return }
        changes.osystem = system.osystem
        changes.distroSeries = system.series
        if let kernel = system.kernel { changes.hweKernel = .value(kernel) }
        changes.licenseKey = system.licenseKey
    }
}

extension Operation {
    /// This operation with what the forms of some versions know of machines.
    var ofMachines: Operation {
        reading(MachineForm.dpu, in: .of(.dpus)).reading(MachineForm.crashDumps, in: .of(.kernelCrashDumps))
    }
}

extension Form {
    /// Refuses the host name of another node, of whatever kind.
    mutating func refuse(takenHostname name: String, _ db: Connection, besides node: Node?) throws {
        if try Node.hasHostname(db, name, besides: node?.id) {
            add("hostname", Uniqueness.message("Node", "Hostname"))
        }
    }

    /// The domain of a node, by id or name; `nil` where none was sent or it is not there.
    /// - Throws: `Refusal` for an id that is not there, as MAAS does.
    package mutating func domain(_ db: Connection) throws -> Domain? {
        guard let text = text("domain").value else { return nil }
        if text.isDigits || Int(text) != nil {
            let id = Int(text) ?? -1
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
        var form = try MachineForm(context.form, context.state, node: life.node, requiresArchitecture: false)
        form.checkPowerType(
            life.node.powerType, hasInterfaces: try !Interface.all(context.db, node: life.node.id).isEmpty)
        try form.form.check()
        try form.save(context.state, to: life.node)
        return try reply(life, context)
    }
}
