import Foundation

/// Holds two answers to one request against each other, and learns from them what stands for what.
struct AnswerComparison {
    /// What is known, and what was learnt.
    private(set) var known: Correspondence
    private(set) var differences: [LeafDifference] = []

    /// - Parameter known: what of the first region stands for what of the second.
    init(_ known: Correspondence) { self.known = known }

    /// Compares status, the headers that matter, and the body.
    /// - Parameter request: as it was sent to the first region.
    mutating func compare(_ left: RecordedAnswer, _ right: RecordedAnswer, _ request: RecordedRequest) {
        known.note(request)
        if (left.problem == nil) != (right.problem == nil) {
            let texts = [left, right].map { JSON.string($0.problem ?? "an answer with status \($0.status)") }
            return note("answer", .problem, texts[0], texts[1])
        }
        if left.status != right.status { note("status", .status, .int(left.status), .int(right.status)) }
        for name in RecordedAnswer.headerNames { header(name, left[name], right[name]) }
        let collection = IDKind.holder(of: request.path)
        switch (left.body, right.body) {
        case (.json(let a), .json(let b)): compare(a, b, "", key: collection, holder: collection)
        case (.text(let a), .text(let b)): text(a, b, "body", key: "", kind: .text)
        case (.bytes(let a), .bytes(let b)):
            if a != b { note("body", .text, .string("\(a.count) bytes"), .string("\(b.count) bytes")) }
        default: note("body", .type, Self.shown(left.body), Self.shown(right.body))
        }
    }

    private static func shown(_ body: RecordedAnswer.Body) -> JSON {
        switch body {
        case .json(let json): json
        case .text(let text): .string(text)
        case .bytes(let bytes): .string("\(bytes.count) bytes")
        }
    }

    mutating func note(_ place: String, _ kind: LeafDifference.Kind, _ left: JSON?, _ right: JSON?) {
        differences.append(
            LeafDifference(place: place.isEmpty ? "body" : place, kind: kind, left: left, right: right))
    }

