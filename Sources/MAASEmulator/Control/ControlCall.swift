import Formats
import HTTPServer

/// A request of a control endpoint, and whom it is aimed at.
struct ControlCall {
    let emulator: Emulator
    /// The main region, or the sandbox that the query names.
    let tenant: Tenant
    let request: HTTPRequest
    let query: Parameters
    /// What stands in the path in the place of the segments in braces.
    let values: [String]

    /// The JSON object in the request's body; an empty body counts as an empty object.
    func object(_ keys: String...) throws -> FixtureObject {
        if request.body.isEmpty { return FixtureObject(members: [:]) }
        do {
            let value = try JSONValue(parsing: request.body)
            return try FixtureValue(value: value).object(keys)
        } catch let error as JSONSyntaxError {
            throw ControlError.badRequest("the body is not JSON: \(error.reason)")
        }
    }
}
