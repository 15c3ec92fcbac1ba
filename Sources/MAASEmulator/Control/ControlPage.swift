import HTTPServer

/// `GET /emulator/`: a page that shows the emulator's state to a person. It reads the control endpoints.
enum ControlPage {
    static let response = HTTPResponse(
        status: 200, headers: ["Content-Type": "text/html; charset=utf-8"], body: PackageResources.page_html)
}
