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

    private func names(_ emulated: Emulated) async throws -> [String] {
        let client = emulated.target.client()
        var names: [String] = []
        for path in [
            "machines/", "vm-hosts/", "tags/", "subnets/", "fabrics/", "spaces/", "resourcepools/", "zones/",
            "domains/", "devices/", "ipranges/",
        ] {
            let answer = try await client.send(.init("GET", path))
            let objects = try JSON(parsing: answer.body).elements ?? []
            names += objects.map { "\(path)\(($0["hostname"] ?? $0["name"] ?? $0["id"] ?? .null).plain)" }
        }
        return names.sorted()
    }

    @Test("clean removes everything that a killed run left", arguments: [3, 9, 17])
    func killed(limit: Int) async throws {
        let victim = Victim()
        let emulated = try Emulated { request, respond in
            let answer = respond(request)
            victim.count(request, answer, limit)
            return answer
        }
        let before = try await names(emulated)
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
        #expect(try await names(emulated) != before, "nothing was left to clean")
        let runID = try #require(text.firstMatch(of: /run ([a-z0-9]+)/).map { String($0.1) })
        let result = await Cleaner(maas: emulated.target).clean(runID: runID)
        #expect(result.problems.isEmpty && !result.removed.isEmpty, "\(result.problems)")
        let after = try await names(emulated)
        #expect(after.filter { !before.contains($0) } == [] && before.filter { !after.contains($0) } == [])
    }
}
