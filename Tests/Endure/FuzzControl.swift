import Formats
import TestSupport

/// Requests to the control endpoints: their bodies as they should be, with a member spoiled, or with bytes spoiled, and
/// among them inventories.
struct FuzzControl: Sendable {
    /// A fixture that is right.
    let inventory: [UInt8]

    private static let routes: [(method: String, path: String, body: String)] = [
        ("GET", "health", ""), ("GET", "snapshots", ""), ("GET", "clock", ""), ("GET", "faults", ""),
        ("GET", "failures", ""),
        ("GET", "hardware", ""), ("GET", "journal?limit=5&status=4xx", ""), ("GET", "journal/1", ""),
        ("GET", "machines", ""),
        ("GET", "machines/1", ""), ("GET", "addresses", ""), ("GET", "api?path=zones/", ""), ("GET", "coverage", ""),
        ("GET", "sandboxes/sandbox-1", ""), ("GET", "page/style.css", ""), ("GET", "", ""),
        ("POST", "snapshots", #"{"name": "f"}"#), ("POST", "snapshots/f/restore", ""), ("DELETE", "snapshots/f", ""),
        ("POST", "clock", #"{"advance": 60}"#), ("POST", "clock", #"{"advance": "next"}"#),
        ("POST", "clock", #"{"mode": "manual", "advance": 1.5}"#),
        (
            "POST", "faults",
            #"{"path": "fuzz/*/", "method": "GET", "status": 500, "body": {"a": 1}, "headers": {"X": "y"}}"#
        ),
        (
            "POST", "faults",
            #"{"path": "/MAAS/fuzz/", "skip": 1, "count": 2, "delay": 0, "truncate": 5, "when": "after"}"#
        ),
        ("DELETE", "faults/1", ""), ("DELETE", "faults", ""),
        ("POST", "failures", #"{"step": "deploy", "system_id": "x", "count": 1, "reason": "r", "stalls": false}"#),
        ("DELETE", "failures/1", ""), ("DELETE", "failures", ""),
        ("POST", "hardware", #"{"address": "10.10.0.11:8443", "reachable": true, "delay": 0}"#),
        ("POST", "api", #"{"method": "POST", "path": "zones/", "form": {"name": "f", "description": ["a", 1]}}"#),
        ("POST", "sandboxes", #"{"clock": "manual", "seed": 5}"#), ("DELETE", "sandboxes/sandbox-1", ""),
        ("DELETE", "journal", ""),
    ]

    func request(_ values: FuzzValues, _ random: inout SeededGenerator) -> [UInt8] {
        // A region takes a while to make.
        if random.chance(2) { return post("sandboxes", sandbox(values, &random)) }
        let route = random.one(of: Self.routes)
        var path = route.path
        if random.chance(15) { path = spoiled(path: path, values, &random) }
        var body = Array(route.body.utf8)
        if !body.isEmpty, random.chance(70) {
            body = random.chance(60) ? spoiled(json: body, values, &random) : FuzzValues.mutated(body, &random)
            if route.path == "faults", Self.wouldCut(body) { body = Array(route.body.utf8) }
        }
        let type = body.isEmpty ? nil : random.chance(95) ? "application/json" : "text/plain"
        return FuzzEncoding.request(route.method, "/emulator/\(path)", nil, type, body)
    }

    /// Whether this is a rule that could hit what others send: an answer that it cuts off would look like a finding.
    private static func wouldCut(_ rule: [UInt8]) -> Bool {
        guard let rule = try? JSONValue(parsing: rule), case .object(let members) = rule else { return false }
        guard case .string(let path)? = members["path"] else { return false }
        return !path.contains("fuzz")
    }

    private func post(_ path: String, _ body: [UInt8]) -> [UInt8] {
        FuzzEncoding.request("POST", "/emulator/\(path)", nil, "application/json", body)
    }

    private func spoiled(path: String, _ values: FuzzValues, _ random: inout SeededGenerator) -> String {
        let parts = path.split(separator: "/").map(String.init)
        let word = PercentEncoding.encode(values.value(of: "name", &random))
        return random.chance(50)
            ? (parts.dropLast() + [word]).joined(separator: "/")
            : path + (path.contains("?") ? "&" : "?") + "sandbox=\(word)"
    }

    /// A fixture with something in it that is not as it should be.
    private func sandbox(_ values: FuzzValues, _ random: inout SeededGenerator) -> [UInt8] {
        let fixture =
            random.chance(60) ? spoiled(json: inventory, values, &random) : FuzzValues.mutated(inventory, &random)
        return Array("{\"clock\": \"manual\", \"inventory\": ".utf8) + fixture + Array("}".utf8)
    }

    /// A JSON text of which one value somewhere is another.
    private func spoiled(json bytes: [UInt8], _ values: FuzzValues, _ random: inout SeededGenerator) -> [UInt8] {
        guard let value = try? JSONValue(parsing: bytes) else { return bytes }
        return Array(spoiled(value, values, &random).text.utf8)
    }

    private func spoiled(_ value: JSONValue, _ values: FuzzValues, _ random: inout SeededGenerator) -> JSONValue {
        switch value {
        case .object(var members) where !members.isEmpty && !random.chance(8):
            let key = random.one(of: members.keys.sorted())
            switch random.next(below: 12) {
            case 0: members[key] = nil
            case 1: members[values.value(of: key, &random)] = members[key]
            default: members[key] = members[key].map { spoiled($0, values, &random) }
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty && !random.chance(8):
            let place = random.next(below: elements.count)
            switch random.next(below: 12) {
            case 0: elements.remove(at: place)
            case 1: elements.append(elements[place])
            default: elements[place] = spoiled(elements[place], values, &random)
            }
            return .array(elements)
        default:
            switch random.next(below: 6) {
            case 0: return .null
            case 1: return .bool(random.chance(50))
            case 2: return .integer(random.one(of: [0, -1, 1, 255, 65536, 1 << 31, 1 << 40, .max, .min]))
            case 3: return .number(random.one(of: [0.5, -1e300, 1e300, 1e19]))
            case 4: return .array([value, .object([:])])
            default: return .string(values.value(of: "name", &random))
            }
        }
    }
}
