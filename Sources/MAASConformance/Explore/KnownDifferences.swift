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
        /// Whether it explains whatever else differs in the same answers.
        let isWhole: Bool
        let reason: String
    }

    private var rules: [Rule] = []

    /// None.
    public init() {}

    /// Adds the rules of a file: a list of `{"operation": "GET machines/*", "place": "*.pool", "kind": "missing",
    /// "left": "200", "right": "4*", "reason": "…"}`; what is left out matches anything, a reason must be there. With
    /// `"whole": true` it explains all else that differs in the same answers.
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
                rule, "\(file): \(index)", ["operation", "place", "kind", "left", "right", "whole", "reason"])
            guard let reason = rule["reason"]?.text, !reason.isEmpty else {
                throw CaseFileError("\(file): \(index)", "has no reason")
            }
            rules.append(
                Rule(
                    operation: CasePattern(rule["operation"]?.text ?? "*"),
                    place: CasePattern(rule["place"]?.text ?? "*"), kind: rule["kind"]?.text,
                    left: rule["left"]?.text.map(CasePattern.init), right: rule["right"]?.text.map(CasePattern.init),
                    isWhole: rule["whole"] == .bool(true), reason: reason))
        }
    }

    /// Why each difference of an answer is expected; `nil` when it is not.
    func reasons(_ operation: String, _ differences: [LeafDifference]) -> [String?] {
        let found = differences.map { rule(operation, $0) }
        let whole = found.first { $0?.isWhole ?? false } ?? nil
        return found.map { $0?.reason ?? whole?.reason }
    }

    private func rule(_ operation: String, _ difference: LeafDifference) -> Rule? {
        rules.first { rule in
            rule.operation.matches(operation) && rule.place.matches(difference.shape)
                && rule.kind.map { $0 == difference.kind.rawValue } ?? true
                && rule.left.map { $0.matches(difference.left?.plain ?? "") } ?? true
                && rule.right.map { $0.matches(difference.right?.plain ?? "") } ?? true
        }
    }
}
