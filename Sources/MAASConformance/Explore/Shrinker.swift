/// Makes a sequence that differs smaller for as long as it still differs in the same way.
struct Shrinker {
    let pair: EndpointPair
    /// Sequences that are tried at most.
    let tries: Int
    /// What must stay in a request, so that it touches nothing that the run did not make.
    let kept: (RecordedRequest) -> Set<String>
    /// What a difference is told apart by.
    let key: @Sendable (EndpointPair.Result) -> String?

    private var tried = 0

    init(
        pair: EndpointPair, tries: Int, kept: @escaping (RecordedRequest) -> Set<String>,
        key: @escaping @Sendable (EndpointPair.Result) -> String?
    ) {
        (self.pair, self.tries, self.kept, self.key) = (pair, tries, kept, key)
    }

    /// The smallest sequence that was found, its last exchange being the one that differs.
    mutating func shrunk(_ exchanges: [RecordedExchange], key wanted: String) async throws -> [RecordedExchange] {
        guard var best = try await play(exchanges, wanted) else { return exchanges }
        best = try await withoutSteps(best, wanted)
        for index in best.indices.reversed() { best = try await withoutParameters(best, at: index, wanted) }
        best = try await withOtherThings(best, wanted)
        // What a parameter referred to may go with it, and what made the thing that is not needed any more.
        return try await withoutSteps(best, wanted)
    }

    /// The same about things that came with others, in place of those that a request makes only for this: the interface
    /// that a machine has from its beginning will often do.
    private mutating func withOtherThings(
        _ exchanges: [RecordedExchange], _ wanted: String
    ) async throws -> [RecordedExchange] {
        var best = exchanges
        for index in exchanges.indices.dropFirst().dropLast().reversed() {
            guard let path = best[index].answer.content.flatMap(Self.paths)?.last else { continue }
            let others = best.prefix(index).flatMap { $0.answer.content.map(Self.paths) ?? [] }
            for other in others where other != path && Self.isAlike(other, path) && tried < tries {
                var candidate = best
                candidate.remove(at: index)
                for later in candidate.indices.suffix(from: index)
                where candidate[later].request.path.hasPrefix(path) {
                    let rest = candidate[later].request.path.dropFirst(path.count)
                    candidate[later].request.path = other + rest
                }
                guard let found = try await play(candidate, wanted) else { continue }
                best = found
                break
            }
        }
        return best
    }

    /// Where things of an answer are, below the API's root; that of the whole answer last.
    private static func paths(of content: JSON) -> [String] {
        let inner = (content.members?.map(\.value) ?? content.elements ?? []).flatMap(paths)
        guard let uri = content["resource_uri"]?.text, let root = uri.range(of: "/api/2.0/") else { return inner }
        return inner + [String(uri[root.upperBound...])]
    }

    /// True for two of a kind on the same machine, if they are on one.
    private static func isAlike(_ one: String, _ other: String) -> Bool {
        let (a, b) = (one.split(separator: "/"), other.split(separator: "/"))
        return a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || Int($0) != nil && Int($1) != nil }
    }

    /// The same with fewer requests before the last one.
    private mutating func withoutSteps(
        _ exchanges: [RecordedExchange], _ wanted: String
    ) async throws -> [RecordedExchange] {
        var best = exchanges
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
        return best
    }

    /// The same with fewer parameters in one of its requests, and sent as is usual where that will do.
    private mutating func withoutParameters(
        _ exchanges: [RecordedExchange], at index: Int, _ wanted: String
    ) async throws -> [RecordedExchange] {
        var best = exchanges
        var plainer = best
        plainer[index].request.sender = .admin
        plainer[index].request.signature = nil
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
            let needed = kept(request).union(["op"])
            let own = request.query.indices.filter { request.query[$0].name != "op" }
            if field < own.count {
                guard !needed.contains(request.query[own[field]].name) else {
                    field += 1
                    continue
                }
                candidate[index].request.query.remove(at: own[field])
            } else if case .form(var pairs) = request.body, field - own.count < pairs.count {
                guard !needed.contains(pairs[field - own.count].name) else {
                    field += 1
                    continue
                }
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
        for exchange in exchanges {
            last = try await sequence.ask(known.request(exchange.request))
            guard let answer = last?.left else { break }
            var comparison = AnswerComparison(known)
            comparison.compare(exchange.answer, answer, exchange.request)
            known = comparison.known
        }
        _ = try await sequence.remove()
        guard let last, sequence.exchanges.count == exchanges.count, key(last) == wanted else {
            return nil
        }
        return sequence.exchanges
    }
}
