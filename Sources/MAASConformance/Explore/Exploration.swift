import Foundation
import MAASClient

/// An exploration under way.
struct Exploration {
    private var pair: EndpointPair
    private let options: Explorer.Options
    let operations: [ExploredOperation]
    private let versions: (left: String, right: String)
    private let networks: TestNetworks
    private var setting = StepGenerator.Setting()
    /// Between emulators whose time stands still, what takes time comes to its end.
    let movesTime: Bool
    private var there = ExploreModel()
    var report = Explorer.Report()
    /// What the names of everything that it makes begin with.
    let prefix: String

    /// How many operations the first endpoint has.
    var operationCount: Int { operations.count }
    /// How many of them are never asked.
    var unaskedCount: Int {
        let none = ValueGenerator(prefix: prefix, networks: [], random: SeededGenerator(seed: 0))
        return operations.count
            - StepGenerator(operations, setting, values: none, random: SeededGenerator(seed: 0)).asked.count
    }

    init(_ pair: EndpointPair, _ options: Explorer.Options) async throws {
        (self.pair, self.options) = (pair, options)
        prefix = RunOptions.prefix(runID: "x" + String(options.seed % 1_000_000, radix: 36))
        versions = (
            try await Probe(target: pair.left, allowance: Allowance()).version(),
            try await Probe(target: pair.right, allowance: Allowance()).version()
        )
        setting.hasUser = pair.left.userKey != nil && pair.right.userKey != nil
        let left = try await Probe(target: pair.left, allowance: Allowance()).isEmulator()
        let right = try await Probe(target: pair.right, allowance: Allowance()).isEmulator()
        setting.isBetweenEmulators = left && right
        let request = RecordedRequest(method: "GET", path: "describe/", sender: .nobody)
        guard let description = try await request.send(to: pair.left)?.content else {
            throw TargetError("\(pair.left.endpoint) does not describe itself")
        }
        operations = ExploredOperation.all(in: description, root: pair.left.endpoint.apiRoot).filter { operation in
            (options.areas.isEmpty || options.areas.contains(operation.area) || Self.isMaker(operation))
                && (options.only.isEmpty || options.only.contains { $0.matches(operation.name) })
        }
        movesTime = try await Self.isTimeStandingStill(pair)
        var taken: [String] = []
        for target in [pair.left, pair.right] {
            let subnets = try await RecordedRequest(method: "GET", path: "subnets/").send(to: target)?.content
            taken += (subnets?.elements ?? []).compactMap { $0["cidr"]?.text }
        }
        networks = TestNetworks(avoiding: taken)
    }

    /// What makes the things that operations of other areas need.
    private static func isMaker(_ operation: ExploredOperation) -> Bool {
        ExploreTable.kinds.contains { $0.maker == operation.name }
    }

    // MARK: What is there

    /// Every list, as it is before anything was made: what is there is learnt by it.
    mutating func inventory() async throws {
        for operation in operations
        where operation.method == "GET" && operation.variables.isEmpty && ExploreTable.leftOut[operation.name] == nil
            && (setting.isBetweenEmulators || !(ExploreTable.templates[operation.name]?.isForEmulators ?? false))
        {
            let request = RecordedRequest(
                method: "GET", path: operation.path, query: operation.op.map { [RecordedPair("op", $0)] } ?? [])
            let step = ExploredStep(operation: operation, variables: [:], request: request, kinds: [:])
            var sequence = ExploredSequence(pair)
            guard let result = try await sequence.ask(request) else { continue }
            pair.known = sequence.known
            report.counts.note(step, result.left)
            if operation.op == nil { there.list(operation.path, result.left.content) }
            if let difference = difference(step, result) { try await note(difference, sequence.exchanges) }
        }
    }

    // MARK: Sequences

    /// One sequence, which ends early where the endpoints have come apart.
    mutating func sequence(_ index: Int) async throws {
        let seed = options.seed &* 1_000_003 &+ UInt64(index)
        let random = SeededGenerator(seed: seed)
        let own = (1...7).map { networks.network(run: Int(seed % 1000), case: index, index: $0) }
        let values = ValueGenerator(
            prefix: "\(prefix)\(index)-", networks: own,
            settings: ExploreTable.settings.filter { $0.isHarmless || setting.isBetweenEmulators },
            registersHosts: setting.isBetweenEmulators,
            random: SeededGenerator(seed: seed ^ 0x5EED))
        var generator = StepGenerator(
            operations, setting, counts: report.counts.operations, values: values, random: random)
        var model = there
        var sequence = ExploredSequence(pair)
        var found: [(difference: Difference, length: Int)] = []
        var failure: (any Error)?
        do {
            for _ in 0..<options.steps {
                try Task.checkCancellation()
                guard let step = generator.next(&model), let result = try await sequence.ask(step.request) else {
                    continue
                }
                report.counts.note(step, result.left)
                model.note(step, result.left)
                if let difference = difference(step, result) { found.append((difference, sequence.exchanges.count)) }
                if found.last?.difference.endsSequence ?? false { break }
                for again in [
                    readAgain(step, result.left, &generator),
                    try await afterwards(step, result.left, &generator, &sequence),
                ].compactMap(\.self) {
                    guard !(found.last?.difference.endsSequence ?? false),
                        let second = try await sequence.ask(again.request)
                    else { continue }
                    report.counts.note(again, second.left)
                    if let difference = difference(again, second) {
                        found.append((difference, sequence.exchanges.count))
                    }
                }
                if found.last?.difference.endsSequence ?? false { break }
            }
        } catch {
            failure = error
        }
        // Shrinking plays it again: nothing of it may be there any more.
        let made = sequence
        let sweep = Task { try await made.remove() }
        _ = try await sweep.value
        if let failure { throw failure }
        for (difference, length) in found { try await note(difference, Array(sequence.exchanges.prefix(length))) }
    }

