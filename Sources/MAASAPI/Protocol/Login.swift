import Formats
import HTTPServer
import MAASRegion

/// Who sent one request: found out once, however often the request is tried.
package final class Login {
    /// Whom a request's answer is for.
    package enum Audience: Hashable, Sendable {
        /// Credentials are not even looked at.
        case anyone
        /// The one user with this id.
        case user(Int)
    }

    private let nonces: Nonces
    private var found: (user: User?, isInQuery: Bool)?

    package init(nonces: Nonces) { self.nonces = nonces }

    /// Who signed a request; its nonce counts as used even when the request fails afterwards.
    func user(
        of request: HTTPRequest, _ query: Parameters, _ body: RequestBody, _ state: RegionState
    ) throws -> User? {
        if let found {
            if found.isInQuery { Authentication.removeCredentials(from: query) }
            return found.user
        }
        if let openUser = try state.setting("auth.off") {
            let user = try User.find(state.db, username: openUser)
            found = (user, false)
            return user
        }
        let sent = query.names.count
        let user = try Authentication(db: state.db, version: state.version, now: state.wall / 1000, nonces: nonces)
            .user(
                of: request, query: query, body: body)
        found = (user, query.names.count < sent)
        return user
    }
}
