import Foundation

extension HTTPClient {
    /// A request to send.
    public struct Request: Sendable {
        /// Any token that HTTP allows, upper case by custom.
        public var method: String
        /// An absolute http or https URL, already percent-encoded.
        public var url: String
        /// `Host`, `User-Agent` and `Content-Length` come by themselves.
        public var headers: Headers
        /// `nil`: no body, and no Content-Type is made up for it.
        public var body: Data?
        /// Seconds for this transfer; `nil` takes the client's.
        public var timeout: TimeInterval?
        /// True for a request that must never reach the server twice. libcurl silently repeats a request whose
        /// reused connection closed before the first byte of the answer; on a connection of its own it does not.
        public var onlyOnce: Bool

        /// A `GET` without headers or a body unless something else is said.
        public init(
            method: String = "GET", url: String, headers: Headers = Headers(), body: Data? = nil,
            timeout: TimeInterval? = nil, onlyOnce: Bool = false
        ) {
            self.method = method
            self.url = url
            self.headers = headers
            self.body = body
            self.timeout = timeout
            self.onlyOnce = onlyOnce
        }
    }
}
