import HTTPServer
import MAASRegion
import SQLite

/// `POST /MAAS/accounts/authenticate/`: a name and a password for an API key, as python-libmaas logs in.
///
/// It stands beside the API: no OAuth, and 403 without a body for a wrong password.
enum PasswordLogin {
    package static func answer(_ request: HTTPRequest, _ state: RegionState) throws -> HTTPResponse {
        guard request.method == "POST" else {
            return HTTPResponse(status: 405, headers: ["Content-Type": "text/html; charset=utf-8", "Allow": "POST"])
        }
        let form = RequestBody(request).form
        guard let password = form["password"], !password.isEmpty,
            let user = try User.find(state.db, username: form["username"] ?? "", password: password)
        else { return HTTPResponse(status: 403, headers: ["Content-Type": "text/html; charset=utf-8"]) }
        let name = form["consumer"]
        let token = try state.db.transaction {
            let existing = try Token.all(state.db, ofUser: user.id).first { name == nil || $0.name == name }
            return try existing ?? Token.create(state, user: user.id, name: name)
        }
        let reply = AccountHandler.credentials(token, contentType: "application/json")
        var response = HTTPResponse(status: 200, headers: ["Content-Type": reply.contentType], body: reply.body)
        response.headers["Vary"] = "Cookie"
        return response
    }
}
