import Foundation

/// Compares an answer with what a case expects. The expectation is JSON itself: values must be equal, objects may
/// have more keys, lists must have the same length; an object of `$` keys says something else (conformance/README.md).
struct Matcher {
    /// Everything that does not agree, each with its place.
    private(set) var differences: [String] = []

    static func differences(_ actual: JSON?, _ expected: JSON, at path: String = "") -> [String] {
        var matcher = Matcher()
        matcher.compare(actual, expected, path)
        return matcher.differences
    }

    /// Every operator, for the check of case files.
    static let operators: Set<String> = [
        "$any", "$absent", "$type", "$match", "$in", "$min", "$max", "$each", "$some", "$none", "$length", "$contains",
        "$not", "$sorted", "$keys", "$anyOf", "$all", "$unordered", "$superset", "$exact", "$tokens",
    ]

    private mutating func compare(_ actual: JSON?, _ expected: JSON, _ path: String) {
        if let members = expected.members, let first = members.first, first.key.hasPrefix("$") {
            for member in members { apply(member.key, member.value, actual, path) }
            return
        }
        guard let actual else { return fail(path, "is missing") }
        switch (actual, expected) {
        case (.object, .object(let members)):
            for member in members {
                compare(actual[member.key], member.value, path.isEmpty ? member.key : "\(path).\(member.key)")
            }
        case (.array(let left), .array(let right)):
            guard left.count == right.count else {
                return fail(path, "has \(left.count) elements, expected \(right.count)")
            }
            for (index, pair) in zip(left, right).enumerated() {
                compare(pair.0, pair.1, path.isEmpty ? "\(index)" : "\(path).\(index)")
            }
        default:
            if actual != expected { fail(path, "is \(Self.short(actual)), expected \(Self.short(expected))") }
        }
    }

    private mutating func apply(_ name: String, _ operand: JSON, _ actual: JSON?, _ path: String) {
        if name == "$absent" {
            if let actual { fail(path, "is \(Self.short(actual)), expected not to be there") }
            return
        }
        guard let actual else { return fail(path, "is missing") }
        switch name {
        case "$any": break
        case "$type": type(operand, actual, path)
        case "$match", "$contains", "$tokens": text(name, operand, actual, path)
        case "$min", "$max": bound(name, operand, actual, path)
        case "$each", "$some", "$none", "$length", "$sorted", "$unordered", "$superset":
            list(name, operand, actual, path)
        case "$keys", "$exact": object(name, operand, actual, path)
        default: combine(name, operand, actual, path)
        }
    }

    private mutating func type(_ operand: JSON, _ actual: JSON, _ path: String) {
        let wanted = (operand.text ?? "").split(separator: "|").map(String.init)
        let fits = wanted.contains(actual.typeName) || (wanted.contains("number") && actual.number != nil)
        if !fits {
            fail(path, "is \(Self.short(actual)) (\(actual.typeName)), expected \(wanted.joined(separator: " or "))")
        }
    }

    private mutating func text(_ name: String, _ operand: JSON, _ actual: JSON, _ path: String) {
        guard let text = actual.text else { return fail(path, "is \(actual.typeName), expected a string") }
        switch name {
        case "$contains":
            if !text.contains(operand.plain) {
                fail(path, "is \(Self.short(actual)), expected to contain \(operand.plain)")
            }
        case "$tokens":
            let tokens = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            let wanted = (operand.elements ?? []).map(\.plain)
            if Set(tokens) != Set(wanted) { fail(path, "is '\(text)', expected \(wanted.joined(separator: ", "))") }
        default:
            do {
                let found = try NSRegularExpression(pattern: operand.plain)
                    .firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
                if found == nil { fail(path, "is \(Self.short(actual)), expected to match \(operand.plain)") }
            } catch {
                fail(path, "cannot be compared: '\(operand.plain)' is no regular expression")
            }
        }
    }

    private mutating func bound(_ name: String, _ operand: JSON, _ actual: JSON, _ path: String) {
        guard let value = actual.number, let limit = operand.number else {
            return fail(path, "is \(actual.typeName), expected a number")
        }
        if name == "$min", value < limit { fail(path, "is \(actual.plain), expected at least \(operand.plain)") }
        if name == "$max", value > limit { fail(path, "is \(actual.plain), expected at most \(operand.plain)") }
    }

