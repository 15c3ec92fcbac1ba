import Formats
import HTTPServer
import RegionTesting

@testable import MAASAPI
@testable import MAASEmulator
@testable import MAASRegion

/// Every answer of a region to a GET: those of the operation table's lists, and those of everything that these name.
struct RegionAnswers {
    private(set) var answers: [String: JSONValue] = [:]
    private let maas: TestRegion
    private let hasLived: Bool
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

    // MARK: Comparing

    /// Where two regions answer otherwise, but for what a fixture does not hold.
    static func differences(_ left: RegionAnswers, _ right: RegionAnswers) -> [String] {
        let (left, right) = (left.comparable, right.comparable)
        return Set(left.keys).union(right.keys).sorted().flatMap { name -> [String] in
            guard let one = left[name] else { return ["\(name): only in the second"] }
            guard let other = right[name] else { return ["\(name): only in the first"] }
            return compare(one, other, at: name)
        }
    }

    private static func compare(_ left: JSONValue, _ right: JSONValue, at place: String) -> [String] {
        if left == right { return [] }
        switch (left, right) {
        case (.object(let one), .object(let other)):
            return Set(one.keys).union(other.keys).sorted().flatMap {
                compare(one[$0] ?? .string("(missing)"), other[$0] ?? .string("(missing)"), at: "\(place) .\($0)")
            }
        case (.array(let one), .array(let other)) where one.count == other.count:
            return zip(one, other).enumerated().flatMap { compare($1.0, $1.1, at: "\(place)[\($0)]") }
        case (.string(let one), .string(let other)):
            let same = zip(one, other).prefix { $0 == $1 }.count
            let parts = [one, other].map { $0.dropFirst(max(0, same - 30)).prefix(90) }
            return ["\(place): …\(parts[0]) != …\(parts[1])"]
        default: return ["\(place): \(left.text.prefix(300)) != \(right.text.prefix(300))"]
        }
    }

    private var comparable: [String: JSONValue] {
        var all: [String: JSONValue] = [:]
        for (name, answer) in answers
        where !isPast(name) && !Self.isUnnumbered(name) && !(hasLived && Self.isPrinted(name)) {
            all[name] = Self.comparable(answer, in: name)
        }
        return all
    }

    private static func isPrinted(_ name: String) -> Bool {
        name.contains("op=details") || name.contains("results/") || name.contains(/nodes\/.*\/devices\//)
    }

    /// Runs of scripts before the last ones are in no fixture.
    private func isPast(_ name: String) -> Bool {
        guard let run = name.firstMatch(of: /nodes\/([a-z0-9]+)\/results\/([0-9]*)/) else { return false }
        let node = ["machines", "rackcontrollers", "regioncontrollers"].lazy
            .compactMap { answers["\($0)/\(run.1)/"]?["body"] }.first
        let current = ["commissioning", "testing", "installation"].map { node?["current_\($0)_result_id"]?.integer }
        return !current.contains(Int(run.2) ?? -1)
    }

    /// Times are those of the making.
    private static let times: Set = [
        "created", "updated", "last_sync", "next_sync", "started", "ended", "runtime", "starttime", "endtime",
        "last_ping", "last_seen", "last_deployed", "last_login", "created_at", "allocated_time", "estimated_runtime",
        "first_seen", "last_update",
    ]
    /// Things whose numbers a fixture does not have: they follow from what it says.
    private static let unnumberedThings = ["results/", "virtual-machines/", "account/prefs/", "/devices/"]

    private static func isUnnumbered(_ name: String) -> Bool {
        name.contains(/(virtual-machines|sshkeys|sslkeys|nodes\/[a-z0-9]+\/devices)\/[0-9]+/)
    }

    /// A text without the keys that are drawn for a machine.
    private static func comparable(_ text: String) -> String {
        if isUnnumbered(text) { return "(a number)" }
        guard text.contains("token_key") else { return text }
        return text.replacing(/(consumer_key|token_key|token_secret)(: |=)[A-Za-z0-9]+/, with: { "\($0.output.1)=K" })
    }

    private static func comparable(_ value: JSONValue, in name: String) -> JSONValue {
        switch value {
        case .array(let elements):
            // Lists are in the order of the last changes.
            return .array(elements.map { comparable($0, in: name) }.sorted { sortKey($0) < sortKey($1) })
        case .object(let members):
            var kept = members.filter { !times.contains($0.key) }
            if unnumberedThings.contains(where: name.contains) || kept["type"] == .string("unknown") {
                kept["id"] = nil
            }
            if name == "virtual-machines/" { kept["machine_id"] = nil }
            // Marks of groups are made with the groups, and so are the versions of texts.
            if let kind = kept["fstype"]?.string, !Filesystem.formats.contains(kind) { kept["uuid"] = nil }
            kept["history"] = nil
            kept["virtualmachine_id"] = kept["virtualmachine_id"] == .null ? .null : .string("some")
            if kept["virtualmachine_id"] != nil, members["virtualmachine_id"] == nil { kept["virtualmachine_id"] = nil }
            return .object(kept.mapValues { comparable($0, in: name) })
        case .string(let text): return .string(comparable(text))
        default: return value
        }
    }

    private static func sortKey(_ value: JSONValue) -> String {
        if let node = value["node"]?["system_id"]?.string { return "\(node) \(value["name"]?.string ?? "")" }
        for key in ["id", "system_id", "name", "username"] {
            if let number = value[key]?.integer { return String(1_000_000_000 + number) + value.sorted }
            if let text = value[key]?.string { return text + value.sorted }
        }
        return value.sorted
    }
}

extension JSONValue {
    /// As text, the members of objects by their names.
    fileprivate var sorted: String {
        switch self {
        case .object(let members):
            "{" + members.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.sorted)" }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(\.sorted).joined(separator: ",") + "]"
        default: text
        }
    }
}
