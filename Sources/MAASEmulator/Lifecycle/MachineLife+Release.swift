import SQLite

extension MachineLife {
    /// Gives the machine back (MAAS's `start_releasing`), after its disks were erased when that was asked for.
    mutating func release(_ user: User, comment: String?, erase: Bool, force: Bool) throws {
        try node.removeVMHosts(state, force: force)
        let isConfigured = try MAASSetting.flag(db, "enable_disk_erasing_on_release")
        guard erase || isConfigured else {
            try request("User releasing node", user, comment, action: "release")
            try startRelease()
            return
        }
        try request("User erasing disk", user, comment, action: "start disk erasing")
        try lifecycle.cancel(of: node.id)
        try become(.diskErasing)
        try requireImages()
        try powerOn()
        try lifecycle.schedule(.erased, of: node.id, after: try milliseconds("disk_erasing"))
    }

    /// Powers the machine off; once it is, it is free again.
    mutating func startRelease() throws {
        // A power-on that is already on its way is not called back.
        let isStarting = try lifecycle.isScheduled(.powerOn, of: node.id)
        try lifecycle.cancel(of: node.id, Lifecycle.Step.allCases.filter { $0 != .powerOn })
        let isOff = node.powerState == "off" || node.isDPU || !canSwitchPower
        if isOff {
            if isStarting { try lifecycle.hurry(.powerOn, of: node.id) }
        } else {
            try powerOff(after: try milliseconds("releasing"))
        }
        try become(.releasing)
        try update([
            "agent_name": "", "netboot": true, "osystem": "", "distro_series": "", "license_key": nil,
            "hwe_kernel": nil, "install_rackd": false, "install_kvm": false, "register_vmhost": false,
            "enable_hw_sync": false,
        ])
        try event("Releasing")
        try db.execute("DELETE FROM filesystems WHERE node_id = ? AND acquired = 1", node.id)
        if isOff { try finishRelease() }
    }

    /// The machine is off: addresses and owner go; a machine that was made for its owner goes altogether.
    mutating func finishRelease() throws {
        if let reason = try LifecycleFailure.take(state, .release, node) {
            try fail(reason)
            return
        }
        if node.isDynamic {
            try node.remove(state)
            return
        }
        try node.releaseInterfaceConfiguration(state)
        try InstalledHypervisor.remove(from: node.id, db)
        try become(node.commissioningStatus == .passed ? .ready : .new)
        try event("Released")
        try db.execute("DELETE FROM node_owner_data WHERE node_id = ?", node.id)
        try reload()
    }

    mutating func finishErasing() throws {
        if try stalls(at: .erase) { return }
        if let reason = try LifecycleFailure.take(state, .erase, node) {
            try fail(reason)
            return
        }
        try event("Disks erased")
        try startRelease()
    }

    /// Stops what the machine is doing. The status follows when its power is off, right after the answer.
    mutating func abort(_ user: User, comment: String?) throws {
        let next = try LifecycleOperation.abort.require(of: node)
        let (asked, action, told) =
            switch node.status {
            case .commissioning:
                ("User aborting node commissioning", "abort commissioning", "Aborted commissioning")
            case .deploying: ("User aborting deployment", "abort deploying", "Aborted deployment")
            case .testing: ("User aborting node testing", "abort testing", "Aborted testing")
            default: ("User aborting disk erase", "abort disk erasing", "Aborted disk erasing")
            }
        try lifecycle.cancel(of: node.id)
        if node.status == .commissioning { try setOwner(nil) }
        try request(asked, user, comment, action: action)
        try event(told)
        try lifecycle.schedule(.aborted, of: node.id, payload: ["status": .integer(next.rawValue)])
    }
}
