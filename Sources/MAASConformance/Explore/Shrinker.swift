/// Makes a sequence that differs smaller for as long as it still differs in the same way.
struct Shrinker {
    let pair: EndpointPair
    /// Sequences that are tried at most.
    let tries: Int
    /// What a difference is told apart by.
    let key: @Sendable (RecordedRequest, [LeafDifference]) -> String?

    private var tried = 0

    init(pair: EndpointPair, tries: Int, key: @escaping @Sendable (RecordedRequest, [LeafDifference]) -> String?) {
        (self.pair, self.tries, self.key) = (pair, tries, key)
    }

    /// The smallest sequence that was found, its last exchange being the one that differs.
    mutating func shrunk(_ exchanges: [RecordedExchange], key wanted: String) async throws -> [RecordedExchange] {
        guard var best = try await play(exchanges, wanted) else { return exchanges }
        var size = max(1, (best.count - 1) / 2)
        while tried < tries, best.count > 1 {
            var start = 0
            var isSmaller = false
            while start < best.count - 1, tried < tries {
                var candidate = best
                candidate.removeSubrange(start..<min(start + size, best.count - 1))
                if let smaller = try await play(candidate, wanted) {
                    (best, isSmaller) = (smaller, true)
                } else {
                    start += size
                }
            }
            if size == 1, !isSmaller { break }
            size = max(1, size / 2)
        }
        for index in best.indices.reversed() { best = try await withoutParameters(best, at: index, wanted) }
        return best
    }

    /// The same with fewer parameters in one of its requests, and sent as is usual where that will do.
    private mutating func withoutParameters(
        _ exchanges: [RecordedExchange], at index: Int, _ wanted: String
    ) async throws -> [RecordedExchange] {
        var best = exchanges
        var plainer = best
        plainer[index].request.sender = .admin
        if plainer[index].request.body != nil, plainer[index].request.method != "GET" {
            plainer[index].request.body = .form(plainer[index].request.fields)
        }
        if plainer[index].request != best[index].request, tried < tries, let found = try await play(plainer, wanted) {
            best = found
        }
        var field = 0
        while tried < tries {
            var candidate = best
            let request = best[index].request
            let own = request.query.indices.filter { request.query[$0].name != "op" }
            if field < own.count {
                candidate[index].request.query.remove(at: own[field])
            } else if case .form(var pairs) = request.body, field - own.count < pairs.count {
                pairs.remove(at: field - own.count)
                candidate[index].request.body = .form(pairs)
            } else {
                break
            }
            if let found = try await play(candidate, wanted) { best = found } else { field += 1 }
        }
        return best
    }

    /// Plays a sequence at both from the beginning.
    /// - Returns: it with new answers, when its last exchange differs as wanted.
    private mutating func play(_ exchanges: [RecordedExchange], _ wanted: String) async throws -> [RecordedExchange]? {
        tried += 1
        var sequence = ExploredSequence(pair)
        // Ids of the first endpoint are others than when the sequence was recorded.
        var known = Correspondence()
        var last: EndpointPair.Result?
        var request = exchanges[0].request
        for exchange in exchanges {
            request = known.request(exchange.request)
            last = try await sequence.ask(request)
            guard let answer = last?.left else { break }
            var comparison = AnswerComparison(known)
            comparison.compare(exchange.answer, answer, exchange.request)
            known = comparison.known
        }
        _ = try await sequence.remove()
        guard let last, sequence.exchanges.count == exchanges.count, key(request, last.differences) == wanted else {
            return nil
        }
        return sequence.exchanges
    }
}
