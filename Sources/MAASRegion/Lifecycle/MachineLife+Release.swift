import Formats
import SQLite

extension MachineLife {
    /// The script that erases disks; before 3.5, the way to erase them.
    package static let wipeScript = "wipe-disks"

    /// Gives the machine back (MAAS's `start_releasing`), after its release scripts ran, of which erasing the disks is
    /// one. With `force`, VM hosts on it are the caller's to remove once this is over, refused or not.
    package mutating func release(
        _ user: User, comment: String?, force: Bool, scripts: [String] = [], input: ScriptSet.Input = [:]
    ) throws {
        if !force { try node.removeVMHosts(state, force: false) }
        var scripts = scripts
        var input = input
        if try Configuration.flag("enable_disk_erasing_on_release", state) {
            scripts.append(Self.wipeScript)
            input[Self.wipeScript] = [
                "secure_erase": try Configuration.value("disk_erase_with_secure_erase", state) ?? .bool(true),
                "quick_erase": try Configuration.value("disk_erase_with_quick_erase", state) ?? .bool(false),
            ]
        }
        guard !scripts.isEmpty else {
            try request("User releasing node", user, comment, action: "release")
            try startRelease()
            return
        }
        let duration = try milliseconds("disk_erasing")
        // Asked for by the request and by the setting, erasing is there twice, and is no erasing alone to MAAS.
        let isErasing = !state.version.has(.releaseScripts) || scripts == [Self.wipeScript]
        try lifecycle.cancel(of: node.id)
        if state.version.has(.releaseScripts) {
            let set = try ScriptSet.release(state, node, scripts, input)
            try update(["release_result_id": set])
            try scheduleScripts(of: set, isErasing ? .erase : .release, from: duration / 3, to: duration)
        }
        if isErasing {
            try request("User erasing disk", user, comment, action: "start disk erasing")
            try become(.diskErasing)
        } else {
            try request("User releasing node", user, comment, action: "start node releasing")
            try become(.releasing)
        }
        try requireImages()
        try claimAddressesForScripts()
        try powerOn()
        try lifecycle.schedule(.erased, of: node.id, after: duration)
    }

    /// Powers the machine off; once it is, it is free again.
    mutating func startRelease() throws {
        // A power-on that is already on its way is not called back.
        let isStarting = try lifecycle.isScheduled(.powerOn, of: node.id)
        try lifecycle.cancel(of: node.id, Lifecycle.Step.allCases.filter { $0 != .powerOn })
        let isOff = node.powerState == .off || node.isDPU || !canSwitchPower
        if isOff {
            if isStarting { try lifecycle.hurry(.powerOn, of: node.id) }
        } else {
            try powerOff(after: try milliseconds("releasing"))
        }
        try become(.releasing)
        try update([
            "agent_name": "", "netboot": true, "osystem": "", "distro_series": "", "license_key": nil,
            "hwe_kernel": nil, "install_rackd": false, "install_kvm": false, "register_vmhost": false,
            "enable_hw_sync": false, "sync_interval": nil, "last_sync": nil,
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
            try node.delete(state, force: false)
            return
        }
        try node.releaseInterfaceConfiguration(state)
        try InstalledHypervisor.remove(from: node.id, db)
        let isCommissioned = try ScriptSet.status(db, id: node.commissioningResultID) == .passed
        try become(isCommissioned ? .ready : .new)
        try event("Released")
        try db.execute("DELETE FROM node_owner_data WHERE node_id = ?", node.id)
        try reload()
    }

    /// The release scripts have come back.
    mutating func finishErasing(_ payload: JSONValue) throws {
        let isErasing = node.status == .diskErasing
        if try stalls(at: isErasing ? .erase : .release) { return }
        if isErasing, let reason = try LifecycleFailure.take(state, .erase, node) {
            try ScriptSet.end(state, id: node.releaseResultID, as: .failed)
            try fail(reason)
            return
        }
        if state.version.has(.releaseScripts) {
            guard try endScripts(of: node.releaseResultID, isErasing ? .erase : .release) else {
                try fail(isErasing ? "Failed to erase disks." : "Failed to release machine.")
                return
            }
        }
        try event(isErasing ? "Disks erased" : "Release scripts executed successfully.")
        try startRelease()
    }

    /// Stops what the machine is doing. The status follows when its power is off, right after the answer.
    package mutating func abort(_ user: User, comment: String?) throws {
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
