import Formats
import HTTPServer
import MAASRegion
import SQLite

/// Everything a handler has: one request, who sent it, and the region's state in an open transaction.
package final class Context {
    package let state: RegionState
    private let sent: HTTPRequest
    /// Whether the handler has looked at more of the request than its path, its query and its form.
    private(set) var hasReadRequest = false
    package var request: HTTPRequest {
        hasReadRequest = true
        return sent
    }
    /// The values of the path's variable segments.
    package let path: [String: String]
    package let query: Parameters
    package let body: RequestBody
    /// Who sent it; `nil` without credentials.
    package let user: User?

    package init(
        state: RegionState, request: HTTPRequest, path: [String: String], query: Parameters, body: RequestBody,
        user: User?
    ) {
        self.state = state
        sent = request
        self.path = path
        self.query = query
        self.body = body
        self.user = user
    }

    package var db: Connection { state.db }
    package var version: MAASVersion { state.version }
    /// The fields of the body.
    package var form: Parameters { body.form }

    /// What Django calls the request's POST: the fields of a body that is a form, and none of one that is JSON.
    package var post: Parameters { body.isJSON ? Parameters() : body.form }

    /// The user who is logged in.
    func caller() throws(APIError) -> User {
        guard let user else { throw APIError.unauthorized }
        return user
    }

    /// Whether the caller may change what everybody uses: networks, names, tags.
    var isAdmin: Bool { may(.editGlobalEntities) }

    /// Whether the caller is entitled to something; before 3.8, whether it is an administrator.
    func may(_ right: Right, inPool pool: Int? = nil) -> Bool { user?.may(right, inPool: pool) ?? false }

    /// Refuses everybody with an empty 403 who is not entitled to something.
    func require(_ right: Right, inPool pool: Int? = nil) throws(Refusal) {
        if !may(right, inPool: pool) { throw .forbidden() }
    }

    /// Refuses those with an empty 403 who may not change what everybody uses.
    func requireAdmin() throws(Refusal) {
        if !isAdmin { throw .forbidden() }
    }

    /// A variable segment of the path.
    func segment(_ name: String) -> String { path[name] ?? "" }

    /// A variable segment that is a database id; one beyond 64 bits is the id of nothing. Text that is no number fails
    /// as Django's lookup does.
    package func id(_ name: String = "id") throws(Refusal) -> Int {
        let text = segment(name)
        guard let id = Int(python: text) else {
            throw .unexpected("Field 'id' expected a number but got \(pythonQuoted(text)).")
        }
        return id
    }

    /// A form parameter that an operation cannot do without; MAAS takes an empty one.
    package func required(_ name: String) throws(Refusal) -> String {
        guard let value = form[name] else { throw .notProvided(name) }
        return value
    }
}
