import Foundation
import HTTPClient
import MAASClient

/// Makes an HTTP request of a wire request, its variables filled in, and signs it.
struct HTTPRequestBuilder {
    let maas: MAASTarget
    let variables: Variables

    func build(_ wire: WireRequest) throws -> HTTPClient.Request {
        let path = try variables.fill(wire.path)
        var url = path.hasPrefix("/") ? maas.endpoint.origin + path : maas.endpoint.apiRoot + path
        var query = try pairs(wire.query)
        if let op = wire.op { query.insert(("op", try variables.fill(op)), at: 0) }
        if !query.isEmpty { url += (url.contains("?") ? "&" : "?") + encoded(query) }
        var headers = HTTPClient.Headers()
        var body: Data?
        var form: [(String, String)] = []
        switch wire.body {
        case .form(let fields):
            let fields = try pairs(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = Data(encoded(fields).utf8)
            if wire.method == "POST" { form = fields }
        case .multipart(let fields):
            let boundary = "conformance-\(String(UInt64.random(in: .min ... .max), radix: 16))"
            headers["Content-Type"] = "multipart/form-data; boundary=\(boundary)"
            body = Data(multipart(try pairs(fields), boundary).utf8)
        case .json(let value):
            headers["Content-Type"] = "application/json"
            body = Data(try variables.fill(value).written.utf8)
        case .text(let text, let type):
            headers["Content-Type"] = type
            body = Data(try variables.fill(text).utf8)
        case nil: break
        }
        if let authorization = try authorization(wire, url, form) { headers["Authorization"] = authorization }
        for header in wire.headers?.members ?? [] { headers[header.key] = try variables.fill(header.value.plain) }
        return HTTPClient.Request(
            method: wire.method, url: url, headers: headers, body: body, onlyOnce: wire.method == "POST")
    }

    private func authorization(_ wire: WireRequest, _ url: String, _ form: [(String, String)]) throws -> String? {
        let key: [String]
        switch wire.sender {
        case .nobody: return nil
        case .admin: key = Self.parts(maas.key)
        case .user:
            guard let userKey = maas.userKey else { throw CaseSkipped(reason: "no key of a plain user was given") }
            key = Self.parts(userKey)
        case .stranger: key = ["conformanceNobody", "conformanceNobody", "conformanceNobody"]
        }
        var signature = wire.signature ?? WireSignature()
        signature.nonce = try signature.nonce.map { try variables.fill($0) }
        return signature.header(key: key, method: wire.method, url: url, form: form)
    }

    private static func parts(_ key: APIKey) -> [String] { [key.consumerKey, key.tokenKey, key.secrets[0]] }

    /// Names and values; a list of values repeats the name.
    private func pairs(_ json: JSON?) throws -> [(String, String)] {
        try (json?.members ?? []).flatMap { member -> [(String, String)] in
            let name = try variables.fill(member.key)
            return try (member.value.elements ?? [member.value]).map { (name, try variables.fill($0).plain) }
        }
    }

    private func encoded(_ pairs: [(String, String)]) -> String {
        pairs.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }.joined(separator: "&")
    }

    private func multipart(_ pairs: [(String, String)], _ boundary: String) -> String {
        pairs.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
            + "--\(boundary)--\r\n"
    }
}
