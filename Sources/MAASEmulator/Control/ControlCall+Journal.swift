import Formats
import HTTPServer

extension ControlCall {
    /// `GET /emulator/journal`.
    func readJournal() throws -> HTTPResponse {
        let limit = try query["limit"].map { text in
            guard let limit = Int(text), limit > 0 else {
                throw ControlError.badRequest("limit: must be a number above 0")
            }
            return limit
        }
        let isWhole = try query["summary"].map { text in
            guard ["true", "false"].contains(text) else {
                throw ControlError.badRequest("summary: must be true or false")
            }
            return text == "false"
        }
        let entries = try tenant.journal.entries(fitting: JournalFilter(query), limit: limit ?? 100)
        return .control { json in json.array(of: entries) { $1.write(into: &$0, isWhole: isWhole ?? true) } }
    }

    /// `GET /emulator/journal/ID`.
    func readJournalEntry() throws -> HTTPResponse {
        guard let entry = Int(values[0]).flatMap(tenant.journal.entry) else {
            throw ControlError.notFound("there is no request \(values[0]) in the journal")
        }
        return .control { entry.write(into: &$0) }
    }

    /// `DELETE /emulator/journal`.
    func clearJournal() throws -> HTTPResponse {
        tenant.journal.clear()
        return .controlDone
    }
}
