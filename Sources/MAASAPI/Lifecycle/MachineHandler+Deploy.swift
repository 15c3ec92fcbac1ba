import Formats
import MAASRegion
import SQLite

extension MachineHandler {
    static func deploy(_ context: Context) throws -> Reply {
        var life = try life(context, .edit)
        let options = try AllocationOptions(context)
        let caller = try context.caller()
        if options.installRackd {
            throw Refusal.invalid(
                "Deploying a machine as a rackd has been disabled and it's not supported anymore.")
        }
        let becomesHost = options.installKVM || options.registerVMHost
        if becomesHost, !life.node.allows(.admin, to: caller) {
            throw Refusal.forbidden("Only administratros can deploy VM hosts")
        }
        let disks: Int =
            try context.db.scalar("SELECT COUNT(*) FROM block_devices WHERE node_id = ?", life.node.id) ?? 0
        let ephemeral = options.ephemeralDeploy || disks == 0
        if becomesHost, ephemeral {
            throw Refusal.invalid(
                context.version.has(.hostInMemoryText)
                    ? "A machine can not be a VM host if it is deployed to memory."
                    : "Cannot deploy as a VM host for ephemeral deployments.")
        }
        if life.node.status == .ready {
            if let owner = life.node.ownerID, owner != caller.id {
                throw Refusal.conflict("Can't allocate a machine belonging to another user.")
            }
            try life.acquire(
                caller, agentName: options.agentName, comment: options.comment,
                bridges: options.bridgeAll ? options.bridges : nil)
        }
        try LifecycleOperation.deploy.require(of: life.node)
        let system = try OperatingSystemChoice(context.post, life.node, context.state)
        if options.enableHWSync, !HardwareSync.isSupported(by: system.osystem) {
            throw Refusal.field("enable_hw_sync", HardwareSync.unsupported)
        }
        try life.update([
            "osystem": system.osystem, "distro_series": system.series, "hwe_kernel": system.kernel,
            "ephemeral_deploy": ephemeral, "enable_kernel_crash_dump": try dumpsKernel(life.node, context),
            // The form that takes the choice of system writes the missing oldest kernel of a VM as an empty one.
            "min_hwe_kernel": life.node.minHWEKernel ?? "",
        ])
        try life.setHardwareSync(options.enableHWSync)
        if let key = context.post["license_key"] { try life.update(["license_key": key]) }
        try life.start(caller, StartOptions(context.post))
        return try reply(life, context)
    }

    /// Whether the machine is to keep dumps of a kernel that crashes: as it was asked, else as the setting says, and
    /// only where it could.
    private static func dumpsKernel(_ node: Node, _ context: Context) throws -> Bool {
        let setting = try Configuration.value("enable_kernel_crash_dump", context.state) == .bool(true)
        return (context.post["enable_kernel_crash_dump"]?.isChecked ?? setting) && node.canDumpKernel
    }
}

/// What an allocation or a deployment can be told beside its constraints; all strict switches.
struct AllocationOptions {
    let agentName: String
    package let comment: String?
    let bridgeAll: Bool
    let bridges: BridgeOptions
    let installRackd: Bool
    let installKVM: Bool
    let registerVMHost: Bool
    let ephemeralDeploy: Bool
    let enableHWSync: Bool

    /// Reads them from a form; a JSON body can only name the agent.
    /// - Throws: `Refusal` for a switch that is neither on nor off, or that the version has given up.
    init(_ context: Context) throws {
        let parameters = context.post
        let form = Form(parameters)
        if !context.version.has(.hostingOptions) {
            for name in ["install_rackd", "install_kvm", "register_vmhost"]
            where try form.strictFlag(name, default: false) {
                throw Refusal.invalid("Support for \(name) allocation parameter has been removed.")
            }
        }
        comment = parameters["comment"]
        installRackd = try form.strictFlag("install_rackd", default: false)
        installKVM = try form.strictFlag("install_kvm", default: false)
        registerVMHost = try form.strictFlag("register_vmhost", default: false)
        ephemeralDeploy = try form.strictFlag("ephemeral_deploy", default: false)
        bridgeAll = try form.strictFlag(
            "bridge_all", default: (installKVM || registerVMHost) && !ephemeralDeploy)
        bridges = try BridgeOptions(parameters, forwardDelay: 0)
        enableHWSync = try form.strictFlag("enable_hw_sync", default: false)
        agentName = context.form["agent_name"] ?? ""
    }
}

