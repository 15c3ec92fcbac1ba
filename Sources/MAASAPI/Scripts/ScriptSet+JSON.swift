import Formats
import MAASRegion

extension ScriptStatuses {
    /// Writes the statuses that machines and controllers show.
    package func write(into json: inout JSONWriter) {
        func field(_ name: String, _ status: ScriptStatus) {
            json.field("\(name)_status", status.rawValue)
            json.field("\(name)_status_name", status.label)
        }
        field("commissioning", .overall(commissioning))
        field("testing", .overall(testing.map { ($0.status, $0.isSuppressed) }))
        let types: [(String, Script.HardwareType)] = [
            ("cpu", .cpu), ("memory", .memory), ("network", .network), ("storage", .storage), ("other", .node),
            ("interface", .network),
        ]
        for (name, type) in types {
            field("\(name)_test", .overall(testing.filter { $0.type == type }.map { ($0.status, $0.isSuppressed) }))
        }
    }
}
