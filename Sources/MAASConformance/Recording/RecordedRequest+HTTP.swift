import Foundation
import HTTPClient
import MAASClient

extension RecordedRequest {
    /// The request as it goes to a target, signed with its key.
    /// - Returns: `nil` when it needs a key that was not given.
    func http(for maas: MAASTarget) throws -> HTTPClient.Request? {
        var url = path.hasPrefix("/") ? maas.endpoint.origin + path : maas.endpoint.apiRoot + path
        if !query.isEmpty { url += "?" + Self.urlencoded(query) }
        var headers = HTTPClient.Headers()
        var body: Data?
        var form: [(String, String)] = []
        switch self.body {
        case .form(let pairs):
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = Data(Self.urlencoded(pairs).utf8)
            if method == "POST" { form = pairs.map { ($0.name, $0.value) } }
        // A closing boundary and nothing else is refused by some servers; no body says the same.
        case .multipart(let parts) where parts.isEmpty: break
        case .multipart(let parts):
            let (type, written) = SentBody.multipart(
                parts.map { SentBody.Part(name: $0.name, filename: $0.filename, contents: $0.contents) })
            headers["Content-Type"] = type
            body = written
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
            guard let key = maas.keyParts(of: sender) else { return nil }
            let signature = try signature.map { try WireSignature.read($0, "sign") } ?? WireSignature()
            headers["Authorization"] = signature.header(key: key, method: method, url: url, form: form)
        }
        return HTTPClient.Request(
            method: method, url: url, headers: headers, body: body, onlyOnce: method == "POST")
    }

    private static func urlencoded(_ pairs: [RecordedPair]) -> String {
        SentBody.urlencoded(pairs.map { ($0.name, $0.value) })
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