    private mutating func list(_ name: String, _ operand: JSON, _ actual: JSON, _ path: String) {
        guard let elements = actual.elements else { return fail(path, "is \(actual.typeName), expected a list") }
        func matching(_ expected: JSON) -> [JSON] { elements.filter { Self.differences($0, expected).isEmpty } }
        switch name {
        case "$each":
            for (index, element) in elements.enumerated() {
                compare(element, operand, path.isEmpty ? "\(index)" : "\(path).\(index)")
            }
        case "$some":
            if matching(operand).isEmpty {
                fail(path, "has no element like \(Self.short(operand)) among \(elements.count)")
            }
        case "$none":
            if !matching(operand).isEmpty { fail(path, "has an element like \(Self.short(operand))") }
        case "$length": compare(.int(elements.count), operand, path.isEmpty ? "length" : "\(path).length")
        case "$sorted":
            let keys = elements.map { $0.at(operand.plain) ?? .null }
            let ordered = zip(keys, keys.dropFirst()).allSatisfy { Self.inOrder($0, $1) }
            if !ordered {
                fail(path, "is not sorted by \(operand.plain): \(keys.map(\.plain).joined(separator: ", "))")
            }
        case "$superset":
            for wanted in operand.elements ?? [] where matching(wanted).isEmpty {
                fail(path, "has no element like \(Self.short(wanted))")
            }
        default: unordered(operand.elements ?? [], elements, path)
        }
    }

    private mutating func unordered(_ wanted: [JSON], _ elements: [JSON], _ path: String) {
        guard wanted.count == elements.count else {
            return fail(path, "has \(elements.count) elements, expected \(wanted.count)")
        }
        for expected in wanted where !elements.contains(where: { Self.differences($0, expected).isEmpty }) {
            fail(path, "has no element like \(Self.short(expected))")
        }
    }

    private mutating func object(_ name: String, _ operand: JSON, _ actual: JSON, _ path: String) {
        guard let members = actual.members else { return fail(path, "is \(actual.typeName), expected an object") }
        let keys = members.map(\.key)
        let wanted = name == "$exact" ? (operand.members ?? []).map(\.key) : (operand.elements ?? []).map(\.plain)
        for key in wanted where !keys.contains(key) { fail(path.isEmpty ? key : "\(path).\(key)", "is missing") }
        guard name == "$exact" else { return }
        for key in keys where !wanted.contains(key) {
            fail(path.isEmpty ? key : "\(path).\(key)", "is there, and should not be")
        }
        compare(actual, operand, path)
    }

    private mutating func combine(_ name: String, _ operand: JSON, _ actual: JSON, _ path: String) {
        let options = operand.elements ?? []
        switch name {
        case "$in":
            if !options.contains(actual) {
                fail(path, "is \(Self.short(actual)), expected one of \(Self.short(operand))")
            }
        case "$not":
            if Self.differences(actual, operand).isEmpty {
                fail(path, "is \(Self.short(actual)), expected anything else")
            }
        case "$anyOf":
            let tries = options.map { Self.differences(actual, $0) }
            if !tries.contains(where: \.isEmpty) {
                fail(path, "fits none: " + tries.map { $0.joined(separator: ", ") }.joined(separator: " / "))
            }
        case "$all": for option in options { compare(actual, option, path) }
        default: fail(path, "cannot be compared: \(name) is no operator")
        }
    }

    private mutating func fail(_ path: String, _ reason: String) {
        let difference = path.isEmpty ? "the body \(reason)" : "\(path) \(reason)"
        // Two operators on one value may find the same.
        if !differences.contains(difference) { differences.append(difference) }
    }

    private static func inOrder(_ left: JSON, _ right: JSON) -> Bool {
        if let a = left.number, let b = right.number { return a <= b }
        return left.plain <= right.plain
    }

    private static func short(_ json: JSON) -> String {
        let text = json.written
        return text.count > 160 ? text.prefix(160) + "…" : text
    }
}
