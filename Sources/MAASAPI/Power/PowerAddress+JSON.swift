import Formats
import MAASRegion

extension PowerAddress {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("id", bmcID)
            json.field("power_type", powerType)
            json.array("nodes", of: nodes) { json, node in
                json.object { json in
                    json.field("system_id", node.systemID)
                    json.field("hostname", node.hostname)
                }
            }
        }
    }
}
