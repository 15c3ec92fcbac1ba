import CGnuTLS
import Formats
import Foundation
import HTTPServer

/// The signature base string of OAuth 1.0 and its HMAC-SHA1.
struct OAuthSignature {
    package let request: HTTPRequest
    /// What is signed: the header's fields, the query and, for POST, the form. Of a repeated name only the last
    /// value counts.
    private let signed: [String: String]

    init(request: HTTPRequest, query: Parameters, form: Parameters, fields: [String: String]) {
        self.request = request
        var signed: [String: String] = [:]
        for (name, value) in query.pairs { signed[name] = value }
        if request.method == "POST" {
            for (name, value) in form.pairs { signed[name] = value }
        }
        for (name, value) in fields where name != "oauth_signature" { signed[name] = value }
        self.signed = signed
    }

    /// METHOD&URL&PARAMETERS, each percent-encoded.
    package func base(scheme: String) -> String {
        var host = request.headers["Host"] ?? ""
        let defaultPort = scheme == "https" ? ":443" : ":80"
        if host.hasSuffix(defaultPort) { host.removeLast(defaultPort.count) }
        let parameters = signed.map { (PercentEncoding.encode($0.key), PercentEncoding.encode($0.value)) }.sorted {
            $0 < $1
        }
        .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return [request.method, "\(scheme)://\(host)\(request.path)", parameters]
            .map { PercentEncoding.encode($0) }.joined(separator: "&")
    }

    /// Base64 of the HMAC-SHA1 of `text`.
    static func hmacSHA1(_ text: String, key: String) -> String {
        var digest = [UInt8](repeating: 0, count: 20)
        let key = Array(key.utf8)
        let text = Array(text.utf8)
        gnutls_hmac_fast(GNUTLS_MAC_SHA1, key, key.count, text, text.count, &digest)
        return Data(digest).base64EncodedString()
    }
}
