import Formats
import Foundation
import HTTPServer
import MAASRegion
import SQLite

/// From a request to a handler and back: MAAS's order of checks.
package struct Dispatch {
    package static let root = "/MAAS/api/2.0/"

    /// The path of an object that is known by its name, which may hold characters that paths do not.
    static func uri(_ collection: String, _ name: String) -> String {
        "\(root)\(collection)/\(PercentEncoding.encode(name, keeping: plainInPaths))/"
    }

    private static let plainInPaths = PercentEncoding.Plain.unreserved.union("/#%[]=:;$&()+,!?*@'")

    package let state: RegionState
    package let table: OperationTable
    /// The hash of the API's description, which most answers carry.
    package let apiHash: String
    private let login: Login

    package init(state: RegionState, table: OperationTable, apiHash: String, login: Login) {
        self.state = state
        self.table = table
        self.apiHash = apiHash
        self.login = login
    }

    /// What a request turned out to ask for, for logs, journal and faults.
    package struct Outcome {
        package var response: HTTPResponse
        /// `HandlerName.operation`; `nil` when the request reached none.
        package var operation: String?
        /// Who was logged in.
        package var username: String?
        /// Parameters that were sent and that no handler asked for.
        package var unread: [String] = []
        /// Whom the answer is true for as long as the region does not change; `nil` where it follows from more than
        /// the region, the path and the query.
        package var audience: Login.Audience?

        package init(response: HTTPResponse) { self.response = response }
    }

    package func answer(_ request: HTTPRequest) throws -> Outcome {
        var outcome = try answerUntraced(request)
        if state.version.has(.traceIDs), Self.path(of: request).hasPrefix("/MAAS/") {
            outcome.response.headers["MAAS-trace-id"] = try traceID(of: request)
        }
        return outcome
    }

    /// The id under which MAAS logs a request since 3.8: the caller's, or one of its own, of 32 hexadecimal digits. It
    /// is made of what tells requests apart, so that reading leaves the region's generator alone.
    private func traceID(of request: HTTPRequest) throws -> String {
        if let sent = request.headers["MAAS-trace-id"], !sent.isEmpty { return sent }
        let parts = [
            try state.setting("seed") ?? "", String(state.wall), request.method, request.path, request.query ?? "",
            request.headers["Authorization"] ?? "",
        ]
        return String(SHA256.hexDigest(parts.joined(separator: "\n").utf8).prefix(32))
    }

    private func answerUntraced(_ request: HTTPRequest) throws -> Outcome {
        let path = Self.path(of: request)
        // The web server that MAAS has since 3.6 (Twisted 24.3) refuses it by itself; the one before (22.1) reads an empty
        // form.
        let contentType = request.headers["Content-Type"] ?? ""
        if state.version.has(.closedMultipartRefused), request.method == "POST",
            MultipartForm.isOnlyClosing(request.body, contentType: contentType)
        {
            return Outcome(response: HTTPResponse(status: 400))
        }
        guard let named = Self.belowRoot(path) else {
            return Outcome(response: try WebPages.answer(request, path, state, login))
        }
        let query = request.query ?? ""
        if FieldLimits.isExceeded(by: query.utf8) {
            return Outcome(response: FieldLimits.failure(FieldLimits.tooManyFields))
        }
        let body = RequestBody(request)
        if let excess = body.excess { return Outcome(response: FieldLimits.failure(excess)) }
        guard let match = table.match(PathParts(named)) else {
            let error = APIError(404, "Unknown API endpoint: \(path).")
            return Outcome(response: decorate(error, vary: nil))
        }
        var outcome = Outcome(response: HTTPResponse(status: 500))
        do {
            outcome.response = try handle(request, Parameters(urlencoded: query), body, match, &outcome)
        } catch let error as APIError {
            outcome.response = decorate(error, vary: vary(match.resource))
        } catch let refusal as Refusal {
            outcome.response = decorate(APIError(refusal), vary: vary(match.resource))
        } catch let error as DatabaseError where error.isNULInText {
            outcome.response = decorate(APIError(Refusal.nulInText), vary: vary(match.resource))
        }
        return outcome
    }

    private func handle(
        _ request: HTTPRequest, _ query: Parameters, _ body: RequestBody, _ match: OperationTable.Match,
        _ outcome: inout Outcome
    ) throws -> HTTPResponse {
        if CSRF.refuses(request, form: body.form) { return CSRF.refusal }
        let (user, operations) = try admit(request, query, body, to: match.resource)
        if body.isMalformed { throw APIError(400, "Bad Request", contentType: APIError.plain, isFromRESTLayer: true) }

        guard operations.contains(where: { $0.method == request.method }) else {
            return methodNotAllowed(operations, match.resource)
        }
        let op = Self.selectedOperation(query, body, match)
        guard let operation = operations.first(where: { $0.method == request.method && $0.op == op }) else {
            throw Refusal.invalid("Unrecognised signature: method=\(request.method) op=\(op ?? "None")")
        }
        outcome.operation = "\(match.resource.handler).\(operation.name)"
        outcome.username = user?.username
        if let refusal = refusal(of: operation, in: match.resource, for: user) { throw refusal }
        if body.isUnread, op == nil { throw Refusal.invalidFields(FieldErrors(), by: .form) }
        query.remove("op")
        body.form.remove("op")
        let context = Context(
            state: state, request: request, path: match.values, query: query, body: body, user: user)
        defer { outcome.unread = query.unread + body.form.unread }
        let reply = try state.db.transaction {
            let reply = try operation.handle(context)
            if request.method != "GET" { try SubnetExhaustion.notify(state) }
            return reply
        }
        if request.method == "GET", !context.hasReadRequest {
            outcome.audience = match.resource.login == .none ? .anyone : user.map { .user($0.id) }
        }
        return try finish(reply, query, match.resource)
    }

    /// Why somebody may not call an operation that is not for everybody; `nil` when its handler decides.
    private func refusal(of operation: Operation, in resource: Resource, for user: User?) -> APIError? {
        guard state.version.has(.namedPermissions) else {
            return operation.access == .admin && user?.isSuperuser != true ? .adminOnly : nil
        }
        if let difference = resource.refusesByObject, state.version.has(difference) { return nil }
        guard operation.access == .admin || resource.login == .permitted else { return nil }
        let entitlement = Entitlement(resource, operation)
        return user?.may(entitlement.right) == true ? nil : entitlement.refusal
    }

    /// Who is calling, and what they may ask of this resource.
    private func admit(
        _ request: HTTPRequest, _ query: Parameters, _ body: RequestBody, to resource: Resource
    ) throws -> (User?, [Operation]) {
        if resource.login == .none { return (nil, resource.operations) }
        var user = try SessionCookie.user(of: request, state) ?? login.user(of: request, query, body, state)
        if let id = user?.id, state.version.has(.namedPermissions) { user?.rights = try Rights(state.db, user: id) }
        if resource.login == .admin || resource.login == .permitted && !state.version.has(.namedPermissions) {
            guard let user, user.isSuperuser else {
                throw Refusal.forbidden("User is not allowed access to this API.")
            }
            return (user, resource.operations)
        }
        if let user { return (user, resource.operations) }
        if let anonymous = resource.anonymous, anonymous.contains(where: { $0.method == request.method }) {
            return (nil, anonymous)
        }
        throw APIError.unauthorized
    }

    /// `op` from the query, else from the body, else from the path. An empty one in the query counts as none.
    private static func selectedOperation(_ query: Parameters, _ body: RequestBody, _ match: OperationTable.Match)
        -> String?
    {
        if let op = query["op"], !op.isEmpty { return op }
        if !body.isJSON, let op = body.form["op"] { return op }
        return match.operationSuffix
    }

    private func methodNotAllowed(_ operations: [Operation], _ resource: Resource) -> HTTPResponse {
        let allowed = ["GET", "POST", "PUT", "DELETE"].filter { method in
            operations.contains { $0.method == method }
        }
        var response = HTTPResponse(status: 405, headers: ["Content-Type": "text/html; charset=utf-8"])
        response.headers["Allow"] = allowed.joined(separator: ", ")
        addRESTHeaders(&response, vary(resource))
        return response
    }

    private func finish(_ reply: Reply, _ query: Parameters, _ resource: Resource) throws -> HTTPResponse {
        if let format = query["format"], format != "json" {
            throw APIError(
                400, "Invalid output format specified \(pythonQuoted(format)).", contentType: APIError.plain,
                isFromRESTLayer: true)
        }
        var response = HTTPResponse(
            status: reply.status, headers: ["Content-Type": reply.contentType], body: reply.body)
        if let callback = query["callback"], !callback.isEmpty, reply.contentType.hasPrefix("application/json;") {
            response.body = Array("\(callback)(".utf8) + reply.body + Array(")".utf8)
        }
        for (name, value) in reply.headers { response.headers.append(name, value) }
        addRESTHeaders(&response, reply.isOutsideRESTLayer ? nil : vary(resource))
        return response
    }

    /// What answers of the REST layer depend on.
    private func vary(_ resource: Resource) -> String? {
        resource.login == .none ? "Authorization" : "Authorization, Cookie"
    }

    private func addRESTHeaders(_ response: inout HTTPResponse, _ vary: String?) {
        if let vary { response.headers["Vary"] = vary }
        response.headers["X-MAAS-API-Hash"] = apiHash
        response.headers["X-Frame-Options"] = "DENY"
    }

    private func decorate(_ error: APIError, vary: String?) -> HTTPResponse {
        var response = HTTPResponse(
            status: error.status, headers: ["Content-Type": error.contentType], body: error.body)
        for (name, value) in error.headers { response.headers.append(name, value) }
        if error.isFromRESTLayer {
            addRESTHeaders(&response, vary)
        } else {
            if vary != nil { response.headers["Vary"] = "Cookie" }
            response.headers["X-Frame-Options"] = "DENY"
        }
        return response
    }

    /// What a path names below the root of the API; `nil` for a page.
    private static func belowRoot(_ path: String) -> Substring? {
        path.utf8.starts(with: root.utf8) ? Substring(path.utf8.dropFirst(root.utf8.count)) : nil
    }

    /// Whether a path has neither escapes nor runs of slashes in it.
    private static func isPlain(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { bytes in
            var isAfterSlash = false
            for byte in bytes {
                let isSlash = byte == UInt8(ascii: "/")
                if byte == UInt8(ascii: "%") || isSlash && isAfterSlash { return false }
                isAfterSlash = isSlash
            }
            return true
        }
    }

    /// The path of a request, percent-decoded; runs of slashes count as one.
    private static func path(of request: HTTPRequest) -> String {
        let slash = UInt8(ascii: "/")
        if isPlain(request.path) { return request.path }
        var path = PercentEncoding.bytes(of: request.path.utf8)
        var kept = 0
        for index in path.indices where !(path[index] == slash && kept > 0 && path[kept - 1] == slash) {
            path[kept] = path[index]
            kept += 1
        }
        return String(decoding: path[..<kept], as: UTF8.self)
    }

    /// The operation that a request names, whatever its credentials and parameters: what faults are aimed at.
    package static func operation(namedBy request: HTTPRequest, in table: OperationTable) -> String? {
        let path = path(of: request)
        guard let named = belowRoot(path), let match = table.match(PathParts(named)) else { return nil }
        let op = selectedOperation(Parameters(urlencoded: request.query ?? ""), RequestBody(request), match)
        let operations = match.resource.operations + (match.resource.anonymous ?? [])
        return operations.first { $0.method == request.method && $0.op == op }.map {
            "\(match.resource.handler).\($0.name)"
        }
    }
}
