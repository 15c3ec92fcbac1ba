import Foundation
import HTTPServer
import Testing

@testable import MAASConformance

@Suite(.serialized) struct ExploreTests {
    private static func explore(
        _ right: Emulated, seed: UInt64, _ change: (inout Explorer.Options) -> Void = { _ in }
    ) async throws -> Explorer.Report {
        var options = Explorer.Options()
        options.seed = seed
        change(&options)
        let left = try Emulated()
        let report = try await Explorer(left.target, right.target, options: options).run { _ in }
        withExtendedLifetime((left, right)) {}
        return report
    }

    @Test func theEmulatorDoesNotDifferFromItself() async throws {
        let (left, right) = (try Emulated(), try Emulated())
        let before = (try await left.everything(), try await right.everything())
        var options = Explorer.Options()
        (options.seed, options.sequences, options.steps) = (19, 4, 40)
        let report = try await Explorer(left.target, right.target, options: options).run { _ in }
        for finding in report.findings { Issue.record("seed 19: \(finding.key): \(finding.sentences)") }
        #expect(report.steps > 150 && report.leftovers.isEmpty, "\(report.line) \(report.leftovers)")
        #expect(try await left.everything() == before.0)
        #expect(try await right.everything() == before.1)
    }

    @Test func aSeedAsksTheSame() async throws {
        func steps() async throws -> String {
            let report = try await Self.explore(try Emulated(), seed: 7) { ($0.sequences, $0.steps) = (2, 20) }
            return report.coverage
        }
        let first = try await steps()
        #expect(try await steps() == first)
    }

    /// Defects, the operations within which they must be found, and how many sequences that may take.
    private static let defects: [(name: String, only: [String])] = [
        ("a field of VM hosts is missing", ["GET vm-hosts/"]),
        ("creating a zone answers 201", ["* zones/*"]),
        ("DELETE answers 200", ["* zones/*"]),
        ("a message is worded otherwise", ["* vm-hosts/*", "POST resourcepools/"]),
        ("plain users may create zones", ["* zones/*"]),
        ("a New machine deploys", ["* machines/*", "POST resourcepools/"]),
        ("an auto link shows a null address", ["* nodes/{system_id}/interfaces/*", "POST *"]),
        ("unknown filters are ignored", ["GET machines/"]),
        ("405 does not say what is allowed", ["* zones/*"]),
        ("nothing is deleted", ["* machines/*", "POST resourcepools/"]),
        ("filters are ignored", ["GET machines/"]),
        ("a wrong signature is accepted", ["GET zones/"]),
    ]

    @Test("a defect is found and shown in at most five requests", arguments: defects)
    func found(name: String, only: [String]) async throws {
        let mutation = try #require(Mutation.all.first { $0.name == name })
        let report = try await Self.explore(try Emulated(tamper: mutation.tamper), seed: 3) { options in
            options.only = only.map(CasePattern.init)
            (options.sequences, options.steps, options.stopsAtFirst) = (30, 40, true)
        }
        let finding = try #require(report.new.first, "seed 3: nothing found: \(report.coverage)")
        #expect(finding.steps <= 5, "\(finding.recording.text)")
        // What was written shows the same when it is played.
        let again = try Recording(text: finding.recording.text, file: "difference")
        #expect(again.exchanges.last?.other != nil)
    }

    @Test func whatIsKnownIsCountedApart() async throws {
        let mutation = try #require(Mutation.all.first { $0.name == "a field of VM hosts is missing" })
        var known = KnownDifferences()
        try known.add(
            text: #"[{"operation": "GET vm-hosts/*", "place": "*pools", "reason": "renamed"}]"#, file: "known.json")
        let report = try await Self.explore(try Emulated(tamper: mutation.tamper), seed: 3) { options in
            options.known = known
            options.only = [CasePattern("GET vm-hosts/*")]
            (options.sequences, options.steps) = (1, 5)
        }
        #expect(report.new.isEmpty && report.findings.first?.known == "renamed", "\(report.findings.map(\.key))")
        #expect(throws: CaseFileError.self) { try known.add(text: #"[{"place": "x"}]"#, file: "known.json") }
    }
}
