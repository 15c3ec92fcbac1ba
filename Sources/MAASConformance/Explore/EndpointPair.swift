/// Two endpoints that are asked the same.
struct EndpointPair: Sendable {
    let left: MAASTarget
    let right: MAASTarget
    /// What is known before a sequence begins: what was there already.
    var known = Correspondence()

    /// What came of one request.
    struct Result: Sendable {
        var left: RecordedAnswer
        var right: RecordedAnswer
        var differences: [LeafDifference]
    }

    /// A request, as the first has it, to both; learns from the answers.
    func ask(_ request: RecordedRequest, _ known: inout Correspondence) async throws -> Result? {
        let other = known.request(request)
        async let ours = request.send(to: left)
        async let theirs = other.send(to: right)
        guard let a = try await ours, let b = try await theirs else { return nil }
        if a.problem != nil, b.problem != nil {
            throw TargetError(left.redact("neither endpoint answers: \(a.problem ?? "")"))
        }
        var comparison = AnswerComparison(known)
        comparison.compare(a, b, request)
        known = comparison.known
        return Result(left: a, right: b, differences: comparison.differences)
    }
}

/// A sequence of requests that is under way at both endpoints.
struct ExploredSequence {
    let pair: EndpointPair
    private(set) var known: Correspondence
    private var leftMade = MadeObjects()
    private var rightMade = MadeObjects()
    /// What was asked so far.
    private(set) var exchanges: [RecordedExchange] = []

    init(_ pair: EndpointPair) { (self.pair, known) = (pair, pair.known) }

    /// Asks both.
    mutating func ask(_ request: RecordedRequest) async throws -> EndpointPair.Result? {
        let other = known.request(request)
        try await leftMade.remember(request, on: pair.left)
        try await rightMade.remember(other, on: pair.right)
        guard let result = try await pair.ask(request, &known) else { return nil }
        leftMade.note(request, result.left)
        rightMade.note(other, result.right)
        exchanges.append(RecordedExchange(request: request, answer: result.left, other: result.right))
        return result
    }

    /// Removes what it made, at both.
    func remove() async throws -> [String] {
        async let left = leftMade.remove(from: pair.left)
        async let right = rightMade.remove(from: pair.right)
        let problems = try await (left, right)
        return problems.0.map { "\(pair.left.endpoint): \($0)" } + problems.1.map { "\(pair.right.endpoint): \($0)" }
    }
}
