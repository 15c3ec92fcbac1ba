import SQLite

extension MachineLife {
    /// Takes the machine for a user (MAAS's `acquire`): what it mounts from now on is a copy that its release forgets.
    package mutating func acquire(
        _ user: User, agentName: String = "", comment: String? = nil, bridges: BridgeOptions? = nil
    )
        throws
    {
        let length = agentName.unicodeScalars.count
        if length > 255 {
            throw Refusal.field(
                "agent_name", "Ensure this value has at most 255 characters (it has \(length)).", by: .model)
        }
        try Filesystem.acquire(db, node: node.id)
        try request("User acquiring node", user, comment, action: "acquire")
        try StatusTransitions.check(node.status, to: .allocated)
        try update(["owner_id": user.id, "agent_name": agentName])
        try become(.allocated)
        if let bridges { try node.addAcquiredBridges(state, bridges) }
    }

    /// Starts the deployment of an allocated machine (MAAS's `start` and `_start_deployment`).
    /// - Throws: `Refusal` when the machine has no usable network or nothing to mount at `/`.
    package mutating func startDeployment(_ user: User, comment: String?, userData: String?) throws {
        try checkAddressFamily()
        if try node.installsVMHost(db), node.ephemeralDeploy {
            throw Refusal.invalid("A machine can not be a VM host if it is deployed to memory.")
        }
        if node.ephemeralDeploy, state.version.has(.anySystemInMemory) {
            try UsableImages(state).checkMemory(state, node)
        }
        try request("User starting deployment", user, comment, action: "start")
        try requireImages()
        if let userData { try update(["user_data": userData]) }
        try checkNetwork()
        try checkStorage()
        try become(.deploying)
        if !node.ephemeralDeploy {
            try update(["installation_result_id": try ScriptSet.installation(state, node)])
        }
        if state.version.has(.deploymentScripts) {
            try update(["deployment_result_id": try ScriptSet.deployment(state, node)])
        }
        try event("Deploying")
        try lifecycle.schedule(.claimAddresses, of: node.id)
        try scheduleDeployment()
    }

    private func scheduleDeployment() throws {
        let duration = try milliseconds("deploying")
        // Since 3.6 a workflow brings the machine up some time after the answer; before, the request itself did.
        if state.version.has(.deploymentWorkflow) {
            try powerOn(after: min(try milliseconds("deploy_power"), duration))
        } else {
            try powerOn()
        }
        let story = [
            "Performing PXE boot", "Loading ephemeral", "Configuring storage", "Installing OS", "Configuring OS",
            "Rebooting",
        ]
        for (index, line) in story.enumerated() {
            try lifecycle.schedule(
                .event, of: node.id, after: duration * (index + 1) / (story.count + 1),
                payload: ["type": .string(line)])
        }
        if let set = node.installationResultID, !node.ephemeralDeploy {
            // The installer's log begins when the system is being installed.
            let start = duration * 4 / (story.count + 1)
            try scheduleScripts(of: set, .deploy, from: start, to: duration)
        }
        if let set = node.deploymentResultID {
            // They run on the system that was deployed.
            let start = duration * story.count / (story.count + 1)
            try scheduleScripts(of: set, .deploy, from: start, to: duration)
        }
        try lifecycle.schedule(.deployed, of: node.id, after: duration)
    }

    private func checkStorage() throws {
        let issues = try NodeStorage(db, node: node).issues(state.version, bootMethod: node.bootMethod(db))
        var errors = FieldErrors()
        for issue in issues { errors.add("storage", issue) }
        try errors.check(by: .model)
    }

    /// Automatic links get their addresses; when there are none left, the deployment fails.
    mutating func claimAddresses() throws {
        do {
            try db.transaction { _ = try node.claimAutoAddresses(state) }
        } catch let refusal as Refusal {
            try fail(refusal.text)
        }
    }

    mutating func finishDeployment() throws {
        if try stalls(at: .deploy) { return }
        if let reason = try LifecycleFailure.take(state, .deploy, node) {
            try fail(reason)
            return
        }
        if canSwitchPower, node.powerState != .on { try setPower(.on) }
        if !node.ephemeralDeploy { _ = try endScripts(of: node.installationResultID, .deploy) }
        guard try endScripts(of: node.deploymentResultID, .deploy) else {
            try fail("Installation failed (refer to the installation log for more information).")
            return
        }
        try node.takeLeases(state)
        if try node.installsVMHost(db), let reason = try becomeVMHost() {
            try fail(reason)
            return
        }
        try update(["netboot": false, "error_description": ""])
        if node.enableHWSync { try update(["last_sync": try state.now]) }
        try event("Image Deployed", "deployed \(node.osystem)/\(node.distroSeries)/\(node.architecture)")
        try become(.deployed)
        try event("Deployed")
        try BootResource.noteDeployment(
            state, node.osystem, node.distroSeries, architecture: node.architecture)
    }
}
