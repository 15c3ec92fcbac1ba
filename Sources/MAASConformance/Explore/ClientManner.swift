/// How a client writes its requests. A sequence is written as one client would; each is as frequent as the others, since
/// nothing says which of them people use more.
enum ClientManner: String, CaseIterable, Sendable {
    /// Go: signed with HMAC-SHA1, `op` among the fields of a form, for some operations at the end of the path.
    case clusterAPI
    /// Go: an empty `op` in the query of what has none, a realm in the signature.
    case terraform
    /// As Terraform's.
    case juju
    /// Python: forms in parts, also for PUT.
    case libmaas
    /// Forms in parts, and no body at all where there are no parameters.
    case command
    /// Forms in parts.
    case ansible

    /// What has `op` at the end of its path.
    private static let inPath: Set<String> = ["power_on", "update_nodes"]

    /// Writes the parameters of a request that changes something, and how it is signed.
    func write(_ pairs: [RecordedPair], op: String?, _ request: inout RecordedRequest) {
        switch self {
        case .clusterAPI:
            request.signature = .object([.init("method", .string("HMAC-SHA1"))])
            if let op, Self.inPath.contains(op) {
                request.query.removeAll { $0.name == "op" }
                request.path += "op-\(op)"
                request.body = .form(pairs)
            } else if let op, request.method == "POST" {
                request.query.removeAll { $0.name == "op" }
                request.body = .form([RecordedPair("op", op)] + pairs)
            } else {
                request.body = .form(pairs)
            }
        case .terraform, .juju:
            request.signature = .object([.init("realm", .string("MAAS API"))])
            if op == nil, request.method == "POST" { request.query.insert(RecordedPair("op", ""), at: 0) }
            request.body = .form(pairs)
        case .libmaas, .command, .ansible:
            request.body = Self.multipart(pairs)
        }
    }

    /// A part each; no body where there are none.
    static func multipart(_ pairs: [RecordedPair]) -> RecordedBody? {
        if pairs.isEmpty { return nil }
        return .multipart(
            pairs.map { RecordedPart(name: $0.name, filename: nil, contents: .init($0.value.utf8)) })
    }
}
