import HTTPClient

/// One request to the API, before it is signed.
public struct APICall: Sendable {
    /// Upper case: `GET`, `POST`, `PUT` or `DELETE`.
    public var method: String
    /// Below the API's root, with the trailing slash that MAAS wants: `machines/abc123/`.
    public var path: String
    /// The operation, sent in the query.
    public var op: String?
    /// Filters of a list and the like; `op` is not part of it.
    public var query: Params
    /// Sent as a form; `nil` sends no body.
    public var form: Params?
    /// False for what must never happen twice, such as compose.
    public var mayRetry: Bool

    /// A call as MAAS's documentation writes it: `APICall("POST", "vm-hosts/11/", op: "compose", form: …)`.
    public init(
        _ method: String, _ path: String, op: String? = nil, query: Params = Params(), form: Params? = nil,
        mayRetry: Bool = true
    ) {
        self.method = method
        self.path = path
        self.op = op
        self.query = query
        self.form = form
        self.mayRetry = mayRetry
    }

    /// The call in short, for errors: `POST vm-hosts/11/?op=compose`.
    public var summary: String { "\(method) \(path)" + (op.map { "?op=\($0)" } ?? "") }

    var target: String {
        var all = Params()
        if let op { all.add("op", op) }
        for item in query.items { all.add(item.name, item.value) }
        return all.isEmpty ? path : "\(path)?\(all.encoded)"
    }
}

/// A request and what came of it, for reports. The `Authorization` header is not part of it.
public struct APIExchange: Sendable {
    /// What was asked.
    public let call: APICall
    /// The whole URL, query included. It may hold what a caller put into it.
    public let url: String
    /// The answer, whatever its status, or why there was none.
    public let outcome: Result<HTTPClient.Response, HTTPClientError>
}
