import HTTPServer
import MAASAPI

extension TestRegion {
    /// Sends files, as clients send scripts.
    package func upload(
        _ method: String, _ path: String, fields: [(String, String)] = [], files: [(String, String)],
        as who: Who = .admin
    ) throws -> Answer {
        var body = ""
        for (name, value) in fields {
            body += "--mark\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        for (name, text) in files {
            body += "--mark\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"f\"\r\n\r\n\(text)\r\n"
        }
        var request = HTTPRequest(method: method, path: Dispatch.root + path)
        request.headers["Content-Type"] = "multipart/form-data; boundary=mark"
        request.body = Array((body + "--mark--\r\n").utf8)
        return try send(request, as: who)
    }

    /// Adds a script with a text that says what it is.
    @discardableResult
    package func addScript(_ metadata: String, fields: [(String, String)] = []) throws -> Answer {
        let lines = metadata.split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)\n" }.joined()
        let text =
            "#!/bin/sh\n# --- Start MAAS 1.0 script metadata ---\n\(lines)# --- End MAAS 1.0 script metadata ---\nexit 0\n"
        return try upload("POST", "scripts/", fields: fields, files: [("script", text)])
    }
}
