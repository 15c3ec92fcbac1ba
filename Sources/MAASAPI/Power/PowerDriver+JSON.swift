import Formats
import MAASRegion

extension PowerDriver {
    /// Writes it as `describe_power_types` shows it.
    package func write(into json: inout JSONWriter, _ version: MAASVersion) {
        let isOfVMHosts = isOfVMHosts && version.has(.podDrivers)
        json.object { json in
            json.field("driver_type", isOfVMHosts ? "pod" : "power")
            json.field("name", name)
            json.field("description", description)
            json.array("fields", of: parameters) { json, parameter in
                json.object { json in
                    json.field("name", parameter.name)
                    json.field("label", parameter.label)
                    json.field("required", parameter.isRequired)
                    json.field("field_type", parameter.type)
                    json.field("choices", parameter.choices)
                    json.field("default", parameter.standard)
                    json.field("scope", parameter.isOfNode ? "node" : "bmc")
                    json.field("secret", parameter.isSecret)
                }
            }
            json.field("missing_packages", [String]())
            json.field("chassis", isChassis)
            json.field("can_probe", canProbe)
            json.field("queryable", isQueryable)
            if isOfVMHosts {
                json.object("defaults") { json in
                    json.field("cores", 1)
                    json.field("memory", 2048)
                    json.field("storage", 8)
                }
            }
        }
    }
}
