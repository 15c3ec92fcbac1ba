import HTTPServer

/// What keeps a browser from making more of an answer of the control endpoints than it is.
enum BrowserHeaders {
    /// Nothing is loaded, run or framed.
    private static let data = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

    /// The page's own files and the control endpoints; nothing that stands in the page itself is run.
    private static let page =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

    static func add(to response: inout HTTPResponse) {
        let isPage = response.headers["Content-Type"]?.hasPrefix("text/html") == true
        response.headers["Content-Security-Policy"] = isPage ? page : data
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
    }
}
