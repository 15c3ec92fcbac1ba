import Formats
import MAASRegion

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
        let ephemeral = try options.ephemeralDeploy || life.node.diskCount(context.db) == 0
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
        var changes = Node.Changes()
        changes.osystem = system.osystem
        changes.distroSeries = system.series
        changes.hweKernel = system.kernel.map { .value($0) } ?? .empty
        changes.ephemeralDeploy = ephemeral
        changes.enableKernelCrashDump = try dumpsKernel(life.node, context)
        // The form that takes the choice of system writes the missing oldest kernel of a VM as an empty one.
        changes.minHWEKernel = life.node.minHWEKernel ?? ""
        try life.update(changes)
        if system.osystem == "esxi", life.node.allows(.admin, to: caller) {
            // Only the installation on the machine would register it.
            _ = try Form(context.post).strictFlag("vcenter_registration", default: true)
        }
        try life.setHardwareSync(options.enableHWSync)
        changes = Node.Changes()
        changes.licenseKey = system.licenseKey
        try life.update(changes)
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
