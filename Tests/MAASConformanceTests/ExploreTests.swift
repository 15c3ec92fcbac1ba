import Foundation
import HTTPServer
import Synchronization
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

    /// `EXPLORE_DEFECTS=all` looks for each of the thirty; a few will do every day.
    private static let defects: [Mutation] = {
        if ProcessInfo.processInfo.environment["EXPLORE_DEFECTS"] == "all" { return Mutation.all }
        let names: Set = [
            "a field of VM hosts is missing", "creating a zone answers 201", "plain users may create zones",
            "unknown filters are ignored", "a New machine deploys",
        ]
        return Mutation.all.filter { names.contains($0.name) }
    }()

    /// The operations among which a defect is looked for, by the cases that notice it.
    private static func operations(_ mutation: Mutation) -> [CasePattern] {
        let pools = "POST resourcepools/"
        let patterns =
            switch mutation.cases.split(separator: ".").first {
            case "interfaces":
                ["* nodes/{system_id}/interfaces/*", "POST subnets/", "POST fabrics/*", "POST machines/", pools]
            case "machines": ["* machines/*", "GET zones/", "GET domains/", pools]
            case "vmhosts", "service": ["* vm-hosts/*", pools]
            case "compose": ["* vm-hosts/*", "GET machines/{system_id}/", pools]
            default: ["* zones/*", "GET machines/"]
            }
        return patterns.map(CasePattern.init)
    }

    @Test("a defect is found and shown in at most five requests", arguments: defects)
    func found(mutation: Mutation) async throws {
        let report = try await Self.explore(try Emulated(tamper: mutation.tamper), seed: 3) { options in
            options.only = Self.operations(mutation)
            (options.sequences, options.steps, options.stopsAtFirst) = (30, 40, true)
        }
        let finding = try #require(report.new.first, "seed 3: nothing found: \(report.coverage)")
        #expect(finding.steps <= 5, "\(finding.recording.text)")
        // What was written is a recording.
        let again = try Recording(text: finding.recording.text, file: "difference")
        #expect(again.exchanges.last?.other != nil)
        print("defect '\(mutation.name)': \(report.steps) requests, shrunk to \(finding.steps): \(finding.key)")
    }

    /// What keeps a request to what the run made is not left out when a sequence is made smaller.
    @Test func aSmallerSequenceTouchesNothingElse() async throws {
        let asked = Mutex<[String]>([])
        let right = try Emulated { request, respond in
            var response = respond(request)
            guard request.query?.contains("op=allocate") == true else { return response }
            let form = String(decoding: request.body, as: UTF8.self)
            asked.withLock { $0.append(form) }
            if response.status == 409 { response.status = 410 }
            return response
        }
        let report = try await Self.explore(right, seed: 5) { options in
            options.only = ["POST machines/ allocate", "POST resourcepools/"].map(CasePattern.init)
            (options.sequences, options.steps, options.stopsAtFirst) = (20, 20, true)
        }
        let finding = try #require(report.new.first { $0.key.hasSuffix("409 → 410") }, "seed 5: \(report.coverage)")
        #expect(finding.steps == 2, "\(finding.recording.text)")
        #expect(asked.withLock { $0.count } > 3)
        for form in asked.withLock({ $0 }) { #expect(form.contains("pool"), "\(form)") }
    }

    @Test func whatIsKnownIsCountedApart() async throws {
        let mutation = try #require(Mutation.all.first { $0.name == "a field of VM hosts is missing" })
        var known = KnownDifferences()
        try known.add(
            text: """
                [{"operation": "GET vm-hosts/*", "place": "*pools", "reason": "renamed"},
                 {"place": "*capabilities", "kind": "value", "reason": "a word of it"}]
                """, file: "known.json")
        let report = try await Self.explore(try Emulated(tamper: mutation.tamper), seed: 3) { options in
            options.known = known
            options.only = [CasePattern("GET vm-hosts/*")]
            (options.sequences, options.steps) = (1, 5)
        }
        #expect(report.new.isEmpty && report.findings.first?.known != nil, "\(report.findings.map(\.key))")
        #expect(throws: CaseFileError.self) { try known.add(text: #"[{"place": "x"}]"#, file: "known.json") }
        // A rule for a part, and one for the whole of what differs.
        let two = [
            LeafDifference(place: "status", kind: .status, left: .int(400), right: .int(200)),
            LeafDifference(place: "name", kind: .added, right: .string("x")),
        ]
        for (whole, reasons) in [(false, ["r", nil]), (true, ["r", "r"])] {
            var rules = KnownDifferences()
            try rules.add(
                text: #"[{"place": "status", "left": "400", "whole": \#(whole), "reason": "r"}]"#, file: "known.json")
            #expect(rules.reasons("GET x/", two) == reasons)
        }
    }
}
