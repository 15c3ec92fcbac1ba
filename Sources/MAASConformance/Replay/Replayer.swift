import Foundation

/// Plays a recording on an endpoint and holds the answers against the recorded ones.
public struct Replayer: Sendable {
    /// What a replay does besides sending and comparing.
    public struct Options: Sendable {
        /// Whether anything but GET may be sent to an endpoint that is not the emulator.
        public var mayWrite = false
        /// Whether what the replay made is removed at the end.
        public var cleansUp = true
        /// Seconds that it waits for what the recorded client waited for by asking again.
        public var patience = 60

        /// What `maas-conformance replay` does without flags.
        public init() {}
    }

    private let target: MAASTarget
    private let options: Options

    /// A replay that has not started yet.
    public init(target: MAASTarget, options: Options = Options()) { (self.target, self.options) = (target, options) }

    /// Plays a recording, one exchange after the other.
    /// - Throws: `TargetError` when the target cannot be asked at all, or may not be.
    public func run(_ recording: Recording, _ emit: (RunEvent) -> Void) async throws -> RunSummary {
        let (exchanges, end) = AsyncStream.makeStream(of: RecordedExchange.self)
        for exchange in recording.exchanges { end.yield(exchange) }
        end.finish()
        let onlyReads = recording.exchanges.allSatisfy { $0.request.method == "GET" }
        return try await run(
            exchanges, of: recording.header, count: recording.count, mayWrite: options.mayWrite || onlyReads, emit)
    }

    /// Plays exchanges as they come. Each is played once the next one is there: who asks the same again was not content
    /// with the answer.
    func run(
        _ exchanges: AsyncStream<RecordedExchange>, of header: Recording.Header, count: Int = 0, mayWrite: Bool,
        _ emit: (RunEvent) -> Void
    ) async throws -> RunSummary {
        let start = ContinuousClock.now
        let info = try await info(header, count: count, mayWrite: mayWrite)
        emit(.started(info))
        var play = Play(target: target, isEmulator: info.isEmulator, patience: options.patience)
        var summary = RunSummary()
        summary.comparesAnswers = true
        var coming = exchanges.makeAsyncIterator()
        var next = await coming.next()
        while let exchange = next, summary.wentAway == nil {
            next = await coming.next()
            if Task.isCancelled {
                summary.interrupted = true
                break
            }
            let item = Case(replaying: exchange.request, number: summary.results.count + 1)
            emit(.caseStarted(item))
            let result = try await play.result(of: item, exchange, isAskedAgain: next?.request == exchange.request)
            summary.results.append(result)
            emit(.caseFinished(result))
            summary.wentAway = play.absence
        }
        if options.cleansUp, summary.wentAway == nil {
            let made = play.made
            // Not in this task, which may be cancelled.
            let sweep = Task { try await made.remove(from: target) }
            summary.leftovers = try await sweep.value
        }
        summary.seconds = (ContinuousClock.now - start).inSeconds
        emit(.finished(summary))
        return summary
    }

    private func info(_ header: Recording.Header, count: Int, mayWrite: Bool) async throws -> RunInfo {
        let probe = Probe(target: target, allowance: Allowance())
        let version = try await probe.version()
        let isEmulator = try await probe.isEmulator()
        guard isEmulator || mayWrite else {
            throw TargetError("\(target.endpoint) is not the emulator: give --write to send it more than GET")
        }
        var info = RunInfo(
            runID: "replay", target: target.endpoint.description, version: version, isEmulator: isEmulator,
            profiles: [], count: count, missing: [])
        info.hints = ["held against \(header.endpoint), MAAS \(header.version), \(header.date)"]
        return info
    }
}

/// What a replay knows after some exchanges.
private struct Play {
    let target: MAASTarget
    let isEmulator: Bool
    let patience: Int
    let redactor: Redactor
    private var known = Correspondence()
    private(set) var made = MadeObjects()
    private(set) var absence: String?

    init(target: MAASTarget, isEmulator: Bool, patience: Int) {
        (self.target, self.isEmulator, self.patience) = (target, isEmulator, patience)
        redactor = Redactor(secrets: target.secrets)
    }

