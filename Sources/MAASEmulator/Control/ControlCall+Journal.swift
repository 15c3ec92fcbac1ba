import Formats
import HTTPServer

extension ControlCall {
    /// `GET /emulator/journal`.
    func readJournal() throws -> HTTPResponse {
        let status = try query["status"].map { text in
            guard let status = Int(text) else { throw ControlError.badRequest("status: must be a number") }
            return status
        }
        let limit = try query["limit"].map { text in
            guard let limit = Int(text), limit > 0 else {
                throw ControlError.badRequest("limit: must be a number above 0")
            }
            return limit
        }
        let entries = tenant.journal.entries(
            operation: query["operation"], status: status, path: query["path"], limit: limit ?? 100)
        return .control { json in json.array(of: entries) { $1.write(into: &$0) } }
    }

    /// `DELETE /emulator/journal`.
    func clearJournal() throws -> HTTPResponse {
        tenant.journal.clear()
        return .controlDone
    }
}
