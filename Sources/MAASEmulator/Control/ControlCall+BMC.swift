import Formats
import HTTPServer
import MAASRegion

extension ControlCall {
    /// `POST /emulator/machines/{id}/bmc`: how the machine's BMC behaves from now on; an empty object makes it well.
    func changeBMC() throws -> HTTPResponse {
        let wanted = try object("failing", "reason", "response_time", "credentials")
        let id = values[0]
        let behaviour = wanted.members.isEmpty ? nil : try BMCBehaviour(wanted)
        try tenant.region.withState { state in
            guard let node = try Node.find(state.db, systemID: id), node.kind == .machine else {
                throw ControlError.notFound("there is no machine \(id)")
            }
            try BMCBehaviour.set(state.db, node: node.id, behaviour)
        }
        return .control { json in
            json.object { json in
                json.field("system_id", id)
                json.field("failing", (behaviour?.failing ?? []).map(\.rawValue).sorted())
                json.field("reason", behaviour?.reason)
                json.field("response_time", behaviour?.responseTime ?? 0)
                json.field("credentials", (behaviour?.credentials ?? [:]).keys.sorted())
            }
        }
    }
}
