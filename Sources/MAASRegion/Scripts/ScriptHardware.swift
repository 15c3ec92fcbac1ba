import Formats
import SQLite

/// What a machine is known to have, for scripts that are for certain hardware (`for_hardware`).
package struct ScriptHardware {
    /// What its makers have written into it, as `key:value`.
    private let pairs: Set<String>
    private let modaliases: [String]

    /// What the current commissioning of a node has found.
    /// - Parameter report: What the node is saying just now, before its scripts are over.
    package init(_ db: Connection, of node: Node, saying report: HardwareReport? = nil) throws {
        let prefixes = ["system_", "mainboard_", "firmware_", "chassis_"]
        pairs = Set(
            node.hardwareInfo.filter { pair in prefixes.contains { pair.key.hasPrefix($0) } }
                .map { "\($0.key):\($0.value)" })
        if let report {
            let text = CommissioningOutput(report).text(of: CommissioningOutput.modaliases) ?? ""
            modaliases = text.split(whereSeparator: \.isNewline).map(String.init)
            return
        }
        guard let set = node.commissioningResultID else {
            modaliases = []
            return
        }
        let results = try ScriptResult.described(db, set: set)
        let listed = results.first { $0.name == CommissioningOutput.modaliases && $0.status == .passed }
        modaliases = (listed?.stdout ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }

    /// Whether a script is for this machine: one that is for no certain hardware is for every one.
    package func suits(_ script: Script) -> Bool {
        script.forHardware.isEmpty || has(script.forHardware)
    }

    /// Whether any of these descriptions is met.
    package func has(_ descriptions: [String]) -> Bool {
        descriptions.contains { description in
            if pairs.contains(description) { return true }
            guard let pattern = Self.pattern(of: description) else { return false }
            return modaliases.contains { WildcardPattern(pattern).matches($0) }
        }
    }

    /// The modaliases that a description stands for; `nil` for one that stands for none (`filter_modaliases`).
    private static func pattern(of description: String) -> String? {
        guard let colon = description.firstIndex(of: ":") else { return nil }
        let value = String(description[description.index(after: colon)...])
        let ids = value.split(separator: ":", omittingEmptySubsequences: false).map { $0.uppercased() }
        switch description[..<colon] {
        case "modalias": return value
        case "pci" where ids.count == 2: return "pci:v0000\(ids[0])d0000\(ids[1])sv*sd*bc*sc*i*"
        case "usb" where ids.count == 2: return "usb:v\(ids[0])p\(ids[1])d*dc*dsc*dp*ic*isc*ip*"
        default: return nil
        }
    }
}
