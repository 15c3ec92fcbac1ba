import Foundation
import ProgramTesting
import TestSupport
import Testing

/// The scripts that a person types, with programs that are already built or with stand-ins for what they call.
@Suite struct ScriptTests {
    private let files: TemporaryDirectory

    init() throws { files = try TemporaryDirectory() }

    private func script(_ name: String) -> String { Programs.repository.appending(path: "script/\(name)").path }

    /// Writes an executable shell script into a directory.
    private func executable(_ path: String, _ text: String) throws {
        try RunningProgram.filesAreClosed.withLock { _ in
            try "#!/bin/sh\n\(text)\n".write(toFile: path, atomically: true, encoding: .utf8)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    /// A directory with the real emulator and a suite that ends with this status.
    private func programs(suite status: Int) throws -> String {
        let directory = files.file("programs-\(status)")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: "\(directory)/maas-emulator", withDestinationPath: Programs.path("maas-emulator"))
        try executable("\(directory)/maas-conformance", "echo \"suite on $MAAS_ENDPOINT\"; exit \(status)")
        return directory
    }

    private func run(_ arguments: String..., programs: String) throws -> Outcome {
        try Programs.run(script("run"), arguments, environment: ["MAAS_EMULATOR_PROGRAMS": programs])
    }

    @Test func runOnceServesTheLabRunsTheSuiteAndEnds() throws {
        let outcome = try run("--once", "--log", "off", programs: Programs.directory.path)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("endpoint  http://127.0.0.1:"))
        #expect(outcome.output.contains(" passed, 0 failed"))
    }

