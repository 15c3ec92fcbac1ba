import Foundation
import ProgramTesting
import TestSupport
import Testing

/// What the suite's program does besides a run: clean, capture, diff, known deviations.
@Suite struct ConformanceToolTests {
    private func conformance(_ emulator: RunningEmulator, _ command: String, _ more: String...) throws -> Outcome {
        try Programs.run(
            "maas-conformance", [command, "--target", emulator.endpoint, "--key", emulator.adminKey] + more)
    }

    @Test func aCaptureThatIsServedDoesNotDiffer() throws {
        let live = try RunningEmulator("--log", "off")
        let fixture = live.files.file("captured.json")
        #expect(try conformance(live, "capture", "--out", fixture).status == .code(0))
        let text = try String(contentsOfFile: fixture, encoding: .utf8)
        for secret in [live.adminKey, "power_pass", "BEGIN CERTIFICATE", "PRIVATE KEY"] {
            #expect(!text.contains(secret))
        }
        let checked = try Programs.run("maas-emulator", ["check", fixture])
        #expect(checked.status == .code(0), "\(checked.errors)")
        let copy = try RunningEmulator("--log", "off", "--inventory", fixture)
        // What happened in a region is none of its inventory: a fixture has no events and no logs of installations.
        let diff = try conformance(
            live, "diff", "--target", copy.endpoint, "--key", copy.adminKey, "--skip", "events/*", "--skip",
            "installation-results/*")
        #expect(diff.status == .code(0), "\(diff.output)")
        #expect(diff.output.contains(" requests, 0 differences"))
        // The copy is as good a MAAS as the region that it was taken from.
        let run = try conformance(copy, "run", "--profile", "read-only")
        #expect(run.status == .code(0), "\(run.output)")
    }

    @Test func aDifferenceEndsWith1AndNamesItsPlace() async throws {
        let (left, right) = (try RunningEmulator("--log", "off"), try RunningEmulator("--log", "off"))
        #expect(try await right.admin("POST", "zones/", form: ["name": "another"]).status == 200)
        let diff = try conformance(left, "diff", "--target", right.endpoint, "--key", right.adminKey)
        #expect(diff.status == .code(1))
        #expect(diff.output.contains("GET zones/") && diff.output.contains("another"))
    }

    @Test func whatAKilledRunLeftIsCleaned() async throws {
        let emulator = try RunningEmulator("--log", "off")
        let before = try await names(emulator)
        // Zones are created and then never read: the run is in the middle of that when it is killed.
        let fault = #"{"operation": "ZoneHandler.read", "delay": 3600}"#
        let made = try await emulator.client.send(
            .init(
                method: "POST", url: "\(emulator.origin)/emulator/faults",
                headers: ["Content-Type": "application/json"], body: Data(fault.utf8)))
        #expect(made.status < 300, "\(made.text)")
        let files = try TemporaryDirectory()
        let run = try RunningProgram(
            Programs.path("maas-conformance"),
            [
                "run", "--target", emulator.endpoint, "--key", emulator.adminKey, "--timeout", "3600", "--only",
                "inventory.zones.create-and-delete", "--only", "machines.filter.tags",
            ],
            output: files.file("output"), errors: files.file("errors"))
        while try await names(emulator) == before, run.endedSoFar() == nil {}
        run.send(SIGKILL)
        #expect(run.wait() == .signal(SIGKILL))
        let output = try String(contentsOfFile: files.file("output"), encoding: .utf8)
        let runID = try #require(output.firstMatch(of: /run ([a-z0-9]+)\n/).map { String($0.1) })
        let cleaned = try conformance(emulator, "clean", "--run", runID)
        #expect(cleaned.status == .code(0), "\(cleaned.errors)")
        #expect(cleaned.output.contains("removed zone maasct-\(runID)-"))
        #expect(try await names(emulator) == before)
        #expect(try conformance(emulator, "clean", "--all").output == "0 removed\n")
    }

    @Test func aDeviationThatPassesAllTheSameEndsWith1() throws {
        let emulator = try RunningEmulator("--log", "off")
        let file = emulator.files.file("3.7.json")
        try #"[{"case": "inventory.users.whoami", "reason": "nobody is anybody", "link": "https://example.com/1"}]"#
            .write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try conformance(emulator, "run", "--only", "inventory.users.*", "--deviations", file)
        #expect(outcome.status == .code(1))
        #expect(outcome.output.contains("on record as a deviation: nobody is anybody <https://example.com/1>"))
        let wrong = try conformance(emulator, "run", "--deviations", emulator.files.file("none.json"))
        #expect(wrong.status == .code(65))
    }

    private func names(_ emulator: RunningEmulator) async throws -> [String] {
        var found: [String] = []
        for (path, name) in [("machines/", "hostname"), ("zones/", "name"), ("tags/", "name")] {
            found += try await emulator.admin("GET", path).list.map { "\(path)\($0[name] ?? "")" }
        }
        return found.sorted()
    }
}
