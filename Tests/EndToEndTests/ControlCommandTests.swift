import Foundation
import ProgramTesting
import TestSupport
import Testing

/// `maas-emulator control`: the control endpoints from a shell.
@Suite struct ControlCommandTests {
    private func control(_ emulator: RunningEmulator, _ words: String...) throws -> Outcome {
        try Programs.run("maas-emulator", ["control"] + words, environment: emulator.environment)
    }

    private func object(_ outcome: Outcome) throws -> [String: Any] {
        #expect(outcome.status == .code(0), "\(outcome.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.output)")
    }

    private func list(_ outcome: Outcome) throws -> [[String: Any]] {
        #expect(outcome.status == .code(0), "\(outcome.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    }

    @Test func regionsAreKeptAndPutBack() async throws {
        let emulator = try RunningEmulator("--log", "off", "--clock", "manual")
        #expect(try control(emulator, "snapshot", "before it").status == .code(0))
        #expect(try list(control(emulator, "snapshot")).map { $0["name"] as? String } == ["before it"])
        #expect(try await emulator.admin("POST", "zones/", form: ["name": "mine"]).status == 200)
        #expect(try control(emulator, "restore", "before it") == Outcome(status: .code(0), output: "", errors: ""))
        #expect(try await emulator.admin("GET", "zones/mine/").status == 404)
        #expect(try await emulator.admin("POST", "zones/", form: ["name": "mine"]).status == 200)
        #expect(try control(emulator, "reset").status == .code(0))
        #expect(try await emulator.admin("GET", "zones/mine/").status == 404)
        #expect(try control(emulator, "snapshot", "delete", "before it").status == .code(0))
        #expect(
            try control(emulator, "restore", "before it").errors == "maas-emulator: there is no snapshot before it\n")
    }

    @Test func timePasses() throws {
        let emulator = try RunningEmulator("--log", "off", "--clock", "manual")
        let before = try object(control(emulator, "clock"))
        #expect(before["mode"] as? String == "manual")
        #expect(try object(control(emulator, "advance", "60.5"))["now"] as? String != before["now"] as? String)
        #expect(try object(control(emulator, "clock", "x60"))["mode"] as? String == "x60")
    }

