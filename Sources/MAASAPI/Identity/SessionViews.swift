import Formats
import HTTPServer
import MAASRegion
import SQLite

/// How a browser logs in and out (MAAS: `views/account.py`): beside the API, by a cookie.
enum SessionViews {
    /// Seconds for which the cookie of the CSRF secret lasts.
    private static let secretLasts = 31_449_600

    /// `accounts/login/`: who is there, or a name and a password for a cookie.
    static func login(_ request: HTTPRequest, _ state: RegionState) throws -> HTTPResponse {
        let caller = try SessionCookie.user(of: request, state)
        guard request.method == "POST" else {
            let users = try User.all(state.db).contains { !$0.isSystem }
            return answer { json in
                json.object { json in
                    json.field("authenticated", caller != nil)
                    json.null("external_auth_url")
                    json.field("no_users", !users)
                }
            }
        }
        if caller != nil { return noContent }
        let form = RequestBody(request).form
        var errors = FieldErrors()
        let username = form["username"]?.strippedOfBlanks ?? ""
        let password = form["password"] ?? ""
        if username.isEmpty { errors.add("username", FieldErrors.required) }
        let length = username.unicodeScalars.count
        if length > 150 {
            errors.add("username", "Ensure this value has at most 150 characters (it has \(length)).")
        }
        for (name, value) in [("username", username), ("password", password)]
        where value.unicodeScalars.contains("\0") {
            errors.add(name, "Null characters are not allowed.")
        }
        if password.isEmpty { errors.add("password", FieldErrors.required) }
        guard errors.isEmpty else { return answer(status: 400) { errors.encode(into: &$0) } }
        guard let user = try User.find(state.db, username: username, password: password), !user.isSystem else {
            errors.add(
                FieldErrors.all,
                "Please enter a correct username and password. Note that both fields may be case-sensitive.")
            return answer(status: 400) { errors.encode(into: &$0) }
        }
        let (session, secret) = try state.db.transaction {
            (try Session.create(state, of: user), try CSRF.secret(state.random))
        }
        var response = noContent
        SessionCookie.set(CSRF.cookie, secret, seconds: secretLasts, in: &response, state)
        SessionCookie.set(
            SessionCookie.name, session.key, seconds: session.length, isHidden: true, in: &response, state)
        return response
    }

    /// `accounts/logout/`, for those who are logged in.
    static func logout(_ request: HTTPRequest, _ state: RegionState) throws -> HTTPResponse {
        guard request.method == "POST" else { return notAllowed(request.method) }
        if let key = request.cookie(SessionCookie.name) { try Session.delete(state.db, key: key) }
        var response = noContent
        SessionCookie.set(SessionCookie.name, "\"\"", seconds: 0, in: &response, state)
        return response
    }

    /// `account/csrf/`: the secret that requests with the cookie must carry, masked.
    static func csrf(_ request: HTTPRequest, _ state: RegionState) throws -> HTTPResponse {
        guard request.method == "POST" else { return notAllowed("POST") }
        guard try SessionCookie.user(of: request, state) != nil else { return empty(403) }
        let token = try state.db.transaction {
            try CSRF.masked(CSRF.secret(of: request) ?? CSRF.secret(state.random), state.random)
        }
        return answer { json in json.object { $0.field("csrf", token) } }
    }

    private static var noContent: HTTPResponse { empty(204) }

    static func empty(_ status: Int) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: ["Content-Type": APIError.html, "X-Frame-Options": "DENY", "Vary": "Cookie"])
    }

    private static func notAllowed(_ allowed: String) -> HTTPResponse {
        var response = empty(405)
        response.headers["Allow"] = allowed
        return response
    }

    private static func answer(status: Int = 200, _ write: (inout JSONWriter) -> Void) -> HTTPResponse {
        var json = JSONWriter(.compact)
        write(&json)
        return HTTPResponse(
            status: status,
            headers: ["Content-Type": "application/json", "X-Frame-Options": "DENY", "Vary": "Cookie"], body: json.bytes
        )
    }
}
