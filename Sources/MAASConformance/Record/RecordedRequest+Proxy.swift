import Formats
import Foundation
import HTTPServer

extension RecordedRequest {
    /// What a client sent; `nil` for what is none of the API, such as the pages of a login, which go by cookies.
    init?(_ request: HTTPRequest, _ sender: Sender) {
        if let root = request.path.range(of: "/api/2.0/") {
            self.init(method: request.method, path: String(request.path[root.upperBound...]))
        } else if request.path == "/emulator/clock" {
            // Tests that move the emulator's clock would not be the same without.
            self.init(method: request.method, path: request.path)
        } else {
            return nil
        }
        // Cookies stand for a key.
        self.sender = sender == .nobody && request.headers["Cookie"] != nil ? .admin : sender
        query = Self.pairs(request.query ?? "")
        if let accept = request.headers["Accept"], accept != "*/*" { headers = [RecordedPair("Accept", accept)] }
        body = Self.body(request)
    }

    private static func pairs(_ text: String) -> [RecordedPair] {
        Parameters(urlencoded: text).pairs.map { RecordedPair($0.name, $0.value) }
    }

    private static func body(_ request: HTTPRequest) -> RecordedBody? {
        let type = request.headers["Content-Type"] ?? ""
        guard !request.body.isEmpty else { return nil }
        let kind = HeaderParameters(type).value
        if kind == "multipart/form-data", let form = MultipartForm(request.body, contentType: type) {
            let fields = form.fields.map { RecordedPart(name: $0.name, filename: nil, contents: Data($0.value.utf8)) }
            let files = form.files.map {
                RecordedPart(name: $0.name, filename: $0.filename, contents: Data($0.contents))
            }
            return .multipart(fields + files)
        }
        guard let text = String(validating: request.body, as: UTF8.self) else {
            return .bytes(Data(request.body), type: type)
        }
        if kind == "application/x-www-form-urlencoded" { return .form(pairs(text)) }
        if kind == "application/json", let json = try? JSON(parsing: text) { return .json(json) }
        return .text(text, type: type)
    }
}
