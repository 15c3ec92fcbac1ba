import HTTPServer

/// What is known of a request once it is answered: a line of the log, an entry of the journal.
public struct RequestRecord: Sendable {
    /// As it was sent, such as `GET`.
    public let method: String
    /// Path and query as they were sent, without secrets.
    public let target: String
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
        target = Redactor.target(request.path, request.query)
        self.status = status
    }
}
