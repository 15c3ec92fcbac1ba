import Formats
import SQLite

/// A run of scripts on a node (`models/scriptset.py`).
package struct ScriptSet {
    package enum Kind: Int, CaseIterable, Sendable, SQLReadable {
        case commissioning = 0
        case installation = 1
        case testing = 2
        case release = 3
        case deployment = 4

        package var label: String {
            switch self {
            case .commissioning: "Commissioning"
            case .installation: "Installation"
            case .testing: "Testing"
            case .release: "Release"
            case .deployment: "Deployment"
            }
        }

        /// The kind of scripts that such a run has.
        package var scripts: Script.Kind {
            switch self {
            case .commissioning: .commissioning
            case .release: .release
            case .deployment: .deployment
            case .installation, .testing: .testing
            }
        }

        /// The setting that says how many results of a script are kept.
        var limitSetting: String { "max_node_\(label.lowercased())_results" }

        /// The column of a node that holds its current run.
        package var column: String {
            self == .installation ? "installation_result_id" : "\(label.lowercased())_result_id"
        }

        /// The kind that a word or a number stands for (`translate_result_type`).
        package init(_ text: String, in version: MAASVersion) throws(UnknownWord) {
            if text.isDigits {
                let known = Script.Kind.known(version).map(\.rawValue) + [Kind.installation.rawValue]
                guard let number = Int(text), known.contains(number), let kind = Kind(rawValue: number) else {
                    throw UnknownWord(message: "Invalid result type numeric value.")
                }
                self = kind
                return
            }
            switch text {
            case "test", "testing": self = .testing
            case "commission", "commissioning": self = .commissioning
            case "install", "installation": self = .installation
            case "release" where version.has(.releaseScripts): self = .release
            case "deployment" where version.has(.deploymentScripts): self = .deployment
            default:
                throw UnknownWord(
                    message: version.has(.shortResultTypeText)
                        ? "Invalid result type name" : "Result type must be commissioning, testing, or installation.")
            }
        }
    }

    package let id: Int
    package let nodeID: Int
    package let kind: Kind
    package let lastPing: RegionTime?

    package init(_ row: Row) throws {
        id = try row["id"]
        nodeID = try row["node_id"]
        kind = try row["kind"]
        lastPing = try row["last_ping"]
    }

    package static func all(_ db: Connection, node: Int) throws -> [ScriptSet] {
        try db.query("SELECT * FROM script_sets WHERE node_id = ? ORDER BY id", node, row: ScriptSet.init)
    }

    package static func find(_ db: Connection, id: Int, node: Int) throws -> ScriptSet? {
        try db.first("SELECT * FROM script_sets WHERE id = ? AND node_id = ?", id, node, row: ScriptSet.init)
    }

    /// Some runs by their ids.
    package static func all(_ db: Connection, ids: some Sequence<Int>) throws -> [Int: ScriptSet] {
        let ids = ids.ids
        let found = try db.query(
            "SELECT * FROM script_sets WHERE id IN \(ids.list) AND node_id IS NOT NULL", ids, row: ScriptSet.init)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What its results come to.
    package static func status(_ db: Connection, id: Int?) throws -> ScriptStatus {
        guard let id else { return .unknown }
        return .overall(try ScriptResult.all(db, set: id).map { ($0.status, $0.isSuppressed) })
    }

    /// Results that are not over become `status`, without an event, as MAAS does when a run ends before its time.
    package static func end(_ state: RegionState, id: Int?, as status: ScriptStatus, only pending: Bool = false) throws
    {
        guard let id else { return }
        try state.db.execute(
            """
            UPDATE script_results SET status = ?, updated = ?
            WHERE script_set_id = ? AND status IN \(pending ? "(0)" : ScriptStatus.unfinished)
            """, status.rawValue, try state.now, id)
    }

    /// Deletes the run, and lets its node forget it or go back to the one before it.
    /// - Throws: `Refusal` for the runs that say what a node is and what is installed on it.
    package func delete(_ state: RegionState, of node: Node) throws {
        let db = state.db
        if node.commissioningResultID == id || node.installationResultID == id {
            let domain = try Domain.find(db, id: node.domainID)?.name ?? ""
            throw Refusal.invalid(
                "Unable to delete the current \(kind.label.lowercased()) script set for node: \(node.hostname).\(domain)"
            )
        }
        try db.execute("DELETE FROM script_sets WHERE id = ?", id)
        guard node.testingResultID == id else { return }
        let previous: Int? =
            try db.scalar(
                "SELECT MAX(id) FROM script_sets WHERE node_id = ? AND kind = ?", nodeID, Kind.testing.rawValue) ?? nil
        try db.execute("UPDATE nodes SET testing_result_id = ? WHERE id = ?", previous, nodeID)
    }
}

/// What the newest results of every script say of a node: its statuses of commissioning and testing.
package struct ScriptStatuses {
    package private(set) var commissioning: [(status: ScriptStatus, isSuppressed: Bool)] = []
    package private(set) var testing: [(type: Script.HardwareType, status: ScriptStatus, isSuppressed: Bool)] = []

    /// Nothing has run.
    init() {}

    private mutating func take(
        _ kind: ScriptSet.Kind, _ type: Script.HardwareType, _ status: ScriptStatus, _ isSuppressed: Bool
    ) {
        switch kind {
        case .commissioning: commissioning.append((status, isSuppressed))
        case .testing: testing.append((type, status, isSuppressed))
        default: break
        }
    }

    // SQLite takes the other columns from the row that has the greatest id.
    private static let newestOfNodes = ListSQL { list in
        """
        SELECT MAX(script_results.id), node_id, status, suppressed, script_sets.kind AS kind, hardware_type
        FROM script_results JOIN script_sets ON script_sets.id = script_set_id
        LEFT JOIN scripts ON scripts.id = script_id
        WHERE node_id IN \(list("?1"))
        GROUP BY node_id, script_name, block_device_id, interface_id
        """
    }

    /// Reads them by the nodes' ids; what was aborted, and installations, do not count.
    static func all(_ db: Connection, nodes: [Int]) throws -> [Int: ScriptStatuses] {
        let ids = nodes.ids
        let newest = try db.query(
            Self.newestOfNodes[ids], ids
        ) { row in
            (
                node: try row["node_id"] as Int,
                status: try row["status"] as ScriptStatus,
                isSuppressed: try row["suppressed"] as Bool,
                kind: try row["kind"] as ScriptSet.Kind,
                type: try row["hardware_type"] as Script.HardwareType? ?? .node
            )
        }
        var found: [Int: ScriptStatuses] = [:]
        for result in newest where result.status != .aborted {
            found[result.node, default: ScriptStatuses()].take(
                result.kind, result.type, result.status, result.isSuppressed)
        }
        return found
    }
}
