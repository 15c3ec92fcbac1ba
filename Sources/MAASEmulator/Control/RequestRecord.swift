import HTTPServer

/// What is known of a request once it is answered: a line of the log, an entry of the journal.
public struct RequestRecord: Sendable, CustomStringConvertible {
    /// As it was sent, such as `GET`.
    public let method: String
    /// As they were sent; only `target` is for showing.
    private let path: String
    private let query: String?
    /// The status of the answer.
    public var status: Int
    /// `HandlerName.operation`; `nil` when the request reached no operation.
    public var operation: String?
    /// Who was logged in; `nil` without credentials.
    public var username: String?
    /// Parameters that were sent and that no handler asked for.
    public var unread: [String] = []
    /// The id of the fault that was injected.
    public var fault: Int?
    /// Milliseconds from the whole request to the whole answer.
    public var milliseconds = 0.0

    init(_ request: HTTPRequest, status: Int) {
        method = request.method
        path = request.path
        query = request.query
        self.status = status
    }

    /// Path and query as they were sent, without secrets. These are looked for when somebody looks, since most records
    /// are never shown.
    public var target: String { Redactor.target(path, query) }

    /// The request and its status, without secrets.
    public var description: String { "\(method) \(target) \(status)" }
}
