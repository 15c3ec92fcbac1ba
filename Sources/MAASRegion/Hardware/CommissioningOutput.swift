import Formats
import SQLite

/// What the scripts that come with MAAS print of a machine.
package struct CommissioningOutput {
    package static let lshw = "maas-lshw"
    package static let lldp = "maas-capture-lldpd"
    static let resources = "50-maas-01-commissioning"
    static let modaliases = "maas-list-modaliases"

    package let report: HardwareReport

    package init(_ report: HardwareReport) { self.report = report }

    /// What a script prints; `nil` for one that says nothing of the machine.
    package func text(of script: String) -> String? {
        if let said = report.facts.outputs?[script] { return said }
        switch script {
        case Self.lshw: return report.facts.lshw ?? LSHWDocument(report).text
        case Self.lldp: return report.facts.lldp ?? LLDPDocument(report).text
        case "20-maas-03-machine-resources": return MachineResources(report).text(isFinal: false)
        case Self.resources: return MachineResources(report).text(isFinal: true)
        case "40-maas-01-machine-config-hints": return MachineResources(report).hints
        case Self.modaliases: return modaliases.map { $0 + "\n" }.joined()
        case "maas-kernel-cmdline": return kernelCommandLine
        case "maas-serial-ports": return "/sys/devices/platform/serial8250/tty/ttyS0\n"
        default: return nil
        }
    }

    private var kernelCommandLine: String {
        var words = ["nomodeset", "ro", "root=squash:", "ip=::::\(report.hostname):BOOTIF", "cc:{}end_cc"]
        if let options = report.kernelOptions, !options.isEmpty { words.append(options) }
        if let mac = report.bootMAC { words.append("BOOTIF=01-" + mac.replacing(":", with: "-")) }
        return words.joined(separator: " ") + "\n"
    }

    /// What the kernel would load drivers by.
    package var modaliases: [String] {
        func padded(_ id: String, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - id.count)) + id.uppercased()
        }
        let classes = ["network": "02", "storage": "01", "display": "03", "bridge": "06", "multimedia": "04"]
        let pci = report.pciDevices.map { device in
            let (vendor, product) = (padded(device.vendorID, 8), padded(device.productID, 8))
            return "pci:v\(vendor)d\(product)sv\(vendor)sd\(product)bc\(classes[device.class ?? ""] ?? "08")sc00i00"
        }
        let usb = (report.facts.usbDevices ?? []).map { device in
            "usb:v\(padded(device.vendorID, 4))p\(padded(device.productID, 4))d0100dc00dsc00dp00ic00isc00ip00in00"
        }
        let facts = report.facts
        func word(_ key: String, _ text: String?) -> String { key + (text ?? "").filter { !$0.isWhitespace } }
        let dmi =
            [
                "dmi", word("bvn", facts.firmware?.vendor), word("bvr", facts.firmware?.version),
                word("bd", facts.firmware?.date), word("svn", facts.system?.vendor), word("pn", facts.system?.product),
                word("pvr", facts.system?.version), word("rvn", facts.mainboard?.vendor),
                word("rn", facts.mainboard?.product), word("rvr", facts.mainboard?.version),
                word("cvn", facts.chassis?.vendor), word("ct", facts.chassis?.type),
                word("cvr", facts.chassis?.version),
            ].joined(separator: ":") + ":"
        return Array(Set(pci + usb + [dmi] + (facts.modaliases ?? []))).sorted()
    }
}

extension ScriptSet {
    /// What the machine said of itself in a run; `nil` in one of which nothing is known.
    package static func output(_ db: Connection, of set: Int) throws -> CommissioningOutput? {
        let found = try db.first("SELECT node_id, report FROM script_sets WHERE id = ? AND report IS NOT NULL", set) {
            (node: try $0["node_id"] as Int?, report: try $0["report"] as String)
        }
        guard let found else { return nil }
        if !found.report.isEmpty { return CommissioningOutput(try HardwareReport(parsing: found.report)) }
        return try found.node.flatMap { try Node.find(db, id: $0) }.map {
            CommissioningOutput(try HardwareReport(db, $0))
        }
    }

    /// Keeps what a machine says of itself with a run; without a report the run says what the machine is at the moment
    /// of asking.
    package static func describe(_ db: Connection, set: Int, as report: HardwareReport?) throws {
        try db.update("script_sets", id: set, ["report": try report?.text ?? ""])
    }

    /// The layout of disks that the current commissioning of a node describes; `nil` where it describes none.
    static func storageLayout(_ db: Connection, of node: Node) throws -> JSONValue? {
        guard let set = node.commissioningResultID else { return nil }
        let result = try ScriptResult.described(db, set: set).first { $0.name == CommissioningOutput.resources }
        guard let text = result?.stdout, !text.isEmpty, let resources = try? JSONValue(parsing: text.utf8) else {
            return nil
        }
        return resources["storage-extra"]
    }
}