    /// What was made or changed, as it is read afterwards.
    private func readAgain(
        _ step: ExploredStep, _ answer: RecordedAnswer, _ generator: inout StepGenerator
    ) -> ExploredStep? {
        guard answer.isGood, step.operation.method == "POST" || step.operation.method == "PUT",
            generator.random.chance(40),
            let uri = answer.content?["resource_uri"]?.text, let below = uri.range(of: "/api/2.0/"),
            let operation = operations.first(where: {
                $0.method == "GET" && $0.op == nil && Self.fits(String(uri[below.upperBound...]), $0.path)
            })
        else { return nil }
        let request = RecordedRequest(method: "GET", path: String(uri[below.upperBound...]))
        return ExploredStep(operation: operation, variables: [:], request: request, kinds: [:])
    }

    private static func fits(_ path: String, _ pattern: String) -> Bool {
        let (a, b) = (path.split(separator: "/"), pattern.split(separator: "/"))
        return a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
    }

    // MARK: Differences

    /// One answer that differs.
    private struct Difference {
        let step: ExploredStep
        let key: String
        /// What nothing explains, else what is known.
        let leaves: [LeafDifference]
        let known: String?
        /// The two have come apart: what follows says nothing.
        let endsSequence: Bool
    }

    private func difference(_ step: ExploredStep, _ result: EndpointPair.Result) -> Difference? {
        guard !result.differences.isEmpty else { return nil }
        let name = step.operation.name
        let reasons = options.known.reasons(name, result.differences, result.left.content, result.right.content)
        let news = zip(result.differences, reasons).filter { $0.1 == nil }.map(\.0)
        let leaves = news.isEmpty ? result.differences : news
        return Difference(
            step: step, key: Self.key(name, leaves), leaves: leaves,
            known: news.isEmpty ? reasons.compactMap { $0 }.first : nil,
            endsSequence: result.left.isGood != result.right.isGood || !news.isEmpty)
    }

    /// A way to differ that was not met before is shrunk.
    private mutating func note(_ difference: Difference, _ exchanges: [RecordedExchange]) async throws {
        if let index = report.findings.firstIndex(where: { $0.key == difference.key }) {
            report.findings[index].count += 1
            return
        }
        let (name, rules) = (difference.step.operation.name, options.known)
        var shrunk = Array(exchanges.suffix(1))
        if difference.known == nil, exchanges.count > 1 || !difference.step.request.fields.isEmpty {
            let operations = operations
            var shrinker = Shrinker(
                pair: pair, tries: options.shrinkTries, kept: { Self.kept(in: $0, operations) }
            ) { result in
                let differences = result.differences
                let reasons = rules.reasons(name, differences, result.left.content, result.right.content)
                let own = zip(differences, reasons).filter { $0.1 == nil }.map(\.0)
                return own.isEmpty ? nil : Self.key(name, own)
            }
            shrunk = try await shrinker.shrunk(exchanges, key: difference.key)
        }
        let redactor = Redactor(secrets: pair.left.secrets + pair.right.secrets)
        let about =
            "\(difference.key): \(pair.left.endpoint) MAAS \(versions.left) against \(pair.right.endpoint) "
            + "MAAS \(versions.right)"
        let header = Recording.Header(endpoint: pair.left.endpoint.description, version: versions.left, about: about)
        report.findings.append(
            Explorer.Finding(
                key: difference.key, count: 1, known: difference.known,
                recording: Recording(header: header, exchanges: shrunk.map { $0.blanked(redactor) }),
                operation: difference.step.operation, differences: difference.leaves.map(redactor.blank)))
    }

    /// The parameters of a request that keep it to what the run made.
    private static func kept(in request: RecordedRequest, _ operations: [ExploredOperation]) -> Set<String> {
        var (path, op) = (request.path, request.op)
        if let end = path.range(of: "/op-") {
            (path, op) = (String(path[...end.lowerBound]), String(path[end.upperBound...]))
        }
        let own = operations.filter {
            $0.method == request.method && $0.op == (op == "" ? nil : op) && fits(path, $0.path)
        }
        let parameters = own.flatMap { ExploreTable.templates[$0.name]?.parameters ?? [] }
        return Set(parameters.filter { !$0.mayBeLeftOut }.map(\.name))
    }

    /// Operation and kind: what is told apart.
    private static func key(_ operation: String, _ differences: [LeafDifference]) -> String {
        if let status = differences.first(where: { $0.kind == .status }) {
            return "\(operation): \(status.left?.plain ?? "") → \(status.right?.plain ?? "")"
        }
        var shapes: [String] = []
        for difference in differences where !shapes.contains("\(difference.kind.rawValue) \(difference.shape)") {
            shapes.append("\(difference.kind.rawValue) \(difference.shape)")
        }
        return "\(operation): \(shapes.prefix(3).joined(separator: ", "))"
    }
}
