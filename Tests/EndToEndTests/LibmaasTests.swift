import Foundation
import ProgramTesting
import TestSupport
import Testing

/// python-libmaas 0.6.8, as people have it from PyPI, against the built program.
@Suite struct LibmaasTests {
    /// Why the test cannot run here; `nil` when python-libmaas is at hand.
    private static let reason: String? = {
        if FileManager.default.fileExists(atPath: python) { return nil }
        guard run("/usr/bin/env", ["python3", "-m", "venv", environment.path]) == 0 else {
            return "python3 with venv is missing"
        }
        // Its newer dependencies work as well; this is the last release of libmaas itself.
        guard run(environment.appending(path: "bin/pip").path, ["install", "-q", "python-libmaas==0.6.8"]) == 0 else {
            try? FileManager.default.removeItem(at: environment)
            return "python-libmaas cannot be had from PyPI"
        }
        return nil
    }()

    /// Where the programs were built; the virtual environment is kept beside them.
    private static let products: URL = {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: executable).deletingLastPathComponent()
    }()
    private static let environment = products.appending(path: "libmaas-venv")
    private static let python = environment.appending(path: "bin/maas").path

    private static func process(_ path: String, _ arguments: [String], output: FileHandle) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        return process
    }

    private static func run(_ path: String, _ arguments: [String]) -> Int32 {
        let process = process(path, arguments, output: .nullDevice)
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Login by password and by key, lists, creating and deleting a zone, allocate, deploy, release.
    @Test(
        .enabled(if: LibmaasTests.reason == nil, Comment(rawValue: LibmaasTests.reason ?? "")),
        .endsHangs)
    func walk() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "libmaas-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let variables = directory.appending(path: "maas.env")
        let server = Self.process(
            Self.products.appending(path: "maas-emulator").path,
            [
                "serve", "--listen", "127.0.0.1:0", "--clock", "manual", "--log", "off", "--env-file", variables.path,
            ], output: .nullDevice)
        try server.run()
        defer {
            server.terminate()
            server.waitUntilExit()
        }
        while !FileManager.default.fileExists(atPath: variables.path) {
            try #require(server.isRunning, "the emulator did not start")
            usleep(5000)
        }
        let values = try EnvironmentFile.read(variables.path)
        let endpoint = try #require(values["MAAS_ENDPOINT"])
        let key = try #require(values["MAAS_APIKEY"])

        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "libmaas_walk.py").path
        let log = directory.appending(path: "log")
        try Data().write(to: log)
        let client = Self.process(
            Self.environment.appending(path: "bin/python").path, [script, endpoint + "/", key],
            output: try FileHandle(forWritingTo: log))
        try client.run()
        client.waitUntilExit()
        let output = try String(contentsOf: log, encoding: .utf8)
        #expect(client.terminationStatus == 0, "\(output)")
        #expect(output.hasSuffix("released\n"), "\(output)")
    }

    /// The same walk through the recorder, and what it recorded on an emulator that has seen nothing of it.
    @Test(
        .enabled(if: LibmaasTests.reason == nil, Comment(rawValue: LibmaasTests.reason ?? "")),
        .endsHangs)
    func aRecordedWalkIsTheSameOnAFreshEmulator() throws {
        let (first, fresh) = (
            try RunningEmulator("--log", "off", "--clock", "manual"),
            try RunningEmulator("--log", "off", "--clock", "manual")
        )
        let recording = first.files.file("walk.jsonl")
        let recorder = try RunningProgram(
            Programs.path("maas-conformance"),
            [
                "record", "--target", first.endpoint, "--key", first.adminKey, "--listen", "127.0.0.1:0", "--out",
                recording,
            ],
            output: first.files.file("recorder"), errors: first.files.file("recorder-errors"))
        func said() -> String { (try? String(contentsOfFile: first.files.file("recorder"), encoding: .utf8)) ?? "" }
        while !said().contains("stop "), recorder.endedSoFar() == nil { usleep(5000) }
        let endpoint = try #require(said().firstMatch(of: /endpoint +(\S+)/).map { String($0.1) })
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "libmaas_walk.py").path
        let walk = try Programs.run(
            Self.environment.appending(path: "bin/python").path, [script, endpoint + "/", first.adminKey])
        #expect(walk.output.hasSuffix("released\n"), "\(walk.output)\(walk.errors)")
        recorder.send(SIGTERM)
        #expect(recorder.wait() == .code(0))
        let text = try String(contentsOfFile: recording, encoding: .utf8)
        let secret = first.adminKey.split(separator: ":").last.map(String.init) ?? ""
        #expect(!text.contains(secret))
        // Everything went through the recorder, though the description names addresses.
        #expect(text.contains("op\", \"deploy\"") && text.contains("/emulator/clock"))
        let replay = try Programs.run(
            "maas-conformance", ["replay", recording, "--target", fresh.endpoint, "--key", fresh.adminKey])
        #expect(replay.status == .code(0), "\(replay.output)\(replay.errors)")
        #expect(replay.output.contains("A client would not have noticed"))
    }
}
