/// What was asked, counted.
struct ExploreCoverage: Sendable {
    private(set) var steps = 0
    private(set) var operations: [String: Int] = [:]
    private var parameters: Set<String> = []
    private var kinds: Set<String> = []
    /// Answers by the hundreds of their status.
    private(set) var statuses: [Int: Int] = [:]

    mutating func note(_ step: ExploredStep, _ answer: RecordedAnswer) {
        steps += 1
        let name = step.operation.name
        operations[name, default: 0] += 1
        statuses[answer.status / 100, default: 0] += 1
        for (parameter, kind) in step.kinds {
            parameters.insert("\(name) \(parameter)")
            kinds.insert("\(name) \(parameter) \(kind.rawValue)")
        }
    }

    /// For people.
    /// - Parameters:
    ///   - all: how many operations there are.
    ///   - unasked: how many of them are left alone, for reasons that `ExploreTable.leftOut` has.
    func sentence(of all: Int, unasked: Int) -> String {
        let answers = statuses.sorted { $0.key < $1.key }.map { "\($0.value) with \($0.key)xx" }.joined(separator: ", ")
        return
            "\(steps) requests to \(operations.count) of \(all) operations (\(unasked) are never asked), \(parameters.count) parameters, "
            + "\(kinds.count) kinds of value of them; \(answers)"
    }
}
