import Foundation
import HTTPServer
import Synchronization
import Testing

@testable import MAASConformance

@Suite("What a run lets one say")
struct VerdictTests {
    @Test("a run of a part is no verdict on the whole")
    func part() async throws {
        let summary = try await Emulated().run(try CaseCatalog.builtIn()) {
            $0.only = [CasePattern("inventory.zones.list")]
        }
        guard case .part(1, let all) = summary.verdict else {
            Issue.record("\(summary.verdict)")
            return
        }
        #expect(all > 200)
        #expect(summary.isGood && summary.verdict.sentence.contains("only 1 of the \(all) cases"))
    }

    @Test("a plain user's key and a mock run are parts too; a whole profile is not")
    func wholes() async throws {
        let catalog = try CaseCatalog.builtIn()
        let user = try await Emulated(asUser: true).run(catalog) { $0.profiles = [.inventory] }
        #expect(user.verdict.word == "part", "\(user.verdict)")
        let mock = try await Runner(catalog: catalog, target: .mock).run { _ in }
        #expect(mock.verdict.word == "part", "\(mock.verdict)")
        let reads = try await Emulated().run(catalog) { $0.profiles = [.readOnly] }
        #expect(reads.verdict == .conforms, "\(reads.verdict)")
    }

    @Test("a MAAS that is not the emulator is sent GET and nothing else, unless --write is given")
    func onlyGET() async throws {
        let others = Mutex<[String]>([])
        let emulated = try Emulated { request, respond in
            if request.path.hasPrefix("/emulator") { return HTTPResponse(status: 404) }
            if request.method != "GET" { others.withLock { $0.append("\(request.method) \(request.path)") } }
            return respond(request)
        }
        let catalog = try CaseCatalog.builtIn()
        let summary = try await Runner(catalog: catalog, target: .maas(emulated.target)).run { _ in }
        #expect(others.withLock { $0 } == [])
        #expect(summary.count("passed") > 50)
        var options = RunOptions()
        options.profiles = [.all]
        _ = try await Runner(catalog: catalog, target: .maas(emulated.target), options: options).run { _ in }
        #expect(others.withLock { $0 } == [])
    }

    @Test("a target that goes away in mid-run is one line and no failure of MAAS")
    func goneAway() async throws {
        let emulated = try Emulated()
        let text = Mutex("")
        let recorder = Mutex(Unchecked(TextRecorder(write: { line in text.withLock { $0 += line } })))
        let target = emulated.target
        let task = Task {
            try await Runner(catalog: try CaseCatalog.builtIn(), target: .maas(target)).run { event in
                recorder.withLock { $0.recorder.record(event) }
                if case .caseFinished(let result) = event, result.outcome == .passed { emulated.stop() }
            }
        }
        let summary = try await task.value
        #expect(summary.verdict.word == "went away", "\(summary.verdict)")
        #expect(summary.count("failed") == 0)
        #expect(text.withLock { $0 }.contains("The target went away in mid-run: http://127.0.0.1:"))
    }

    @Test("what a case calls its step is filled in before anybody reads it")
    func prefix() async throws {
        let summary = try await Emulated().run(
            try catalog(#"{"request":"GET zones/{prefix}z/","expect":{"status":200}}"#))
        let reasons = summary.results[0].outcome.reasons.joined()
        #expect(reasons.contains("zones/maasct-") && !reasons.contains("{prefix}"), "\(reasons)")
    }

    @Test("cases that fail because no key is asked for come with a hint")
    func withoutAuthentication() async throws {
        let emulated = try Emulated { request, respond in
            if request.headers["Authorization"] == nil, request.query == "op=whoami" {
                return HTTPResponse(status: 200, body: Array("{}".utf8))
            }
            return respond(request)
        }
        let hints = Mutex<[String]>([])
        _ = try await Runner(
            catalog: try catalog(#"{"request":"GET zones/"}"#), target: .maas(emulated.target)
        ).run { event in
            if case .started(let info) = event { hints.withLock { $0 = info.hints } }
        }
        #expect(hints.withLock { $0 }.first?.contains("--auth off") == true)
    }
}

/// Recorders are used by one thread at a time, under the lock around this.
private struct Unchecked: @unchecked Sendable {
    let recorder: TextRecorder
    init(_ recorder: TextRecorder) { self.recorder = recorder }
}
