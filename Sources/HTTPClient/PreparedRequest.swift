import Foundation

/// A request whose parts have been checked: nothing in it can end a header line early.
struct PreparedRequest {
    let request: HTTPClient.Request
    let headerLines: [String]

    init(_ request: HTTPClient.Request) throws(HTTPClientError) {
        guard Self.isToken(request.method) else {
            throw .badRequest("method '\(request.method)' is not an HTTP method")
        }
        let scheme = request.url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", !request.url.utf8.contains(where: { $0 <= 32 || $0 == 127 }) else {
            throw .badRequest("'\(request.url)' is not an http or https URL")
        }
        for field in request.headers.all {
            let forbidden = field.value.utf8.contains { $0 == 0 || $0 == 10 || $0 == 13 }
            guard Self.isToken(field.name), !forbidden else {
                throw .badRequest("header '\(field.name)' holds characters that a header may not")
            }
        }
        self.request = request
        // "Name;" is how libcurl is told to send a header without a value.
        var lines = request.headers.all.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for name in ["Expect", "Content-Type"] where request.headers[name] == nil { lines.append("\(name):") }
        headerLines = lines
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }
}
