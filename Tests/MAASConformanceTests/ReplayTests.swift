import Foundation
import HTTPServer
import MAASClient
import Synchronization
import Testing

@testable import MAASConformance

/// What the recorder in front of one region writes, played on another one.
@Suite struct ReplayTests {
    /// Lines as the recorder writes them.
    private final class Lines: Sendable {
        private let lines = Mutex("")
        var text: String { lines.withLock { $0 } }
        func append(_ line: String) { lines.withLock { $0 += line } }
    }

    /// Records what `body` does with a client of the recorder.
    private static func record(
        _ emulated: Emulated, _ body: (MAASTarget) async throws -> Void
    ) async throws -> String {
        let lines = Lines()
        let proxy = try await RecordingProxy.start(emulated.target, .init(listen: "127.0.0.1:0")) { lines.append($0) }
        // Any key will do: the recorder signs with its own. The user's is the user's all the same.
        let userKey = emulated.target.userKey.map { "\($0.consumerKey):\($0.tokenKey):\($0.secrets[0])" }
        try await body(
            try MAASTarget(
                url: proxy.endpoint, key: "any:other:key", userKey: userKey, clock: emulated.target.clock))
        proxy.stop()
        return lines.text
    }

    /// The cases of the suite, as a client.
    private static func suite(_ pattern: String, on target: MAASTarget) async throws {
        var options = RunOptions()
        options.profiles = [.all]
        options.mayWrite = true
        options.only = [CasePattern(pattern)]
        options.parallel = 1
        let summary = try await Runner(
            catalog: try CaseCatalog.builtIn(), target: .maas(target), options: options
        ).run { _ in }
        for result in summary.results where result.outcome.isBad {
            Issue.record("\(result.item.id): \(result.outcome.reasons)")
        }
    }

    private static func replay(
        _ text: String, on emulated: Emulated
    ) async throws -> RunSummary {
        try await Replayer(target: emulated.target).run(try Recording(text: text, file: "recorded")) { _ in }
    }

    @Test func aRecordingOfTheSuiteIsTheSameOnAFreshRegion() async throws {
        let text = try await Self.record(try Emulated()) { try await Self.suite("network.*", on: $0) }
        let recording = try Recording(text: text, file: "recorded")
        #expect(recording.count > 150, "\(recording.count)")
        let fresh = try Emulated()
        let before = try await fresh.everything()
        // Twice: what a replay makes is removed at its end.
        for _ in 0..<2 {
            let summary = try await Self.replay(text, on: fresh)
            for result in summary.results where result.outcome.isBad {
                Issue.record("\(result.item.title): \(result.outcome.reasons)")
            }
            #expect(summary.isGood && summary.verdict == .alike(summary.count("passed")), "\(summary.leftovers)")
            if !summary.isGood { break }
        }
        #expect(try await fresh.everything() == before)
    }

    private static let zones: @Sendable (MAASTarget) async throws -> Void = { target in
        let client = target.client()
        _ = try await client.send(APICall("POST", "zones/", form: ["name": "east", "description": "d {x}"]))
        _ = try await client.send(APICall("GET", "zones/east/"))
        let fabric = try JSON(
            parsing: try await client.send(APICall("POST", "fabrics/", form: ["name": "f-east"])).body)
        _ = try await client.send(APICall("GET", "fabrics/\(fabric["id"]?.plain ?? "")/vlans/"))
        _ = try await client.send(APICall("PUT", "fabrics/\(fabric["id"]?.plain ?? "")/", form: ["class_type": "10g"]))
        _ = try await client.send(APICall("GET", "zones/"))
        _ = try await client.send(APICall("DELETE", "zones/east/"))
        do { _ = try await client.send(APICall("GET", "zones/east/")) } catch let error as MAASError
            where error.isNotFound
        {}
    }

