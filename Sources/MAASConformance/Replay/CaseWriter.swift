import Foundation
import MAASClient

/// Makes a wire case of a recording: captures stand where ids were, matchers where values vary.
struct CaseWriter {
    /// Stand for `{` and `}` until all that is literal has been escaped; percent-encoding them is undone too.
    private static let marks = ("\u{E000}", "\u{E001}")
    /// What gives a thing its name; a case must begin it with the run's prefix.
    private static let naming: Set<String> = ["name", "hostname", "username", "filename", "title"]

    private let recording: Recording
    /// Recorded values, and the variables that stand for them.
    private var known = Correspondence()
    /// Every word of every request: what is captured must be needed.
    private let words: Set<String>
    private var said: Set<String> = []
    private var captured = 0

    init(_ recording: Recording) {
        self.recording = recording
        words = Set(recording.exchanges.flatMap { Self.words($0.request) })
    }

    private static func words(_ request: RecordedRequest) -> [String] {
        let path = request.path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        let values = (request.query + request.fields).map(\.value)
        return path + values + values.flatMap { $0.split(whereSeparator: { ",; =".contains($0) }).map(String.init) }
    }

    /// The file.
    mutating func file(named name: String) throws -> String {
        guard let first = recording.exchanges.first else { throw RecordingError("has no exchange") }
        let area = first.request.area
        let slug = String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        var needs: [JSON] = [.string("admin")]
        if recording.exchanges.contains(where: { $0.request.sender == .user }) { needs.append(.string("user-key")) }
        var steps: [JSON] = []
        for (index, exchange) in recording.exchanges.enumerated() {
            let next = index + 1 < recording.count ? recording.exchanges[index + 1].request : nil
            // Of what was asked until it was so, the last answer counts.
            if exchange.request.method == "GET", next == exchange.request { continue }
            let isLast = index > 0 && recording.exchanges[index - 1].request == exchange.request
            steps.append(try step(exchange, polls: isLast && exchange.request.method == "GET"))
        }
        let about = recording.header.about ?? "recorded from MAAS \(recording.header.version)"
        let item = JSON.object([
            .init("id", .string("\(area.rawValue).recorded.\(slug)")),
            .init("title", .string("answers are as recorded: \(name)")),
            .init("source", .string("recorded from MAAS \(recording.header.version), \(recording.header.date)")),
            .init("steps", .array(steps)),
        ])
        return JSON.object([
            .init("about", .string(about)), .init("area", .string(area.rawValue)), .init("needs", .array(needs)),
            .init("cases", .array([item])),
        ]).pretty + "\n"
    }

    private mutating func step(_ exchange: RecordedExchange, polls: Bool) throws -> JSON {
        let request = exchange.request
        for pair in request.query + request.fields {
            said.insert(pair.value)
            for part in pair.value.split(whereSeparator: { ", ;=".contains($0) }) { said.insert(String(part)) }
            guard request.method == "POST", Self.naming.contains(pair.name), !pair.value.isEmpty,
                request.op == nil || request.op == "compose"
            else { continue }
            let bare = pair.value.replacing(/^maasct-[a-z0-9]+-([0-9]+-)?/, with: "")
            _ = known.pair(text: pair.value, variable("prefix") + bare)
        }
        var members: [JSON.Member] = [.init("request", try requestJSON(request))]
        let captures = captures(exchange)
        members.append(.init("expect", expectation(exchange)))
        if !captures.isEmpty { members.append(.init("capture", .object(captures))) }
        if polls { members.append(.init("poll", .int(60))) }
        var made = MadeObjects()
        made.note(request, exchange.answer)
        if let path = made.paths.last {
            members.append(.init("undo", .object([.init("path", .string(filled(known.path(path))))])))
        }
        return .object(members)
    }

    private func variable(_ name: String) -> String { Self.marks.0 + name + Self.marks.1 }

    /// Braces of the recording's own doubled, variables in braces.
    private func filled(_ text: String) -> String {
        text.replacing("{", with: "{{").replacing("}", with: "}}")
            .replacing(Self.marks.0.percentEncoded, with: "{").replacing(Self.marks.1.percentEncoded, with: "}")
            .replacing(Self.marks.0, with: "{").replacing(Self.marks.1, with: "}")
    }

    private func filled(_ json: JSON) -> JSON {
        switch json {
        case .string(let text): .string(filled(text))
        case .array(let elements): .array(elements.map(filled))
        case .object(let members): .object(members.map { .init(filled($0.key), filled($0.value)) })
        default: json
        }
    }

