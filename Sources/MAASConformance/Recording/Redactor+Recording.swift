import Foundation

extension Redactor {
    /// A request without secrets: values keep their place, so that what was sent can be sent again.
    func blank(_ request: RecordedRequest) -> RecordedRequest {
        var clean = request
        clean.path = redact(request.path)
        clean.query = blank(request.query)
        clean.headers = blank(request.headers)
        switch request.body {
        case .form(let pairs): clean.body = .form(blank(pairs))
        case .multipart(let parts): clean.body = .multipart(parts.map(blank))
        case .json(let json): clean.body = .json(blank(json))
        case .text(let text, let type): clean.body = .text(redact(text), type: type)
        case .bytes, nil: break
        }
        return clean
    }

    /// An answer without secrets.
    func blank(_ answer: RecordedAnswer) -> RecordedAnswer {
        var clean = answer
        clean.headers = blank(answer.headers)
        switch answer.body {
        case .json(let json): clean.body = .json(blank(json))
        case .text(let text): clean.body = .text(redact(body: Data(text.utf8)))
        case .bytes: break
        }
        clean.problem = answer.problem.map { redact($0) }
        return clean
    }

    /// A difference without secrets: which they are, its place says.
    func blank(_ difference: LeafDifference) -> LeafDifference {
        let key = difference.place.split(separator: ".").last.map(String.init) ?? ""
        func clean(_ json: JSON?) -> JSON? {
            json.flatMap { blank(.object([.init(key, $0)])).members?.first?.value }
        }
        var blanked = difference
        (blanked.left, blanked.right) = (clean(difference.left), clean(difference.right))
        return blanked
    }

    private func blank(_ pairs: [RecordedPair]) -> [RecordedPair] {
        pairs.map { RecordedPair($0.name, blank($0.name, $0.value)) }
    }

    private func blank(_ part: RecordedPart) -> RecordedPart {
        guard let text = String(validating: part.contents, as: UTF8.self) else { return part }
        var clean = part
        clean.contents = Data(blank(part.name, text).utf8)
        return clean
    }

    private func blank(_ name: String, _ value: String) -> String {
        guard Self.isSecret(name), !value.isEmpty, !Self.isPublic(value) else { return redact(value) }
        learn(value)
        return Self.blank
    }

    /// A public key comes under a secret's name, and is made to be shown.
    private static func isPublic(_ value: String) -> Bool {
        value.hasPrefix("ssh-") || value.hasPrefix("ecdsa-") || value.hasPrefix("sk-")
    }

    private func blank(_ json: JSON) -> JSON {
        switch json {
        case .array(let elements): return .array(elements.map(blank))
        case .object(let members):
            return .object(
                members.map { member in
                    switch member.value {
                    case .string(let text): JSON.Member(member.key, .string(blank(member.key, text)))
                    default: JSON.Member(member.key, blank(member.value))
                    }
                })
        case .string(let text): return .string(redact(text))
        default: return json
        }
    }
}
