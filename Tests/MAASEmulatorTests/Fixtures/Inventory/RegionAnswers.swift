import Formats
import HTTPServer
import RegionTesting

@testable import MAASAPI
@testable import MAASEmulator

/// Every answer of a region to a GET: those of the operation table's lists, and those of everything that these name.
struct RegionAnswers {
    private(set) var answers: [String: JSONValue] = [:]
    private let maas: TestRegion
    let hasLived: Bool
    private let table: OperationTable
    private let ofNodes: [String]
    private var waiting: [String] = []
    private var known: Set<String> = []

    /// What is made for who asks, and texts that are the program's and not the region's.
    private static let others: Set = ["get_token", "describe/", "openapi.yaml", "version/"]

    /// - Parameter hasLived: What scripts printed on machines that have changed since is not looked at.
    init(_ maas: TestRegion, hasLived: Bool) throws {
        self.maas = maas
        self.hasLived = hasLived
        table = maas.region.table
        ofNodes = table.resources.map(\.path).filter { $0.names == ["system_id"] }.map(\.text)
        for resource in table.resources where resource.path.names.isEmpty { note(resource.path.text) }
        while let path = waiting.popLast() { try read(path) }
    }

    private mutating func note(_ path: String) {
        if !Self.others.contains(path), known.insert(path).inserted { waiting.append(path) }
    }

    private mutating func read(_ path: String) throws {
        guard let match = table.match(PathParts(path[...])) else { return }
        for operation in match.resource.operations
        where operation.method == "GET" && operation.isServed && !Self.others.contains(operation.op ?? "") {
            let answer = try maas.get(path, query: operation.op.map { ["op": $0] } ?? [:])
            let value = (try? answer.json) ?? .string(answer.text)
            answers[path + (operation.op.map { "?op=\($0)" } ?? "")] = .object([
                "status": .integer(answer.status), "body": value,
            ])
            follow(value)
        }
    }

    /// Whatever an answer names is read too.
    private mutating func follow(_ value: JSONValue) {
        switch value {
        case .array(let elements): for element in elements { follow(element) }
        case .object(let members):
            if let uri = members["resource_uri"]?.string, uri.hasPrefix(Dispatch.root) {
                note(String(uri.dropFirst(Dispatch.root.count)))
            }
            if let id = members["system_id"]?.string, known.insert("node \(id)").inserted {
                for path in ofNodes { note(path.replacing("{system_id}", with: id)) }
            }
            for member in members.values { follow(member) }
        default: break
        }
    }
}