    @Test func runOnceOverHTTPSTrustsTheCertificate() throws {
        let certificate = try SelfSignedCertificate()
        let outcome = try run(
            "--once", "--listen", "127.0.0.1:0", "--log", "off", "--tls-cert", certificate.certificateFile,
            "--tls-key=\(certificate.keyFile)", programs: Programs.directory.path)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("endpoint  https://127.0.0.1:"))
    }

    @Test(arguments: [1, 2, 64])
    func runOnceEndsWithTheStatusOfTheSuite(status: Int) throws {
        let variables = files.file("maas.env")
        let outcome = try run(
            "--once", "--listen", "127.0.0.1:0", "--env-file=\(variables)", programs: programs(suite: status))
        #expect(outcome.status == .code(Int32(status)))
        #expect(outcome.output.contains("suite on http://127.0.0.1:"))
        #expect(!FileManager.default.fileExists(atPath: variables))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func runKeepsServingUntilItIsInterrupted(signal: Int32) throws {
        let variables = files.file("maas.env")
        let running = try RunningProgram(
            script("run"), ["--listen", "127.0.0.1:0", "--env-file", variables, "--log", "off"],
            environment: ["MAAS_EMULATOR_PROGRAMS": programs(suite: 1)], output: files.file("output"),
            errors: files.file("errors"))
        func errors() -> String { (try? String(contentsOfFile: files.file("errors"), encoding: .utf8)) ?? "" }
        while !errors().contains("keeps serving"), running.endedSoFar() == nil { usleep(10_000) }
        let emulator = try #require(pid_t(try EnvironmentFile.read(variables)["MAAS_EMULATOR_PID"] ?? ""))
        #expect(kill(emulator, 0) == 0)
        running.send(signal)
        #expect(running.wait() == .code(0))
        #expect(kill(emulator, 0) == -1)
        #expect(!FileManager.default.fileExists(atPath: variables))
    }

    @Test func runEndsAsTheEmulatorDoesWhenItCannotServe() throws {
        let real = Programs.directory.path
        #expect(try run("--once", "--listen", "nonsense", programs: real).status == .code(64))
        #expect(try run("--once", "--listen", programs: real).status == .code(64))
        #expect(try run("--once", "--inventory", "/nonexistent.json", programs: real).status == .code(65))
        let taken = try RunningEmulator()
        #expect(try run("--once", "--listen", "127.0.0.1:\(taken.port)", programs: real).status == .code(69))
    }

    @Test func filesAreLookedForWhereTheUserIs() throws {
        _ = try files.write("mine.json", #"{"users": [{"username": "me", "is_superuser": true, "api_key": "a:b:c"}]}"#)
        let outcome = try Programs.run(
            "/bin/sh",
            ["-c", "cd \"$0\" && \"$1\" --once --listen 127.0.0.1:0 --inventory mine.json", files.path, script("run")],
            environment: ["MAAS_EMULATOR_PROGRAMS": programs(suite: 0)])
        #expect(outcome.status == .code(0))
        #expect(outcome.output.contains("a:b:c"))
    }

    // MARK: setup

    /// What the README tells those who have Docker and nothing else, with a stand-in for it.
    @Test func theContainerIsTriedAsTheReadmeSays() throws {
        let readme = try String(contentsOf: Programs.repository.appending(path: "README.md"), encoding: .utf8)
        let lines = readme.matches(of: /(?m)^    (docker compose [^#\n]*[^#\s])/).map { String($0.1) }
        #expect(lines.count == 2)
        let alias = try #require(readme.firstMatch(of: /alias maas-emulator='(?<words>[^']+)'/)).words
        let keys = try #require(readme.firstMatch(of: /(?m)^    maas-emulator (?<words>control keys .*\S) >/)).words
        let emulator = try RunningEmulator("--log", "off", "--control-token", "mine")
        func check(suite status: Int) throws -> (Outcome, calls: [String]) {
            let calls = files.file("calls-\(status)")
            try executable(
                files.file("docker"),
                """
                echo "docker $*" >>'\(calls)'
                case "$*" in *keys*) cat '\(emulator.environmentFile)' ;; esac
                [ "$2" != run ] || exit \(status)
                """)
            let outcome = try Programs.run(
                script("check-container"), [], environment: ["PATH": "\(files.path):/usr/bin:/bin"])
            let text = try String(contentsOfFile: calls, encoding: .utf8)
            return (outcome, text.split(separator: "\n").map(String.init))
        }
        let (good, calls) = try check(suite: 0)
        #expect(good.status == .code(0), "\(good.errors)")
        #expect(calls.starts(with: lines))
        #expect(calls.contains("\(alias) \(keys)"))
        let removal = "docker compose --profile conformance down --volumes"
        #expect(calls.last == removal)
        let (bad, after) = try check(suite: 1)
        #expect(bad.status == .code(1))
        #expect(after.last == removal)
    }

    /// Runs `script/setup` where only the stand-ins, and what any system has, can be found.
    private func setup(_ standIns: [String: String]) throws -> Outcome {
        let directory = files.file("bin")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for tool in ["bash", "sh", "dirname", "sed", "head", "sort", "env"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(directory)/\(tool)", withDestinationPath: "/usr/bin/\(tool)")
        }
        for (name, text) in standIns { try executable("\(directory)/\(name)", text) }
        return try Programs.run("/bin/bash", [script("setup")], environment: ["PATH": directory])
    }

    private let goodSwift = "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'"

    @Test func setupSaysWhenThereIsNoSwift() throws {
        let outcome = try setup([:])
        #expect(outcome.status == .code(1))
        #expect(outcome.errors.contains("No Swift toolchain"))
        #expect(outcome.errors.contains("https://www.swift.org/install/linux/"))
    }

    @Test(arguments: ["5.10", "6.1.3", "6"])
    func setupSaysWhenSwiftIsTooOld(version: String) throws {
        let outcome = try setup(["swift": "echo 'Swift version \(version) (swift-\(version)-RELEASE)'"])
        #expect(outcome.status == .code(1))
        #expect(outcome.errors.contains("Swift \(version) is too old"))
    }

    @Test func setupSaysWhatToInstallWhereThereIsNoApt() throws {
        let outcome = try setup(["swift": goodSwift, "pkg-config": "test \"$2\" != sqlite3", "python3": "true"])
        #expect(outcome.status == .code(1))
        #expect(outcome.errors.contains("Missing here: sqlite3 "))
        #expect(outcome.errors.contains("dnf install"))
    }

    @Test func setupIsContentWithOtherSystemsLibraries() throws {
        let outcome = try setup(["swift": goodSwift, "pkg-config": "true", "python3": "true"])
        #expect(outcome == Outcome(status: .code(0), output: "", errors: ""))
    }

    @Test func setupDoesNothingWhenAllIsThere() throws {
        let outcome = try setup([
            "swift": goodSwift, "dpkg-query": "printf installed", "apt-get": "exit 99", "sudo": "exit 99",
        ])
        #expect(outcome == Outcome(status: .code(0), output: "", errors: ""))
    }

    @Test func setupInstallsWhatIsMissingWithSudoWhenNotRoot() throws {
        let log = files.file("calls")
        let outcome = try setup([
            "swift": goodSwift, "id": "echo 1000", "sudo": "echo \"sudo $*\" >> '\(log)'; exec \"$@\"",
            "dpkg-query": "test \"$4\" = libsqlite3-dev || printf installed",
            "apt-get": "case \"$*\" in update) : > '\(log).updated' ;; *) test -e '\(log).updated' ;; esac",
        ])
        #expect(outcome.status == .code(0), "\(outcome.errors)")
        let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        // Tried at once, then with fresh lists.
        try #require(calls.count == 3)
        for call in [calls[0], calls[2]] {
            #expect(call.hasPrefix("sudo env DEBIAN_FRONTEND=noninteractive apt-get install"))
            #expect(call.hasSuffix(" libsqlite3-dev"))
        }
        #expect(calls[1] == "sudo apt-get update")
    }

    @Test func setupSaysWhatToInstallWhereThereIsNoSudo() throws {
        let outcome = try setup(["swift": goodSwift, "id": "echo 1000", "dpkg-query": "exit 1", "apt-get": "exit 99"])
        #expect(outcome.status == .code(1))
        #expect(outcome.errors.contains("    apt-get install libmicrohttpd-dev libsqlite3-dev libcurl4-openssl-dev"))
    }

    // MARK: lint

    @Test func lintFindsWhatItLooksFor() throws {
        let manager = FileManager.default
        let copy = files.file("copy")
        for directory in ["Sources/MAASClient", "Sources/Unheard", "Tests", "Plugins", "fixtures", ".ci"] {
            try manager.createDirectory(atPath: "\(copy)/\(directory)", withIntermediateDirectories: true)
        }
        try manager.copyItem(atPath: Programs.repository.appending(path: "script").path, toPath: "\(copy)/script")
        for name in [".swift-format", "Package.swift"] {
            try manager.copyItem(atPath: Programs.repository.appending(path: name).path, toPath: "\(copy)/\(name)")
        }
        // Pieced together so that these words do not stand here.
        let bad = ["import MAASEmulator", "", "// TO" + "DO: later", "let a = try" + "! f()", "let  b = 1"]
        let client = "\(copy)/Sources/MAASClient"
        try (bad.joined(separator: "\n") + "\n").write(toFile: "\(client)/Bad.swift", atomically: true, encoding: .utf8)
        try String(repeating: "\n", count: 501).write(toFile: "\(client)/Long.swift", atomically: true, encoding: .utf8)
        try "{".write(toFile: "\(copy)/fixtures/broken.json", atomically: true, encoding: .utf8)
        try executable("\(copy)/script/broken", "if true; then")
        try "true\n".write(toFile: "\(copy)/.ci/run", atomically: true, encoding: .utf8)
        let outcome = try Programs.run("\(copy)/script/lint", [])
        #expect(outcome.status == .code(1))
        for finding in [
            "Bad.swift:1: MAASClient must not import MAASEmulator", "Bad.swift:3:", "Bad.swift:4:", "Bad.swift:5:",
            "Long.swift: 501 lines, more than 500", "fixtures/broken.json: not JSON",
            "script/broken: bash cannot read it", ".ci/run: not executable",
            "Sources/Unheard: script/lint does not know",
        ] {
            #expect(outcome.errors.contains(finding), "\(finding) in \(outcome.errors)")
        }
    }
}
