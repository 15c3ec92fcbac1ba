/// A request that has arrived whole.
public struct HTTPRequest: Sendable {
    /// As it was sent; HTTP tells upper case from lower.
    public var method: String
    /// The path as it was sent, percent-encoding and doubled slashes included.
    public var path: String
    /// What follows the first `?`, as it was sent; `nil` when there was none.
    public var query: String?
    /// In the order they were sent.
    public var headers: HTTPFields
    /// Whole, after chunking was undone; empty when there was none.
    public var body: [UInt8]

    /// A request as a test makes one.
    public init(
        method: String, path: String, query: String? = nil, headers: HTTPFields = HTTPFields(), body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}
