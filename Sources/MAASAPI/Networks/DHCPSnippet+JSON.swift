import Formats
import MAASRegion

extension DHCPSnippet {
    package func write(_ state: RegionState, into json: inout JSONWriter) throws {
        let db = state.db
        let versions = try versions(db)
        try json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("value", versions.first?.data)
            json.array("history", of: versions) { json, value in
                json.object { json in
                    json.field("id", value.id)
                    json.field("value", value.data)
                    json.field("created", Timestamp.mail(value.created, zone: state.version.mailZone))
                }
            }
            json.field("description", description)
            json.field("enabled", enabled)
            json.key("node")
            if let node = try nodeID.flatMap({ try Node.find(db, id: $0) }) {
                try node.writeRow(state, into: &json)
            } else {
                json.null()
            }
            json.key("subnet")
            if let subnet = try subnetID.flatMap({ try Subnet.find(db, id: $0) }) {
                try subnet.write(db, into: &json)
            } else {
                json.null()
            }
            json.field("global_snippet", nodeID == nil && subnetID == nil)
            json.field("resource_uri", "\(Dispatch.root)dhcp-snippets/\(id)/")
        }
    }
}
