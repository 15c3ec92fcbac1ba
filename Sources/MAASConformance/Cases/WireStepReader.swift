/// Reads one step of a wire case.
struct WireStepReader {
    let at: String

    private static let stepKeys: Set<String> = [
        "name", "request", "expect", "capture", "undo", "poll", "pending", "versions",
    ]
    private static let requestKeys: Set<String> = [
        "method", "path", "query", "op", "headers", "form", "multipart", "json", "text", "type", "as", "sign",
    ]

    func read(_ json: JSON, number: Int) throws -> WireStep {
        try CaseFile.check(json, at, Self.stepKeys)
        guard let requestJSON = json["request"] else { throw CaseFileError(at, "has no request") }
        let request = try request(requestJSON, "\(at).request")
        return WireStep(
            name: json["name"]?.text ?? "\(request.method) \(request.path)" + (request.op.map { " \($0)" } ?? ""),
            request: request,
            expect: try expectation(json["expect"] ?? .object([])),
            capture: (json["capture"]?.members ?? []).map { ($0.key, $0.value.plain) },
            undo: try json["undo"].map { try self.request($0, "\(at).undo", defaultMethod: "DELETE") },
            pollSeconds: json["poll"]?.whole, pending: try pending(json),
            versions: try CaseFile.range(json["versions"], "\(at).versions"))
    }

    private func request(_ json: JSON, _ at: String, defaultMethod: String = "GET") throws -> WireRequest {
        // "GET machines/" is short for {"method": "GET", "path": "machines/"}.
        if let text = json.text {
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw CaseFileError(at, "must read METHOD path") }
            return WireRequest(method: parts[0], path: parts[1], sender: .admin)
        }
        try CaseFile.check(json, at, Self.requestKeys)
        guard let sender = Sender(rawValue: json["as"]?.text ?? "admin") else {
            throw CaseFileError("\(at).as", "must be admin, user, nobody or stranger")
        }
        return WireRequest(
            method: json["method"]?.text ?? (json["op"] == nil ? defaultMethod : "POST"),
            path: try json["path"]?.text ?? { throw CaseFileError(at, "has no path") }(), query: json["query"],
            op: json["op"]?.text, headers: json["headers"], body: try body(json, at), sender: sender,
            signature: try json["sign"].map { try WireSignature.read($0, "\(at).sign") })
    }

    private func body(_ json: JSON, _ at: String) throws -> WireBody? {
        let bodies = ["form", "multipart", "json", "text"].filter { json[$0] != nil }
        guard bodies.count <= 1 else { throw CaseFileError(at, "has more than one body") }
        if let form = json["form"] { return .form(try fields(form, "\(at).form")) }
        if let multipart = json["multipart"] {
            for (name, value) in try fields(multipart, "\(at).multipart").members?.map({ ($0.key, $0.value) }) ?? [] {
                for file in value.elements ?? [value] where file.members != nil {
                    try CaseFile.check(file, "\(at).multipart.\(name)", ["filename", "text"])
                    guard file["filename"]?.text != nil, file["text"]?.text != nil else {
                        throw CaseFileError("\(at).multipart.\(name)", "must have a filename and a text")
                    }
                }
            }
            return .multipart(multipart)
        }
        if let value = json["json"] { return .json(value) }
        return json["text"].map { .text($0.plain, type: json["type"]?.text ?? "text/plain") }
    }

    private func fields(_ json: JSON, _ at: String) throws -> JSON {
        guard json.members != nil else { throw CaseFileError(at, "must be an object") }
        return json
    }

    private func pending(_ json: JSON) throws -> JSON? {
        guard let pending = json["pending"] else { return nil }
        guard json["poll"] != nil else { throw CaseFileError("\(at).pending", "goes with poll") }
        try checkOperators(pending, "\(at).pending")
        return pending
    }

    private func expectation(_ json: JSON) throws -> WireExpectation {
        try CaseFile.check(json, "\(at).expect", ["status", "type", "headers", "json", "text"])
        for key in ["status", "type", "headers", "json", "text"] {
            if let matcher = json[key] { try checkOperators(matcher, "\(at).expect.\(key)") }
        }
        return WireExpectation(
            status: json["status"] ?? .int(200), type: json["type"], headers: json["headers"], json: json["json"],
            text: json["text"])
    }

    private func checkOperators(_ json: JSON, _ at: String) throws {
        for element in json.elements ?? [] { try checkOperators(element, at) }
        let members = json.members ?? []
        let dollars = members.filter { $0.key.hasPrefix("$") }
        guard dollars.isEmpty || dollars.count == members.count else {
            throw CaseFileError(at, "mixes operators with keys")
        }
        for member in dollars where !Matcher.operators.contains(member.key) {
            throw CaseFileError(at, "'\(member.key)' is no operator")
        }
        for member in members { try checkOperators(member.value, "\(at).\(member.key)") }
    }
}
