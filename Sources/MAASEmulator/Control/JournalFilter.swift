import Formats

/// Which entries of the journal somebody asks for.
struct JournalFilter {
    private let operation: String?
    private let method: String?
    private let user: String?
    private let path: String?
    private let statuses: ClosedRange<Int>?
    /// Only what came after the entry of this id.
    private let since: Int?

    /// - Throws: `ControlError` that names the parameter.
    init(_ query: Parameters) throws {
        operation = query["operation"]
        method = query["method"]?.uppercased()
        user = query["user"]
        path = query["path"]
        statuses = try query["status"].map(Self.statuses)
        since = try query["since"].map { text in
            guard let id = Int(text) else { throw ControlError.badRequest("since: must be the id of an entry") }
            return id
        }
    }

    /// One status, or all of a hundred such as `4xx`.
    private static func statuses(_ text: String) throws -> ClosedRange<Int> {
        if let status = Int(text) { return status...status }
        guard text.count == 3, text.lowercased().hasSuffix("xx"), let hundred = text.first?.wholeNumberValue else {
            throw ControlError.badRequest("status: must be a number, or a hundred such as 4xx")
        }
        return hundred * 100...hundred * 100 + 99
    }

    func fits(_ entry: Journal.Entry) -> Bool {
        let record = entry.record
        return (operation.map { record.operation == $0 } ?? true) && (method.map { record.method == $0 } ?? true)
            && (user.map { record.username == $0 } ?? true) && (statuses.map { $0.contains(record.status) } ?? true)
            && (since.map { entry.id > $0 } ?? true) && (path.map { record.target.contains($0) } ?? true)
    }
}
