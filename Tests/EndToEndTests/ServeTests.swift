import Foundation
import ProgramTesting
import TestSupport
import Testing

/// `maas-emulator serve` from start to end.
@Suite struct ServeTests {
    @Test func itSaysWhereItIsAndHowToLogIn() throws {
        let emulator = try RunningEmulator()
        #expect(
            emulator.environment.keys.sorted() == [
                "MAAS_APIKEY", "MAAS_API_KEY", "MAAS_API_URL", "MAAS_EMULATOR_PID", "MAAS_EMULATOR_URL",
                "MAAS_ENDPOINT",
                "MAAS_URL", "MAAS_USER_APIKEY",
            ])
        for (name, same) in [("MAAS_API_URL", "MAAS_ENDPOINT"), ("MAAS_URL", "MAAS_ENDPOINT")] {
            #expect(emulator.environment[name] == emulator.environment[same])
        }
        #expect(emulator.environment["MAAS_API_KEY"] == emulator.adminKey)
        #expect(emulator.environment["MAAS_EMULATOR_URL"] == "\(emulator.origin)/emulator")
        #expect(emulator.environment["MAAS_EMULATOR_PID"] == "\(emulator.program.processID)")
        #expect(emulator.endpoint.hasPrefix("http://127.0.0.1:"))
        #expect(emulator.endpoint.hasSuffix("/MAAS"))
        #expect(emulator.stop() == .code(0))
        #expect(emulator.output.contains(emulator.endpoint))
        #expect(emulator.output.contains(emulator.adminKey))
        #expect(emulator.output.contains("in memory"))
    }

    @Test func theKeysAreThoseOfAnAdministratorAndOfAUserWhoIsNone() async throws {
        let emulator = try RunningEmulator()
        let admin = try await emulator.admin("GET", "users/?op=whoami")
        #expect(admin.object["is_superuser"] as? Bool == true)
        let user = try await emulator.send("GET", "users/?op=whoami", key: emulator.environment["MAAS_USER_APIKEY"])
        #expect(user.object["is_superuser"] as? Bool == false)
    }

    @Test func whatAShellStartsSeesTheEnvironmentFileThatItSourced() throws {
        // Nothing of a value is the shell's to expand.
        let emulator = try RunningEmulator("--control-token", #"it's "$HOME" \ `id`"#)
        let outcome = try Programs.run(
            "/bin/sh", ["-c", ". \"$0\" && exec env", emulator.environmentFile])
        let seen = outcome.output.split(separator: "\n")
        #expect(seen.contains("MAAS_ENDPOINT=\(emulator.endpoint)"))
        #expect(seen.contains("MAAS_APIKEY=\(emulator.adminKey)"))
        #expect(seen.contains(#"MAAS_EMULATOR_CONTROL_TOKEN=it's "$HOME" \ `id`"#))
        #expect(outcome.errors.isEmpty)
    }

    @Test func thePlainEnvironmentFileIsForWhatIsNoShell() throws {
        let files = try TemporaryDirectory()
        let plain = files.file("plain.env")
        let program = try RunningProgram(
            Programs.path("maas-emulator"),
            ["serve", "--listen", "0", "--env-file", plain, "--env-format", "plain", "--control-token", "a 'b'"],
            output: files.file("output"), errors: files.file("errors"))
        while !FileManager.default.fileExists(atPath: plain), program.endedSoFar() == nil { usleep(5000) }
        let lines = try String(contentsOfFile: plain, encoding: .utf8).split(separator: "\n")
        #expect(lines.contains("MAAS_EMULATOR_CONTROL_TOKEN=a 'b'"))
        #expect(lines.contains { $0.hasPrefix("MAAS_ENDPOINT=http://127.0.0.1:") })
        #expect(lines.allSatisfy { $0.wholeMatch(of: /[A-Z_]+=.+/) != nil })
    }

    @Test func theEnvironmentFileIsItsOwnersAndGoesOnlyWithItsProcess() throws {
        let emulator = try RunningEmulator()
        let path = emulator.environmentFile
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        // Another emulator, started later with the same path, has written its own.
        let other = "export MAAS_EMULATOR_PID='1'\n"
        try other.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(emulator.stop() == .code(0))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == other)
    }

    @Test(arguments: ["%", ":%"])
    func aPortAloneIsLoopback(form: String) throws {
        let emulator = try RunningEmulator("--listen", form.replacing("%", with: "0"))
        #expect(emulator.endpoint.hasPrefix("http://127.0.0.1:"))
        #expect(emulator.port > 0)
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func aSignalEndsItCleanly(signal: Int32) async throws {
        let emulator = try RunningEmulator()
        #expect(try await emulator.stillServes())
        #expect(emulator.stop(signal) == .code(0))
        #expect(!FileManager.default.fileExists(atPath: emulator.environmentFile))
        #expect(throws: RawConnection.Failure.self) { try emulator.connect() }
    }

    @Test func itEndsThoughAClientHoldsAConnection() async throws {
        let emulator = try RunningEmulator()
        let connection = try emulator.connect()
        connection.send("GET /emulator/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try connection.readAnswer().status == 200)
        let halfway = try emulator.connect()
        halfway.send("POST /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        #expect(emulator.stop() == .code(0))
    }

    @Test func itEndsThoughAnInjectedDelayIsUnderWay() async throws {
        let emulator = try RunningEmulator()
        let faults = "\(emulator.origin)/emulator/faults"
        let rule = Data(#"{"operation": "VersionHandler.read", "delay": 3600}"#.utf8)
        #expect(
            try await emulator.client.send(
                .init(method: "POST", url: faults, headers: ["Content-Type": "application/json"], body: rule)
            ).status == 201)
        let connection = try emulator.connect()
        connection.send("GET /MAAS/api/2.0/version/ HTTP/1.1\r\nHost: x\r\n\r\n")
        func hits() async throws -> Int? {
            try await emulator.client.send(.init(url: faults)).list.first?["hits"] as? Int
        }
        while try await hits() == 0 {}
        #expect(try await hits() == 1)
        #expect(emulator.stop() == .code(0))
        // The answer that was delayed is given rather than lost.
        #expect(try connection.readAnswer().status == 200)
    }

    @Test func theSameSeedGivesTheSameAnswers() async throws {
        func composed(_ seed: String) async throws -> String {
            let emulator = try RunningEmulator("--seed", seed, "--clock", "manual")
            let id = try await emulator.hostWithRoom().id
            let answer = try await emulator.admin(
                "POST", "vm-hosts/\(id)/?op=compose", form: ["cores": "1", "memory": "2048"])
            #expect(answer.status == 200)
            let systemID = try #require(answer.object["system_id"] as? String)
            return try await emulator.admin("GET", "machines/\(systemID)/").text
        }
        let first = try await composed("7")
        #expect(try await composed("7") == first)
        #expect(try await composed("8") != first)
    }

    @Test func withoutAuthenticationEveryRequestIsTheAdministrators() async throws {
        let emulator = try RunningEmulator("--auth", "off")
        let answer = try await emulator.send("GET", "users/?op=whoami")
        #expect(answer.object["is_superuser"] as? Bool == true)
    }

    @Test func theControlTokenIsAskedFor() async throws {
        let emulator = try RunningEmulator("--control-token", "secret")
        let url = "\(emulator.origin)/emulator/clock"
        #expect(try await emulator.client.send(.init(url: url)).status == 401)
        #expect(
            try await emulator.client.send(.init(url: url, headers: ["Authorization": "Bearer wrong"])).status == 401)
        #expect(
            try await emulator.client.send(.init(url: url, headers: ["Authorization": "Bearer secret"])).status == 200)
        #expect(try await emulator.admin("GET", "users/?op=whoami").status == 200)
        _ = emulator.stop()
        #expect(!emulator.output.contains("secret"))
        #expect(!emulator.errors.contains("secret"))
    }

    @Test func httpsIsServedWithTheCertificateGiven() async throws {
        let certificate = try SelfSignedCertificate()
        let emulator = try RunningEmulator(
            "--tls-cert", certificate.certificateFile, "--tls-key", certificate.keyFile,
            caFile: certificate.certificateFile)
        #expect(emulator.endpoint.hasPrefix("https://"))
        #expect(try await emulator.stillServes())
        #expect(emulator.stop() == .code(0))
    }

    @Test func aCertificateThatIsNoneIsRefused() throws {
        let certificate = try SelfSignedCertificate()
        let files = try TemporaryDirectory()
        let text = try files.write("notes.pem", "no certificate")
        let outcome = try Programs.run(
            "maas-emulator",
            ["serve", "--listen", "127.0.0.1:0", "--tls-cert", text, "--tls-key", certificate.keyFile])
        #expect(outcome.status != .code(0))
        #expect(outcome.errors.contains("certificate"))
    }

    @Test func requestsAreLoggedInTheFormatAskedFor() async throws {
        for format in ["text", "json", "off"] {
            let emulator = try RunningEmulator("--log", format)
            _ = try await emulator.admin("GET", "zones/")
            #expect(emulator.stop() == .code(0))
            let lines = emulator.errors.split(separator: "\n")
            switch format {
            case "off": #expect(lines.isEmpty)
            case "json":
                #expect(lines.count == 1)
                let object = try JSONSerialization.jsonObject(with: Data(emulator.errors.utf8)) as? [String: Any]
                #expect(object != nil)
            default:
                #expect(lines.count == 1)
                #expect(emulator.errors.contains("GET /MAAS/api/2.0/zones/"))
            }
            // Signatures are no business of a log's.
            #expect(!emulator.errors.contains(emulator.adminKey.split(separator: ":")[2]))
        }
    }
}
