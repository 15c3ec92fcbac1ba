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
        let system = try OperatingSystemChoice(context, life.node, hardwareSync: options.enableHWSync)
        try life.update([
            "osystem": system.osystem, "distro_series": system.series, "hwe_kernel": system.kernel,
            "ephemeral_deploy": ephemeral, "enable_hw_sync": options.enableHWSync,
            "enable_kernel_crash_dump": options.enableKernelCrashDump, "install_kvm": options.installKVM,
            "register_vmhost": options.registerVMHost,
            // The form that takes the choice of system writes the missing oldest kernel of a VM as an empty one.
            "min_hwe_kernel": life.node.minHWEKernel ?? "",
        ])
        if let key = system.licenseKey { try life.update(["license_key": key]) }
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
