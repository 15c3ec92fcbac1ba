import Foundation
import HTTPServer
import Testing

@testable import MAASConformance

/// What a server may do instead of answering.
enum Misbehaviour: String, CaseIterable, CustomTestStringConvertible {
    case closesTheConnection, hangs, saysNothing, talksNonsense, nestsWithoutEnd, takesOtherTypes, takesOtherShapes
    case saysTooMuch, stopsHalfway, failsAndTellsAll, servesAPage, leadsInCircles, forgetsToSayWhatItIs

    var testDescription: String { rawValue }

    /// Whether nothing that any case expects can come of it: others leave statuses, or bodies, as they should be.
    var spoilsEverything: Bool {
        switch self {
        case .takesOtherTypes, .takesOtherShapes, .saysTooMuch, .forgetsToSayWhatItIs, .stopsHalfway, .saysNothing:
            false
        default: true
        }
    }

    /// The answer to a request; `right` is what MAAS says, and MAAS has done what it was asked to.
    func answer(_ request: HTTPRequest, right: HTTPResponse, _ gate: Gate) -> HTTPResponse {
        var answer = right
        switch self {
        case .closesTheConnection: answer.delivery = .dropped
        case .hangs:
            gate.wait()
            answer.delivery = .dropped
        case .saysNothing: answer = HTTPResponse(status: 200)
        case .talksNonsense:
            answer = json("{\"password\": \"planted-nonsense\", \"machines\": [nul")
        case .nestsWithoutEnd: answer = json(String(repeating: "[", count: 200_000))
        case .takesOtherTypes: answer.body = changed(right, Self.otherTypes)
        case .takesOtherShapes: answer.body = changed(right, Self.otherShapes)
        case .saysTooMuch:
            answer.body =
                Array("{\"secret\": \"planted-much\", \"x\": \"".utf8) + [UInt8](repeating: 120, count: 2_000_000)
            answer.body += Array("\"}".utf8)
        case .stopsHalfway: answer.delivery = .truncated(after: right.body.count / 2)
        case .failsAndTellsAll:
            // As a debug page of a web framework does: what was sent, credentials and all.
            answer = HTTPResponse(
                status: 500, contentType: "text/html",
                text: """
                    <h1>Exception</h1><pre>Authorization: \(request.headers["Authorization"] ?? "")
                    {"rpc_shared_secret": "planted-debug"}
                    \(String(decoding: request.body, as: UTF8.self))</pre>
                    """)
        case .servesAPage: answer = HTTPResponse(status: 200, contentType: "text/html", text: "<h1>Log in</h1>")
        case .leadsInCircles:
            answer = HTTPResponse(status: 302, headers: ["Location": request.path], body: [])
        case .forgetsToSayWhatItIs: answer.headers["Content-Type"] = "application/octet-stream"
        }
        return answer
    }

    private func json(_ text: String) -> HTTPResponse {
        HTTPResponse(status: 200, contentType: "application/json; charset=utf-8", text: text)
    }

    private func changed(_ right: HTTPResponse, _ change: (JSON) -> JSON) -> [UInt8] {
        guard let value = try? JSON(parsing: Data(right.body)) else { return right.body }
        return Array(change(value).pretty.utf8)
    }

    /// Every leaf is of another type; lists and objects stay, so that they are read to their ends.
    private static func otherTypes(_ value: JSON) -> JSON {
        switch value {
        case .null: .string("null")
        case .bool: .null
        case .int(let number): .string("\(number)")
        case .float: .bool(true)
        case .string: .int(7)
        case .array(let elements): .array(elements.map(otherTypes))
        case .object(let members): .object(members.map { .init($0.key, otherTypes($0.value)) })
        }
    }

    /// Every list that is not the whole is an object, every inner object a list, and numbers are at their limits.
    private static func otherShapes(_ value: JSON) -> JSON {
        func inner(_ value: JSON) -> JSON {
            switch value {
            case .array(let elements): .object(elements.enumerated().map { .init("\($0.offset)", inner($0.element)) })
            case .object(let members): .array(members.map { inner($0.value) })
            case .int: .int(.max)
            case .float: .float(1e300)
            default: value
            }
        }
        return switch value {
        case .array(let elements): .array(elements.map(inner))
        case .object(let members): .object(members.map { .init($0.key, inner($0.value)) })
        default: inner(value)
        }
    }
}

/// Holds threads until it is opened.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() {
        semaphore.wait()
        semaphore.signal()
    }

    func open() { semaphore.signal() }

    deinit { semaphore.signal() }
}
