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
    /// What the header says, where it has been read already and is of the usual kind.
    private let credentials: OAuthHeader.PlainCredentials?
    private var found: (user: User?, isInQuery: Bool)?
    /// The machine whose token signed the request.
    private var signer: Signer?

    private struct Signer {
        let machine: Int?
    }

    package init(nonces: Nonces, _ credentials: OAuthHeader.PlainCredentials?) {
        self.nonces = nonces
        self.credentials = credentials
    }

    /// Who signed a request; its nonce counts as used even when the request fails afterwards.
    func user(
        of request: HTTPRequest, _ query: Parameters, _ body: RequestBody, _ state: RegionState
    ) throws -> User? {
        if let found {
            if found.isInQuery { Authentication.removeCredentials(from: query) }
            return found.user
        }
        let authentication = Authentication(
            db: state.db, version: state.version, now: state.wall / 1000, nonces: nonces)
        if let user = try credentials.flatMap(authentication.user) {
            found = (user, false)
            return user
        }
        if let openUser = try state.setting(Token.uncheckedSetting) {
            let user = try User.find(state.db, username: openUser)
            found = (user, false)
            return user
        }
        let sent = query.names.count
        let user = try authentication.user(of: request, query: query, body: body)
        found = (user, query.names.count < sent)
        return user
    }

    /// The machine whose token signed a request; `nil` for nobody's token. The nonce counts as used, as a user's does.
    func machine(of request: HTTPRequest, _ query: Parameters, _ body: RequestBody, _ state: RegionState) throws
        -> Node?
    {
        if let signer { return try signer.machine.flatMap { try Node.find(state.db, id: $0) } }
        let node = try Authentication(db: state.db, version: state.version, now: state.wall / 1000, nonces: nonces)
            .machine(of: request, query: query, body: body)
        signer = Signer(machine: node?.id)
        return node
    }
}