    /// `REPLAY_REQUESTS=1000` for a figure; fewer will do every day.
    @Test func manyRequestsAreReplayed() async throws {
        let real = try Emulated()
        let rounds = (Int(ProcessInfo.processInfo.environment["REPLAY_REQUESTS"] ?? "") ?? 160) / 4
        let text = try await Self.record(real) { target in
            let client = target.client()
            for number in 0..<rounds {
                _ = try await client.send(APICall("POST", "zones/", form: ["name": "z\(number)"]))
                _ = try await client.send(APICall("GET", "zones/z\(number)/"))
                _ = try await client.send(APICall("PUT", "zones/z\(number)/", form: ["description": "\(number)"]))
                _ = try await client.send(APICall("DELETE", "zones/z\(number)/"))
            }
        }
        let begun = ContinuousClock.now
        let summary = try await Self.replay(text, on: try Emulated())
        print("replayed \(summary.results.count) requests in \(ContinuousClock.now - begun)")
        #expect(summary.verdict == .alike(4 * rounds), "\(summary.verdict)")
    }

    @Test func aDifferenceIsReportedWithBothAnswers() async throws {
        let text = try await Self.record(try Emulated(), Self.zones)
        let wrong = try Emulated { request, respond in
            var response = respond(request)
            let body = String(decoding: response.body, as: UTF8.self)
            response.body = Array(body.replacing("\"class_type\": \"10g\"", with: "\"class_type\": \"1g\"").utf8)
            return response
        }
        let page = Lines()
        let report = HTMLRecorder(write: page.append)
        let summary = try await Replayer(target: wrong.target).run(
            try Recording(text: text, file: "recorded"), report.record)
        #expect(summary.verdict == .differs(1, of: 8))
        let bad = try #require(summary.results.first { $0.outcome.isBad })
        #expect(bad.outcome.reasons == ["class_type is \"1g\", was \"10g\""])
        #expect(
            page.text.contains(
                "<tr class=\"differs\"><td>  class_type: &quot;10g&quot;</td><td>  class_type: &quot;1g&quot;</td></tr>"
            )
        )
        #expect(page.text.components(separatedBy: "class=\"differs\"").count == 2)
    }

    @Test func aRecordingIsACase() async throws {
        let text = try await Self.record(try Emulated(), Self.zones)
        let file = try Recording(text: text, file: "recorded").asCase(named: "East side")
        #expect(file.contains("\"{prefix}east\"") && file.contains("\"v1\": \"id\"") && file.contains("d {{x}}"))
        let catalog = try CaseCatalog([]).adding(text: file, file: "east.json")
        #expect(catalog.cases.map(\.id) == ["inventory.recorded.east-side"])
        let emulated = try Emulated()
        let before = try await emulated.everything()
        let summary = try await emulated.run(catalog)
        #expect(summary.results.map(\.outcome) == [.passed], "\(file)")
        #expect(try await emulated.everything() == before)
    }

    @Test func anUploadThatWasRecordedIsACase() async throws {
        let text = try await Self.record(try Emulated()) { target in
            var upload = APICall("POST", "files/", form: ["filename": "notes"])
            upload.files = [FilePart("file", filename: "notes.txt", content: Data("one\ntwo".utf8))]
            _ = try await target.client().send(upload)
        }
        let file = try Recording(text: text, file: "recorded").asCase(named: "Notes")
        #expect(file.contains("\"filename\": \"notes.txt\"") && file.contains("\"text\": \"one\\ntwo\""), "\(file)")
        let summary = try await Emulated().run(try CaseCatalog([]).adding(text: file, file: "notes.json"))
        #expect(summary.results.map(\.outcome) == [.passed], "\(file)")
    }

    @Test func theRecorderComparesAsItGoesOn() async throws {
        let lines = Lines()
        let (first, second) = (try Emulated(), try Emulated())
        // Ids of the second are others.
        _ = try await second.target.client().send(APICall("POST", "fabrics/", form: ["name": "before"]))
        let proxy = try await RecordingProxy.start(first.target, .init(listen: "127.0.0.1:0")) { lines.append($0) }
        async let result = proxy.compare(against: second.target, .init()) { _ in }
        try await Self.zones(try MAASTarget(url: proxy.endpoint, key: "any:other:key"))
        proxy.stop()
        let summary = try await result
        for item in summary.results where item.outcome.isBad {
            Issue.record("\(item.item.title): \(item.outcome.reasons)")
        }
        #expect(summary.verdict == .alike(8))
        #expect(try Recording(text: lines.text, file: "recorded").count == 8)
    }

    @Test func aReplaySendsNothingButGETUnlessItMay() async throws {
        let text = try await Self.record(try Emulated(), Self.zones)
        let live = try Emulated(isLive: true)
        await #expect(throws: TargetError.self) { try await Self.replay(text, on: live) }
    }
}
