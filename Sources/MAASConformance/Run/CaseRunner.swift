import Foundation
import MAASClient

/// Runs cases one by one or several at once: skips, deadlines, undoing, outcomes. What it holds is the same for all.
struct CaseRunner: Sendable {
    let target: Target
    let surroundings: Surroundings
    let profiles: Set<Profile>
    let options: RunOptions
    let runID: String
    let addresses: AddressPool
    let emit: @Sendable (RunEvent) -> Void
    let presence: Presence

    /// Runs cases; the results come in the order of the cases.
    /// - Parameters:
    ///   - parallel: how many run at once.
    ///   - composing: how many of these may have VMs on the VM host; one that deploys a VM counts twice, or is the only one.
    func run(_ cases: [(number: Int, item: Case)], parallel: Int, composing: Int) async -> [CaseResult] {
        await withTaskGroup(of: (Int, CaseResult).self) { group in
            var results: [(Int, CaseResult)] = []
            // Those that take longest begin first, beside which all the others are over.
            var waiting = cases.filter(\.item.deploys) + cases.filter { !$0.item.deploys }
            var (running, onHost) = (0, 0)
            while true {
                while running < max(1, parallel),
                    let next = waiting.firstIndex(where: { onHost == 0 || $0.item.room <= max(0, composing - onHost) })
                {
                    let (number, item) = waiting.remove(at: next)
                    running += 1
                    onHost += item.room
                    group.addTask { (number, await run(item, number)) }
                }
                guard let result = await group.next() else { break }
                running -= 1
                onHost -= result.1.item.room
                results.append(result)
            }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func run(_ item: Case, _ number: Int) async -> CaseResult {
        if let reason = reasonToSkip(item) {
            var result = CaseResult(item: item, outcome: .skipped(reason), seconds: 0, exchanges: [])
            result.isOfProfile = item.belongs(to: profiles)
            result.isDue = isDue(item)
            emit(.caseFinished(result))
            return result
        }
        emit(.caseStarted(item))
        let start = ContinuousClock.now
        let context = CaseContext(
            target: target, surroundings: surroundings, prefix: RunOptions.prefix(runID: runID) + "\(number)-",
            number: number, runNumber: Int(runID.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) } & 0xFFFFFF),
            redactor: Redactor(secrets: target.maas?.secrets ?? []), addresses: addresses)
        var outcome = await outcome(of: item, context)
        let problems = await undo(context)
        if case .passed = outcome, !problems.isEmpty { outcome = .failed(problems) }
        if outcome.isBad || !problems.isEmpty, let reason = await presence.reasonOfAbsence() {
            outcome = .errored("the target went away: \(reason)")
        }
        if let deviation = options.deviations.deviation(of: item.id, in: surroundings.version) {
            if case .passed = outcome { outcome = .unexpectedPass(deviation.description) }
            if case .failed = outcome { outcome = .knownDeviation(deviation.description) }
        }
        let redactor = context.redactor
        let exchanges: [Exchange]
        if outcome.isBad {
            let shown = context.exchanges.map { $0.shown(redactor) }
            // Once more: what was learnt to be secret may stand, without its name, in what came before it.
            exchanges = shown.map(redactor.redact)
        } else {
            exchanges = context.exchanges.map { $0.brief(redactor) }
        }
        let result = CaseResult(
            item: item, outcome: outcome.mapReasons { Self.bounded(redactor.redact($0)) },
            seconds: (ContinuousClock.now - start).inSeconds, exchanges: exchanges, observations: context.observations)
        emit(.caseFinished(result))
        return result
    }

    /// How much of a reason is shown: one that quotes an answer could be as long as that.
    private static let longestReason = 4_000

    private static func bounded(_ reason: String) -> String {
        guard reason.count > longestReason else { return reason }
        return "\(reason.prefix(longestReason))… (\(reason.count) characters)"
    }

    /// Why a case does not run here; the first reason that holds.
    private func reasonToSkip(_ item: Case) -> String? {
        if Task.isCancelled { return "the run was interrupted" }
        if presence.isGone { return "the target went away" }
        if target.maas == nil, !item.onMock { return "the mock is no MAAS" }
        if !item.belongs(to: profiles) {
            return "not in profile " + profiles.map(\.rawValue).sorted().joined(separator: ", ")
        }
        if !item.versions.contains(surroundings.version) {
            return "holds for MAAS \(item.versions), the target is \(surroundings.version)"
        }
        if item.writes, target.maas != nil, !surroundings.isEmulator, !options.mayWrite {
            return "creates something: give --write to allow it"
        }
        if !item.onlyReads, target.maas != nil, !surroundings.isEmulator, !options.mayWrite {
            return "sends more than GET, though MAAS is to refuse it: give --write to allow it"
        }
        for need in item.needs {
            if let reason = surroundings.missing[need] { return reason }
        }
        return nil
    }

    /// True when the profile holds the case for this target, whether or not it can run today.
    func isDue(_ item: Case) -> Bool {
        guard item.belongs(to: profiles), item.versions.contains(surroundings.version) else { return false }
        if item.needs.contains(.emulator), !surroundings.isEmulator { return false }
        let ofVMHosts: [Capability] = [.vmHosts, .vmHost, .secondPool, .virshHost]
        return surroundings.missing[.vmHosts] == nil || target.maas == nil
            || !item.needs.contains(where: ofVMHosts.contains)
    }

    private func outcome(of item: Case, _ context: CaseContext) async -> Outcome {
        do {
            try await withDeadline(of: options.timeout + Self.waits(of: item)) {
                try await body(of: item, context)
            }
            return context.failures.isEmpty ? .passed : .failed(context.failures)
        } catch let skipped as CaseSkipped {
            return .skipped(skipped.reason)
        } catch is CaseStopped {
            return .failed(context.failures)
        } catch is Overdue {
            return .failed(context.failures + ["not over after \(options.timeout + Self.waits(of: item)) seconds"])
        } catch is CancellationError {
            return .errored("the run was interrupted")
        } catch let error as Variables.Unknown {
            return .errored(error.description)
        } catch {
            // What the client or the service throws where a case did not expect it is the target's doing.
            return .failed(context.failures + ["\(error)"])
        }
    }

    private func withDeadline(of seconds: Int, _ body: @escaping @Sendable () async throws -> Void) async throws {
        let deadline = options.deadline
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await deadline(seconds)
                throw Overdue()
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Seconds that a case's steps may wait for something to come about.
    private static func waits(of item: Case) -> Int {
        guard case .wire(let steps) = item.body else { return 0 }
        return steps.reduce(0) { $0 + ($1.pollSeconds ?? 0) }
    }

    private func body(of item: Case, _ context: CaseContext) async throws {
        switch item.body {
        case .wire(let steps): try await WireExecutor(context: context, maas: try context.maas()).run(steps)
        case .swift(let body): try await body(context)
        }
    }

    /// Undoes what a case did, in a task of its own, so that neither a time-out nor Ctrl-C keeps it from being done.
    private func undo(_ context: CaseContext) async -> [String] {
        guard options.cleansUp else { return [] }
        let task = Task {
            var problems: [String] = []
            for step in context.takeUndo() {
                do {
                    try await step.action()
                } catch let error as MAASError where error.isNotFound {
                    continue
                } catch {
                    problems.append("cleaning up, \(step.name): \(error)")
                }
            }
            return problems
        }
        return await task.value
    }
}

/// A case took longer than it may.
private struct Overdue: Error {}
