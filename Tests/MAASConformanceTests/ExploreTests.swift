import Foundation
import HTTPServer
import MAASEmulator
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
        let (first, second) = (try await left.everything(), try await right.everything())
        #expect(Set(first).symmetricDifference(before.0) == [])
        #expect(Set(second).symmetricDifference(before.1) == [])
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

    /// Every operation of every version is asked, or left alone for a reason.
    @Test func whatIsNotAskedHasAReason() async throws {
        var named: Set<String> = []
        for version in [MAASEmulator.MAASVersion.v3_4, .v3_7, .v3_8, .v4_0] {
            let emulated = try Emulated(version: version)
            let request = RecordedRequest(method: "GET", path: "describe/", sender: .nobody)
            let description = try #require(try await request.send(to: emulated.target)?.content)
            let operations = ExploredOperation.all(in: description, root: "")
            let values = ValueGenerator(prefix: "x", networks: [], random: SeededGenerator(seed: 1))
            let generator = StepGenerator(
                operations, .init(hasUser: true, isBetweenEmulators: true), values: values,
                random: SeededGenerator(seed: 1))
            let asked = Set(generator.asked.map(\.name))
            let all = Set(operations.map(\.name))
            #expect(all.subtracting(asked).subtracting(ExploreTable.leftOut.keys) == [], "\(version): no reason")
            #expect(asked.isDisjoint(with: ExploreTable.leftOut.keys))
            named.formUnion(all)
        }
        #expect(Set(ExploreTable.leftOut.keys).subtracting(named) == [], "no version has them")
        #expect(Set(ExploreTable.templates.keys).subtracting(named) == [], "no version has them")
        #expect(ExploreTable.leftOut.values.allSatisfy { $0.count > 20 })
    }

    /// Only what is chosen counts: what is needed for it is made besides.
    @Test func aLongPlanIsSharedAsClientsShareTheirRequests() async throws {
        let emulated = try Emulated()
        let request = RecordedRequest(method: "GET", path: "describe/", sender: .nobody)
        let description = try #require(try await request.send(to: emulated.target)?.content)
        let operations = ExploredOperation.all(in: description, root: "")
        var counts: [ClientShare: Int] = [:]
        var manners: [ClientManner: Int] = [:]
        let (sequences, steps) = (60, 300)
        for seed in 0..<UInt64(sequences) {
            let values = ValueGenerator(prefix: "x", networks: [], random: SeededGenerator(seed: seed))
            var generator = StepGenerator(operations, .init(), values: values, random: SeededGenerator(seed: seed))
            manners[generator.manner, default: 0] += 1
            for _ in 0..<steps {
                let operation = generator.chosen()
                counts[ClientShare(try #require(operation)), default: 0] += 1
            }
        }
        for share in ClientShare.allCases {
            let part = Double(counts[share] ?? 0) / Double(sequences * steps)
            #expect(abs(part - share.share) < 0.015, "\(share): \(part), not \(share.share)")
        }
        for manner in ClientManner.allCases {
            #expect((4...20).contains(manners[manner] ?? 0), "\(manner): \(manners[manner] ?? 0) of \(sequences)")
        }
    }

    /// Each client's way of writing is understood, and means the same.
    @Test(arguments: ClientManner.allCases) func clientsWriteTheirOwnWay(manner: ClientManner) async throws {
        let emulated = try Emulated()
        func send(_ path: String, _ op: String?, _ pairs: [RecordedPair]) async throws -> RecordedAnswer {
            var request = RecordedRequest(method: "POST", path: path)
            if let op { request.query = [RecordedPair("op", op)] }
            manner.write(pairs, op: op, &request)
            return try #require(try await request.send(to: emulated.target))
        }
        #expect(try await send("tags/", nil, [.init("name", "t"), .init("comment", "a b+ü")]).status == 200)
        let made = try await send(
            "machines/", nil,
            [
                .init("architecture", "amd64/generic"), .init("mac_addresses", "02:00:00:00:00:01"),
                .init("power_type", "manual"), .init("commission", "false"), .init("hostname", "m"),
            ])
        let id = try #require(made.content?["system_id"]?.text, "\(made)")
        #expect(try await send("tags/t/", "update_nodes", [.init("add", id)]).content?["added"] == .int(1))
        #expect(try await send("machines/\(id)/", "commission", []).content?["status_name"] == .string("Commissioning"))
    }

    /// What a setting was is put back, and so is everything else that is no thing.
    @Test func settingsAreAsTheyWere() async throws {
        let (left, right) = (try Emulated(), try Emulated())
        func settings(_ emulated: Emulated) async throws -> [String] {
            var values: [String] = []
            for setting in ExploreTable.settings {
                let query = [RecordedPair("op", "get_config"), RecordedPair("name", setting.name)]
                let answer = try await RecordedRequest(method: "GET", path: "maas/", query: query).send(
                    to: emulated.target)
                // One that was never set says the same as an empty one.
                let value = answer?.content ?? .null
                values.append("\(setting.name) \(value == .null ? "" : value.plain)")
            }
            return values
        }
        let before = try await settings(left)
        var options = Explorer.Options()
        options.only = ["* maas/*"].map(CasePattern.init)
        (options.seed, options.sequences, options.steps) = (11, 4, 40)
        let report = try await Explorer(left.target, right.target, options: options).run { _ in }
        #expect(
            report.findings.isEmpty && report.leftovers.isEmpty, "\(report.findings.map(\.key)) \(report.leftovers)")
        #expect(report.counts.operations["POST maas/ set_config", default: 0] > 40)
        for emulated in [left, right] {
            let after = try await settings(emulated)
            #expect(after == before, "\(Set(after).symmetricDifference(before))")
        }
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
        // One that holds only beside a word of the same object.
        var rules = KnownDifferences()
        try rules.add(
            text: #"[{"place": "*owner*", "beside": {"status_name": "Broken"}, "reason": "r"}]"#, file: "known.json")
        let answer = try JSON(
            parsing: #"[{"status_name": "Ready", "owner": "a"}, {"status_name": "Broken", "owner_data": {"a": "b"}}]"#)
        for (place, reason) in [("0.owner", nil), ("1.owner_data.a", "r"), ("2.owner", nil)] {
            let one = [LeafDifference(place: place, kind: .value, left: .string("a"), right: nil)]
            #expect(rules.reasons("GET machines/", one, answer, nil) == [reason], "\(place)")
        }
    }
}
