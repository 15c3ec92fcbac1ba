import CommandLine
import Foundation

/// A request to the control endpoints.
struct ControlRequest {
    var method: String
    /// Below `/emulator`.
    var path: String
    var query: [(name: String, value: String)] = []
    var body: [String: Any]?
}

/// What `maas-emulator control` can be told.
enum ControlVerb: String, FlagReadable, CaseIterable {
    case reset, inventory, snapshot, restore, advance, clock, fault, fail, hardware, journal, sandbox, keys, health

    /// What follows the verb, and what the request is.
    /// - Throws: `UsageError` that says what the verb takes.
    func request(_ words: [String]) throws -> ControlRequest {
        switch self {
        case .reset:
            try takes(words, 0...0, "nothing")
            return ControlRequest(method: "POST", path: "/reset", body: [:])
        case .inventory:
            try takes(words, 0...0, "nothing")
            return ControlRequest(method: "GET", path: "/inventory")
        case .health:
            try takes(words, 0...0, "nothing")
            return ControlRequest(method: "GET", path: "/health")
        case .keys:
            try takes(words, 0...0, "nothing")
            return ControlRequest(method: "GET", path: "/keys")
        case .snapshot: return try snapshot(words)
        case .restore:
            try takes(words, 1...1, "the name of a snapshot")
            return ControlRequest(method: "POST", path: "/snapshots/\(escaped(words[0]))/restore", body: [:])
        case .advance: return try advance(words)
        case .clock:
            guard !words.isEmpty else { return ControlRequest(method: "GET", path: "/clock") }
            try takes(words, 1...1, "real, manual or xN, or nothing to read it")
            return ControlRequest(method: "POST", path: "/clock", body: ["mode": words[0]])
        case .fault: return try list(words, at: "/faults", first: "operation")
        case .fail: return try list(words, at: "/failures", first: "step")
        case .hardware:
            guard !words.isEmpty else { return ControlRequest(method: "GET", path: "/hardware") }
            return ControlRequest(
                method: "POST", path: "/hardware", body: try ControlMembers.read(words, first: "address"))
        case .journal:
            if words == ["clear"] { return ControlRequest(method: "DELETE", path: "/journal") }
            return ControlRequest(method: "GET", path: "/journal", query: try ControlMembers.pairs(words))
        case .sandbox:
            switch words.first {
            case "list" where words.count == 1: return ControlRequest(method: "GET", path: "/sandboxes")
            case "delete" where words.count == 2:
                return ControlRequest(method: "DELETE", path: "/sandboxes/\(escaped(words[1]))")
            default:
                return ControlRequest(
                    method: "POST", path: "/sandboxes", body: try ControlMembers.read(words, first: nil))
            }
        }
    }

    private func snapshot(_ words: [String]) throws -> ControlRequest {
        switch (words.first, words.count) {
        case (nil, _): return ControlRequest(method: "GET", path: "/snapshots")
        case ("delete", 2): return ControlRequest(method: "DELETE", path: "/snapshots/\(escaped(words[1]))")
        default:
            try takes(words, 1...1, "a name, or nothing to list them, or 'delete NAME'")
            return ControlRequest(method: "POST", path: "/snapshots", body: ["name": words[0]])
        }
    }

    private func advance(_ words: [String]) throws -> ControlRequest {
        try takes(words, 1...1, "seconds, or next")
        if words[0] == "next" { return ControlRequest(method: "POST", path: "/clock", body: ["advance": "next"]) }
        guard let seconds = Double(words[0]), seconds.isFinite, seconds >= 0 else {
            throw UsageError("advance takes seconds, or next, and '\(words[0])' is neither")
        }
        return ControlRequest(method: "POST", path: "/clock", body: ["advance": seconds])
    }

    /// Rules that are listed, added, and taken away again.
    private func list(_ words: [String], at path: String, first: String) throws -> ControlRequest {
        switch (words.first, words.count) {
        case (nil, _): return ControlRequest(method: "GET", path: path)
        case ("clear", 1): return ControlRequest(method: "DELETE", path: path)
        case ("clear", 2): return ControlRequest(method: "DELETE", path: "\(path)/\(escaped(words[1]))")
        default: return ControlRequest(method: "POST", path: path, body: try ControlMembers.read(words, first: first))
        }
    }

    private func takes(_ words: [String], _ count: ClosedRange<Int>, _ what: String) throws {
        guard count.contains(words.count) else { throw UsageError("\(rawValue) takes \(what)") }
    }

    private func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-._~"))) ?? text
    }
}

/// The members of a JSON object as a command line has them: `NAME=VALUE`, or the object itself.
enum ControlMembers {
    /// - Parameter first: the member that a first word without `=` is the value of.
    static func read(_ words: [String], first: String?) throws -> [String: Any] {
        if words.count == 1, words[0].hasPrefix("{") {
            guard let object = value(words[0]) as? [String: Any] else {
                throw UsageError("'\(words[0])' is not a JSON object")
            }
            return object
        }
        var members: [String: Any] = [:]
        var rest = words[...]
        if let first, let word = rest.first, !word.contains("=") {
            members[first] = word
            rest.removeFirst()
        }
        for (name, text) in try pairs(Array(rest)) {
            members[name] = text.hasPrefix("@") ? try file(String(text.dropFirst()), name) : value(text) ?? text
        }
        return members
    }

    static func pairs(_ words: [String]) throws -> [(name: String, value: String)] {
        try words.map { word in
            guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
                throw UsageError("'\(word)' is not NAME=VALUE")
            }
            return (String(word[..<equals]), String(word[word.index(after: equals)...]))
        }
    }

    /// Numbers, true, false, null, lists and objects are what they look like; anything else is text.
    private static func value(_ text: String) -> Any? {
        guard let first = text.first, first == "-" || first.isNumber || "tfn[{\"".contains(first) else { return nil }
        return try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    private static func file(_ path: String, _ name: String) throws -> Any {
        let bytes = try InventoryFile.read(path)
        do {
            return try JSONSerialization.jsonObject(with: Data(bytes))
        } catch {
            throw CommandFailure(.dataError, "\(name): \(path) is not JSON")
        }
    }
}
