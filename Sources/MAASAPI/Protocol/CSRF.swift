import Formats
import HTTPServer
import MAASRegion

/// Django's protection of browsers that are logged in: what changes something must carry the secret of a cookie.
struct CSRF {
    static let cookie = "csrftoken"
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    private static let length = 32

    /// A new secret.
    static func secret(_ random: RegionRandom) throws -> String { try random.word(length, from: String(alphabet)) }

    /// Whether MAAS refuses a request: one with the cookie of a session, be it over, that may change something, without
    /// the secret of its other cookie in a header or a field, or from another site.
    static func refuses(_ request: HTTPRequest, form: Parameters) -> Bool {
        guard request.cookie(SessionCookie.name) != nil, !["GET", "HEAD", "OPTIONS", "TRACE"].contains(request.method)
        else { return false }
        if let origin = request.headers["Origin"] {
            let host = request.headers["Host"] ?? ""
            guard ["http://\(host)", "https://\(host)"].contains(origin) else { return true }
        }
        guard let secret = secret(of: request) else { return true }
        let field = request.method == "POST" ? form["csrfmiddlewaretoken"] ?? "" : ""
        let token = field.isEmpty ? request.headers["X-CSRFToken"] ?? "" : field
        return unmasked(token) != secret
    }

    /// The secret of a request's cookie; `nil` when it has none that could be one.
    static func secret(of request: HTTPRequest) -> String? { request.cookie(cookie).flatMap(unmasked) }

    /// A secret as pages show it: a random word, and the secret shifted by it.
    static func masked(_ secret: String, _ random: RegionRandom) throws -> String {
        let mask = try Self.secret(random)
        let shifted = zip(secret, mask).map { character, by in
            alphabet[(position(character) + position(by)) % alphabet.count]
        }
        return mask + String(shifted)
    }

    /// The secret of a token that may be masked; `nil` for what is neither.
    private static func unmasked(_ token: String) -> String? {
        guard token.allSatisfy(alphabet.contains) else { return nil }
        if token.count == length { return token }
        guard token.count == 2 * length else { return nil }
        let secret = zip(token.dropFirst(length), token).map { character, by in
            alphabet[(position(character) - position(by) + alphabet.count) % alphabet.count]
        }
        return String(secret)
    }

    private static func position(_ character: Character) -> Int { alphabet.firstIndex(of: character) ?? 0 }

    /// What Django answers to what it refuses.
    static let refusal = HTTPResponse(
        status: 403, headers: ["Content-Type": APIError.html, "X-Frame-Options": "DENY"],
        body: Array("<h1>Forbidden <span>(403)</span></h1>\n<p>CSRF verification failed. Request aborted.</p>\n".utf8))
}
