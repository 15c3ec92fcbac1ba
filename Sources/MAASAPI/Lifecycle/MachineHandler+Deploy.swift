import Formats
import MAASRegion
import SQLite

extension MachineHandler {
    static func deploy(_ context: Context) throws -> Reply {
        var life = try life(context, .edit)
        let options = try AllocationOptions(context.form, context.version)
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
        let system = try OperatingSystemChoice(context.form, life.node, context.state)
        try life.update([
            "osystem": system.osystem, "distro_series": system.series, "hwe_kernel": system.kernel,
            "ephemeral_deploy": ephemeral, "enable_hw_sync": options.enableHWSync,
            "enable_kernel_crash_dump": options.enableKernelCrashDump, "install_kvm": options.installKVM,
            "register_vmhost": options.registerVMHost,
            // The form that takes the choice of system writes the missing oldest kernel of a VM as an empty one.
            "min_hwe_kernel": life.node.minHWEKernel ?? "",
        ])
        if let key = context.form["license_key"] { try life.update(["license_key": key]) }
        try life.start(
            caller, comment: context.form["comment"], userData: context.form["user_data"],
            bridges: BridgeOptions(
                type: options.bridges.type, stp: options.bridges.stp,
                forwardDelay: context.form.contains("bridge_fd") ? options.bridges.forwardDelay : 15))
        return try reply(life, context)
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
    let enableKernelCrashDump: Bool

    /// - Throws: `Refusal` for a switch that is neither on nor off, or that the version has given up.
    init(_ parameters: Parameters, _ version: MAASVersion) throws {
        let form = Form(parameters)
        if !version.has(.hostingOptions) {
            for name in ["install_rackd", "install_kvm", "register_vmhost"]
            where try form.strictFlag(name, default: false) {
                throw Refusal.invalid("Support for \(name) allocation parameter has been removed.")
            }
        }
        comment = parameters["comment"]
        agentName = parameters["agent_name"] ?? ""
        var bridges = BridgeOptions()
        if let type = parameters["bridge_type"] {
            guard ["standard", "ovs"].contains(type) else {
                // MAAS answers with the unfilled template of its message here.
                throw Refusal.field(
                    "bridge_type", Form.listedChoiceMessage("bridge_type", "%(value)s", ["standard", "ovs"]))
            }
            bridges.type = type
        }
        bridges.stp = try form.strictFlag("bridge_stp", default: false)
        if let delay = parameters["bridge_fd"] {
            guard let seconds = Int(delay) else {
                throw Refusal.invalid("Invalid bridge_fd: Please enter an integer value")
            }
            bridges.forwardDelay = seconds
        }
        self.bridges = bridges
        installRackd = try form.strictFlag("install_rackd", default: false)
        installKVM = try form.strictFlag("install_kvm", default: false)
        registerVMHost = try form.strictFlag("register_vmhost", default: false)
        ephemeralDeploy = try form.strictFlag("ephemeral_deploy", default: false)
        bridgeAll = try form.strictFlag(
            "bridge_all", default: (installKVM || registerVMHost) && !ephemeralDeploy)
        enableHWSync = try form.strictFlag("enable_hw_sync", default: false)
        enableKernelCrashDump = try form.strictFlag("enable_kernel_crash_dump", default: false)
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
        let standard = try Configuration.text("default_distro_series", state)
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
