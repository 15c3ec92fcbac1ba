import Foundation
import HTTPClient
import Synchronization

/// A transport for tests: it gives the answers that it was told, and remembers what it was asked. No socket is opened.
///
///     let maas = StubTransport { request in .json(#"{"version": "3.7.3", "subversion": "", "capabilities": []}"#) }
///     let client = MAASClient(transport: maas)
public final class StubTransport: Transport {
    /// Makes an answer of a request, or throws why there is none.
    public typealias Answer = @Sendable (Request) async throws -> HTTPClient.Response

    /// A request as it left the client.
    public struct Request: Sendable {
        /// The whole of it, signature included.
        public let http: HTTPClient.Request

        /// Upper case.
        public var method: String { http.method }

        /// Below the API's root, without the query: `machines/abc123/`.
        public var path: String { String(target.prefix { $0 != "?" }) }

        /// The value of `op`, if there is one.
        public var op: String? { query["op"] }

        /// What stands behind the question mark, `op` included.
        public var query: Params { Params(encoded: target.split(separator: "?", maxSplits: 1).dropFirst().first ?? "") }

        /// The fields of a form, files left out; empty without one.
        public var form: Params {
            guard let body = http.body, let type = http.headers["Content-Type"] else { return Params() }
            if type == "application/x-www-form-urlencoded" {
                return Params(encoded: String(decoding: body, as: UTF8.self))
            }
            return MultipartBody.fields(of: body, contentType: type)
        }

        /// Method, target and form on one line, as `POST vm-hosts/7/?op=compose cores=2`.
        public var line: String {
            let form = form
            return "\(method) \(target)" + (form.isEmpty ? "" : " \(form.encoded)")
        }

        private var target: String {
            guard let root = http.url.range(of: "/api/2.0/") else { return http.url }
            return String(http.url[root.upperBound...])
        }
    }

    private let answer: Answer
    private let seen = Mutex<[Request]>([])

    /// Answers each request by what `answer` makes of it.
    public init(_ answer: @escaping Answer) { self.answer = answer }

    /// Gives these answers one after the other, and the last one from then on.
    public convenience init(_ answers: HTTPClient.Response...) {
        let left = Mutex(answers)
        self.init { request in
            let next = left.withLock { $0.count > 1 ? $0.removeFirst() : $0.first }
            guard let next else { throw HTTPClientError.failed("the stub has no answer to \(request.line)") }
            return next
        }
    }

    /// What was asked so far, oldest first.
    public var requests: [Request] { seen.withLock { $0 } }

    /// Every request in short, such as `GET machines/?pod=big`.
    public var lines: [String] { requests.map(\.line) }

    /// Remembers the request and answers it.
    public func send(_ request: HTTPClient.Request) async throws -> HTTPClient.Response {
        if Task.isCancelled { throw HTTPClientError.cancelled }
        let request = Request(http: request)
        seen.withLock { $0.append(request) }
        return try await answer(request)
    }
}

extension HTTPClient.Response {
    /// An answer as MAAS gives most.
    public static func json(_ text: String, status: Int = 200) -> HTTPClient.Response {
        HTTPClient.Response(
            status: status, headers: ["Content-Type": "application/json; charset=utf-8"], body: Data(text.utf8))
    }

    /// An answer in plain words, as MAAS refuses with.
    public static func text(_ text: String, status: Int, retryAfter: Int? = nil) -> HTTPClient.Response {
        var headers: HTTPClient.Headers = ["Content-Type": "text/plain; charset=utf-8"]
        headers["Retry-After"] = retryAfter.map { String($0) }
        return HTTPClient.Response(status: status, headers: headers, body: Data(text.utf8))
    }
}
