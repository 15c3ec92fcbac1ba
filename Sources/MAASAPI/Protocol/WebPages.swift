import Formats
import HTTPServer
import MAASRegion

/// What MAAS serves beside its API (MAAS: `urls.py` and `middleware.py`).
enum WebPages {
    static let root = "/MAAS/"

    /// Paths below the root whose pages need no login, by their beginnings; all others lead those who are not logged in
    /// to the front page.
    private static let open = [
        "accounts/login/", "accounts/authenticate/", "accounts/discharge-request/", "account/csrf/", "robots.txt",
        "metadata/", "rpc/", "maas-run-scripts", "metrics", "vmhost-certificate", "api/version/", "api/1.0/",
        "api/2.0/",
        "images-stream/",
    ]

    /// What is served by other programs of MAAS than its API, by the beginnings of their paths.
    private static let foreign = [
        ("a/", "API v3"), ("ws", "The websocket"), ("images-stream/", "The image stream"),
    ]

    static func answer(_ request: HTTPRequest, _ path: String, _ state: RegionState, _ login: Login) throws
        -> HTTPResponse
    {
        guard path.hasPrefix(root) else { return noSuchResource }
        let page = String(path.dropFirst(root.count))
        if page.hasPrefix("metadata/") {
            return try MetadataService(state, request, login).answer(String(page.dropFirst("metadata/".count)))
        }
        if let (_, what) = foreign.first(where: { page.hasPrefix($0.0) }) {
            return HTTPResponse(status: 501, contentType: APIError.plainUTF8, text: "\(what) is not emulated.")
        }
        if request.method == "GET", page.isEmpty || page.hasPrefix("r/"), wantsPage(request) { return welcome }
        let isOpen = open.contains(where: page.hasPrefix)
        let exempt = page == "accounts/login/" || page == "account/csrf/"
        if !exempt, isKnown(page), CSRF.refuses(request, form: RequestBody(request).form) { return CSRF.refusal }
        if !isOpen, try SessionCookie.user(of: request, state) == nil { return redirect(path) }
        return try view(page, request, state) ?? notFound
    }

    private static let exact: Set = [
        "accounts/login/", "accounts/authenticate/", "accounts/discharge-request/", "accounts/logout/", "account/csrf/",
        "robots.txt", "rpc/", "metrics", "metrics/endpoints", "api/",
    ]

    private static func isKnown(_ page: String) -> Bool {
        exact.contains(page) || page.hasPrefix("api/version/") || page.hasPrefix("api/1.0/")
    }

    private static func view(_ page: String, _ request: HTTPRequest, _ state: RegionState) throws -> HTTPResponse? {
        switch page {
        case "accounts/login/": try SessionViews.login(request, state)
        case "accounts/authenticate/": try PasswordLogin.answer(request, state)
        case "accounts/logout/": try SessionViews.logout(request, state)
        case "account/csrf/": try SessionViews.csrf(request, state)
        case "accounts/discharge-request/": plain("Not found", status: 404, type: APIError.html)
        case "robots.txt": plain("User-agent: *\nDisallow: /\n")
        // Where regions listen for racks; none does here.
        case "rpc/": plain("{\"eventloops\": {}}", type: "application/json")
        case "metrics":
            try Configuration.flag("prometheus_enabled", state)
                ? plain(try PrometheusMetrics(state).text())
                : plain("", status: 404, type: APIError.html)
        case "metrics/endpoints":
            try Configuration.flag("prometheus_enabled", state)
                ? plain(try PrometheusMetrics(state).targets(), type: "application/json")
                : plain("", status: 404, type: APIError.html)
        case _ where page.hasPrefix("api/version/"): plain("2.0")
        case _ where page.hasPrefix("api/1.0/"):
            plain("The 1.0 API is no longer available. Please use API version 2.0.", status: 410)
        default: nil
        }
    }

    private static func plain(_ text: String, status: Int = 200, type: String = APIError.plain) -> HTTPResponse {
        var response = HTTPResponse(status: status, contentType: type, text: text)
        response.headers["X-Frame-Options"] = "DENY"
        return response
    }

    /// True of a browser; clients of the API get what MAAS answers them.
    private static func wantsPage(_ request: HTTPRequest) -> Bool {
        request.headers["Accept"]?.lowercased().contains("text/html") ?? false
    }

    /// Where MAAS has its user interface, which is not emulated: the login page that MAAS leads to would lead back here.
    private static let welcome = HTTPResponse(
        status: 200,
        headers: [
            "Content-Type": "text/html; charset=utf-8", "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy":
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        ],
        body: Array(welcomePage.utf8))

    private static let welcomePage = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>maas-emulator</title></head>
        <body style="font-family: sans-serif; max-width: 40em; margin: 3em auto; padding: 0 1em">
        <h1>An emulated MAAS region</h1>
        <p>This is no MAAS but <b>maas-emulator</b>, for tests of programs that talk to MAAS. MAAS's web interface is not
        emulated.</p>
        <ul>
        <li><a href="/emulator/">What the region holds, and its switches</a>: machines, clock, faults, journal</li>
        <li>The API's root is <code>/MAAS/api/2.0/</code>; clients are pointed at <code>/MAAS</code> with an API key, which
        the emulator prints when it starts</li>
        <li><a href="/MAAS/api/2.0/describe/">The API, described</a></li>
        </ul>
        </body>
        </html>

        """

    private static func redirect(_ path: String) -> HTTPResponse {
        HTTPResponse(
            status: 302,
            headers: [
                "Content-Type": APIError.html, "Location": "\(root)?next=\(PercentEncoding.encode(path))",
                "Vary": "Cookie",
            ])
    }

    private static let notFound = HTTPResponse(
        status: 404, contentType: APIError.html,
        text: "<h1>Not Found</h1><p>The requested resource was not found on this server.</p>\n")

    private static let noSuchResource = HTTPResponse(
        status: 404, contentType: APIError.html,
        text: """

            <html>
              <head><title>404 - No Such Resource</title></head>
              <body>
                <h1>No Such Resource</h1>
                <p>Sorry. No luck finding that resource.</p>
              </body>
            </html>

            """)
}
