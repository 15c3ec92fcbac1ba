import Foundation
import HTTPClient
import MAASClient

extension RecordedRequest {
    /// The request as it goes to a target, signed with its key.
    /// - Returns: `nil` when it needs a key that was not given.
    func http(for maas: MAASTarget) throws -> HTTPClient.Request? {
        var url = path.hasPrefix("/") ? maas.endpoint.origin + path : maas.endpoint.apiRoot + path
        if !query.isEmpty { url += "?" + Self.encoded(query) }
        var headers = HTTPClient.Headers()
        var body: Data?
        var form: [(String, String)] = []
        switch self.body {
        case .form(let pairs):
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = Data(Self.encoded(pairs).utf8)
            if method == "POST" { form = pairs.map { ($0.name, $0.value) } }
        // A closing boundary and nothing else is refused by some servers; no body says the same.
        case .multipart(let parts) where parts.isEmpty: break
        case .multipart(let parts):
            let boundary = "conformance-\(String(UInt64.random(in: .min ... .max), radix: 16))"
            headers["Content-Type"] = "multipart/form-data; boundary=\(boundary)"
            body = Self.multipart(parts, boundary)
        case .json(let value):
            headers["Content-Type"] = "application/json"
            body = Data(value.written.utf8)
        case .text(let text, let type):
            if !type.isEmpty { headers["Content-Type"] = type }
            body = Data(text.utf8)
        case .bytes(let bytes, let type):
            if !type.isEmpty { headers["Content-Type"] = type }
            body = bytes
        case nil: break
        }
        for header in self.headers { headers[header.name] = header.value }
        if sender != .nobody {
            guard let key = Self.key(sender, maas) else { return nil }
            let signature = try signature.map { try WireSignature.read($0, "sign") } ?? WireSignature()
            headers["Authorization"] = signature.header(key: key, method: method, url: url, form: form)
        }
        return HTTPClient.Request(
            method: method, url: url, headers: headers, body: body, onlyOnce: method == "POST")
    }

    private static func key(_ sender: Sender, _ maas: MAASTarget) -> [String]? {
        switch sender {
        case .stranger, .nobody: Array(repeating: "conformanceNobody", count: 3)
        case .admin: [maas.key.consumerKey, maas.key.tokenKey, maas.key.secrets[0]]
        case .user: maas.userKey.map { [$0.consumerKey, $0.tokenKey, $0.secrets[0]] }
        }
    }

    private static func encoded(_ pairs: [RecordedPair]) -> String {
        pairs.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }

    private static func multipart(_ parts: [RecordedPart], _ boundary: String) -> Data {
        var body = Data()
        for part in parts {
            let file = part.filename.map { "; filename=\"\($0)\"\r\nContent-Type: application/octet-stream" } ?? ""
            body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
            body += part.contents + Data("\r\n".utf8)
        }
        return body + Data("--\(boundary)--\r\n".utf8)
    }

    /// Sends it; what went wrong on the way is an answer too.
    /// - Returns: `nil` when it needs a key that was not given.
    /// - Throws: `CancellationError`.
    func send(to maas: MAASTarget) async throws -> RecordedAnswer? {
        guard let request = try http(for: maas) else { return nil }
        do {
            return RecordedAnswer(try await maas.send(request), origin: maas.endpoint.origin)
        } catch let error as HTTPClientError {
            return RecordedAnswer(problem: "\(error)")
        }
    }
}