    // MARK: Requests

    private func requestJSON(_ recorded: RecordedRequest) throws -> JSON {
        let request = known.request(recorded)
        var members: [JSON.Member] = [
            .init("method", .string(request.method)), .init("path", .string(filled(request.path))),
        ]
        if !request.query.isEmpty { members.append(.init("query", grouped(request.query))) }
        if !request.headers.isEmpty { members.append(.init("headers", grouped(request.headers))) }
        switch request.body {
        case .form(let pairs): members.append(.init("form", grouped(pairs)))
        case .multipart(let parts):
            members.append(.init("multipart", try grouped(parts, of: recorded)))
        case .json(let json): members.append(.init("json", filled(json)))
        case .text(let text, let type):
            members += [.init("text", .string(filled(text))), .init("type", .string(type))]
        case .bytes: throw RecordingError("'\(recorded.line)' sends bytes, which a case cannot")
        case nil: break
        }
        if request.sender != .admin { members.append(.init("as", .string(request.sender.rawValue))) }
        if let signature = request.signature { members.append(.init("sign", signature)) }
        return .object(members)
    }

    /// Names and values; of a name that was sent several times the values are a list.
    private func grouped(_ pairs: [RecordedPair]) -> JSON {
        var names: [String] = []
        for pair in pairs where !names.contains(pair.name) { names.append(pair.name) }
        return .object(
            names.map { name in
                let values = pairs.filter { $0.name == name }.map { JSON.string(filled($0.value)) }
                return .init(filled(name), values.count == 1 ? values[0] : .array(values))
            })
    }

    /// Fields, and files with their names.
    private func grouped(_ parts: [RecordedPart], of recorded: RecordedRequest) throws -> JSON {
        var names: [String] = []
        for part in parts where !names.contains(part.name) { names.append(part.name) }
        return .object(
            try names.map { name in
                let values = try parts.filter { $0.name == name }.map { part -> JSON in
                    guard let text = String(data: part.contents, encoding: .utf8) else {
                        throw RecordingError("'\(recorded.line)' uploads bytes, which a case cannot")
                    }
                    let value = JSON.string(filled(text))
                    guard let filename = part.filename else { return value }
                    return .object([.init("filename", .string(filled(filename))), .init("text", value)])
                }
                return .init(filled(name), values.count == 1 ? values[0] : .array(values))
            })
    }

    // MARK: Captures

    private mutating func captures(_ exchange: RecordedExchange) -> [JSON.Member] {
        guard exchange.answer.isGood, let content = exchange.answer.content else { return [] }
        var found: [JSON.Member] = []
        let holder = IDKind.holder(of: exchange.request.path)
        capture(content, [], key: holder, holder: holder, &found)
        return found
    }

    private mutating func capture(
        _ json: JSON, _ path: [String], key: String, holder: String, _ found: inout [JSON.Member]
    ) {
        switch json {
        case .object(let members):
            let own = json.ownKind ?? holder
            for member in members where !member.key.contains(".") {
                let isID = IDKind.of(key: member.key, holder: own) != nil
                capture(member.value, path + [member.key], key: member.key, holder: isID ? own : member.key, &found)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                let name = element["name"]?.text.map { filled(known.text($0)) } ?? "."
                let place =
                    name.contains(where: { ".]{".contains($0) }) && !name.hasPrefix("{prefix}") || name.contains(".")
                    ? "\(index)" : "[name=\(name)]"
                capture(element, path + [place], key: key, holder: key, &found)
            }
        case .int(let number):
            guard let kind = IDKind.of(key: key, holder: holder), words.contains(String(number)),
                known.id(String(number), kind: kind) == String(number)
            else { return }
            let name = nextVariable
            if known.pair(id: String(number), variable(name), kind: kind) { add(name, path, &found) }
        case .string(let text):
            guard words.contains(text), !said.contains(text), known.text(text) == text,
                ValueForm.of(text, key: key) != nil
            else { return }
            let name = nextVariable
            if known.pair(text: text, variable(name)) { add(name, path, &found) }
        default: break
        }
    }

    private var nextVariable: String { "v\(captured + 1)" }

    private mutating func add(_ name: String, _ path: [String], _ found: inout [JSON.Member]) {
        captured += 1
        found.append(.init(name, .string(path.joined(separator: "."))))
    }

    // MARK: Answers

