import Formats
import Foundation
import HTTPServer
import MAASRegion

/// The cookie of a browser that is logged in, which the API takes in place of an API key.
enum SessionCookie {
    static let name = "sessionid"

    /// Who is logged in; `nil` when a request carries no cookie of a session that lasts.
    static func user(of request: HTTPRequest, _ state: RegionState) throws -> User? {
        guard let key = request.cookie(name), !key.unicodeScalars.contains("\0") else { return nil }
        return try Session.user(state, key: key)
    }

    /// A cookie as a response sets it.
    static func set(
        _ name: String, _ value: String, seconds: Int, isHidden: Bool = false, in response: inout HTTPResponse,
        _ state: RegionState
    ) {
        let end = seconds == 0 ? 0 : state.wall + seconds * 1000
        let hidden = isHidden ? "HttpOnly; " : ""
        response.headers.append(
            "Set-Cookie",
            "\(name)=\(value); expires=\(httpDate(end)); \(hidden)Max-Age=\(seconds); Path=/; SameSite=Lax")
    }

    /// `Thu, 26 Nov 2026 22:32:45 GMT`
    private static func httpDate(_ milliseconds: Int) -> String {
        Timestamp.mail(milliseconds, zone: "GMT")
    }
}

extension HTTPRequest {
    /// The value of a cookie; the last one of a name counts.
    func cookie(_ name: String) -> String? {
        var found: String?
        for part in (headers["Cookie"] ?? "").split(separator: ";") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].trimmingCharacters(in: .whitespaces) == name else { continue }
            found = halves[1].trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
        }
        return found
    }
}
