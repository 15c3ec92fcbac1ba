import Formats
import MAASRegion
import SQLite

/// What the runs of scripts came to that nodes have behind them.
struct RunStatuses {
    /// The runs of which is known what they printed.
    private let described: Set<Int>
    private let results: [Int: [(status: ScriptStatus, isSuppressed: Bool)]]

    init(_ db: Connection) throws {
        described = Set(try db.query("SELECT id FROM script_sets WHERE report IS NOT NULL") { try $0[0] as Int })
        let rows = try db.query("SELECT script_set_id, status, suppressed FROM script_results") { row in
            (set: try row[0] as Int, status: try row[1] as ScriptStatus, isSuppressed: try row[2] as Bool)
        }
        results = Dictionary(grouping: rows, by: \.set).mapValues { $0.map { ($0.status, $0.isSuppressed) } }
    }

    /// Whether it is known what a node's commissioning printed.
    func isDescribed(_ node: Node) -> Bool { node.commissioningResultID.map(described.contains) ?? false }

    /// MAAS's word for a run; `nil` for one without results.
    func label(_ set: Int?) -> String? {
        guard let set, let all = results[set], !all.isEmpty else { return nil }
        return ScriptStatus.overall(all).label
    }

    /// What a fixture says of a machine's runs. One that has none says so.
    func members(of node: Node) -> [String: JSONValue] {
        let sets = [
            "commissioning": node.commissioningResultID, "testing": node.testingResultID,
            "installation": node.installationResultID,
        ]
        var members: [String: JSONValue] = [:]
        for (kind, set) in sets {
            members["current_\(kind)_result_id"] = set.map(JSONValue.integer)
            members["\(kind)_status_name"] = JSONValue.orNull(label(set))
        }
        return members
    }
}
