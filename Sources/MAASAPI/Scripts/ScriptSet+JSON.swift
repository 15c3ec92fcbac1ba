import Formats
import MAASRegion

extension ScriptStatuses {
    /// Writes the statuses that machines and controllers show.
    package func write(into json: inout JSONWriter) {
        func field(_ name: StaticString, _ nameOfLabel: StaticString, _ status: ScriptStatus) {
            json.field(name, status.rawValue)
            json.field(nameOfLabel, status.label)
        }
        func tested(_ type: Script.HardwareType) -> ScriptStatus {
            .overall(testing.filter { $0.type == type }.map { ($0.status, $0.isSuppressed) })
        }
        field("commissioning_status", "commissioning_status_name", .overall(commissioning))
        field("testing_status", "testing_status_name", .overall(testing.map { ($0.status, $0.isSuppressed) }))
        field("cpu_test_status", "cpu_test_status_name", tested(.cpu))
        field("memory_test_status", "memory_test_status_name", tested(.memory))
        field("network_test_status", "network_test_status_name", tested(.network))
        field("storage_test_status", "storage_test_status_name", tested(.storage))
        field("other_test_status", "other_test_status_name", tested(.node))
        field("interface_test_status", "interface_test_status_name", tested(.network))
    }
}
