import Formats
import Foundation
import HTTPServer

/// What keeps a browser from making more of an answer of the control endpoints than it is.
enum BrowserHeaders {
    /// Nothing is loaded, run or framed.
    private static let data = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

    static func add(to response: inout HTTPResponse) {
        let isPage = response.headers["Content-Type"]?.hasPrefix("text/html") == true
        response.headers["Content-Security-Policy"] = isPage ? page : data
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
    }

    /// The page's own script and style, known by their hashes, and the control endpoints.
    private static let page =
        "default-src 'none'; script-src \(hashes("script")); style-src \(hashes("style")); img-src data:; "
        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

    private static func hashes(_ element: String) -> String {
        let text = String(decoding: PackageResources.page_html, as: UTF8.self)
        var rest = text[...]
        var found: [String] = []
        while let start = rest.firstRange(of: "<\(element)>"),
            let end = rest[start.upperBound...].firstRange(of: "</\(element)>")
        {
            var hash = SHA256()
            hash.update(Array(rest[start.upperBound..<end.lowerBound].utf8))
            found.append("'sha256-\(Self.base64(ofHex: hash.hexDigest))'")
            rest = rest[end.upperBound...]
        }
        return found.isEmpty ? "'none'" : found.joined(separator: " ")
    }

    private static func base64(ofHex digits: String) -> String {
        let numbers = digits.compactMap { $0.hexDigitValue.map(UInt8.init) }
        let bytes = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] << 4 | numbers[$0 + 1] }
        return Data(bytes).base64EncodedString()
    }
}
