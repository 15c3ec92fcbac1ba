import Formats
import HTTPServer

extension ControlCall {
    /// `GET /emulator/health`, of the main region whatever the query aims at.
    func health() throws -> HTTPResponse {
        let counts = try emulator.region.withState { state in
            try ["nodes", "vm_hosts", "virtual_machines", "events"].map { table in
                (table, try state.db.scalar("SELECT COUNT(*) FROM \(table)") as Int? ?? 0)
            }
        }
        return HTTPResponse.control { json in
            json.object { json in
                json.field("status", "ok")
                json.field("version", Emulator.version)
                json.field("maas_version", emulator.region.version.release)
                json.field("uptime", (emulator.uptime * 1000).rounded() / 1000)
                json.field(
                    "given_up", JSONValue.array(emulator.region.givenUp.withLock { $0.map(JSONValue.string) }))
                json.object("counts") { json in
                    for (table, count) in counts { json.field(named: table, count) }
                    json.field("sandboxes", emulator.sandboxes.all.count)
                }
            }
        }
    }
}
