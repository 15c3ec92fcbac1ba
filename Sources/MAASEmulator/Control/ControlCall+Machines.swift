import Formats
import HTTPServer
import MAASRegion

extension ControlCall {
    /// `GET /emulator/machines`: a row of each machine.
    func listMachines() throws -> HTTPResponse {
        let rows = try tenant.region.read { try MachineRow.all($0.db) }
        var json = JSONWriter(.compact)
        json.array(of: rows) { $1.write(into: &$0) }
        return HTTPResponse(status: 200, headers: ["Content-Type": "application/json"], body: json.bytes)
    }

    /// `GET /emulator/machines/ID`: one machine with what its status allows, its latest events, and the requests that
    /// touched it.
    func readMachine() throws -> HTTPResponse {
        let id = values[0]
        let (row, events, options, administrator) = try tenant.region.read { state in
            (
                try MachineRow.all(state.db, systemID: id).first, try Event.latest(state.db, systemID: id, limit: 200),
                try Node.find(state.db, systemID: id)?.kernelOptions(state),
                try Token.first(state.db, ofAdministrator: true)?.userID
            )
        }
        guard let row else { throw ControlError.notFound("there is no machine \(id)") }
        return .control { json in
            json.object { json in
                json.key("machine")
                row.write(into: &json)
                json.field("actions", row.actions(of: administrator))
                json.field("kernel_options", options)
                json.array("events", of: events) { json, event in
                    json.object { json in
                        json.field("id", event.id)
                        json.field("at", Timestamp.iso(event.created, zoned: true))
                        json.field("level", event.level.label)
                        json.field("type", event.type)
                        json.field("description", event.description)
                    }
                }
                json.array("requests", of: tenant.journal.entries(touching: id, limit: 50)) {
                    $1.write(into: &$0, isWhole: false)
                }
            }
        }
    }

    /// `GET /emulator/addresses`: who holds which address.
    func listAddresses() throws -> HTTPResponse {
        let all = try tenant.region.read { try AddressRow.all($0.db) }
        return .control { json in json.array(of: all) { $1.write(into: &$0) } }
    }
}
