import Formats
import HTTPServer

extension ControlCall {
    /// `POST /emulator/reset`.
    func reset() throws -> HTTPResponse {
        try tenant.region.reset()
        return .controlDone
    }

    /// `GET /emulator/snapshots`.
    func listSnapshots() throws -> HTTPResponse {
        let all = try tenant.region.snapshots()
        return .control { json in
            json.array(of: all) { json, snapshot in
                json.object { json in
                    json.field("name", snapshot.name)
                    json.field("taken", Timestamp.iso(snapshot.taken, zoned: true))
                    json.field("size", snapshot.size)
                }
            }
        }
    }

    /// `POST /emulator/snapshots`.
    func takeSnapshot() throws -> HTTPResponse {
        let name = try object("name").text("name")
        guard !name.isEmpty, !name.contains("/") else {
            throw ControlError.badRequest("name: must be text without slashes")
        }
        try tenant.region.takeSnapshot(name)
        return .control(status: 201) { json in json.object { $0.field("name", name) } }
    }

    /// `POST /emulator/snapshots/NAME/restore`.
    func restoreSnapshot() throws -> HTTPResponse {
        guard try tenant.region.restoreSnapshot(values[0]) else { throw noSnapshot }
        return .controlDone
    }

    /// `DELETE /emulator/snapshots/NAME`.
    func deleteSnapshot() throws -> HTTPResponse {
        guard try tenant.region.deleteSnapshot(values[0]) else { throw noSnapshot }
        return .controlDone
    }

    private var noSnapshot: ControlError { .notFound("there is no snapshot \(values[0])") }
}
