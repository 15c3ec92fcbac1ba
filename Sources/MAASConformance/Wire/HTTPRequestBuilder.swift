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
        if !query.isEmpty { url += (url.contains("?") ? "&" : "?") + SentBody.urlencoded(query) }
        var headers = HTTPClient.Headers()
        var body: Data?
        var form: [(String, String)] = []
        switch wire.body {
        case .form(let fields):
            let fields = try pairs(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = Data(SentBody.urlencoded(fields).utf8)
            if wire.method == "POST" { form = fields }
        case .multipart(let fields):
            let (type, written) = SentBody.multipart(try parts(fields))
            headers["Content-Type"] = type
            body = written
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
        guard wire.sender != .nobody else { return nil }
        guard let key = maas.keyParts(of: wire.sender) else {
            throw CaseSkipped(reason: "no key of a plain user was given")
        }
        var signature = wire.signature ?? WireSignature()
        signature.nonce = try signature.nonce.map { try variables.fill($0) }
        return signature.header(key: key, method: wire.method, url: url, form: form)
    }

    /// Fields, and files where a value is an object with the file's name and text.
    private func parts(_ json: JSON) throws -> [SentBody.Part] {
        try (json.members ?? []).flatMap { member -> [SentBody.Part] in
            let name = try variables.fill(member.key)
            return try (member.value.elements ?? [member.value]).map { value in
                SentBody.Part(
                    name: name, filename: try value["filename"].map { try variables.fill($0).plain },
                    contents: Data(try variables.fill(value["text"] ?? value).plain.utf8))
            }
        }
    }

    /// Names and values; a list of values repeats the name.
    private func pairs(_ json: JSON?) throws -> [(String, String)] {
        try (json?.members ?? []).flatMap { member -> [(String, String)] in
            let name = try variables.fill(member.key)
            return try (member.value.elements ?? [member.value]).map { (name, try variables.fill($0).plain) }
        }
    }
}
