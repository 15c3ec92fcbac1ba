import Formats
import HTTPServer

/// An answer of the control endpoints that refuses a request: one clear line, as JSON.
struct ControlError: Error {
    let status: Int
    let message: String

    static func badRequest(_ message: String) -> ControlError { ControlError(status: 400, message: message) }
    static func notFound(_ message: String) -> ControlError { ControlError(status: 404, message: message) }

    var response: HTTPResponse {
        .control(status: status) { json in json.object { $0.field("error", message) } }
    }
}

extension HTTPResponse {
    /// A JSON answer of a control endpoint.
    static func control(status: Int = 200, _ write: (inout JSONWriter) throws -> Void) rethrows -> HTTPResponse {
        var json = JSONWriter()
        try write(&json)
        var response = HTTPResponse(status: status, headers: ["Content-Type": "application/json"], body: json.bytes)
        response.body.append(UInt8(ascii: "\n"))
        return response
    }

    /// 204.
    static let controlDone = HTTPResponse(status: 204)
}
