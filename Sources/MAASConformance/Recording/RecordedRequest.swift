import Foundation

/// A name and a value of a query, a form or a header, in the order they were sent.
struct RecordedPair: Sendable, Equatable {
    var name: String
    var value: String

    init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// A part of a multipart body: a field, or a file when it has a file's name.
struct RecordedPart: Sendable, Equatable {
    var name: String
    var filename: String?
    var contents: Data
}

/// How the body of a recorded request is written.
enum RecordedBody: Sendable, Equatable {
    /// URL-encoded.
    case form([RecordedPair])
    /// A part each.
    case multipart([RecordedPart])
    /// `application/json`.
    case json(JSON)
    /// Anything else that can be read.
    case text(String, type: String)
    /// Anything else.
    case bytes(Data, type: String)
}

/// What a client sent, without its credentials.
struct RecordedRequest: Sendable, Equatable {
    var method: String
    /// Below the API's root; with a leading slash, below the server's. Percent-encoded as it was sent.
    var path: String
    var query: [RecordedPair] = []
    /// Headers that change the answer, such as `Accept`.
    var headers: [RecordedPair] = []
    var body: RecordedBody?
    /// Whose key signed it.
    var sender = Sender.admin
    /// The `sign` of a wire case, where the signature is an unusual one.
    var signature: JSON?

    /// The value of `op`, wherever it was sent.
    var op: String? { (query.first { $0.name == "op" } ?? fields.first { $0.name == "op" })?.value }

    /// The fields of a form or the text parts of a multipart body.
    var fields: [RecordedPair] {
        switch body {
        case .form(let pairs): pairs
        case .multipart(let parts):
            parts.filter { $0.filename == nil }.map {
                RecordedPair($0.name, String(decoding: $0.contents, as: UTF8.self))
            }
        case .json(let json): (json.members ?? []).map { RecordedPair($0.key, $0.value.plain) }
        case .text, .bytes, nil: []
        }
    }

    /// Method, path and query, as reports show it.
    var line: String {
        let query = query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        return "\(method) \(path)" + (query.isEmpty ? "" : "?\(query)")
    }
}

extension RecordedRequest {
    /// As a line of a recording has it.
    var json: JSON {
        var members: [JSON.Member] = [.init("method", .string(method)), .init("path", .string(path))]
        if !query.isEmpty { members.append(.init("query", Self.json(query))) }
        if !headers.isEmpty { members.append(.init("headers", Self.json(headers))) }
        switch body {
        case .form(let pairs): members.append(.init("form", Self.json(pairs)))
        case .multipart(let parts): members.append(.init("multipart", .array(parts.map(\.json))))
        case .json(let value): members.append(.init("json", value))
        case .text(let text, let type):
            members += [.init("text", .string(text)), .init("type", .string(type))]
        case .bytes(let bytes, let type):
            members += [.init("base64", .string(bytes.base64EncodedString())), .init("type", .string(type))]
        case nil: break
        }
        if sender != .admin { members.append(.init("as", .string(sender.rawValue))) }
        if let signature { members.append(.init("sign", signature)) }
        return .object(members)
    }

    /// - Throws: `RecordingError` that says what is wrong with it.
    init(_ json: JSON?) throws {
        guard let json, json.members != nil, let method = json["method"]?.text, let path = json["path"]?.text else {
            throw RecordingError("has no request with a method and a path")
        }
        guard let sender = Sender(rawValue: json["as"]?.text ?? "admin") else {
            throw RecordingError("'as' must be admin, user, nobody or stranger")
        }
        self.init(
            method: method, path: path, query: try Self.pairs(json["query"]), headers: try Self.pairs(json["headers"]),
            body: try Self.body(json), sender: sender, signature: json["sign"])
        if let signature { _ = try WireSignature.read(signature, "sign") }
    }

    private static func body(_ json: JSON) throws -> RecordedBody? {
        let type = json["type"]?.text ?? ""
        if let form = json["form"] { return .form(try pairs(form)) }
        if let parts = json["multipart"]?.elements { return .multipart(try parts.map(RecordedPart.init)) }
        if let value = json["json"] { return .json(value) }
        if let text = json["text"]?.text { return .text(text, type: type) }
        guard let base64 = json["base64"] else { return nil }
        guard let bytes = Data(base64Encoded: base64.plain) else { throw RecordingError("'base64' is none") }
        return .bytes(bytes, type: type)
    }

    private static func json(_ pairs: [RecordedPair]) -> JSON {
        .array(pairs.map { .array([.string($0.name), .string($0.value)]) })
    }

    private static func pairs(_ json: JSON?) throws -> [RecordedPair] {
        try (json?.elements ?? []).map { pair in
            guard let both = pair.elements, both.count == 2 else {
                throw RecordingError("'\(pair.written)' is no pair of name and value")
            }
            return RecordedPair(both[0].plain, both[1].plain)
        }
    }
}

extension RecordedPart {
    /// Contents that can be read stand as text.
    var json: JSON {
        var members: [JSON.Member] = [.init("name", .string(name))]
        if let filename { members.append(.init("filename", .string(filename))) }
        if let text = String(validating: contents, as: UTF8.self) {
            members.append(.init("text", .string(text)))
        } else {
            members.append(.init("base64", .string(contents.base64EncodedString())))
        }
        return .object(members)
    }

    /// - Throws: `RecordingError` that says what is wrong with it.
    init(_ json: JSON) throws {
        guard let name = json["name"]?.text else { throw RecordingError("a part has no name") }
        let text = json["text"]?.text.map { Data($0.utf8) }
        guard let contents = text ?? json["base64"]?.text.flatMap({ Data(base64Encoded: $0) }) else {
            throw RecordingError("the part '\(name)' has no contents")
        }
        self.init(name: name, filename: json["filename"]?.text, contents: contents)
    }
}
