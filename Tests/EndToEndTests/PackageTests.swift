import Foundation
import ProgramTesting
import TestSupport
import Testing

/// `script/package` with programs that are already built: everything but the release build itself.
@Suite struct PackageTests {
    private static let canPack = ["/usr/bin/dpkg-deb", "/usr/bin/objdump", "/usr/bin/readelf"]
        .allSatisfy(FileManager.default.isExecutableFile(atPath:))

    @Test(.enabled(if: canPack, "dpkg-deb or binutils are missing"))
    func thePackageIsWholeAndItsProgramsRun() throws {
        let files = try TemporaryDirectory()
        let script = Programs.repository.appending(path: "script")
        let packed = try Programs.run(
            script.appending(path: "package").path, ["--out", files.path],
            environment: ["MAAS_EMULATOR_PROGRAMS": Programs.directory.path])
        #expect(packed.status == .code(0), "\(packed.errors)")
        let names = packed.output.split(separator: "\n").map(String.init)
        let package = try #require(names.first { $0.hasSuffix(".deb") })
        #expect(names.contains { $0.hasSuffix(".tar.gz") })
        let checked = try Programs.run(script.appending(path: "check-package").path, [package])
        #expect(checked.status == .code(0), "\(checked.output)\(checked.errors)")
    }

    @Test func theContainerTakesItsFlagsFromVariables() throws {
        let files = try TemporaryDirectory()
        let program = files.file("maas-emulator")
        try RunningProgram.filesAreClosed.withLock { _ in
            try "#!/bin/sh\nprintf '%s\\n' \"$@\" \"$MAAS_EMULATOR_CONTROL_TOKEN\"\n".write(
                toFile: program, atomically: true, encoding: .utf8)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let database = try files.write("region.sqlite", "of the run before")
        let serve = Programs.repository.appending(path: "packaging/serve-in-container").path
        var environment = [
            "PATH": "\(files.path):/usr/bin:/bin", "MAAS_EMULATOR_DATABASE": database, "MAAS_EMULATOR_SEED": "7",
            "MAAS_EMULATOR_CLOCK": "manual", "MAAS_EMULATOR_VERSION": "3.6",
            "MAAS_EMULATOR_INVENTORY": "/fixtures/a b.json",
            "MAAS_EMULATOR_CONTROL_TOKEN": "it's", "MAAS_EMULATOR_KEEP": "1",
        ]
        let outcome = try Programs.run(serve, [], environment: environment)
        #expect(
            outcome.output.split(separator: "\n") == [
                "serve", "--listen", "0.0.0.0:5240", "--database", Substring(database), "--clock", "manual",
                "--inventory", "/fixtures/a b.json", "--maas-version", "3.6", "--seed", "7",
                // From the environment, so that no list of processes shows it.
                "it's",
            ])
        #expect(FileManager.default.fileExists(atPath: database))
        environment["MAAS_EMULATOR_KEEP"] = nil
        for name in ["SEED", "CLOCK", "VERSION", "INVENTORY"] { environment["MAAS_EMULATOR_\(name)"] = nil }
        let sizes = ["MACHINES": "40", "VM_HOSTS": "2", "ZONES": "3", "RACKS": "1"]
        for (name, size) in sizes { environment["MAAS_EMULATOR_\(name)"] = size }
        let made = try Programs.run(serve, [], environment: environment)
        #expect(
            made.output.split(separator: "\n").dropFirst(5) == [
                "--machines", "40", "--vm-hosts", "2", "--zones", "3", "--racks", "1", "it's",
            ])
        #expect(!FileManager.default.fileExists(atPath: database))
    }

    /// A shell that has read what the emulator tells its clients names it as it looks from outside the container.
    @Test(arguments: ["", "http://127.0.0.1:9/MAAS", "http://maas.example.com/MAAS"])
    func theSuiteInItsContainerFindsTheEmulatorUnlessAnotherIsNamed(endpoint: String) throws {
        let emulator = try RunningEmulator("--log", "off", "--control-token", "mine")
        let outcome = try Programs.run(
            Programs.repository.appending(path: "packaging/with-keys").path,
            ["/bin/sh", "-c", "echo \"$MAAS_ENDPOINT $MAAS_APIKEY $MAAS_USER_APIKEY\""],
            environment: [
                "PATH": "\(Programs.directory.path):/usr/bin:/bin", "MAAS_ENDPOINT": endpoint, "MAAS_APIKEY": "a:b:c",
                "MAAS_USER_APIKEY": "", "MAAS_EMULATOR_URL": "\(emulator.origin)/emulator",
                "MAAS_EMULATOR_CONTROL_TOKEN": "mine", "MAAS_EMULATOR_PUBLISHED_URL": "http://127.0.0.1:9",
            ])
        let user = try #require(emulator.environment["MAAS_USER_APIKEY"])
        #expect(
            outcome.output
                == (endpoint.contains("example")
                    ? "\(endpoint) a:b:c \n" : "\(emulator.endpoint) \(emulator.adminKey) \(user)\n"),
            "\(outcome.errors)")
    }

    /// What it prints is read outside of the container, whatever it listens on in there.
    @Test func theContainerPrintsWhereItIsPublished() throws {
        let files = try TemporaryDirectory()
        let program = try RunningProgram(
            Programs.path("maas-emulator"), ["serve", "--listen", "127.0.0.1:0", "--env-file", files.file("maas.env")],
            environment: ["MAAS_EMULATOR_PUBLISHED_URL": "http://127.0.0.1:5250"],
            output: files.file("output"), errors: files.file("errors"))
        while !FileManager.default.fileExists(atPath: files.file("maas.env")), program.endedSoFar() == nil {
            usleep(5000)
        }
        program.send(SIGTERM)
        #expect(program.wait() == .code(0))
        let printed = try String(contentsOfFile: files.file("output"), encoding: .utf8)
        #expect(printed.contains("endpoint  http://127.0.0.1:5250/MAAS\n"), "\(printed)")
        #expect(printed.contains("control   http://127.0.0.1:5250/emulator/\n"))
    }

    @Test func composeHandsOverWhatTheContainerReads() throws {
        let top = Programs.repository
        let compose = try String(contentsOf: top.appending(path: "docker-compose.yml"), encoding: .utf8)
        let script = try String(contentsOf: top.appending(path: "packaging/serve-in-container"), encoding: .utf8)
        for variable in script.matches(of: /#\ +(?<name>MAAS_EMULATOR_[A-Z_]+)\ /) {
            #expect(compose.contains("\(variable.name): \"${\(variable.name):-"), "\(variable.name)")
        }
        #expect(compose.contains("${MAAS_EMULATOR_ADDRESS:-127.0.0.1}:${MAAS_EMULATOR_PORT:-5240}:5240"))
        // A default would stand against what a region that is continued is.
        for name in ["CLOCK", "VERSION", "SEED"] { #expect(compose.contains("${MAAS_EMULATOR_\(name):-}")) }
        // Each variable of the suite has a line too.
        let suite = try String(contentsOf: top.appending(path: "packaging/with-keys"), encoding: .utf8)
        let read = suite.matches(of: /MAAS_[A-Z_]+/).map { String($0.output) }
        #expect(read.count > 4)
        for variable in read { #expect(compose.contains("      \(variable): "), "\(variable)") }
        // A suite against a real MAAS has no use for an emulator.
        #expect(!compose.contains("depends_on"))
    }
}
