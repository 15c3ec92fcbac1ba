import Formats
import HTTPServer
import MAASRegion

/// Who a request says it comes from, before anything of it is checked.
package enum Caller {
    /// The consumer key that a request is signed with, wherever it says so.
    package static func consumerKey(_ request: HTTPRequest) -> String? {
        if let key = OAuthHeader(request.headers["Authorization"])?.consumer { return key }
        if let query = request.query, query.contains("oauth_consumer_key") {
            return Parameters(urlencoded: query)["oauth_consumer_key"]
        }
        return nil
    }

    /// The session whose cookie a request carries.
    package static func session(_ request: HTTPRequest) -> String? { request.cookie(SessionCookie.name) }

    /// The name that a request logs in with by a password; `nil` for every other request.
    package static func loginName(_ request: HTTPRequest) -> String? {
        let pages = ["accounts/login/", "accounts/authenticate/"].map { WebPages.root + $0 }
        guard request.method == "POST", pages.contains(request.path) else { return nil }
        return RequestBody(request).form["username"]
    }

    /// Whether the key or the session of a request exists.
    package static func isKnown(_ request: HTTPRequest, _ state: RegionState) throws -> Bool {
        if try SessionCookie.user(of: request, state) != nil { return true }
        let header = OAuthHeader(request.headers["Authorization"])?.fields ?? [:]
        let query = Parameters(urlencoded: request.query ?? "")
        guard let consumer = header["oauth_consumer_key"] ?? query["oauth_consumer_key"],
            let token = header["oauth_token"] ?? query["oauth_token"]
        else { return false }
        return try Token.find(state.db, key: token, consumer: consumer) != nil
    }
}
