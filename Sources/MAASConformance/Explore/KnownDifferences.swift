/// Differences that are expected, each with its reason.
public struct KnownDifferences: Sendable {
    /// One rule of a file.
    struct Rule: Sendable {
        let operation: CasePattern
        let place: CasePattern
        let kind: String?
        /// Of the values, as they are plain.
        let left: CasePattern?
        let right: CasePattern?
        /// Keys of the nearest object around the place that has them, on either side, and their values.
        let beside: [(key: String, value: CasePattern)]
        /// Whether it explains whatever else differs in the same answers.
        let isWhole: Bool
        let reason: String
    }

    private var rules: [Rule] = []

    /// None.
    public init() {}

    /// Adds the rules of a file: a list of `{"operation": "GET machines/*", "place": "*.pool", "kind": "missing",
    /// "left": "200", "right": "4*", "reason": "…"}`; what is left out matches anything, a reason must be there. With
    /// `"whole": true` it explains all else that differs in the same answers; with `"beside": {"status_name": "Broken"}` it
    /// holds in objects of which one side says so.
    /// - Throws: `CaseFileError`.
    public mutating func add(text: String, file: String) throws {
        let json: JSON
        do {
            json = try JSON(parsing: text, repeatedKeys: .refused)
        } catch {
            throw CaseFileError(file, "\(error)")
        }
        guard let elements = json.elements else { throw CaseFileError(file, "must be a list of rules") }
        for (index, rule) in elements.enumerated() {
            try CaseFile.check(
                rule, "\(file): \(index)", ["operation", "place", "kind", "left", "right", "beside", "whole", "reason"])
            guard let reason = rule["reason"]?.text, !reason.isEmpty else {
                throw CaseFileError("\(file): \(index)", "has no reason")
            }
            rules.append(
                Rule(
                    operation: CasePattern(rule["operation"]?.text ?? "*"),
                    place: CasePattern(rule["place"]?.text ?? "*"), kind: rule["kind"]?.text,
                    left: rule["left"]?.text.map(CasePattern.init), right: rule["right"]?.text.map(CasePattern.init),
                    beside: (rule["beside"]?.members ?? []).map { ($0.key, CasePattern($0.value.plain)) },
                    isWhole: rule["whole"] == .bool(true), reason: reason))
        }
    }

    /// Why each difference of an answer is expected; `nil` when it is not.
    /// - Parameters:
    ///   - left: the first endpoint's answer, `right` the second's, where they are JSON.
    func reasons(
        _ operation: String, _ differences: [LeafDifference], _ left: JSON? = nil, _ right: JSON? = nil
    ) -> [String?] {
        let found = differences.map { rule(operation, $0, [left, right].compactMap(\.self)) }
        let whole = found.first { $0?.isWhole ?? false } ?? nil
        return found.map { $0?.reason ?? whole?.reason }
    }

    private func rule(_ operation: String, _ difference: LeafDifference, _ answers: [JSON]) -> Rule? {
        rules.first { rule in
            rule.operation.matches(operation) && rule.place.matches(difference.shape)
                && rule.kind.map { $0 == difference.kind.rawValue } ?? true
                && rule.left.map { $0.matches(difference.left?.plain ?? "") } ?? true
                && rule.right.map { $0.matches(difference.right?.plain ?? "") } ?? true
                && rule.beside.allSatisfy { key, value in
                    answers.contains {
                        Self.value(of: key, around: difference.place, in: $0).map(value.matches) ?? false
                    }
                }
        }
    }

    /// What the innermost object around a place that has the key says under it.
    private static func value(of key: String, around place: String, in answer: JSON) -> String? {
        var (object, found) = (answer, answer[key]?.plain)
        for step in place.split(separator: ".") {
            let inner = Int(step).flatMap { index in
                object.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
            guard let next = inner ?? object[String(step)] else { break }
            object = next
            found = object[key]?.plain ?? found
        }
        return found
    }
}
