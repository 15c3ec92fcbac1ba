import MAASEmulator
import Testing

@testable import MAASConformance

@Suite("The suite on the emulator", .serialized)
struct WholeSuiteTests {
    @Test("everything passes on the emulator as MAAS 3.7")
    func current() async throws {
        let summary = try await Emulated().run(try CaseCatalog.builtIn())
        expectGood(summary)
        #expect(summary.count("passed") >= 250)
        let skipped = summary.results.filter { $0.outcome.word == "skipped" }.map(\.item.id)
        #expect(skipped == ["protocol.gone.vm-hosts"])
    }

    @Test("what a version has passes there", arguments: [MAASEmulator.MAASVersion.v3_4, .v3_5, .v3_6, .v3_8, .v4_0])
    func versions(version: MAASEmulator.MAASVersion) async throws {
        let summary = try await Emulated(version: version).run(try CaseCatalog.builtIn()) {
            $0.only = [
                "protocol.*", "vmhosts.*", "machines.read.*", "machines.create.*", "network.*", "interfaces.create.*",
                "client.*",
            ]
            .map(CasePattern.init)
        }
        expectGood(summary)
        for result in summary.results {
            if case .skipped(let reason) = result.outcome {
                #expect(
                    reason.hasPrefix("holds for MAAS") || reason.contains("no VM hosts any more"),
                    "\(result.item.id): \(reason)")
            }
        }
    }

    private func expectGood(_ summary: RunSummary) {
        for result in summary.results where result.outcome.isBad {
            Issue.record("\(result.item.id): \(result.outcome.reasons)")
        }
        #expect(summary.isGood, "\(summary.leftovers)")
    }
}
