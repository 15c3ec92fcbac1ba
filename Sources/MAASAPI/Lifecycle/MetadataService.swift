import Formats
import Foundation
import HTTPServer
import MAASRegion

/// `metadata/`: what machines ask MAAS for when they boot, and what they tell it (`metadataserver/urls.py`).
struct MetadataService {
    let state: RegionState
    let request: HTTPRequest
    let login: Login
    private let body: RequestBody
    private let query: Parameters

    init(_ state: RegionState, _ request: HTTPRequest, _ login: Login) {
        self.state = state
        self.request = request
        self.login = login
        body = RequestBody(request)
        query = Parameters(urlencoded: request.query ?? "")
    }

    /// Answers a request for what stands behind `metadata/` in its path.
    func answer(_ path: String) throws -> HTTPResponse {
        do {
            return try state.db.transaction { try respond(path) }
        } catch let error as APIError {
            return Self.response(to: error)
        } catch let refusal as Refusal {
            return Self.response(to: APIError(refusal))
        }
    }

    private static func response(to error: APIError) -> HTTPResponse {
        HTTPResponse(status: error.status, headers: ["Content-Type": error.contentType], body: error.body)
    }

    private func respond(_ path: String) throws -> HTTPResponse {
        // cloud-init puts further slashes in front of paths.
        var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        if parts.first == "curtin" { parts.removeFirst() }
        guard let version = parts.first else { return list(["2012-03-01", "latest"]) }
        if version == "status", parts.count == 2 { return try status() }
        guard ["latest", "2012-03-01"].contains(version) else {
            throw Refusal.missing("Unknown metadata version: \(version)")
        }
        switch parts.dropFirst().first {
        case nil: return try index()
        case "meta-data": return try MetadataItems(self).answer(Array(parts.dropFirst(2)))
        case "user-data": return try userData()
        case "by-id" where parts.count == 3: return try byID(parts[2])
        default: throw Refusal.missing("Not Found")
        }
    }

    /// The machine whose token signed the request.
    func machine() throws -> Node {
        guard let node = try login.machine(of: request, query, body, state) else {
            throw APIError(401, "Unrecognised credentials")
        }
        return node
    }

    func text(_ text: String, type: String = APIError.plain) -> HTTPResponse {
        HTTPResponse(status: 200, contentType: type, text: text)
    }

    func list(_ items: [String]) -> HTTPResponse { text(items.joined(separator: "\n")) }

    // MARK: Versions

    private func index() throws -> HTTPResponse {
        let node = try machine()
        if request.method == "POST" { return try operate(node) }
        var items = ["maas-commissioning-scripts", "meta-data"]
        if try node.userData(state.db) != nil { items.append("user-data") }
        return list(items)
    }

    private func operate(_ node: Node) throws -> HTTPResponse {
        var life = MachineLife(state, node)
        switch query["op"] ?? body.form["op"] {
        case "signal":
            guard let word = body.form["status"] else {
                throw Refusal.invalid("No provided status!")
            }
            guard let signal = MachineLife.Signal(rawValue: word) else {
                throw Refusal.invalid("Unknown status: '\(word)'")
            }
            var upload = ScriptUpload()
            upload.resultID = body.form["script_result_id"].flatMap { Int($0) }
            upload.exitStatus = (body.form["exit_status"] ?? body.form["script_result"]).flatMap { Int($0) }
            upload.files = body.files.map {
                ScriptUpload.File(name: $0.name, content: String(decoding: $0.contents, as: UTF8.self))
            }
            try life.signal(signal, upload)
        case "netboot_off": try life.setNetboot(false)
        case "netboot_on": try life.setNetboot(true)
        case let op: throw Refusal.invalid("Unrecognised signature: method=POST op=\(op ?? "None")")
        }
        return text("OK")
    }

    private func byID(_ systemID: String) throws -> HTTPResponse {
        guard let node = try Node.find(state.db, systemID: systemID) else { throw Refusal.notFound("Node") }
        guard request.method == "POST", (query["op"] ?? body.form["op"]) == "netboot_off" else {
            throw Refusal.missing("Not Found")
        }
        var life = MachineLife(state, node)
        try life.setNetboot(false)
        try life.event("Node installation finished", "Node disabled netboot")
        return text("OK")
    }

    // MARK: User data

    private func userData() throws -> HTTPResponse {
        var life = MachineLife(state, try machine())
        let data = try life.node.userData(state.db)
        try life.handOver()
        guard let data else { return HTTPResponse(status: 404, contentType: APIError.plain, text: "") }
        let packed = data.filter { !$0.isWhitespace }
        let bytes = Data(base64Encoded: packed).map { Array($0) } ?? Array(data.utf8)
        return HTTPResponse(status: 200, headers: ["Content-Type": "application/octet-stream"], body: bytes)
    }

    // MARK: Messages

    private func status() throws -> HTTPResponse {
        guard request.method == "POST" else { return HTTPResponse(status: 405, contentType: APIError.plain, text: "") }
        guard OAuthHeader(request.headers["Authorization"])?.fields["oauth_token"] != nil else {
            return HTTPResponse(status: 401, contentType: APIError.html, text: "")
        }
        func refuse(_ reason: String) -> HTTPResponse {
            HTTPResponse(status: 400, contentType: APIError.html, text: reason)
        }
        guard let message = try? JSONValue(parsing: request.body), case .object = message else {
            return refuse("Status payload is not valid JSON:\n\(String(decoding: request.body, as: UTF8.self))\n\n")
        }
        let missing = ["event_type", "origin", "name", "description"].filter { message[$0] == nil }
        if !missing.isEmpty {
            return refuse("Missing parameter(s) \(missing.joined(separator: ", ")) in status message.")
        }
        // Whose token nobody knows is not told so.
        let sender: Node?
        do {
            sender = try login.machine(of: request, query, body, state)
        } catch is APIError {
            sender = nil
        }
        if let sender {
            var life = MachineLife(state, sender)
            try life.take(Self.message(message))
        }
        return HTTPResponse(status: 204, contentType: APIError.html, text: "")
    }

    private static func message(_ value: JSONValue) -> MachineLife.Message {
        var upload = ScriptUpload()
        if case .array(let files)? = value["files"] {
            upload.files = files.compactMap { file in
                guard let path = file["path"]?.string, let content = file["content"]?.string,
                    file["compression"] == nil || file["compression"] == .null,
                    let bytes = Data(base64Encoded: content, options: .ignoreUnknownCharacters)
                else { return nil }
                return ScriptUpload.File(
                    name: path, content: String(decoding: bytes, as: UTF8.self),
                    result: file["script_result_id"]?.integer,
                    exitStatus: file["exit_status"]?.integer ?? file["result"]?.integer)
            }
        }
        return MachineLife.Message(
            eventType: value["event_type"]?.string ?? "", origin: value["origin"]?.string ?? "",
            name: value["name"]?.string ?? "", description: value["description"]?.string ?? "",
            result: value["result"]?.string, upload: upload)
    }
}