    private mutating func header(_ name: String, _ left: String?, _ right: String?) {
        // It names the set of operations, which every release has its own of.
        let (a, b) = name == "X-MAAS-API-Hash" ? (left.map { _ in "there" }, right.map { _ in "there" }) : (left, right)
        guard a != b else { return }
        if name == "Allow" {
            let lists = [a, b].map { ($0 ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
            if Set(lists[0]) == Set(lists[1]) { return }
        }
        if let a, let b {
            if name == "Location" || name == "Content-Disposition" {
                return text(a, b, "header \(name)", key: "", kind: .header)
            }
            if Self.normal(a) == Self.normal(b) { return }
        }
        note("header \(name)", .header, a.map { .string($0) }, b.map { .string($0) })
    }

    /// `application/json;charset=UTF-8` and `application/json; charset=utf-8` are the same.
    private static func normal(_ value: String) -> String { value.lowercased().replacing(" ", with: "") }

    // MARK: Values

    mutating func compare(_ left: JSON, _ right: JSON, _ place: String, key: String, holder: String) {
        switch (left, right) {
        case (.object(let a), .object(let b)): objects(a, b, left, right, place, holder)
        case (.array(let a), .array(let b)): lists(a, b, place, key: key)
        case (.string(let a), .string(let b)): string(a, b, place, key)
        case (.int(let a), .int(let b)):
            if Redactor.isSecret(key) || ValueForm.ownKeys.contains(key) { return }
            if let kind = IDKind.of(key: key, holder: holder) ?? Self.listed(key) {
                if known.pair(id: String(a), String(b), kind: kind) { return }
            } else if a == b {
                return
            }
            note(place, .value, left, right)
        case (.bool, .bool), (.float, .float), (.null, .null):
            if left != right, !ValueForm.ownKeys.contains(key) { note(place, .value, left, right) }
        default:
            if case .string(Redactor.blank) = left { return }
            note(place, .type, left, right)
        }
    }

    /// Numbers in lists of ids.
    private static func listed(_ key: String) -> String? {
        ["vlan_ids", "block_devices", "spare_devices"].contains(key) ? IDKind.collection(key) : nil
    }

    private mutating func objects(
        _ a: [JSON.Member], _ b: [JSON.Member], _ left: JSON, _ right: JSON, _ place: String, _ holder: String
    ) {
        // What an object is called by its address is of the address's kind, wherever it stands.
        let holder = left.ownKind ?? holder
        for member in a {
            let at = place.isEmpty ? member.key : "\(place).\(member.key)"
            guard let other = right[member.key] ?? right[known.text(member.key)] else {
                note(at, .missing, member.value, nil)
                continue
            }
            let own = IDKind.of(key: member.key, holder: holder) != nil ? holder : member.key
            compare(member.value, other, at, key: member.key, holder: own)
        }
        // Keys may be system ids.
        let keys = Set(a.flatMap { [$0.key, known.text($0.key)] })
        for member in b where !keys.contains(member.key) {
            note(place.isEmpty ? member.key : "\(place).\(member.key)", .added, nil, member.value)
        }
    }

    private mutating func string(_ a: String, _ b: String, _ place: String, _ key: String) {
        // What an API token is revoked by.
        if key == "token_key", a != Redactor.blank { _ = known.pair(text: a, b) }
        if a == Redactor.blank || Redactor.isSecret(key) || ValueForm.ownKeys.contains(key) { return }
        if a == b {
            if let form = ValueForm.of(a, key: key), form == .systemID { _ = known.pair(text: a, b) }
            return
        }
        text(a, b, place, key: key, kind: .value)
    }

    private static let wronglySigned =
        "Authorization Error: 'Invalid signature. Expected signature base string: "

    /// Texts that may name what stands for something.
    mutating func text(_ a: String, _ b: String, _ place: String, key: String, kind: LeafDifference.Kind) {
        if a == b || known.text(a) == b { return }
        // What was to be signed names host, time and nonce.
        if a.hasPrefix(Self.wronglySigned), b.hasPrefix(Self.wronglySigned) { return }
        if a.hasPrefix("/"), b.hasPrefix("/"), paths(a, b) || queries(a, b) { return }
        if let form = ValueForm.of(a, key: key), form == ValueForm.of(b, key: key) {
            let names = form == .generatedName ? [a, b].map { String($0.prefix { $0 != "." }) } : [a, b]
            if known.pair(text: names[0], names[1]), known.text(a) == b { return }
        }
        let (x, y) = (ValueForm.withoutTimes(known.text(a)), ValueForm.withoutTimes(b))
        if x == y || words(x, y) { return }
        note(place, kind, .string(a), .string(b))
    }

    /// Addresses of objects: learns their ids.
    private mutating func paths(_ a: String, _ b: String) -> Bool {
        let (left, right) = (IDKind.segments(a), IDKind.segments(b))
        guard left.count == right.count else { return false }
        var learnt = known
        for (x, y) in zip(left, right) where x.text != y.text && learnt.text(x.text) != y.text {
            guard let kind = x.kind, kind == y.kind else { return false }
            let isNumber = Int(x.text) != nil && Int(y.text) != nil
            let isSystemID =
                ValueForm.of(x.text, key: "system_id") == .systemID
                && ValueForm.of(y.text, key: "system_id") == .systemID
            guard
                isNumber && learnt.pair(id: x.text, y.text, kind: kind)
                    || isSystemID && kind == "nodes" && learnt.pair(text: x.text, y.text)
            else { return false }
        }
        known = learnt
        return true
    }

    /// Addresses that end in a key of the region's own making, as those of files for everybody.
    private mutating func queries(_ a: String, _ b: String) -> Bool {
        let (left, right) = (a.split(separator: "="), b.split(separator: "="))
        guard left.count == right.count, left.dropLast() == right.dropLast(), let x = left.last, let y = right.last,
            ValueForm.of(String(x), key: "") == .uuid, ValueForm.of(String(y), key: "") == .uuid
        else { return false }
        return known.pair(text: String(x), String(y))
    }

    /// Sentences that name ids.
    private func words(_ a: String, _ b: String) -> Bool {
        func split(_ text: String) -> [Substring] { text.split { !($0.isLetter || $0.isNumber || $0 == "_") } }
        func gaps(_ text: String) -> String { String(text.filter { !($0.isLetter || $0.isNumber || $0 == "_") }) }
        let (left, right) = (split(a), split(b))
        guard left.count == right.count, gaps(a) == gaps(b) else { return false }
        return zip(left, right).allSatisfy { x, y in
            x == y || (Int(x) != nil && known.isPair(number: String(x), String(y)))
        }
    }
}
