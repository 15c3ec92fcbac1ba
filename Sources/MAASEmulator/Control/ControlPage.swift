import HTTPServer

/// `GET /emulator/`: a page that shows the emulator's state to a person. It reads the control endpoints.
enum ControlPage {
    static var response: HTTPResponse {
        HTTPResponse(status: 200, contentType: "text/html; charset=utf-8", text: "<!doctype html><title>MAAS emulator</title>")
    }
}