    /// Sends one request and compares its answer.
    /// - Parameter isAskedAgain: the recorded client was not content with this answer and asked the same once more.
    mutating func result(of item: Case, _ exchange: RecordedExchange, isAskedAgain: Bool) async throws -> CaseResult {
        let start = ContinuousClock.now
        if exchange.request.path.hasPrefix("/emulator/"), !isEmulator {
            return CaseResult(
                item: item, outcome: .skipped("the target is not the emulator, whose clock this moves"), seconds: 0,
                exchanges: [])
        }
        let request = known.request(exchange.request)
        try await made.remember(request, on: target)
        var (answer, comparison) = try await attempt(exchange, request)
        let mayWait = exchange.request.method == "GET" && !isAskedAgain && wasAsking
        wasAsking = isAskedAgain
        var pause = Duration.milliseconds(500)
        let begin = target.clock.now
        while mayWait, let first = comparison, !first.differences.isEmpty, target.clock.now - begin < .seconds(patience)
        {
            try await target.clock.sleep(for: pause)
            pause = min(pause * 2, .seconds(10))
            (answer, comparison) = try await attempt(exchange, request)
        }
        let outcome = outcome(exchange, answer, comparison, isAskedAgain)
        if let comparison { known = comparison.known }
        if let answer { made.note(request, answer) }
        var result = CaseResult(
            item: item, outcome: outcome, seconds: (ContinuousClock.now - start).inSeconds,
            exchanges: exchanges(request, answer, whole: outcome.isBad))
        if outcome.isBad, let answer, let comparison {
            result.pair = AnswerPair(
                leftName: "recorded", rightName: "this endpoint", left: redactor.blank(exchange.answer),
                right: redactor.blank(answer), differences: comparison.differences.map(redactor.blank))
        }
        return result
    }

    private var wasAsking = false

    private func attempt(
        _ exchange: RecordedExchange, _ request: RecordedRequest
    ) async throws -> (RecordedAnswer?, AnswerComparison?) {
        guard let answer = try await request.send(to: target) else { return (nil, nil) }
        var comparison = AnswerComparison(known)
        comparison.compare(exchange.answer, answer, exchange.request)
        return (answer, comparison)
    }

    private mutating func outcome(
        _ exchange: RecordedExchange, _ answer: RecordedAnswer?, _ comparison: AnswerComparison?, _ isAskedAgain: Bool
    ) -> Outcome {
        guard let answer, let comparison else {
            return .skipped("sent by a user who is no administrator, and no key of one was given (--user-key)")
        }
        if let problem = answer.problem, exchange.answer.problem == nil, problem.hasPrefix("cannot connect") {
            absence = problem
            return .errored("the target went away: \(problem)")
        }
        if comparison.differences.isEmpty { return .passed }
        if isAskedAgain { return .skipped("the recorded client asked again until the answer was another one") }
        if exchange.request.holdsBlanks, exchange.answer.isGood != answer.isGood {
            return .skipped("a secret that was sent is blanked in the recording")
        }
        return .failed(LeafDifference.sentences(comparison.differences.map(redactor.blank)))
    }

    private func exchanges(_ request: RecordedRequest, _ answer: RecordedAnswer?, whole: Bool) -> [Exchange] {
        let clean = redactor.blank(request)
        var shown = Exchange(
            name: clean.line, request: clean.line, requestBody: "", status: answer?.status ?? 0, headers: [], body: "",
            seconds: 0)
        if whole, let answer = answer.map(redactor.blank) {
            shown.requestBody = clean.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
            shown.headers = answer.headers.map { "\($0.name): \($0.value)" }
            shown.body =
                answer.content?.pretty ?? answer.problem
                ?? { if case .text(let text) = answer.body { text } else { "" } }()
        }
        return [shown]
    }
}

extension RecordedRequest {
    /// True where something secret was sent.
    var holdsBlanks: Bool {
        if case .text(let text, _) = body, text.contains(Redactor.blank) { return true }
        return (fields + query).contains { $0.value.contains(Redactor.blank) } || path.contains(Redactor.blank)
    }
}

extension Case {
    /// One exchange of a recording as reports show it.
    init(replaying request: RecordedRequest, number: Int) {
        let digits = String(number)
        let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        self.init(
            id: "\(request.area.rawValue).replay.\(name)", title: request.line, layer: .wire, area: request.area,
            source: "", writes: request.method != "GET", body: .wire([]))
    }
}

extension RecordedRequest {
    /// The part of the suite that a request belongs to, by its path.
    var area: Area {
        let parts = path.split(separator: "/").map(String.init)
        switch parts.first {
        case "machines", "nodes", "devices":
            return parts.contains("interfaces") ? .interfaces : .machines
        case "vm-hosts", "pods", "vm-clusters", "virtual-machines": return op == "compose" ? .compose : .vmhosts
        case "subnets", "fabrics", "vlans", "spaces", "ipranges", "ipaddresses", "domains", "dnsresources",
            "dnsresourcerecords", "reservedips", "static-routes", "dhcp-snippets", "discovery", "networks":
            return .network
        case "describe", "version", "MAAS": return .protocol
        default: return .inventory
        }
    }
}
