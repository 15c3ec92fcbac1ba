/// An operation as an endpoint's `describe/` has it.
struct ExploredOperation: Sendable, Hashable {
    let method: String
    /// Below the API's root, with `{name}` for what is filled in.
    let path: String
    let op: String?
    /// Names that the description gives its parameters.
    let parameters: [String]
    /// True when nobody needs to sign it.
    let isAnonymous: Bool

    /// As reports and rules call it: `POST machines/{system_id}/ deploy`.
    var name: String { "\(method) \(path)" + (op.map { " \($0)" } ?? "") }

    /// The part of the suite it belongs to.
    var area: Area {
        RecordedRequest(method: method, path: path, query: op.map { [RecordedPair("op", $0)] } ?? []).area
    }

    /// The names of `{name}` in the path.
    var variables: [String] { path.matches(of: /\{(\w+)\}/).map { String($0.1) } }

    /// Every operation that a description names.
    static func all(in description: JSON, root: String) -> [ExploredOperation] {
        var seen: Set<String> = []
        var found: [ExploredOperation] = []
        for resource in description["resources"]?.elements ?? [] {
            for side in ["auth", "anon"] {
                guard let handler = resource[side], let path = handler["path"]?.text,
                    let below = path.range(of: "/api/2.0/")
                else { continue }
                for action in handler["actions"]?.elements ?? [] {
                    let operation = ExploredOperation(
                        method: action["method"]?.text ?? "GET", path: String(path[below.upperBound...]),
                        op: action["op"]?.text, parameters: names(in: action["doc"]?.text ?? ""),
                        isAnonymous: side == "anon" || resource["anon"]?.members != nil)
                    if seen.insert(operation.name).inserted { found.append(operation) }
                }
            }
        }
        return found
    }

    private static func names(in documentation: String) -> [String] {
        documentation.matches(of: /:param ([A-Za-z_]+)[^:]*:/).map { String($0.1) }
    }
}
