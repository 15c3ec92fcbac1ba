import Formats
import MAASAPI
import MAASRegion

/// Which cases of a suite ask for which operation.
public struct CoverageCases: Sendable {
    /// A request that a case sends.
    public struct Request: Sendable {
        let id: String
        let method: String
        let path: String
        let op: String?

        /// - Parameters:
        ///   - id: The case's.
        ///   - method: As it is sent.
        ///   - path: Below the API's root, with or without a query.
        ///   - op: `nil` where the query names it, or nothing does.
        public init(case id: String, method: String, path: String, op: String?) {
            self.id = id
            self.method = method
            self.path = path
            self.op = op
        }
    }

    /// Case ids by `HandlerName.operation`.
    let byOperation: [String: [String]]

    /// Finds the operation behind each request, in the order of the requests.
    public init(_ requests: [Request], version: MAASVersion) {
        let table = OperationTable(version)
        var found: [String: [String]] = [:]
        for request in requests {
            guard let name = Self.operation(request, table), !(found[name] ?? []).contains(request.id) else { continue }
            found[name, default: []].append(request.id)
        }
        byOperation = found
    }

    private static func operation(_ request: Request, _ table: OperationTable) -> String? {
        let halves = request.path.split(separator: "?", maxSplits: 1).map(String.init)
        let query = Parameters(urlencoded: halves.count == 2 ? halves[1] : "")
        guard let match = table.match(PathParts(Substring(halves.first ?? ""))) else { return nil }
        let op = query["op"] ?? request.op ?? match.operationSuffix
        let operation = match.resource.operations.first { $0.method == request.method && $0.op == op }
        return operation.map { "\(match.resource.handler).\($0.name)" }
    }
}
