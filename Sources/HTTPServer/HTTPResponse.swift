/// An answer to a request.
public struct HTTPResponse: Sendable {
    /// How the answer leaves the server.
    public enum Delivery: Sendable, Equatable {
        /// All of it.
        case whole
        /// The connection is closed without an answer.
        case dropped
        /// The connection is closed after this many bytes of the body, though the headers announced all of them.
        case truncated(after: Int)
    }

    /// 100 to 599.
    public var status: Int {
        didSet { whenPrepared = nil }
    }
    /// `Content-Length`, `Date` and `Connection` come by themselves.
    public var headers: HTTPFields {
        didSet { whenPrepared = nil }
    }
    /// Sent as it is.
    public var body: [UInt8] {
        didSet { whenPrepared = nil }
    }
    /// Whole, unless something is to go wrong on purpose.
    public var delivery: Delivery {
        didSet { whenPrepared = nil }
    }
    /// What the body consists of, where it is not known beforehand: called on the connection's own thread for the next
    /// bytes, again and again, until it answers `nil`. It is to return within a fraction of a second, with no bytes when
    /// there is nothing yet: in between the server looks whether it is to stop. `body` is not sent then.
    public var stream: (@Sendable () -> [UInt8]?)? {
        didSet { whenPrepared = nil }
    }
    /// The same as the library sends it, for an answer that is sent often.
    private(set) var whenPrepared: PreparedAnswer?

    /// An answer of any content; nothing is added to the headers.
    public init(status: Int, headers: HTTPFields = HTTPFields(), body: [UInt8] = [], delivery: Delivery = .whole) {
        self.status = status
        self.headers = headers
        self.body = body
        self.delivery = delivery
    }

    /// The same answer, put together once for all the times that it is sent, until something of it is changed.
    public func prepared() -> HTTPResponse {
        var response = self
        response.whenPrepared = PreparedAnswer(self)
        return response
    }

    /// An answer with a text body.
    public init(status: Int, contentType: String, text: String) {
        self.init(status: status, headers: ["Content-Type": contentType], body: Array(text.utf8))
    }
}
