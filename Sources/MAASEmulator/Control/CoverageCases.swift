import Formats
import Foundation
import MAASAPI
import MAASRegion

/// Which cases of the conformance suite touch which operation, read from the suite's data.
public struct CoverageCases: Sendable {
    /// Case ids by `HandlerName.operation`.
    let byOperation: [String: [String]]

    /// No cases.
    public init() { byOperation = [:] }

    /// Reads every case file of a folder and finds the operation behind each request.
    /// - Throws: An error of Foundation's, or `JSONSyntaxError`, when a file cannot be read.
    public init(folder: String, version: MAASVersion) throws {
        let table = OperationTable(version)
        var found: [String: [String]] = [:]
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        for file in files.sorted() {
            let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: file))
            for one in (try JSONValue(parsing: bytes)["cases"])?.elements ?? [] {
                guard let id = one["id"]?.string else { continue }
                for step in one["steps"]?.elements ?? [] {
                    guard let request = step["request"], let name = Self.operation(request, table) else { continue }
                    if !(found[name] ?? []).contains(id) { found[name, default: []].append(id) }
                }
            }
        }
        byOperation = found
    }

    /// The operation that a request of a case asks for: `GET path?op=x`, or an object with its parts.
    private static func operation(_ request: JSONValue, _ table: OperationTable) -> String? {
        var method = request["method"]?.string ?? "GET"
        var target = request["path"]?.string ?? ""
        if let line = request.string {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            method = parts.count == 2 ? parts[0] : "GET"
            target = parts.last ?? ""
        } else if request["method"] == nil, request["form"] != nil || request["op"] != nil {
            method = "POST"
        }
        let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
        let query = Parameters(urlencoded: halves.count == 2 ? halves[1] : "")
        guard let match = table.match(PathParts(Substring(halves.first ?? ""))) else { return nil }
        let op = query["op"] ?? request["query"]?["op"]?.string ?? request["op"]?.string ?? match.operationSuffix
        let operation = match.resource.operations.first { $0.method == method && $0.op == op }
        return operation.map { "\(match.resource.handler).\($0.name)" }
    }
}

extension JSONValue {
    /// The elements of a list; none for anything else.
    fileprivate var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
}
