import Formats
import MAASRegion
import SQLite

/// What MAAS has of a machine of which a fixture only says that it is there.
struct MachineDefaults {
    /// What is done for interfaces that say nothing of their network.
    struct Networks {
        /// They are on the VLAN that machines boot on.
        let plugsIn: Bool
        /// They have the links that commissioning gives them.
        let linksInterfaces: Bool

        static let ofController = Networks(plugsIn: true, linksInterfaces: false)
        static let ofDevice = Networks(plugsIn: false, linksInterfaces: false)
    }

    static let interfaces = JSONValue.array([.object(["name": .string("eth0")])])

    let loader: InventoryLoader
    let status: NodeStatus
    let isVM: Bool
    /// Found by a VM host that MAAS was told of: MAAS neither deployed it nor can switch its power.
    let isFoundHost: Bool

    private var state: RegionState { loader.state }

    init(_ loader: InventoryLoader, _ status: NodeStatus, isVM: Bool, isFoundHost: Bool) {
        self.loader = loader
        self.status = status
        self.isVM = isVM
        self.isFoundHost = isFoundHost
    }

    /// Statuses in which MAAS does not know yet what a machine is.
    private var isUnknown: Bool { [.new, .commissioning, .failedCommissioning].contains(status) }

    /// Statuses in which a machine belongs to somebody.
    private var isOwned: Bool {
        [
            .allocated, .reserved, .deploying, .deployed, .failedDeployment, .releasing, .failedReleasing, .diskErasing,
            .failedDiskErasing,
        ].contains(status)
    }

    private var hasSystem: Bool { [.deployed, .deploying, .failedDeployment].contains(status) && !isFoundHost }

    var networks: Networks { Networks(plugsIn: !isUnknown, linksInterfaces: !isUnknown) }

    /// Says what is left out.
    func fill(_ machine: inout FixtureObject) throws {
        func set(_ key: String, _ value: JSONValue?) {
            if !machine.says(key), let value { machine.members[key] = value }
        }
        set("interfaces", Self.interfaces)
        try fillPower(&machine)
        if !isUnknown {
            set("cpu_count", .integer(4))
            set("memory", .integer(8192))
            if !isFoundHost { set("block_devices", Self.disks) }
        }
        if isOwned { set("owner", try administrator()) }
        set("power_state", .string(hasSystem ? "on" : isFoundHost ? "unknown" : "off"))
        try fillRuns(&machine)
        if hasSystem { try fillSystem(&machine) }
    }

    private static let disks = JSONValue.array([
        .object([
            "name": .string("sda"), "size": .integer(64_000_000_000), "model": .string("VIRTUAL"),
            "id_path": .string("/dev/sda"),
        ])
    ])

    private func administrator() throws -> JSONValue? {
        try User.administrator(loader.db).map { JSONValue.string($0.username) }
    }

    /// A machine that was commissioned has passed its scripts and tests, one that is deployed its installation.
    private func fillRuns(_ machine: inout FixtureObject) throws {
        func says(_ kind: String) -> Bool {
            machine.says("\(kind)_status_name") || machine.says("current_\(kind)_result_id")
        }
        let passed = JSONValue.string(ScriptStatus.passed.label)
        if isFoundHost || isVM {
            if isFoundHost, !says("commissioning") {
                machine.members["current_commissioning_result_id"] = .integer(try loader.numbers.next("script_sets"))
            }
        } else if !isUnknown, !says("commissioning") {
            machine.members["commissioning_status_name"] = passed
            if !says("testing") { machine.members["testing_status_name"] = passed }
        }
        if status == .deployed, hasSystem, !isVM, !says("installation") {
            machine.members["installation_status_name"] = passed
        }
    }

    /// The system that MAAS deploys when nobody asks for another.
    private func fillSystem(_ machine: inout FixtureObject) throws {
        if machine["osystem"] == nil {
            machine.members["osystem"] = .string(try Configuration.text("default_osystem", state))
        }
        if machine["distro_series"] == nil {
            machine.members["distro_series"] = .string(try Configuration.text("default_distro_series", state))
        }
        guard !machine.says("hwe_kernel"), let os = machine["osystem"]?.value.string,
            let series = machine["distro_series"]?.value.string
        else { return }
        let kernels = try BootResource.all(loader.db, type: .synced).filter { $0.name == "\(os)/\(series)" }
            .compactMap { $0.architecture.split(separator: "/").last.map(String.init) }
        if let kernel = kernels.filter({ $0.hasPrefix("ga-") }).min(by: { $0.count < $1.count }) {
            machine.members["hwe_kernel"] = .string(kernel)
        }
    }

    // MARK: Power

    /// A machine has a BMC that speaks IPMI, where nothing else is said; what is not said of its parameters is what the
    /// driver has for it.
    private func fillPower(_ machine: inout FixtureObject) throws {
        guard !isVM, !isFoundHost else { return }
        if !machine.says("power_type") { machine.members["power_type"] = .string("ipmi") }
        guard machine["power_parameters"] == nil, let type = machine["power_type"]?.value.string,
            let driver = try PowerDriver.named(type, in: state.version)
        else { return }
        var parameters: [String: JSONValue] = [:]
        for parameter in driver.parameters {
            parameters[parameter.name] =
                switch parameter.name {
                case "power_address": .string(loader.numbers.nextPowerAddress())
                case "power_user", "power_pass": .string("maas")
                default:
                    parameter.isRequired && parameter.standard == .string("")
                        ? machine.members["hostname"] : parameter.standard
                }
        }
        machine.members["power_parameters"] = .object(parameters)
    }

    // MARK: Storage and addresses

    private static let groups = [
        "raids", "cache_sets", "bcaches", "volume_groups", "vmfs_datastores", "special_filesystems",
    ]
    private static let contents = ["partitions", "filesystem", "partition_table_type"]

    /// Puts the layout on the disks that is asked for; the region's default one, where nothing at all is said of what is
    /// on them.
    func layOut(_ machine: FixtureObject, node: Int) throws {
        let layout = StorageLayout(state, node: node)
        if machine.says("storage_layout") {
            do {
                try layout.apply(machine.choice("storage_layout")) { kind, _, bootDisk in
                    if let problem = StorageLayoutOptions.problem(kind, on: bootDisk) {
                        throw FixtureError(path: machine.place("storage_layout"), reason: problem)
                    }
                    return StorageLayoutOptions(bootDisk)
                }
            } catch let failure as StorageLayout.Failure {
                let reason = if case .unusable(let reason) = failure { reason } else { "the machine has no disk" }
                throw FixtureError(path: machine.place("storage_layout"), reason: reason)
            }
            return
        }
        guard !isUnknown, !isFoundHost, Self.groups.allSatisfy({ !machine.says($0) }),
            try machine.list("block_devices").allSatisfy({ disk in
                let disk = try disk.object(.blockDevice)
                return Self.contents.allSatisfy { !disk.says($0) }
            })
        else { return }
        try layout.applyDefault()
    }

    /// A machine that is deployed has the addresses that its links stand for.
    func claimAddresses(node: Int) throws {
        guard status == .deployed else { return }
        try Node.find(loader.db, id: node)?.claimAutoAddresses(state)
    }
}
