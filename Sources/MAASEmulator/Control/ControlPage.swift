import HTTPServer

/// The page that shows the emulator's state to a person: plain files, which read the control endpoints.
enum ControlPage {
    /// `GET /emulator/`.
    static let response = file("index.html") ?? HTTPResponse(status: 404)

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]

    /// A file of the page; `nil` where there is none of that name.
    static func file(_ name: String) -> HTTPResponse? {
        guard let text = EmbeddedPage.text(name),
            let type = name.split(separator: ".").last.flatMap({ types[String($0)] })
        else { return nil }
        return HTTPResponse(status: 200, contentType: type, text: text)
    }
}

extension ControlCall {
    /// `GET /emulator/page/NAME`.
    func readPageFile() throws -> HTTPResponse {
        guard let file = ControlPage.file(values[0]) else {
            throw ControlError.notFound("there is no \(values[0]) in the page")
        }
        return file
    }
}
