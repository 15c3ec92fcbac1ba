import Foundation
import MAASClient

/// Looks for differences between two endpoints with sequences of requests that a seed makes.
public struct Explorer: Sendable {
    /// What an exploration does.
    public struct Options: Sendable {
        /// The same seed asks the same of the same endpoints.
        public var seed: UInt64 = 1
        /// Requests of a sequence at most.
        public var steps = 50
        /// How many sequences, each from a clean beginning.
        public var sequences = 20
        /// Only operations of these areas; none: all.
        public var areas: Set<Area> = []
        /// Only operations that match one of these; none: all.
        public var only: [CasePattern] = []
        /// Differences that are expected.
        public var known = KnownDifferences()
        /// How many sequences may be played to shrink one.
        public var shrinkTries = 150
        /// Ends with the first difference that is not known.
        public var stopsAtFirst = false

        /// A thousand requests.
        public init() {}
    }

    /// One way in which the endpoints differ, and the shortest sequence that shows it.
    public struct Finding: Sendable {
        /// Operation and kind of the difference.
        public let key: String
        /// How often it was met.
        public var count: Int
        /// Why it is expected; `nil` when it is not.
        public let known: String?
        /// The sequence, both answers in it.
        public var recording: Recording
        let operation: ExploredOperation
        var differences: [LeafDifference]

        /// Requests of the shrunk sequence.
        public var steps: Int { recording.count }
        /// What differs, in words.
        public var sentences: [String] { LeafDifference.sentences(differences) }
    }

    /// What an exploration came to.
    public struct Report: Sendable {
        /// In the order in which they were found.
        public internal(set) var findings: [Finding] = []
        /// What could not be removed.
        public internal(set) var leftovers: [String] = []
        /// True when the calling task was cancelled.
        public internal(set) var interrupted = false
        /// What was covered, in words.
        public internal(set) var coverage = ""
        var counts = ExploreCoverage()
        /// How long it took.
        public internal(set) var seconds = 0.0
        /// Requests that were sent to each endpoint, shrinking left out.
        public var steps: Int { counts.steps }

        /// Findings that nothing explains.
        public var new: [Finding] { findings.filter { $0.known == nil } }
    }

    let pair: EndpointPair
    let options: Options

    /// - Parameters:
    ///   - left: the endpoint that a difference is measured from.
    ///   - right: the endpoint that is held against it.
    ///   - options: how much is asked, of what, and from which seed.
    public init(_ left: MAASTarget, _ right: MAASTarget, options: Options = Options()) {
        pair = EndpointPair(left: left, right: right)
        self.options = options
    }

    /// Explores, and removes everything that it made, also when the calling task is cancelled.
    /// - Parameter progress: told after each sequence what has come of it so far.
    /// - Throws: `TargetError` when an endpoint cannot be asked.
    public func run(_ progress: (Report) -> Void) async throws -> Report {
        guard pair.left.endpoint != pair.right.endpoint else {
            throw TargetError(
                "both endpoints are \(pair.left.endpoint): what is made on one would be in the other's way")
        }
        let start = ContinuousClock.now
        var exploration = try await Exploration(pair, options)
        do {
            try await exploration.inventory()
            for index in 0..<options.sequences {
                if Task.isCancelled || options.stopsAtFirst && !exploration.report.new.isEmpty { break }
                try await exploration.sequence(index)
                exploration.report.seconds = (ContinuousClock.now - start).inSeconds
                progress(exploration.report)
            }
        } catch is CancellationError {}
        exploration.report.interrupted = Task.isCancelled
        // Not in this task, which may be cancelled.
        let pair = pair
        let prefix = exploration.prefix
        let sweep = Task {
            try await [Cleaner(maas: pair.left), Cleaner(maas: pair.right)].asyncMap {
                try await $0.clean(prefix: prefix).problems
            }
        }
        exploration.report.leftovers = try await sweep.value.flatMap { $0 }
        exploration.report.coverage = exploration.report.counts.sentence(
            of: exploration.operationCount, unasked: exploration.unaskedCount)
        exploration.report.seconds = (ContinuousClock.now - start).inSeconds
        return exploration.report
    }
}

extension Array {
    fileprivate func asyncMap<Other>(_ transform: (Element) async throws -> Other) async rethrows -> [Other] {
        var others: [Other] = []
        for element in self { others.append(try await transform(element)) }
        return others
    }
}
