import Formats
import MAASRegion

extension DHCPSnippet {
    package func write(_ state: RegionState, into json: inout JSONWriter) throws {
        let networks = try NetworkSet(state.db, subnets: [subnetID].compactMap(\.self))
        try write(state, try versions(state.db), networks, into: &json)
    }

    /// - Parameters:
    ///   - versions: Its texts, newest first.
    ///   - networks: Those that hold its subnet.
    func write(
        _ state: RegionState, _ versions: [Value], _ networks: NetworkSet, into json: inout JSONWriter
    ) throws {
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
            if let node = try nodeID.flatMap({ try Node.find(state.db, id: $0) }) {
                try node.writeRow(state, into: &json)
            } else {
                json.null()
            }
            json.key("subnet")
            if let subnet = subnetID.flatMap({ networks.subnets[$0] }) {
                subnet.write(networks, into: &json)
            } else {
                json.null()
            }
            json.field("global_snippet", nodeID == nil && subnetID == nil)
            json.field("resource_uri", "\(Dispatch.root)dhcp-snippets/\(id)/")
        }
    }
}
