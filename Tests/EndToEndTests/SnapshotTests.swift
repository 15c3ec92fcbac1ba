import Foundation
import ProgramTesting
import Testing

/// The help texts as people see them, kept in Snapshots/. `UPDATE_SNAPSHOTS=1 script/test --filter SnapshotTests` writes
/// them anew after a change that was meant.
@Suite struct SnapshotTests {
    @Test(arguments: [
        ("maas-emulator", []), ("maas-emulator", ["serve"]), ("maas-emulator", ["check"]),
        ("maas-emulator", ["control"]),
        ("maas-emulator", ["coverage"]), ("maas-emulator", ["versions"]), ("maas-conformance", []),
        ("maas-conformance", ["run"]), ("maas-conformance", ["list"]), ("maas-conformance", ["clean"]),
        ("maas-conformance", ["diff"]),
        ("maas-conformance", ["capture"]), ("maas-conformance", ["explore"]), ("maas-conformance", ["record"]),
        ("maas-conformance", ["replay"]),
    ])
    func help(program: String, command: [String]) throws {
        let outcome = try Programs.run(program, command + ["--help"])
        #expect(outcome.status == .code(0))
        #expect(outcome.errors.isEmpty)
        let name = ([program] + command + ["help"]).joined(separator: "-")
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
            try outcome.output.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(outcome.output == (try? String(contentsOf: file, encoding: .utf8)))
    }
}
