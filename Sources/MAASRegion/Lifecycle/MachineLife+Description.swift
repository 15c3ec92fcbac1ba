import Formats
import SQLite

/// What MAAS learns of a machine from what it says of itself, beside interfaces and disks.
extension MachineLife {
    /// Keeps what the machine says with the run of scripts that has asked it, and takes over what MAAS reads out of it
    /// (`_process_lxd_resources`).
    /// - Parameter isHeard: The machine itself has sent what its scripts have printed.
    mutating func describe(as report: HardwareReport, isHeard: Bool) throws {
        if let set = node.commissioningResultID, !isHeard {
            var report = report
            report.kernelOptions = try node.kernelOptions(state)
            try ScriptSet.describe(db, set: set, as: report)
        }
        try NUMANode.replace(db, node: node.id, with: report.numaNodes)
        try NodeDevice.replace(db, node: node.id, by: report)
        try Self.note(report, db, node: node.id)
        try reload()
        if let set = node.commissioningResultID {
            try ScriptSet.selectForHardware(state, node, set: set, saying: isHeard ? nil : report)
        }
        let virtual = try Tag.ensure(db, name: "virtual")
        if report.isVirtual {
            try Tag.attach(db, tag: virtual, node: node.id)
        } else {
            try Tag.detach(db, tag: virtual, node: node.id)
        }
    }

    /// Notes what makers have written into a machine.
    package static func note(_ report: HardwareReport, _ db: Connection, node: Int) throws {
        let info = JSONValue.object(report.metadata.mapValues(JSONValue.string))
        try db.update("nodes", id: node, ["hardware_info": info.text])
    }
}
