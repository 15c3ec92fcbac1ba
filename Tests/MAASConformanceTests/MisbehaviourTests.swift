import Foundation
import HTTPServer
import Synchronization
import TestSupport
import Testing

@testable import MAASConformance

/// A server that lets the suite in and then does not do as MAAS does: nothing hangs or ends the process, no secret is
/// shown, and each case says what was wrong.
@Suite("A target that misbehaves", .serialized)
struct MisbehaviourTests {
    @Test("each case fails with its reason", .endsHangs, arguments: Misbehaviour.allCases)
    func everyAnswer(kind: Misbehaviour) async throws {
        let gate = Gate()
        defer { gate.open() }
        let (isIn, spoilt) = (Flag(), Count())
        let emulated = try Emulated(timeout: kind == .hangs ? 0.2 : 150) { request, respond in
            let right = respond(request)
            // That it is there at all is asked without a key.
            let asksWhetherItIsThere = request.path.hasSuffix("/version/") && request.headers["Authorization"] == nil
            guard isIn.isSet, !asksWhetherItIsThere else { return right }
            spoilt.add()
            return kind.answer(request, right: right, gate)
        }
        let (summary, events) = try await run(Self.part(kind), emulated, isIn)
        // Before the server goes, which waits for its threads.
        gate.open()
        #expect(spoilt.value > 20)
        #expect(summary.wentAway == nil)
        for result in summary.results { check(result, kind) }
        #expect(summary.count("failed") > (kind.spoilsEverything ? 20 : 0))
        #expect(!summary.isGood && summary.verdict == .doesNotConform)
        expectNoSecrets(events, emulated)
    }

    @Test("any of it at any request", .endsHangs, arguments: [2, 5])
    func anyRequest(round: Int) async throws {
        let random = Mutex(SeededGenerator())
        let gate = Gate()
        defer { gate.open() }
        let (isIn, spoilt) = (Flag(), Count())
        let kinds = Misbehaviour.allCases.filter { $0 != .hangs }
        let emulated = try Emulated { request, respond in
            let right = respond(request)
            let asksWhetherItIsThere = request.path.hasSuffix("/version/") && request.headers["Authorization"] == nil
            guard isIn.isSet, !asksWhetherItIsThere else { return right }
            let kind = random.withLock {
                Int.random(in: 0..<4, using: &$0) == 0 ? kinds.randomElement(using: &$0) : nil
            }
            guard let kind else { return right }
            spoilt.add()
            return kind.answer(request, right: right, gate)
        }
        let before = try await emulated.everything()
        let (summary, events) = try await run(Self.part(round), emulated, isIn)
        #expect(spoilt.value > 10)
        for result in summary.results {
            #expect(result.outcome.word != "error", "\(result.item.id): \(result.outcome)")
        }
        expectNoSecrets(events, emulated)
        // What the faults kept the run from removing is removed once the server is well again.
        isIn.unset()
        let cleaned = try await Cleaner(maas: emulated.target).clean(prefix: RunOptions.anyPrefix)
        let left = try await emulated.everything().filter { $0.contains("maasct-") && !before.contains($0) }
        #expect(left == [], "\(cleaned.problems)")
    }

    @Test(
        "tools that read a whole region say that they could not",
        arguments: Misbehaviour.allCases.filter(\.spoilsEverything))
    func tools(kind: Misbehaviour) async throws {
        let gate = Gate()
        defer { gate.open() }
        let isIn = Flag()
        let emulated = try Emulated(timeout: kind == .hangs ? 0.2 : 150) { request, respond in
            let right = respond(request)
            return isIn.isSet ? kind.answer(request, right: right, gate) : right
        }
        isIn.set()
        let target = emulated.target
        let error = await #expect(throws: (any Error).self) { try await RegionCapture(target).fixture() }
        let text = target.redact("\(error.map { "\($0)" } ?? "")")
        for secret in Self.pieces(target) + ["planted-"] { #expect(!text.contains(secret)) }
        defer { withExtendedLifetime(emulated) { gate.open() } }
        let probe = await #expect(throws: TargetError.self) {
            try await Runner(catalog: try CaseCatalog.builtIn(), target: .maas(target)).run { _ in }
        }
        for secret in Self.pieces(target) { #expect("\(probe.map { "\($0)" } ?? "")".contains(secret) == false) }
    }

    /// One case in eight: all cases with all misbehaviours take minutes, and find what a part finds.
    private static func part(_ number: Int) throws -> CaseCatalog {
        let cases = try CaseCatalog.builtIn().cases
        return try CaseCatalog(cases.enumerated().filter { $0.offset % 8 == number % 8 }.map(\.element))
    }

    /// Besides, those that notice a wrong type, which are few.
    private static func part(_ kind: Misbehaviour) throws -> CaseCatalog {
        let some = try part(Misbehaviour.allCases.firstIndex(of: kind) ?? 0)
        guard kind == .forgetsToSayWhatItIs else { return some }
        let noticing = try CaseCatalog.builtIn().cases.filter { item in
            guard case .wire(let steps) = item.body else { return false }
            return steps.contains { $0.expect.type != nil }
        }
        let ids = Set(some.cases.map(\.id))
        return try CaseCatalog(some.cases + noticing.filter { !ids.contains($0.id) })
    }

    private func run(
        _ catalog: CaseCatalog, _ emulated: Emulated, _ isIn: Flag
    ) async throws -> (RunSummary, [RunEvent]) {
        let events = Mutex<[RunEvent]>([])
        var options = RunOptions()
        options.profiles = [.all]
        options.mayWrite = true
        options.parallel = 8
        let summary = try await Runner(catalog: catalog, target: .maas(emulated.target), options: options).run {
            event in
            if case .started = event { isIn.set() }
            events.withLock { $0.append(event) }
        }
        return (summary, events.withLock { $0 })
    }

    private func check(_ result: CaseResult, _ kind: Misbehaviour) {
        let id = result.item.id
        switch result.outcome {
        case .failed(let reasons):
            #expect(!reasons.isEmpty && reasons.allSatisfy { !$0.isEmpty }, "\(id)")
            #expect(reasons.allSatisfy { $0.count < 5_000 }, "\(id): reasons of \(reasons.joined().count) characters")
        case .skipped(let reason): #expect(!reason.isEmpty, "\(id)")
        case .errored(let reason): Issue.record("\(id) is the suite's own fault: \(reason)")
        default:
            // Who signs nothing, or asks no MAAS, is not misled.
            let misled = result.exchanges.contains { !$0.request.contains("/version/") }
            #expect(!kind.spoilsEverything || !misled, "\(id): \(result.outcome)")
        }
    }

    private func expectNoSecrets(_ events: [RunEvent], _ emulated: Emulated) {
        for (format, text) in SecrecyTests.written(events) {
            for secret in Self.pieces(emulated.target) + ["planted-"] {
                #expect(!text.contains(secret), "\(format) shows \(secret.prefix(8))…")
            }
        }
    }

    /// Enough of each secret to tell that it was shown; the lab's end in zeros, as sizes do.
    private static func pieces(_ target: MAASTarget) -> [String] { target.secrets.map { String($0.prefix(14)) } }
}

/// Whether the suite is in; before that every answer is right.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
    func unset() { value.store(false, ordering: .relaxed) }
}

private final class Count: Sendable {
    private let number = Atomic<Int>(0)
    var value: Int { number.load(ordering: .relaxed) }
    func add() { number.add(1, ordering: .relaxed) }
}
