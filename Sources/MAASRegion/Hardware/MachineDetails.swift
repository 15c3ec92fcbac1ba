import SQLite
import XPath

/// What lshw and lldpd said in the current commissioning of a node (`get_single_probed_details`).
package struct MachineDetails {
    /// `nil` where the script has not passed.
    package private(set) var lshw: String?
    package private(set) var lldp: String?

    package init(_ db: Connection, of node: Node) throws {
        guard let set = node.commissioningResultID else { return }
        let outputs = try db.query(
            """
            SELECT script_name, stdout FROM script_results WHERE script_set_id = ? AND status = ?
            AND script_name IN (?, ?)
            """, set, ScriptStatus.passed.rawValue, CommissioningOutput.lshw, CommissioningOutput.lldp
        ) { (name: try $0["script_name"] as String, text: try $0["stdout"] as String) }
        guard !outputs.isEmpty else { return }
        let report = try ScriptSet.output(db, of: set)
        for output in outputs {
            let text = report?.text(of: output.name) ?? output.text
            if output.name == CommissioningOutput.lshw { lshw = text } else { lldp = text }
        }
    }

    /// The prefixes that expressions may use.
    static let namespaces = ["lldp", "lshw"]

    /// All of it in one document (`merge_details`): below lshw's root, or below an empty one where there is none, what
    /// each has said in a namespace of its own.
    var merged: XPathDocument? {
        let root = lshw.flatMap(XPathDocument.init)
        let document = root ?? XPathDocument("<list/>")
        if let lldp { document?.append(lldp, namespace: "lldp") }
        if root != nil, let lshw { document?.append(lshw, namespace: "lshw") }
        return document
    }

    /// Whether anything of it can be read.
    var isReadable: Bool { [lshw, lldp].contains { $0.flatMap(XPathDocument.init) != nil } }
}
