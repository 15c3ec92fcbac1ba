import SQLite

/// What people do to machines that need attention.
extension MachineLife {
    /// Marks the machine broken; one that could be released is released first.
    package mutating func markBroken(_ user: User, comment: String?) throws {
        try request("User marking node broken", user, comment, action: "mark broken")
        let losesOwner = !state.version.has(.brokenMachineKeepsOwner) && node.status == .deployed
        if LifecycleOperation.releasable.contains(node.status) {
            try startRelease()
        } else {
            try lifecycle.cancel(of: node.id, Lifecycle.Step.allCases.filter { $0 != .powerOn && $0 != .powerOff })
        }
        guard try Node.find(db, id: node.id) != nil else { return }
        try become(.broken)
        try update(["error_description": comment ?? ""])
        if losesOwner { try setOwner(nil) }
    }

    package mutating func markFixed(_ user: User, comment: String?) throws {
        try request("User marking node fixed", user, comment, action: "mark fixed")
        try become(try LifecycleOperation.markFixed.require(of: node))
        try update([
            "error_description": "", "osystem": "", "distro_series": "", "hwe_kernel": nil,
            "installation_result_id": nil,
        ])
    }

    package mutating func overrideFailedTesting(_ user: User, comment: String?) throws {
        try request("User overrode 'Failed testing' status", user, comment, action: "ignore failed tests")
        try LifecycleOperation.overrideFailedTesting.require(of: node)
        try become(node.osystem.isEmpty ? .ready : .deployed)
        try update(["error_description": ""])
    }

    package mutating func setLocked(_ locked: Bool, _ user: User, comment: String?) throws {
        try request(
            locked ? "User locking node" : "User unlocking node", user, comment, action: locked ? "lock" : "unlock")
        try update(["locked": locked])
    }

    package mutating func enterRescueMode(_ user: User) throws {
        guard !node.powerType.isEmpty else { throw Self.unknownPowerType }
        try LifecycleOperation.rescueMode.require(of: node)
        try request("User starting rescue mode", user, nil, action: "start rescue mode")
        try become(.enteringRescueMode)
        try lifecycle.cancel(of: node.id)
        try setOwner(user)
        try event("Entering rescue mode")
        try powerOn()
        try lifecycle.schedule(
            .rescueModeEntered, of: node.id, after: try milliseconds("entering_rescue_mode"))
    }

    mutating func finishEnteringRescueMode() throws {
        if try stalls(at: .rescueMode) { return }
        if let reason = try LifecycleFailure.take(state, .rescueMode, node) {
            try fail(reason)
            return
        }
        try become(.rescueMode)
        try event("Rescue mode")
    }

    package mutating func exitRescueMode(_ user: User) throws {
        try request("User stopping rescue mode", user, nil, action: "stop rescue mode")
        try become(.exitingRescueMode)
        try lifecycle.cancel(of: node.id)
        if !canSwitchPower {
            let previous = node.previousStatus
            if previous != .deployed { try setOwner(nil) }
            try become(previous, checked: false)
            return
        }
        try lifecycle.schedule(.rescueModeExited, of: node.id, after: try milliseconds("exiting_rescue_mode"))
    }

    /// Deployed machines boot their system again; others are off and nobody's.
    mutating func finishExitingRescueMode() throws {
        let previous = node.previousStatus
        if previous == .deployed {
            try setPower(.on)
            try event("Exited rescue mode")
            try become(previous, checked: false)
        } else {
            try setPower(.off)
            try become(previous, checked: false)
            try setOwner(nil)
            try event("Exited rescue mode")
        }
    }
}
