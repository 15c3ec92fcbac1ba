import Foundation
import HTTPServer
import Synchronization
import Testing

@testable import MAASConformance

@Suite("Killed in the middle")
struct KillTests {
    /// The program beside the tests.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("maas-conformance")

    private final class Victim: Sendable {
        private let pid = Mutex<pid_t>(0)
        private let created = Mutex(0)

        func is_(_ id: pid_t) { pid.withLock { $0 = id } }

        /// Kills the program when it has created so many things: the last one at least is still there.
        func count(_ request: HTTPRequest, _ answer: HTTPResponse, _ limit: Int) {
            guard request.method == "POST", answer.status == 200,
                ["zones/", "fabrics/", "machines/", "tags/"].contains(where: request.path.hasSuffix),
                request.query == nil
            else { return }
            let reached = created.withLock { created in
                created += 1
                return created >= limit
            }
            let id = pid.withLock { $0 }
            if reached, id > 0 { kill(id, SIGKILL) }
        }
    }

    @Test("clean removes everything that a killed run left", arguments: [3, 9, 17])
    func killed(limit: Int) async throws {
        let victim = Victim()
        let emulated = try Emulated { request, respond in
            let answer = respond(request)
            victim.count(request, answer, limit)
            return answer
        }
        let before = try await emulated.everything()
        let process = Process()
        process.executableURL = Self.program
        // One case at a time: nothing else may be on its way to the server when the program dies.
        process.arguments = [
            "run", "--parallel", "1", "--only", "compose.*", "--only", "interfaces.link.*", "--only", "network.*",
            "--only", "inventory.*",
        ]
        process.environment = [
            "MAAS_ENDPOINT": emulated.url, "MAAS_APIKEY": try #require(try emulated.region.apiKey(admin: true)),
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        victim.is_(process.processIdentifier)
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationReason == .uncaughtSignal, "it was not killed: \(text)")
        #expect(try await emulated.everything() != before, "nothing was left to clean")
        let runID = try #require(text.firstMatch(of: /run ([a-z0-9]+)/).map { String($0.1) })
        let result = try await Cleaner(maas: emulated.target).clean(runID: runID)
        #expect(result.problems.isEmpty && !result.removed.isEmpty, "\(result.problems)")
        let after = try await emulated.everything()
        #expect(after.filter { !before.contains($0) } == [] && before.filter { !after.contains($0) } == [])
    }

    @Test(
        "whatever a case creates, clean finds it, were the run killed just then", arguments: Area.allCases)
    func everyCase(area: Area) async throws {
        let emulated = try Emulated()
        let before = try await emulated.everything()
        let summary = try await emulated.run(try CaseCatalog.builtIn()) {
            $0.only = [CasePattern(area.rawValue + ".*")]
            $0.runID = "killed"
            $0.cleansUp = false
            // What one case leaves must not be in the way of another.
            $0.parallel = 1
        }
        #expect(summary.results.contains { $0.outcome == .passed })
        let result = try await Cleaner(maas: emulated.target).clean(runID: "killed")
        #expect(result.problems == [])
        let after = try await emulated.everything()
        #expect(after.filter { !before.contains($0) } == [] && before.filter { !after.contains($0) } == [])
    }
}
