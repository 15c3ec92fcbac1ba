import SQLite

extension MachineLife {
    /// Asks the BMC for the power state and keeps what it says (`Node.power_query`).
    /// - Returns: `unknown` for what nobody can ask.
    /// - Throws: `Refusal` without a BMC.
    package mutating func queryPower() throws -> PowerState {
        guard node.bmcID != nil else {
            throw Refusal.unavailable("No BMC is defined.  Cannot power control node.")
        }
        if canSwitchPower, let reason = try refusalOfBMC(.query) {
            try event("Failed to query node's BMC", reason, level: .warning)
            try losePower()
            return .error
        }
        let power = try canSwitchPower ? powerOfHardware() : .unknown
        if power != node.powerState { try setPower(power) }
        return power
    }

    /// What a hypervisor says of its VM. Of others it is known what MAAS did to them; who was never asked runs when it
    /// is a controller, and is off as a machine.
    private func powerOfHardware() throws -> PowerState {
        if let vm = try VirtualMachine.find(db, machine: node.id), let host = try VMHost.find(db, id: vm.hostID),
            let hardware = try HardwareHost.find(db, powerAddress: host.powerAddress, type: host.type),
            let instance = try HardwareInstance.all(db, host: hardware.id).first(where: {
                $0.project == vm.project && $0.name == vm.identifier
            })
        {
            return instance.power
        }
        var known: PowerState? = node.powerState
        if known == .error {
            known =
                try db.first("SELECT power_before_error FROM nodes WHERE id = ?", node.id) {
                    try $0["power_before_error"] as PowerState?
                } ?? nil
        }
        if let known, known != .unknown { return known }
        return node.kind.isController ? .on : .off
    }
}
