import Formats
import Foundation
import HTTPServer
import MAASAPI

extension ControlCall {
    /// `GET /emulator/api?path=…`: what MAAS's API answers the first administrator. It leaves no line in the journal,
    /// and no fault hits it, so that looking changes nothing.
    func readAPI() throws -> HTTPResponse {
        guard let path = query["path"] else { throw ControlError.badRequest("path: is missing") }
        let answer = tenant.region.answer(try apiRequest("GET", path)).response
        let isJSON = answer.headers["Content-Type"]?.hasPrefix("application/json") == true
        // Whatever else the region holds is text to a browser.
        return HTTPResponse(
            status: answer.status,
            headers: ["Content-Type": isJSON ? "application/json" : "text/plain; charset=utf-8"], body: answer.body)
    }

    /// `POST /emulator/api`: asks MAAS's API as the first administrator does, with faults and into the journal.
    func callAPI() throws -> HTTPResponse {
        let wanted = try object("method", "path", "op", "form")
        let method = try wanted.word("method", of: ["GET", "POST", "PUT", "DELETE"], default: "POST")
        var path = try wanted.text("path")
        if let op = try wanted.optionalText("op") { path += "?op=" + PercentEncoding.encode(op) }
        var request = try apiRequest(method, path)
        let pairs = try (wanted["form"]?.dictionary() ?? []).map { name, value in
            "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(try value.text()))"
        }
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array(pairs.joined(separator: "&").utf8)
        let (answer, record) = tenant.answer(request)
        return .control { json in
            json.object { json in
                json.field("status", answer.status)
                json.field("operation", record.operation)
                json.field("content_type", answer.headers["Content-Type"])
                json.field("body", String(decoding: answer.body, as: UTF8.self))
            }
        }
    }

    /// `GET /emulator/keys`: what a client needs to reach this region.
    func readKeys() throws -> HTTPResponse {
        let admin = try tenant.region.apiKey(admin: true)
        let user = try tenant.region.apiKey(admin: false)
        return .control { json in
            json.object { json in
                json.field("path", "/MAAS")
                json.field("admin_api_key", admin)
                json.field("user_api_key", user)
            }
        }
    }

    /// A request signed by the first administrator; the path is below the API's root.
    private func apiRequest(_ method: String, _ target: String) throws -> HTTPRequest {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard !parts[0].hasPrefix("/"), !parts[0].split(separator: "/").contains("..") else {
            throw ControlError.badRequest("path: is below the API's root, such as machines/")
        }
        var request = HTTPRequest(
            method: method, path: Dispatch.root + parts[0], query: parts.count > 1 ? parts[1] : nil,
            headers: ["Host": self.request.headers["Host"] ?? "localhost"])
        if let key = try tenant.region.apiKey(admin: true) {
            request.headers["Authorization"] = Self.authorization(key, now: tenant.region.wallClock() / 1000)
        }
        return request
    }

    /// OAuth 1.0 with PLAINTEXT signature for a key `consumer:token:secret`.
    private static func authorization(_ key: String, now: Int) -> String {
        let parts = key.split(separator: ":").map(String.init)
        guard parts.count == 3 else { return "OAuth" }
        let signature = "&" + PercentEncoding.encode(parts[2])
        let fields = [
            ("oauth_version", "1.0"), ("oauth_signature_method", "PLAINTEXT"), ("oauth_consumer_key", parts[0]),
            ("oauth_token", parts[1]), ("oauth_signature", signature), ("oauth_nonce", UUID().uuidString),
            ("oauth_timestamp", String(now)),
        ]
        return "OAuth " + fields.map { "\($0)=\"\(PercentEncoding.encode($1))\"" }.joined(separator: ", ")
    }
}
