import Foundation
import HTTPClient
import ProgramTesting
import TestSupport
import Testing

/// The two programs together: the suite run against the emulator.
@Suite struct ConformanceTests {
    private func conformance(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try Programs.run("maas-conformance", arguments, environment: environment)
    }

    /// How many of everything a run creates there are.
    private func inventory(_ emulator: RunningEmulator) async throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for (path, name) in [
            ("machines/", "system_id"), ("zones/", "name"), ("resourcepools/", "name"), ("tags/", "name"),
        ] {
            found[path] = try await emulator.admin("GET", path).list.map { "\($0[name] ?? "")" }.sorted()
        }
        return found
    }

    @Test func theEmulatorConforms() async throws {
        let emulator = try RunningEmulator("--log", "off")
        let before = try await inventory(emulator)
        let files = try TemporaryDirectory()
        let report = files.file("report.xml")
        let variables = emulator.environment.filter { $0.key != "MAAS_EMULATOR_PID" }
        let outcome = try conformance("run", "--report", report, environment: variables)
        #expect(outcome.status == .code(0), "\(outcome.output)")
        #expect(outcome.output.contains(" passed, 0 failed"))
        #expect(outcome.output.contains("The target conforms."))
        let xml = try String(contentsOfFile: report, encoding: .utf8)
        #expect(xml.contains("<testsuite"))
        #expect(!outcome.output.contains(emulator.adminKey))
        #expect(!xml.contains(emulator.adminKey))
        // A run leaves nothing behind.
        #expect(try await inventory(emulator) == before)
        #expect(emulator.stop() == .code(0))
    }

    @Test func theEmulatorConformsWithItsDatabaseInAFile() async throws {
        let files = try TemporaryDirectory()
        let emulator = try RunningEmulator("--log", "off", "--database", files.file("region.sqlite"))
        let outcome = try conformance("run", "--target", emulator.endpoint, "--key", emulator.adminKey)
        #expect(outcome.status == .code(0), "\(outcome.output)")
    }

    @Test func anEmulatorBehindAControlTokenIsKnownAsOne() throws {
        let emulator = try RunningEmulator("--log", "off", "--control-token", "secret")
        let outcome = try conformance(
            "run", "--target", emulator.endpoint, "--key", emulator.adminKey, "--only", "inventory.*")
        #expect(outcome.status == .code(0), "\(outcome.output)")
        #expect(outcome.output.contains("(emulator)"))
        #expect(outcome.output.contains("profile  all"))
    }

    @Test func aDefectEndsWith1() async throws {
        let emulator = try RunningEmulator("--log", "off")
        try await inject(#"{"operation": "TagHandler.read", "status": 200, "body": "{}"}"#, emulator)
        let outcome = try conformance(
            "run", "--target", emulator.endpoint, "--key", emulator.adminKey, "--only", "inventory.tags.*")
        #expect(outcome.status == .code(1), "\(outcome.output)")
        #expect(outcome.output.contains("inventory.tags.not-found"))
    }

    @Test func whatCannotBeReachedEndsWith2() throws {
        let emulator = try RunningEmulator()
        let wrongKey = try conformance("run", "--target", emulator.endpoint, "--key", "a:b:c")
        #expect(wrongKey.status == .code(2))
        #expect(!wrongKey.errors.isEmpty)
        #expect(emulator.stop() == .code(0))
        let gone = try conformance("run", "--target", emulator.endpoint, "--key", emulator.adminKey)
        #expect(gone.status == .code(2))
        #expect(gone.errors.contains(emulator.origin))
        #expect(!gone.errors.contains(emulator.adminKey))
    }

    @Test(arguments: [
        ["run"], ["run", "--target", "http://127.0.0.1:1/MAAS"], ["run", "--targte", "x"],
        ["run", "--timeout", "soon"],
        ["run", "--target", "mock", "--profile", "everything"], ["frobnicate"], ["clean"],
    ])
    func badUsageEndsWith64(arguments: [String]) throws {
        let outcome = try Programs.run("maas-conformance", arguments)
        #expect(outcome.status == .code(64))
        #expect(!outcome.errors.isEmpty)
    }

    @Test func theMockPasses() throws {
        let outcome = try conformance("run", "--target", "mock")
        #expect(outcome.status == .code(0), "\(outcome.output)")
    }

    @Test func anInterruptedRunCleansUpAfterItself() async throws {
        let emulator = try RunningEmulator("--log", "off")
        let before = try await inventory(emulator)
        // The case creates a zone and then waits for it to be read, longer than this test takes.
        let fault = #"{"operation": "ZoneHandler.read", "delay": 3600}"#
        try await inject(fault, emulator)
        let files = try TemporaryDirectory()
        let run = try RunningProgram(
            Programs.path("maas-conformance"),
            [
                "run", "--target", emulator.endpoint, "--key", emulator.adminKey, "--timeout", "3600", "--only",
                "inventory.zones.create-and-delete",
            ],
            output: files.file("output"), errors: files.file("errors"))
        while try await inventory(emulator) == before, run.endedSoFar() == nil {}
        run.send(SIGINT)
        #expect(run.wait() != .code(0))
        #expect(try await inventory(emulator) == before)
    }

    private func inject(_ fault: String, _ emulator: RunningEmulator) async throws {
        let made = try await emulator.client.send(
            .init(
                method: "POST", url: "\(emulator.origin)/emulator/faults",
                headers: ["Content-Type": "application/json"], body: Data(fault.utf8)))
        #expect(made.status < 300, "\(made.text)")
    }
}
