import MAASClient

/// What requests have made on a target, so that it can be removed again: nothing else is.
struct MadeObjects: Sendable {
    /// Paths below the API's root, the oldest first.
    private(set) var paths: [String] = []
    /// Who made what only its owner can remove, by path, token or address.
    private var owners: [String: Sender] = [:]
    /// Addresses that DNS resources were made with, and those that were reserved.
    private var addresses: Set<String> = []
    /// Machines that were allocated: where none fits, MAAS composes one, which goes with its release.
    private var allocated: [String: Sender] = [:]
    /// Keys of API tokens.
    private var tokens: [String] = []
    /// Settings and what they were, the first that was changed first.
    private var settings: [(name: String, former: JSON)] = []

    /// Operations that make something and answer it; what `allocate` answers was there before.
    private static let operations: Set<String> = [
        "compose", "create_physical", "create_bond", "create_bridge", "create_vlan",
    ]

    /// Asks for what a request is about to change and nothing makes: a setting.
    mutating func remember(_ request: RecordedRequest, on target: MAASTarget) async throws {
        guard request.method == "POST", request.path == "maas/", request.op == "set_config" else { return }
        for field in request.fields where field.name == "name" && !settings.contains(where: { $0.name == field.value })
        {
            guard let former = try await Self.setting(field.value, of: target) else { continue }
            settings.append((field.value, former))
        }
    }

    private static func setting(_ name: String, of target: MAASTarget) async throws -> JSON? {
        let query = [RecordedPair("op", "get_config"), RecordedPair("name", name)]
        guard let answer = try await RecordedRequest(method: "GET", path: "maas/", query: query).send(to: target),
            answer.isGood
        else { return nil }
        if let json = answer.content { return json }
        if case .text(let text) = answer.body { return .string(text) }
        return nil
    }

    /// Notes what a request made or removed.
    mutating func note(_ request: RecordedRequest, _ answer: RecordedAnswer) {
        guard answer.isGood else { return }
        if request.method == "DELETE" { paths.removeAll { $0 == request.path } }
        if request.path.hasPrefix("dnsresources/") {
            addresses.formUnion((answer.content?["ip_addresses"]?.elements ?? []).compactMap { $0["ip"]?.text })
        }
        if let id = answer.content?["system_id"]?.text {
            // A dry run takes nothing.
            if request.op == "allocate", answer.content?["owner"] != .null { allocated[id] = request.sender }
            if request.op == "release" { allocated[id] = nil }
        }
        if request.op == "reserve", request.path == "ipaddresses/", let ip = answer.content?["ip"]?.text {
            addresses.insert(ip)
            owners[ip] = request.sender
        }
        if request.op == "create_authorisation_token", let token = answer.content?["token_key"]?.text {
            tokens.append(token)
            owners[token] = request.sender
        }
        guard request.method == "POST", request.op.map({ $0.isEmpty || Self.operations.contains($0) }) ?? true,
            let path = Self.path(of: answer.content, request), path != request.path, !paths.contains(path)
        else { return }
        paths.append(path)
        if path.hasPrefix("account/") || path.hasPrefix("files/") { owners[path] = request.sender }
    }

    private static func path(of object: JSON?, _ request: RecordedRequest) -> String? {
        // An upload is answered with nothing.
        if request.path == "files/", let name = request.fields.first(where: { $0.name == "filename" })?.value {
            return "files/\(name.percentEncoded)/"
        }
        guard let object else { return nil }
        if let uri = object["resource_uri"]?.text, let root = uri.range(of: "/api/2.0/") {
            return String(uri[root.upperBound...])
        }
        if request.path == "users/", let name = object["username"]?.text { return "users/\(name.percentEncoded)/" }
        if request.path == "commissioning-scripts/", let name = object["name"]?.text {
            return "commissioning-scripts/\(name.percentEncoded)"
        }
        return nil
    }

    /// Removes everything, the newest first.
    /// - Returns: what is left, and why.
    func remove(from target: MAASTarget) async throws -> [String] {
        var problems = try await restore(on: target)
        for (id, owner) in allocated.sorted(by: { $0.key < $1.key }) {
            let query = [RecordedPair("op", "release")]
            _ = try await RecordedRequest(method: "POST", path: "machines/\(id)/", query: query, sender: owner).send(
                to: target)
        }
        for token in tokens {
            let form = RecordedBody.form([RecordedPair("token_key", token)])
            let query = [RecordedPair("op", "delete_authorisation_token")]
            _ = try await RecordedRequest(
                method: "POST", path: "account/", query: query, body: form, sender: owners[token] ?? .admin
            ).send(to: target)
        }
        // Addresses of DNS resources outlive them; without force only those go that a user reserved.
        for ip in addresses.sorted() {
            let form = RecordedBody.form([RecordedPair("ip", ip)])
            let query = [RecordedPair("op", "release")]
            _ = try await RecordedRequest(
                method: "POST", path: "ipaddresses/", query: query, body: form, sender: owners[ip] ?? .admin
            ).send(to: target)
        }
        // What is still used by something that was made before it can go once that is gone.
        var refused: [String] = []
        for path in paths.reversed() where try await remove(path, from: target) != nil { refused.append(path) }
        for path in refused {
            if let problem = try await remove(path, from: target) { problems.append(problem) }
        }
        return problems
    }

    /// Gives settings their former values, the last that was changed first.
    private func restore(on target: MAASTarget) async throws -> [String] {
        var problems: [String] = []
        // One may be refused for as long as another one is what it is.
        for isLast in [false, true] {
            for setting in settings.reversed() {
                let former = Self.sent(setting.former)
                if try await Self.setting(setting.name, of: target).map(Self.sent) == former { continue }
                let form = RecordedBody.form([RecordedPair("name", setting.name), RecordedPair("value", former)])
                let query = [RecordedPair("op", "set_config")]
                let answer = try await RecordedRequest(method: "POST", path: "maas/", query: query, body: form).send(
                    to: target)
                guard isLast, try await Self.setting(setting.name, of: target).map(Self.sent) != former else {
                    continue
                }
                problems.append(target.redact("setting \(setting.name) was '\(former)': \(answer?.status ?? 0)"))
            }
        }
        return problems
    }

    /// A value as it is sent: one that was never set becomes an empty one, which says the same.
    private static func sent(_ value: JSON) -> String { value == .null ? "" : value.plain }

    /// - Returns: why it is still there.
    private func remove(_ path: String, from target: MAASTarget) async throws -> String? {
        var request = RecordedRequest(method: "DELETE", path: path, sender: owners[path] ?? .admin)
        guard var answer = try await request.send(to: target) else { return nil }
        if !answer.isGood, ![404, 410].contains(answer.status), path.hasPrefix("machines/") {
            // A locked machine is not deleted.
            let unlock = RecordedRequest(method: "POST", path: path, query: [RecordedPair("op", "unlock")])
            _ = try await unlock.send(to: target)
            request.query = []
            answer = try await request.send(to: target) ?? answer
        }
        guard !answer.isGood, ![404, 410].contains(answer.status) else { return nil }
        return target.redact("\(path): \(answer.status) \(answer.problem ?? "")")
    }
}
