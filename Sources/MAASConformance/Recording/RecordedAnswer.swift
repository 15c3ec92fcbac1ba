import Foundation
import HTTPClient

/// What came back, as far as a client can rely on it.
struct RecordedAnswer: Sendable, Equatable {
    /// The body by what can be made of it.
    enum Body: Sendable, Equatable {
        case json(JSON)
        case text(String)
        case bytes(Data)
    }

    /// 0 when no answer came.
    var status: Int
    /// Those that matter, in the order of `headerNames`.
    var headers: [RecordedPair] = []
    var body: Body
    /// Why there is no answer.
    var problem: String?

    /// The headers that clients act on.
    static let headerNames = [
        "Content-Type", "Allow", "WWW-Authenticate", "Retry-After", "Location", "Content-Disposition",
        "X-MAAS-API-Hash",
    ]

    /// The body as JSON; `nil` when it is none.
    var content: JSON? { if case .json(let json) = body { json } else { nil } }

    /// True when the request was taken.
    var isGood: Bool { (200..<300).contains(status) }

    subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    init(status: Int, headers: [RecordedPair] = [], body: Body, problem: String? = nil) {
        (self.status, self.headers, self.body, self.problem) = (status, headers, body, problem)
    }

    /// What an endpoint answered; its own address, where the answer names it, becomes the same for all endpoints.
    init(_ response: HTTPClient.Response, origin: String) {
        status = response.status
        headers = Self.headerNames.compactMap { name in
            response.headers[name].map { RecordedPair(name, $0.replacing(origin, with: "")) }
        }
        if let text = String(validating: response.body, as: UTF8.self) {
            let text = text.contains(origin) ? text.replacing(origin, with: "") : text
            // Plain texts such as `5` or `OK` are said to be texts; MAAS sends JSON by that name.
            let isJSON = response.headers["Content-Type"]?.contains("json") ?? false
            if isJSON, let json = try? JSON(parsing: text) { body = .json(json) } else { body = .text(text) }
        } else {
            body = .bytes(response.body)
        }
    }

    /// No answer came.
    init(problem: String) { self.init(status: 0, body: .text(""), problem: problem) }
}

extension RecordedAnswer {
    /// As a line of a recording has it.
    var json: JSON {
        var members: [JSON.Member] = [.init("status", .int(status))]
        if !headers.isEmpty {
            members.append(.init("headers", .object(headers.map { .init($0.name, .string($0.value)) })))
        }
        switch body {
        case .json(let json): members.append(.init("json", json))
        case .text(let text): members.append(.init("text", .string(text)))
        case .bytes(let bytes): members.append(.init("base64", .string(bytes.base64EncodedString())))
        }
        if let problem { members.append(.init("problem", .string(problem))) }
        return .object(members)
    }

    /// - Throws: `RecordingError` that says what is wrong with it.
    init(_ json: JSON?) throws {
        guard let json, let status = json["status"]?.whole else {
            throw RecordingError("has no answer with a status")
        }
        let headers = (json["headers"]?.members ?? []).map { RecordedPair($0.key, $0.value.plain) }
        let body: Body
        if let content = json["json"] {
            body = .json(content)
        } else if let base64 = json["base64"]?.text.flatMap({ Data(base64Encoded: $0) }) {
            body = .bytes(base64)
        } else {
            body = .text(json["text"]?.text ?? "")
        }
        self.init(status: status, headers: headers, body: body, problem: json["problem"]?.text)
    }
}
