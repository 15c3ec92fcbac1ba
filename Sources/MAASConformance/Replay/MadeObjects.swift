import MAASClient

/// What requests have made on a target, so that it can be removed again: nothing else is.
struct MadeObjects: Sendable {
    /// Paths below the API's root, the oldest first.
    private(set) var paths: [String] = []

    /// Operations that make something and answer it; what `allocate` answers was there before.
    private static let operations: Set<String> = [
        "compose", "create_physical", "create_bond", "create_bridge", "create_vlan",
    ]

    /// Addresses that DNS resources were made with.
    private var addresses: Set<String> = []

    /// Notes what a request made or removed.
    mutating func note(_ request: RecordedRequest, _ answer: RecordedAnswer) {
        guard answer.isGood else { return }
        if request.method == "DELETE" { paths.removeAll { $0 == request.path } }
        if request.path.hasPrefix("dnsresources/") {
            addresses.formUnion((answer.content?["ip_addresses"]?.elements ?? []).compactMap { $0["ip"]?.text })
        }
        guard request.method == "POST", request.op.map(Self.operations.contains) ?? true,
            let path = Self.path(of: answer.content, request), path != request.path, !paths.contains(path)
        else { return }
        paths.append(path)
    }

    private static func path(of object: JSON?, _ request: RecordedRequest) -> String? {
        guard let object else { return nil }
        if let uri = object["resource_uri"]?.text, let root = uri.range(of: "/api/2.0/") {
            return String(uri[root.upperBound...])
        }
        if request.path == "users/", let name = object["username"]?.text { return "users/\(name.percentEncoded)/" }
        if request.path == "files/", let name = object["filename"]?.text { return "files/\(name.percentEncoded)/" }
        return nil
    }

    /// Removes everything, the newest first.
    /// - Returns: what is left, and why.
    func remove(from target: MAASTarget) async throws -> [String] {
        var problems: [String] = []
        // Addresses of DNS resources outlive them; without force only those go that a user reserved.
        for ip in addresses {
            let form = RecordedBody.form([RecordedPair("ip", ip)])
            let query = [RecordedPair("op", "release")]
            _ = try await RecordedRequest(method: "POST", path: "ipaddresses/", query: query, body: form).send(
                to: target)
        }
        // What is still used by something that was made before it can go once that is gone.
        var refused: [String] = []
        for path in paths.reversed() where try await remove(path, from: target) != nil { refused.append(path) }
        for path in refused {
            if let problem = try await remove(path, from: target) { problems.append(problem) }
        }
        return problems
    }

    /// - Returns: why it is still there.
    private func remove(_ path: String, from target: MAASTarget) async throws -> String? {
        var request = RecordedRequest(method: "DELETE", path: path)
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
