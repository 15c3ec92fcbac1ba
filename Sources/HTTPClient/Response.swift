import Foundation

extension HTTPClient {
    /// An answer that has arrived whole.
    public struct Response: Sendable {
        /// Of the last answer: 100 to 199 are not shown.
        public var status: Int
        /// As the server sent them, in order.
        public var headers: Headers
        /// Whole, after chunking was undone.
        public var body: Data
        /// Seconds from the start of the transfer to the last byte.
        public var seconds: TimeInterval

        /// An answer as a test makes one.
        public init(status: Int, headers: Headers = Headers(), body: Data = Data(), seconds: TimeInterval = 0) {
            self.status = status
            self.headers = headers
            self.body = body
            self.seconds = seconds
        }

        /// The body as text; bytes that are no UTF-8 are replaced.
        public var text: String { String(decoding: body, as: UTF8.self) }
    }
}
