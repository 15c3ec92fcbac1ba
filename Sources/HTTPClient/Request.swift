import Foundation

extension HTTPClient {
    /// Header fields in the order they were sent; names compare without regard to case.
    public struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
        public struct Field: Sendable, Equatable {
            public var name: String
            public var value: String
        }

        public private(set) var all: [Field] = []

        public init() {}

        public init(dictionaryLiteral elements: (String, String)...) {
            all = elements.map { Field(name: $0.0, value: $0.1) }
        }

        /// The first value under `name`. Setting replaces every value; setting `nil` removes them.
        public subscript(_ name: String) -> String? {
            get { all.first { $0.name.lowercased() == name.lowercased() }?.value }
            set {
                all.removeAll { $0.name.lowercased() == name.lowercased() }
                if let newValue { append(name, newValue) }
            }
        }

        public mutating func append(_ name: String, _ value: String) {
            all.append(Field(name: name, value: value))
        }
    }

    /// A request to send.
    public struct Request: Sendable {
        public var method: String
        /// An absolute http or https URL, already percent-encoded.
        public var url: String
        public var headers: Headers
        /// `nil`: no body, and no Content-Type is made up for it.
        public var body: Data?
        /// Seconds for this transfer; `nil` takes the client's.
        public var timeout: TimeInterval?
        /// True for a request that must never reach the server twice. libcurl silently repeats a request whose
        /// reused connection closed before the first byte of the answer; on a connection of its own it does not.
        public var onlyOnce: Bool

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

    /// An answer that has arrived whole.
    public struct Response: Sendable {
        public var status: Int
        public var headers: Headers
        public var body: Data
        /// Seconds from the start of the transfer to the last byte.
        public var seconds: TimeInterval

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

/// A request whose parts have been checked: nothing in it can end a header line early.
struct PreparedRequest {
    let request: HTTPClient.Request
    let headerLines: [String]

    init(_ request: HTTPClient.Request) throws(HTTPClientError) {
        guard Self.isToken(request.method) else {
            throw .badRequest("method '\(request.method)' is not an HTTP method")
        }
        let scheme = request.url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", !request.url.utf8.contains(where: { $0 <= 32 || $0 == 127 }) else {
            throw .badRequest("'\(request.url)' is not an http or https URL")
        }
        for field in request.headers.all {
            let forbidden = field.value.utf8.contains { $0 == 0 || $0 == 10 || $0 == 13 }
            guard Self.isToken(field.name), !forbidden else {
                throw .badRequest("header '\(field.name)' holds characters that a header may not")
            }
        }
        self.request = request
        // "Name;" is how libcurl is told to send a header without a value.
        var lines = request.headers.all.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for name in ["Expect", "Content-Type"] where request.headers[name] == nil { lines.append("\(name):") }
        headerLines = lines
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }
}
