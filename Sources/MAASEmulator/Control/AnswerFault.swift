import HTTPServer
import MAASAPI

/// A fault to inject: into the answers of which requests, which of them, and what happens.
struct AnswerFault: Sendable {
    /// What is aimed at: an operation of the table, or a method and a path with `*` for one segment.
    enum Target: Sendable {
        case operation(String)
        case path(method: String?, pattern: PathTarget)
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

    func fits(_ request: Asked) -> Bool {
        switch target {
        case .operation(let name): name == request.operation
        case .path(let method, let pattern): (method ?? request.method) == request.method && pattern.fits(request)
        }
    }
}

extension AnswerFault {
    /// What rules look at in a request, taken apart once for all of them.
    struct Asked {
        let method: String
        let operation: String?
        let segments: [Substring]
        /// Below the root of MAAS's API; the same as all of them elsewhere.
        let segmentsOfAPI: [Substring]

        init(_ request: HTTPRequest, operation: String?) {
            method = request.method
            self.operation = operation
            segments = request.path.split(separator: "/")
            let root = Dispatch.root
            segmentsOfAPI =
                request.path.hasPrefix(root) ? request.path.dropFirst(root.count).split(separator: "/") : segments
        }
    }

    /// A path of which `*` stands for one segment. Without a slash in front it is one of MAAS's API.
    struct PathTarget: Sendable {
        private let segments: [Substring]
        private let isWhole: Bool

        init(_ pattern: String) {
            segments = pattern.split(separator: "/")
            isWhole = pattern.hasPrefix("/")
        }

        func fits(_ request: Asked) -> Bool {
            let found = isWhole ? request.segments : request.segmentsOfAPI
            return segments.count == found.count && zip(segments, found).allSatisfy { $0 == "*" || $0 == $1 }
        }
    }
}