/// The operating system that a deployment was asked for, found among the boot resources.
struct OperatingSystemChoice {
    package let osystem: String
    let series: String
    package let kernel: String?

    /// - Throws: `Refusal` for a release or a kernel that there is no image for.
    init(_ parameters: Parameters, _ node: Node, _ state: RegionState) throws {
        let db = state.db
        let releases = try BootImages.releases(db)
        let standard = try MAASSetting.text(db, "default_distro_series", default: state.version.standardRelease)
        let sent = parameters["distro_series"].flatMap { $0.isEmpty ? nil : $0 } ?? standard
        let wanted = state.version.has(.seriesByNumber) ? UbuntuRelease.codename(ofVersion: sent) ?? sent : sent
        let found = releases.first { $0 == wanted } ?? releases.first { $0.split(separator: "/").last == wanted[...] }
        guard let found else {
            throw Refusal.field(
                "distro_series", Form.listedChoiceMessage("distro_series", sent, [""] + releases))
        }
        let halves = found.split(separator: "/", maxSplits: 1).map(String.init)
        osystem = halves.count > 1 ? halves[0] : "custom"
        series = halves.last ?? found
        kernel = try osystem == "ubuntu" ? Self.kernel(parameters["hwe_kernel"], found, node, db) : nil
    }

    private static func kernel(_ wanted: String?, _ release: String, _ node: Node, _ db: Connection) throws -> String? {
        let kernels = try BootImages.kernels(db, release: release, architecture: node.architecture)
        if let wanted, KernelVersion(wanted) != nil {
            guard kernels.contains(wanted) else {
                throw Refusal.field(
                    "hwe_kernel", "\(wanted) is not available for \(release) on \(node.architecture).")
            }
            return wanted
        }
        let ordered = kernels.compactMap { name in KernelVersion(name).map { (name, $0) } }.sorted { $0.1 < $1.1 }
        guard let least = node.minHWEKernel.flatMap({ KernelVersion($0) }) else { return ordered.first?.0 }
        guard let kernel = ordered.first(where: { $0.1 >= least })?.0 else {
            throw Refusal.field(
                "hwe_kernel",
                "\(release) has no kernels available which meet min_hwe_kernel(\(node.minHWEKernel ?? "")).")
        }
        return kernel
    }
}

/// A kernel's name, `ga-24.04` or `hwe-22.04-edge`, as it is ordered: by release, GA before HWE.
package struct KernelVersion: Comparable {
    private let release: String
    private let rank: Int

    /// `nil` for text that names no kernel.
    package init?(_ text: String) {
        let parts = text.split(separator: "-").map(String.init)
        guard parts.count >= 2, ["ga", "hwe"].contains(parts[0]) else { return nil }
        let digits = parts[1].split(separator: ".")
        let isRelease = digits.count == 2 && digits.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isNumber) }
        let isLetter = parts[1].count == 1 && parts[1].allSatisfy { $0.isLetter && $0.isASCII }
        guard isRelease || isLetter else { return nil }
        // Letters name the releases up to 15.10.
        release = isRelease ? parts[1] : "00.\(parts[1])"
        rank = (parts[0] == "ga" ? 0 : 1) + (parts.contains("edge") ? 1 : 0)
    }

    package static func < (a: KernelVersion, b: KernelVersion) -> Bool { (a.release, a.rank) < (b.release, b.rank) }
}
