import Foundation
import LXDService
import MAASClient

/// Runs cases against a target, and tells what happens as it happens.
public struct Runner: Sendable {
    /// What could run.
    public let catalog: CaseCatalog
    /// What it runs against.
    public let target: Target
    /// What of the catalog runs, and how.
    public let options: RunOptions

    /// A run that has not started yet; `run(_:)` may be called several times, each a run with an id of its own.
    public init(catalog: CaseCatalog, target: Target, options: RunOptions = RunOptions()) {
        self.catalog = catalog
        self.target = target
        self.options = options
    }

    /// Runs everything that the options choose. When the calling task is cancelled, the cases under way end, nothing
    /// further starts, and what was created is still removed.
    /// - Throws: `TargetError` when the target cannot be tested at all; `CancellationError` when the task is cancelled
    ///   before the first case, while the target is looked at.
    public func run(_ emit: @escaping @Sendable (RunEvent) -> Void) async throws -> RunSummary {
        let start = ContinuousClock.now
        let surroundings = try await surroundings()
        let target = surroundings.movesClock ? target.movingClock() : target
        let profiles = options.profiles ?? (surroundings.isEmulator || target.maas == nil ? [.all] : [.readOnly])
        let chosen = catalog.cases.filter(isChosen)
        let runID = options.runID ?? RunOptions.newRunID()
        var info = RunInfo(
            runID: runID, target: target.name, version: surroundings.fullVersion,
            isEmulator: surroundings.isEmulator, profiles: profiles.sorted { $0.rawValue < $1.rawValue },
            count: chosen.count,
            missing: surroundings.missing.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                ($0.key, $0.value)
            })
        info.hints = surroundings.hints
        info.vmHosts = [surroundings.vmHost?.name, surroundings.virshHost?.name].compactMap { $0 }
        emit(.started(info))
        let presence = Presence(target)
        let caseRunner = CaseRunner(
            target: target, surroundings: surroundings, profiles: profiles, options: options, runID: runID,
            addresses: AddressPool(surroundings.freeAddresses), emit: emit, presence: presence)
        var summary = RunSummary()
        let numbered = Array(chosen.enumerated()).map { ($0.offset + 1, $0.element) }
        // A case has two small VMs at most at a time, where it shows what a second one meets.
        let room = surroundings.vmHost == nil ? options.parallel : surroundings.vmHostRoom / 2
        summary.results += await caseRunner.run(
            numbered.filter { !$0.1.alone }, parallel: options.parallel, composing: room)
        summary.results += await caseRunner.run(numbered.filter { $0.1.alone }, parallel: 1, composing: 1)
        summary.interrupted = Task.isCancelled
        summary.wentAway = presence.absence
        let ids = Set(chosen.map(\.id))
        summary.notChosen = catalog.cases.count { !ids.contains($0.id) && caseRunner.isDue($0) }
        if options.cleansUp, summary.wentAway == nil, let maas = target.maas,
            summary.results.contains(where: { $0.item.writes && !$0.exchanges.isEmpty })
        {
            // Not in this task, which may be cancelled: what was created is removed all the same.
            let sweep = Task { try await Cleaner(maas: maas).clean(prefix: RunOptions.prefix(runID: runID)) }
            summary.leftovers = try await sweep.value.problems
        }
        summary.seconds = (ContinuousClock.now - start).inSeconds
        emit(.finished(summary))
        return summary
    }

    private func mayWrite(on maas: MAASTarget) -> Bool { options.mayWrite && options.profiles != [.readOnly] }

    private func surroundings() async throws -> Surroundings {
        guard let maas = target.maas else { return .mock }
        var found = try await Probe(
            target: maas, allowance: options.allowance, mayWrite: mayWrite(on: maas)
        ).surroundings()
        if !found.isEmulator, !options.mayDeploy {
            found.missing[.deployments] = "waits until a machine is deployed: give --deploy to allow it"
        }
        return found
    }

    private func isChosen(_ item: Case) -> Bool {
        (options.only.isEmpty || options.only.contains { $0.matches(item.id) })
            && !options.skip.contains { $0.matches(item.id) }
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
