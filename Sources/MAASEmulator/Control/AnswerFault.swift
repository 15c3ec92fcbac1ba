import HTTPServer
import MAASAPI

/// A fault to inject: into the answers of which requests, which of them, and what happens.
struct AnswerFault: Sendable {
    /// What is aimed at: an operation of the table, or a method and a path with `*` for one segment.
    enum Target: Sendable, Equatable {
        case operation(String)
        case path(method: String?, pattern: String)
    }

    /// What happens to a request that is hit.
    struct Effect: Sendable {
        var status: Int?
        var contentType = APIError.plainUTF8
        var body: [UInt8] = []
        var headers: [(String, String)] = []
        /// Close the connection without an answer.
        var drop = false
        /// Close the connection after so many bytes of the body.
        var truncate: Int?

        /// The answer in place of MAAS's.
        var response: HTTPResponse {
            var response = HTTPResponse(status: status ?? 500, headers: ["Content-Type": contentType], body: body)
            for (name, value) in headers { response.headers.append(name, value) }
            if drop { response.delivery = .dropped }
            if let truncate { response.delivery = .truncated(after: truncate) }
            return response
        }

        /// Spoils an answer that MAAS has given.
        func apply(to response: inout HTTPResponse) {
            if status != nil { response = self.response }
            if drop { response.delivery = .dropped }
            if let truncate { response.delivery = .truncated(after: truncate) }
        }
    }

    var target: Target
    /// How many requests pass before the first hit.
    var skip = 0
    /// How many are hit; `nil` for all that follow.
    var count: Int?
    /// Seconds to wait before anything else, and how much more or less at random.
    var delay = 0.0
    var jitter = 0.0
    var effect = Effect()
    /// The handler does its work first: only its answer is spoiled.
    var afterwards = false

    /// A rule that only delays, or that spoils the answer, lets the handler do its work.
    var runsHandler: Bool { afterwards || (effect.status == nil && !effect.drop) }

    func fits(_ request: HTTPRequest, operation: String?) -> Bool {
        switch target {
        case .operation(let name): return name == operation
        case .path(let method, let pattern):
            if let method, method != request.method { return false }
            var path = request.path[...]
            if path.hasPrefix(Dispatch.root), !pattern.hasPrefix("/") { path = path.dropFirst(Dispatch.root.count) }
            let wanted = pattern.split(separator: "/")
            let found = path.split(separator: "/")
            return wanted.count == found.count && zip(wanted, found).allSatisfy { $0 == "*" || $0 == $1 }
        }
    }
}
