import Formats

/// A fixture as it is written, made into one that says everything once for each thing: templates are filled in, and
/// what stands for many becomes many.
struct FixtureExpansion {
    /// Things that one fixture can have by counting, all together.
    static let most = 1_000_000

    private(set) var fixture: JSONValue
    private(set) var errors: [FixtureError] = []
    /// Where the elements of the lists come from that are not at the place where they were written.
    private var origins: [String: String] = [:]
    private var templates: [String: JSONValue] = [:]
    private var made = 0

    /// Names of things, by which those are numbered that have a count and no pattern.
    private static let names = ["hostname", "name", "username"]

    init(_ fixture: JSONValue) {
        self.fixture = fixture
        guard case .object(var members) = fixture else { return }
        if let value = members.removeValue(forKey: "templates"), value != .null {
            if case .object(let known) = value {
                templates = known.filter { $0.key != "about" }
            } else {
                errors.append(FixtureError(path: "templates", reason: "must be an object, not \(value.kind)"))
            }
        }
        self.fixture = .object(members.reduce(into: [:]) { $0[$1.key] = expand($1.value, at: $1.key, written: $1.key) })
    }

    /// Says a complaint's place as it is in the text.
    func located(_ error: FixtureError) -> FixtureError {
        var error = error
        var prefix = error.path[...]
        while !prefix.isEmpty {
            if let origin = origins[String(prefix)] {
                error.path = origin + error.path.dropFirst(prefix.count)
                return error
            }
            guard let bracket = prefix.lastIndex(of: "]") else { return error }
            // Cuts after the last bracket, or takes that away.
            let cut = prefix[...bracket]
            prefix = cut.count < prefix.count ? cut : prefix[..<(cut.lastIndex(of: "[") ?? cut.startIndex)]
        }
        return error
    }

    private mutating func expand(_ value: JSONValue, at path: String, written: String) -> JSONValue {
        switch value {
        case .array(let elements):
            var all: [JSONValue] = []
            for (index, element) in elements.enumerated() {
                let place = "\(written)[\(index)]"
                for (number, one) in copies(of: element, at: place).enumerated() {
                    let path = "\(path)[\(all.count)]"
                    let name = number > 0 || one != element ? Self.name(of: one) : nil
                    if path != place || name != nil { origins[path] = place + (name.map { " (\($0))" } ?? "") }
                    all.append(expand(one, at: path, written: place))
                }
            }
            return .array(all)
        case .object(let members):
            // Most objects have nothing in them that could be many.
            guard members.values.contains(where: Self.isContainer) else { return value }
            var all = members
            for (key, inner) in members where Self.isContainer(inner) {
                all[key] = expand(inner, at: "\(path).\(key)", written: "\(written).\(key)")
            }
            return .object(all)
        default: return value
        }
    }

    private static func isContainer(_ value: JSONValue) -> Bool {
        switch value {
        case .array, .object: true
        default: false
        }
    }

    private static func name(of value: JSONValue) -> String? { names.lazy.compactMap { value[$0]?.string }.first }

    // MARK: Copies

    /// What an element of a list stands for: itself, or as many as its count or its patterns say.
    private mutating func copies(of element: JSONValue, at path: String) -> [JSONValue] {
        guard case .object(let own) = element else { return [element] }
        var members = filled(own, at: path, [])
        let patterns = members.values.compactMap { $0.string.flatMap(FixturePattern.init) }
        let ends = patterns.compactMap(\.count)
        guard let given = members.removeValue(forKey: "count") else {
            guard let least = ends.min() else { return [.object(members)] }
            if least != ends.max() {
                errors.append(
                    FixtureError(path: path, reason: "its patterns stand for \(least) and for \(ends.max() ?? 0)"))
            }
            return room(least, at: path) ? (0..<least).map { Self.copy(.object(members), $0) } : []
        }
        guard let count = given.integer, (0...Self.most).contains(count) else {
            errors.append(FixtureError(path: "\(path).count", reason: "must be from 0 to \(Self.most)"))
            return []
        }
        if let least = ends.min(), least < count {
            errors.append(FixtureError(path: path, reason: "its patterns stand for \(least), not \(count)"))
        }
        if patterns.isEmpty, count > 1 { Self.number(&members, count) }
        return room(count, at: path) ? (0..<count).map { Self.copy(.object(members), $0) } : []
    }

    private mutating func room(_ count: Int, at path: String) -> Bool {
        made += count
        if made > Self.most { errors.append(FixtureError(path: path, reason: "that is more than \(Self.most) things")) }
        return made <= Self.most
    }

    /// Things without a pattern are numbered by their names: `node` becomes `node-1`, `node-2`, ….
    private static func number(_ members: inout [String: JSONValue], _ count: Int) {
        guard let key = names.first(where: { members[$0]?.string != nil }), let name = members[key]?.string else {
            return
        }
        let width = String(count).count
        members[key] = .string("\(name)-{\(String(repeating: "0", count: width - 1))1..}")
    }

    /// The copy at a position: patterns in it give way to their texts. Lists in it that have patterns of their own are
    /// sequences for themselves.
    private static func copy(_ value: JSONValue, _ index: Int) -> JSONValue {
        switch value {
        case .string(let text): .string(FixturePattern(text)?[index] ?? text)
        case .object(let members): .object(members.mapValues { copy($0, index) })
        case .array(let elements): .array(elements.map { isSequence($0) ? $0 : copy($0, index) })
        default: value
        }
    }

    private static func isSequence(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        return members["count"] != nil || names.contains { members[$0]?.string.flatMap(FixturePattern.init) != nil }
    }

    // MARK: Templates

    /// An object with what its template says that it does not say itself.
    private mutating func filled(_ own: [String: JSONValue], at path: String, _ seen: [String]) -> [String: JSONValue] {
        guard let given = own["template"], given != .null else { return own }
        var members = own
        members["template"] = nil
        guard let name = given.string, case .object(let template)? = templates[name] else {
            let text = given.string ?? given.text
            let hint = FixtureLikeness.hint(text, among: templates.keys)
            errors.append(FixtureError(path: "\(path).template", reason: "there is no template \(text)\(hint)"))
            return members
        }
        guard !seen.contains(name) else {
            errors.append(FixtureError(path: "\(path).template", reason: "the template \(name) is one of itself"))
            return members
        }
        let base = filled(template, at: path, seen + [name])
        return Self.merged(base, members)
    }

    /// What `own` says goes before what `base` says; objects in both are merged, lists are not.
    private static func merged(_ base: [String: JSONValue], _ own: [String: JSONValue]) -> [String: JSONValue] {
        base.merging(own) { base, own in
            if case (.object(let base), .object(let own)) = (base, own) { return .object(merged(base, own)) }
            return own
        }
    }
}
