import Formats
import Foundation
import HTTPServer
import MAASRegion
import SQLite

/// OAuth 1.0 as MAAS checks it.
///
/// As MAAS's `api/auth.py` has it: the header counts as OAuth only when it names all six fields; then
/// version, consumer, token, timestamp, nonce, method and signature are checked in that order.
package struct Authentication {
    /// Seconds for which a timestamp is accepted and a nonce remembered.
    package static let threshold = 300

    package let db: Connection
    package let version: MAASVersion
    /// Seconds since 1970 by the wall clock: callers sign with theirs, whatever the region's clock says.
    package let now: Int
    package let nonces: Nonces

    private static let names = [
        "oauth_consumer_key", "oauth_token", "oauth_signature", "oauth_signature_method", "oauth_timestamp",
        "oauth_nonce",
    ]

    /// Whose credentials of the usual kind these are; `nil` where anything is odd about them: what it is and what MAAS says of
    /// it is found with the whole request.
    func user(of credentials: OAuthHeader.PlainCredentials) throws -> User? {
        let (consumer, key) = (credentials.consumer, credentials.token)
        guard !version.has(.strictTimestamps), credentials.isCurrent(at: now), !consumer.utf8.contains(0),
            !key.utf8.contains(0),
            let (user, secret) = try Token.owner(db, key: key, consumer: consumer),
            PercentEncoding.encode(secret) == credentials.secret, user.isActive,
            nonces.use(credentials.nonce, consumer: consumer, token: key, now: now)
        else { return nil }
        return user
    }

    /// Who signed the request; `nil` when it carries no OAuth credentials at all.
    package func user(of request: HTTPRequest, query: Parameters, body: RequestBody) throws -> User? {
        if version.has(.strictTimestamps) { try Self.checkTimestampTypes(request, query, body) }
        guard let fields = Self.credentials(request, query) else { return nil }

        if let version = fields["oauth_version"], version != "1.0" {
            throw refusal("'OAuth version \(version) not supported.'")
        }
        let consumer = try field("oauth_consumer_key", fields)
        guard try Token.exists(db, consumer: consumer) else {
            throw refusal("Invalid API key.")
        }
        let token = try field("oauth_token", fields)
        guard let credentials = try Token.find(db, key: token, consumer: consumer) else {
            throw refusal("'Invalid access token: \(token)'")
        }
        try check(timestamp: try field("oauth_timestamp", fields))
        try check(nonce: try field("oauth_nonce", fields), consumer, token)
        try check(signature: fields, credentials.secret, request, query, body)

        guard let user = try User.find(db, id: credentials.userID) else { return nil }
        guard user.isActive else { throw Refusal.forbidden("User is not allowed access to this API.") }
        return user
    }

    /// The machine whose token signed the request; `nil` when it carries no OAuth credentials, or nobody's.
    func machine(of request: HTTPRequest, query: Parameters, body: RequestBody) throws -> Node? {
        guard let fields = Self.credentials(request, query), let consumer = fields["oauth_consumer_key"],
            let key = fields["oauth_token"], let known = try NodeToken.machine(db, consumer: consumer, key: key)
        else { return nil }
        try check(timestamp: try field("oauth_timestamp", fields))
        try check(nonce: try field("oauth_nonce", fields), consumer, key)
        try check(signature: fields, known.token.secret, request, query, body)
        return try Node.find(db, id: known.node)
    }

    /// Since 3.8 a timestamp that is no number is refused wherever it stands, with all that is missing beside it.
    private static func checkTimestampTypes(
        _ request: HTTPRequest, _ query: Parameters, _ body: RequestBody
    ) throws(APIError) {
        let header = OAuthHeader(request.headers["Authorization"])?.fields
        let places: [(String, (String) -> String?)] = [
            ("auth", { header?[$0] }), ("query", { query[$0] }), ("query", { body.form[$0] }),
        ]
        let isWrong = places.contains { _, value in
            value("oauth_timestamp").map { PythonInteger($0) == nil } ?? false
        }
        guard isWrong else { return }
        var messages: [String] = header == nil ? ["missing starting 'OAuth' from 'Authentication' header"] : []
        for (place, value) in places where names.contains(where: { value($0) != nil }) {
            let problems = names.compactMap { name -> String? in
                guard let text = value(name) else { return "\(name) is missing" }
                guard name == "oauth_timestamp", PythonInteger(text) == nil else {
                    return nil
                }
                return "\(name) has an unexpected type"
            }
            messages.append(
                "the following problems were found among the \(place) params: \(problems.joined(separator: ", "))")
        }
        let text = "Bad Request: " + messages.joined(separator: "; ")
        throw APIError(400, pythonQuoted(text))
    }

    /// The credentials of the header or, when it has none, of the query, which handlers then do not see.
    private static func credentials(_ request: HTTPRequest, _ query: Parameters) -> [String: String]? {
        // MAAS looks for the names anywhere in the header, before it reads the header's fields.
        if let text = request.headers["Authorization"], let header = OAuthHeader(text)?.fields,
            names.allSatisfy({ header[$0] != nil }) || names.allSatisfy(text.contains)
        {
            return header
        }
        guard names.allSatisfy(query.contains) else { return nil }
        var fields: [String: String] = [:]
        for name in names + ["oauth_version"] { fields[name] = query[name] }
        removeCredentials(from: query)
        return fields
    }

    /// Handlers do not see the credentials that a query carried.
    static func removeCredentials(from query: Parameters) {
        for name in names + ["oauth_version"] { query.remove(name) }
    }

    private func field(_ name: String, _ fields: [String: String]) throws(APIError) -> String {
        guard let value = fields[name] else {
            throw APIError(400, "'Bad Request: Parameter not found: \(name)'")
        }
        return value
    }

    private func check(timestamp text: String) throws {
        if let plain = Int(text), plain >= now - Self.threshold { return }
        guard let timestamp = PythonInteger(text) else {
            throw Refusal.unexpected("invalid literal for int() with base 10: \(pythonQuoted(text))")
        }
        if timestamp.clamped < now - Self.threshold {
            throw refusal(
                "'Expired timestamp: given \(timestamp) and now \(now) has a greater difference than threshold "
                    + "\(Self.threshold)'")
        }
    }

    /// The nonce counts as used before the signature is looked at.
    private func check(nonce: String, _ consumer: String, _ token: String) throws {
        guard nonces.use(nonce, consumer: consumer, token: token, now: now) else {
            throw refusal("'Nonce already used: \(nonce)'")
        }
    }

    private func check(
        signature fields: [String: String], _ secret: String, _ request: HTTPRequest, _ query: Parameters,
        _ body: RequestBody
    ) throws {
        let method = fields["oauth_signature_method"] ?? "PLAINTEXT"
        let given = fields["oauth_signature"]
        // The consumer has no secret; the token's is encoded once here and once more in the header (RFC 5849, 3.4.4).
        let key = "&" + PercentEncoding.encode(secret)
        switch method {
        case "PLAINTEXT":
            guard let given else { throw refusal("'Missing signature.'") }
            guard given == key else {
                throw refusal("'Invalid signature. Expected signature base string: \(key)'")
            }
        case "HMAC-SHA1":
            guard let given else { throw refusal("'Missing signature.'") }
            let signature = OAuthSignature(request: request, query: query, form: body.form, fields: fields)
            // A proxy in front may have ended TLS: the caller then signed https where http arrives.
            let bases = ["http", "https"].map(signature.base(scheme:))
            guard bases.contains(where: { OAuthSignature.hmacSHA1($0, key: key) == given }) else {
                throw refusal("'Invalid signature. Expected signature base string: \(bases[0])'")
            }
        default:
            throw refusal(
                "'Signature method \(method) not supported try one of the following: PLAINTEXT, HMAC-SHA1'")
        }
    }

    private func refusal(_ text: String) -> APIError {
        var error = APIError(401, "Authorization Error: \(text)", contentType: "text/html; charset=utf-8")
        error.headers = [("WWW-Authenticate", "OAuth realm=\"OAuth\"")]
        return error
    }
}
