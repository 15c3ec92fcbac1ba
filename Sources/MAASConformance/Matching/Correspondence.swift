import Foundation
import MAASClient

/// What of one region stands for what of another, learnt from answers to the same requests, and put into later requests.
struct Correspondence: Sendable {
    /// Ids by their kinds.
    private var ids: [String: Pairing] = [:]
    /// System ids, generated names, MACs, UUIDs and picked addresses.
    private var texts = Pairing()
    /// Texts that the client itself has sent: they stand for themselves.
    private var said: Set<String> = []

    // MARK: Learning

    /// False when one of the two already stands for another id of the kind.
    mutating func pair(id left: String, _ right: String, kind: String) -> Bool {
        ids[kind, default: Pairing()].pair(left, right)
    }

    /// False when one of the two stands for something else, or was the client's own word.
    mutating func pair(text left: String, _ right: String) -> Bool {
        if left != right, said.contains(left), texts[left] == nil { return false }
        return texts.pair(left, right)
    }

    /// True when an id of the first region is known to stand for this one, whatever its kind.
    func isPair(number left: String, _ right: String) -> Bool {
        left == right || ids.values.contains { $0[left] == right }
    }

    /// Notes what a request says of itself.
    mutating func note(_ request: RecordedRequest) {
        for pair in request.fields + request.query {
            said.insert(pair.value)
            for part in pair.value.split(whereSeparator: { ", ;=".contains($0) }) { said.insert(String(part)) }
        }
    }

    // MARK: Translating

    /// The id that stands for one of the first region; itself when nothing is known.
    func id(_ left: String, kind: String?) -> String { kind.flatMap { ids[$0]?[left] } ?? texts[left] ?? left }

    /// A text with everything in it that stands for something replaced.
    func text(_ left: String) -> String {
        guard texts.changes else { return left }
        if let whole = texts[left] { return whole }
        var out = ""
        var word = ""
        func end() {
            out += texts[word] ?? words(word)
            word = ""
        }
        for character in left {
            if Self.isWord(character) { word.append(character) } else { end(); out.append(character) }
        }
        end()
        return out
    }

    /// `name.domain` by its parts.
    private func words(_ text: String) -> String {
        guard text.contains(".") || text.contains(":") else { return text }
        var out = ""
        var word = ""
        for character in text {
            if character == "." || character == ":" {
                out += (texts[word] ?? word) + String(character)
                word = ""
            } else {
                word.append(character)
            }
        }
        return out + (texts[word] ?? word)
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-.:_".contains(character))
    }

    /// A request of the first region as the second one must be asked.
    func request(_ left: RecordedRequest) -> RecordedRequest {
        var right = left
        right.path = path(left.path)
        right.query = left.query.map { pair($0, left) }
        switch left.body {
        case .form(let pairs): right.body = .form(pairs.map { pair($0, left) })
        case .multipart(let parts):
            right.body = .multipart(
                parts.map { part in
                    guard part.filename == nil, let text = String(validating: part.contents, as: UTF8.self) else {
                        return part
                    }
                    var other = part
                    other.contents = .init(pair(RecordedPair(part.name, text), left).value.utf8)
                    return other
                })
        case .json(let json): right.body = .json(value(json, "", left))
        case .text(let text, let type): right.body = .text(self.text(text), type: type)
        case .bytes, nil: break
        }
        return right
    }

    /// A path, segment by segment.
    func path(_ left: String) -> String {
        IDKind.segments(left).map { segment in
            guard let kind = segment.kind else { return text(segment.text) }
            if let known = ids[kind]?[segment.text] { return known }
            let plain = segment.text.removingPercentEncoding ?? segment.text
            let other = text(plain)
            return other == plain ? segment.text : other.percentEncoded
        }.joined(separator: "/")
    }

    private func pair(_ pair: RecordedPair, _ request: RecordedRequest) -> RecordedPair {
        let kind = IDKind.of(parameter: pair.name, op: request.op, path: request.path)
        return RecordedPair(pair.name, value(pair.value, kind))
    }

    /// A value, or a list of them with commas; blanks around an id stay where they are.
    private func value(_ left: String, _ kind: String?) -> String {
        guard let kind else { return text(left) }
        return left.split(separator: ",", omittingEmptySubsequences: false).map { part in
            let core = part.trimmingCharacters(in: .whitespaces)
            guard let other = ids[kind]?[core] else { return text(String(part)) }
            return String(part).replacing(core, with: other)
        }.joined(separator: ",")
    }

    private func value(_ json: JSON, _ key: String, _ request: RecordedRequest) -> JSON {
        switch json {
        case .object(let members):
            return .object(members.map { JSON.Member($0.key, value($0.value, $0.key, request)) })
        case .array(let elements): return .array(elements.map { value($0, key, request) })
        case .string(let text):
            return .string(value(text, IDKind.of(parameter: key, op: request.op, path: request.path)))
        case .int(let number):
            let kind = IDKind.of(parameter: key, op: request.op, path: request.path)
            return kind.flatMap { ids[$0]?[String(number)] }.flatMap(Int.init).map { .int($0) } ?? json
        default: return json
        }
    }
}