    private func expectation(_ exchange: RecordedExchange) -> JSON {
        let answer = exchange.answer
        var members: [JSON.Member] = [.init("status", .int(answer.status))]
        if let type = answer["Content-Type"] {
            let plain = type.lowercased().split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            members.append(.init("type", .string(plain.joined(separator: "; "))))
        }
        switch answer.body {
        case .json(let json):
            let holder = IDKind.holder(of: exchange.request.path)
            let isCollection = exchange.request.method == "GET" && exchange.request.op == nil
            let matcher = isCollection ? collection(json, holder) : matcher(json, key: holder, holder: holder)
            members.append(.init("json", matcher))
        case .text(let text): members.append(.init("text", string(text, key: "")))
        case .bytes: break
        }
        return .object(members)
    }

    /// Other things may be in a collection: the case's own must be.
    private func collection(_ json: JSON, _ holder: String) -> JSON {
        guard let elements = json.elements else { return matcher(json, key: holder, holder: holder) }
        let own = elements.map { matcher($0, key: holder, holder: holder) }.filter { $0.written.contains("{prefix}") }
        return own.isEmpty ? .object([.init("$type", .string("array"))]) : .object([.init("$superset", .array(own))])
    }

    private func matcher(_ json: JSON, key: String, holder: String) -> JSON {
        if ValueForm.ownKeys.contains(key) { return .object([.init("$any", .bool(true))]) }
        switch json {
        case .object(let members):
            let own = json.ownKind ?? holder
            return .object(
                members.map { member in
                    let isID = IDKind.of(key: member.key, holder: own) != nil
                    return .init(
                        filled(member.key), matcher(member.value, key: member.key, holder: isID ? own : member.key))
                })
        case .array(let elements):
            let all = JSON.array(elements.map { matcher($0, key: key, holder: key) })
            return ValueForm.sets.contains(key) ? .object([.init("$unordered", all)]) : all
        case .int(let number):
            guard let kind = IDKind.of(key: key, holder: holder) else { return json }
            let other = known.id(String(number), kind: kind)
            return other == String(number) ? Self.type("int") : .string(filled(other))
        case .string(let text): return string(text, key: key)
        default: return json
        }
    }

    private static func type(_ name: String) -> JSON { .object([.init("$type", .string(name))]) }

    private func string(_ text: String, key: String) -> JSON {
        if text.contains(Redactor.blank) || Redactor.isSecret(key) { return .object([.init("$any", .bool(true))]) }
        let other = known.text(text)
        if text.hasPrefix("/MAAS/") { return uri(text) }
        if other == text, ValueForm.of(text, key: key) != nil, !said.contains(text) { return Self.type("string") }
        return ValueForm.withoutTimes(text) == text ? .string(filled(other)) : Self.type("string")
    }

    /// The address of an object: an id that nobody needed may be any.
    private func uri(_ text: String) -> JSON {
        let parts = IDKind.segments(text).map { segment -> String in
            guard segment.kind != nil else { return NSRegularExpression.escapedPattern(for: segment.text) }
            let other = known.path(segment.kind.map { "\($0)/\(segment.text)" } ?? segment.text)
            let last = String(other.split(separator: "/").last ?? "")
            if last != segment.text { return filled(last) }
            if Int(segment.text) != nil { return "[0-9]+" }
            if ValueForm.of(segment.text, key: "system_id") == .systemID { return "[a-z0-9]+" }
            return NSRegularExpression.escapedPattern(for: segment.text)
        }
        return .object([.init("$match", .string("^" + parts.joined(separator: "/") + "$"))])
    }
}

extension JSON {
    /// The kind of an object, by its own address.
    var ownKind: String? {
        self["resource_uri"]?.text.flatMap { IDKind.segments($0).last { !$0.text.isEmpty }?.kind }
    }
}

extension IDKind {
    /// The collection that a request is about.
    static func holder(of path: String) -> String {
        segments(path).last { Int($0.text) == nil && !$0.text.isEmpty }.map { collection($0.text) } ?? ""
    }
}

extension Recording {
    /// The recording as a file of cases.
    /// - Throws: `RecordingError` when it holds what a case cannot do.
    public func asCase(named name: String) throws -> String {
        var writer = CaseWriter(self)
        let text = try writer.file(named: name)
        do {
            _ = try CaseFile.cases(in: text, file: name)
        } catch {
            throw RecordingError("the case would not be read: \(error)")
        }
        return text
    }
}
