import Formats
import HTTPServer
import MAASRegion

extension ControlCall {
    /// `POST /emulator/hardware`.
    func changeHardware() throws -> HTTPResponse {
        let wanted = try object("address", "reachable", "response_time")
        let address = try wanted.text("address")
        try tenant.region.withState { state in
            guard
                let host = try HardwareHost.all(state.db).first(where: { $0.address == address || $0.name == address })
            else { throw ControlError.badRequest("address: there is no \(address) in the lab") }
            _ = try HardwareHost.set(
                state.db, powerAddress: host.address, reachable: try wanted["reachable"]?.flag(),
                responseTime: try wanted.optionalInteger("response_time"))
        }
        return try listHardware()
    }

    /// `GET /emulator/hardware`: the hypervisors of the lab, and whether they can be reached.
    func listHardware() throws -> HTTPResponse {
        try tenant.region.withState { state in
            let hosts = try HardwareHost.all(state.db)
            let registered = try Dictionary(
                grouping: VMHost.all(state.db),
                by: { try HardwareHost.find(state.db, powerAddress: $0.powerAddress, type: $0.type)?.id })
            return .control { json in
                json.array(of: hosts) { json, host in
                    json.object { json in
                        json.field("address", host.address)
                        json.field("type", host.type.rawValue)
                        json.field("name", host.name)
                        json.field("cores", host.cores)
                        json.field("memory", host.memory)
                        json.field("reachable", host.isReachable)
                        json.field("response_time", host.responseTime)
                        json.field("vm_hosts", (registered[host.id] ?? []).map(\.name))
                    }
                }
            }
        }
    }
}