    @Test func faultsAndFailuresComeAndGo() async throws {
        let emulator = try RunningEmulator("--log", "off")
        let fault = try object(control(emulator, "fault", "ZonesHandler.read", "status=418", "count=1", "body=tea"))
        #expect((fault["rule"] as? [String: Any])?["count"] as? Int == 1)
        let spoilt = try await emulator.admin("GET", "zones/")
        #expect(spoilt.status == 418 && spoilt.text == "tea")
        #expect(try await emulator.admin("GET", "zones/").status == 200)
        _ = try object(control(emulator, "fault", #"{"method": "GET", "path": "zones/", "drop": true}"#))
        #expect(try list(control(emulator, "fault")).count == 2)
        #expect(try control(emulator, "fault", "clear", "1").status == .code(0))
        #expect(try control(emulator, "fault", "clear").status == .code(0))
        #expect(try list(control(emulator, "fault")).isEmpty)
        let failure = try object(control(emulator, "fail", "deploy", "count=null", "reason=disk is gone"))
        #expect(failure["reason"] as? String == "disk is gone" && failure["count"] is NSNull)
        #expect(try list(control(emulator, "fail")).count == 1)
        #expect(try control(emulator, "fail", "clear").status == .code(0))
    }

    @Test func theJournalTellsWhatNoHandlerRead() async throws {
        let emulator = try RunningEmulator("--log", "off")
        #expect(try await emulator.admin("GET", "zones/?nam=x").status == 200)
        let entries = try list(control(emulator, "journal", "limit=1", "path=nam"))
        #expect(entries.first?["unread_parameters"] as? [String] == ["nam"])
        #expect(try control(emulator, "journal", "clear").status == .code(0))
        #expect(try list(control(emulator, "journal")).isEmpty)
    }

    @Test func aShellGetsASandboxOfItsOwn() async throws {
        let emulator = try RunningEmulator("--log", "off")
        let empty = Programs.repository.appending(path: "fixtures/empty.json").path
        let script = """
            eval "$("$0" control sandbox inventory=@\(empty) --export)" &&
            "$0" control hardware --sandbox "$MAAS_EMULATOR_SANDBOX" && printf '%s' "$MAAS_API_KEY"
            """
        let outcome = try Programs.run(
            "/bin/sh", ["-c", script, Programs.path("maas-emulator")], environment: emulator.environment)
        #expect(outcome.status == .code(0), "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "[]")
        #expect(try await emulator.send("GET", "machines/", key: lines.last).list.isEmpty)
        #expect(try list(control(emulator, "sandbox", "list")).count == 1)
    }

    /// Whoever has the emulator in a container has no file of `--env-file`.
    @Test func aClientIsToldWhatTheEnvironmentFileTells() throws {
        let emulator = try RunningEmulator("--log", "off", "--control-token", "it's")
        let told = try control(emulator, "keys", "--export")
        #expect(told.status == .code(0), "\(told.errors)")
        let written = try String(contentsOfFile: emulator.environmentFile, encoding: .utf8)
        #expect(told.output == written.replacing(/export MAAS_EMULATOR_PID=.*\n/, with: ""))
        let elsewhere = try control(emulator, "keys", "--export", "--as", "http://127.0.0.1:5250")
        #expect(elsewhere.output == told.output.replacing(emulator.origin, with: "http://127.0.0.1:5250"))
        var environment = emulator.environment
        environment["MAAS_EMULATOR_PUBLISHED_URL"] = "http://127.0.0.1:5250"
        let published = try Programs.run("maas-emulator", ["control", "keys", "--export"], environment: environment)
        #expect(published.output == elsewhere.output)
        #expect(try object(control(emulator, "keys"))["admin_api_key"] is String)
    }

    @Test func theTokenComesFromTheEnvironment() throws {
        let emulator = try RunningEmulator("--log", "off", "--control-token", "secret")
        #expect(try control(emulator, "clock").status == .code(0))
        var environment = emulator.environment
        environment["MAAS_EMULATOR_CONTROL_TOKEN"] = nil
        let without = try Programs.run("maas-emulator", ["control", "clock"], environment: environment)
        #expect(without.status == .code(1))
        #expect(without.errors.contains("wants a token: --token or MAAS_EMULATOR_CONTROL_TOKEN"))
        let wrong = try control(emulator, "clock", "--token", "guess")
        #expect(wrong.errors.contains("wants another token"))
    }

    @Test func aCertificateOfOnesOwnIsNamed() throws {
        let certificate = try SelfSignedCertificate()
        let emulator = try RunningEmulator(
            "--tls-cert", certificate.certificateFile, "--tls-key", certificate.keyFile,
            caFile: certificate.certificateFile)
        let refused = try control(emulator, "clock")
        #expect(refused.status == .code(2))
        #expect(refused.errors.contains("--ca-file names whom to trust"))
        #expect(try control(emulator, "clock", "--ca-file", certificate.certificateFile).status == .code(0))
    }

    @Test func whatIsWrongIsSaid() throws {
        let emulator = try RunningEmulator("--log", "off")
        for (words, code, message) in [
            (["rest"], 64, "did you mean 'reset'?"), ([], 64, "VERB is missing"),
            (["advance", "soon"], 64, "'soon' is neither"), (["advance"], 64, "advance takes seconds, or next"),
            (["restore"], 64, "restore takes the name of a snapshot"), (["reset", "x"], 64, "reset takes nothing"),
            (["fault", "x", "y"], 64, "'y' is not NAME=VALUE"), (["fault", "{"], 64, "is not a JSON object"),
            (["clock", "--export"], 64, "--export: goes with 'keys', and with 'sandbox'"),
            (["keys", "--as", "http://a"], 64, "--as: goes with --export"),
            (["sandbox", "inventory=@/nonexistent.json"], 65, "/nonexistent.json"),
            (["fault", "NoSuch.operation", "drop=true"], 1, "NoSuch.operation"),
            (["snapshot", "a", "--sandbox", "none"], 1, "there is no none"),
        ] as [([String], Int32, String)] {
            let outcome = try Programs.run("maas-emulator", ["control"] + words, environment: emulator.environment)
            #expect(outcome.status == .code(code), "\(words): \(outcome.errors)")
            #expect(outcome.errors.contains(message), "\(words): \(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        let nobody = try Programs.run("maas-emulator", ["control", "health", "--url", "http://127.0.0.1:9"])
        #expect(nobody.status == .code(2))
        #expect(nobody.errors.contains("no emulator answers at http://127.0.0.1:9/emulator"))
        #expect(nobody.errors.contains("MAAS_EMULATOR_URL"))
    }
}
