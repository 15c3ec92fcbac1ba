import Formats
import MAASAPI

extension AnswerFault {
    /// Reads a rule as a client posts it.
    /// - Throws: `FixtureError` or `ControlError` that names the field.
    init(_ value: JSONValue, operations: Set<String>) throws {
        let object = try FixtureValue(value: value).object(
            "operation", "method", "path", "skip", "count", "when", "status", "body", "headers", "failure", "delay",
            "jitter", "drop", "truncate")
        target = try Self.target(object, operations)
        skip = try object.integer("skip", default: 0)
        count = try object.optionalInteger("count", 1...Int.max)
        delay = try object["delay"]?.number(0...3600) ?? 0
        jitter = try object["jitter"]?.number(0...3600) ?? 0
        afterwards = try object.word("when", of: ["before", "after"], default: "before") == "after"
        if let name = try object.optionalText("failure") {
            guard object["status"] == nil else { throw ControlError.badRequest("failure: goes without status") }
            guard let answer = NamedAnswer.all[name] else {
                throw ControlError.badRequest(
                    "failure: unknown; known are \(NamedAnswer.all.keys.sorted().joined(separator: ", "))")
            }
            effect = Effect(answer)
        }
        if let status = try object.optionalInteger("status", 100...599) { effect.status = status }
        try readBody(object)
        effect.drop = try object.flag("drop", default: false)
        effect.truncate = try object.optionalInteger("truncate")
        if effect.status == nil, !effect.drop, effect.truncate == nil, delay == 0, jitter == 0 {
            throw ControlError.badRequest(
                "a rule needs one of status, failure, delay, jitter, drop and truncate")
        }
    }

    private static func target(_ object: FixtureObject, _ operations: Set<String>) throws -> Target {
        if let name = try object.optionalText("operation") {
            guard object["path"] == nil, object["method"] == nil else {
                throw ControlError.badRequest("operation: goes without method and path")
            }
            guard operations.contains(name) else {
                throw ControlError.badRequest("operation: there is no \(name); /emulator/coverage lists them")
            }
            return .operation(name)
        }
        return .path(
            method: try object.optionalText("method")?.uppercased(), pattern: PathTarget(try object.text("path")))
    }

    private mutating func readBody(_ object: FixtureObject) throws {
        switch object["body"]?.value {
        case nil: break
        case .string(let text)?: effect.body = Array(text.utf8)
        case let value?:
            effect.body = Array(value.text.utf8)
            effect.contentType = "application/json; charset=utf-8"
        }
        for (name, value) in try object["headers"]?.dictionary() ?? [] {
            effect.headers.append((name, try value.text()))
        }
    }
}

extension AnswerFault.Effect {
    init(_ error: APIError) {
        status = error.status
        contentType = error.contentType
        body = error.body
        headers = error.headers
    }
}
