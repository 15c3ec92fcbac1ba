import Foundation
import ProgramTesting
import TestSupport
import Testing

/// What `maas-emulator` says and how it ends when it cannot do what was asked.
@Suite struct EmulatorUsageTests {
    private func emulator(_ arguments: String...) throws -> Outcome { try Programs.run("maas-emulator", arguments) }

    @Test(arguments: [
        ([], "Usage: maas-emulator"),
        (["srve"], "unknown command 'srve'; did you mean 'serve'?"),
        (["--listen"], "a command comes before the flag '--listen'"),
        (["serve", "--lisen", "x"], "unknown flag '--lisen'; did you mean '--listen'?"),
        (["serve", "--listen"], "--listen: a value is missing"),
        (["serve", "--listen", "here"], "--listen: 'here' is not ADDR:PORT, PORT or :PORT"),
        (["serve", "--listen", "::1:5240x"], "--listen: '::1:5240x' is not ADDR:PORT"),
        (["serve", "--port", "5240"], "unknown flag '--port'; did you mean '--listen'?"),
        (["serve", "--port=5240"], "unknown flag '--port'; did you mean '--listen'?"),
        (["serve", "--host", "x"], "unknown flag '--host'; did you mean '--listen'?"),
        (["serve", "--fixture", "x"], "unknown flag '--fixture'; did you mean '--inventory'?"),
        (["serve", "--db", "x"], "unknown flag '--db'; did you mean '--database'?"),
        (["serve", "--version"], "unknown flag '--version'; did you mean '--maas-version'?"),
        (["version"], "unknown command 'version'; did you mean '--version'?"),
        (["start"], "unknown command 'start'; did you mean 'serve'?"),
        (["serve", "--listen", "127.0.0.1:99999"], "--listen: '127.0.0.1:99999' is not ADDR:PORT"),
        (["serve", "--listen", "0.0.0.0:0"], "--control-token: is required when listening beyond loopback"),
        (["serve", "--clock", "fast"], "--clock: 'fast' is not real, manual or xN"),
        (["serve", "--clock", "x0"], "--clock: 'x0' is not"),
        (["serve", "--maas-version", "2.9"], "--maas-version: '2.9' is not one of 3.4"),
        (["serve", "--seed", "-1"], "--seed: '-1' is not a whole number of 0 or more"),
        (["serve", "--auth", "none"], "--auth: 'none' is not one of oauth, off"),
        (["serve", "--log", "xml"], "--log: 'xml' is not one of text, json, off"),
        (["serve", "--tls-cert", "a.pem"], "--tls-key: is required with --tls-cert"),
        (["serve", "--tls-key", "a.pem"], "--tls-cert: is required with --tls-key"),
        (["serve", "--tls-cert", "/nonexistent.pem", "--tls-key", "b.pem"], "--tls-cert: /nonexistent.pem"),
        (["serve", "--database", ""], "--database: the value is empty"),
        (["serve", "surplus"], "unexpected argument 'surplus'"),
        (["check"], "FILE is missing"),
        (["check", "a", "b"], "unexpected argument 'b'"),
        (["coverage", "--json=yes"], "--json: takes no value"),
    ])
    func badUsageEndsWith64AndSaysWhatIsWrong(arguments: [String], message: String) throws {
        let outcome = try Programs.run("maas-emulator", arguments)
        #expect(outcome.status == .code(64))
        #expect(outcome.errors.contains(message))
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        (["--inventory", "empty"], "--inventory", "another inventory"), (["--seed", "2"], "--seed", "another seed"),
        (["--maas-version", "3.6"], "--maas-version", "another version"),
    ])
    func aDatabaseThatHoldsSomethingElseIsRefused(asked: [String], flag: String, reason: String) throws {
        let files = try TemporaryDirectory()
        let database = files.file("region.sqlite")
        #expect(try RunningEmulator("--database", database, "--maas-version", "3.5").stop() == .code(0))
        let empty = Programs.repository.appending(path: "fixtures/empty.json").path
        let arguments = asked.map { $0 == "empty" ? empty : $0 }
        let outcome = try Programs.run(
            "maas-emulator", ["serve", "--listen", "127.0.0.1:0", "--database", database] + arguments)
        #expect(outcome.status == .code(64))
        #expect(outcome.errors.contains(flag))
        #expect(outcome.errors.contains(database))
        #expect(outcome.errors.contains(reason))
        // What it holds, so that one knows which of the two is meant.
        #expect(outcome.errors.contains(/MAAS 3\.5, seed 1, [1-9][0-9]* machines, [1-9][0-9]* VM hosts/))
    }

    @Test func aDatabaseIsContinuedWithWhatItWasMadeFrom() async throws {
        let files = try TemporaryDirectory()
        let database = files.file("region.sqlite")
        let lab = Programs.repository.appending(path: "fixtures/lab.json")
        // Laid out otherwise, and without the flag at first: it is the inventory that counts.
        let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: lab))
        let other = try files.write(
            "lab.json", String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self))
        let first = try RunningEmulator("--database", database, "--maas-version", "3.6", "--seed", "7")
        #expect(try await first.admin("POST", "zones/", form: ["name": "mine"]).status == 200)
        #expect(first.stop() == .code(0))
        for arguments in [
            [], ["--inventory", lab.path], ["--inventory", other, "--seed", "7", "--maas-version", "3.6"],
        ] {
            let again = try RunningEmulator(with: ["--database", database] + arguments)
            #expect(try await again.admin("GET", "zones/mine/").status == 200)
            #expect((try await again.admin("GET", "version/").object["version"] as? String)?.hasPrefix("3.6") == true)
            #expect(again.stop() == .code(0))
        }
    }

    @Test func aTakenAddressEndsWith69() throws {
        let first = try RunningEmulator()
        let outcome = try emulator("serve", "--listen", "127.0.0.1:\(first.port)")
        #expect(outcome.status == .code(69))
        #expect(outcome.errors == "maas-emulator: 127.0.0.1:\(first.port) is already in use\n")
        #expect(outcome.output.isEmpty)
    }

    @Test func aDatabaseThatCannotBeUsedEndsWith74() throws {
        let files = try TemporaryDirectory()
        let text = try files.write("notes.txt", String(repeating: "These are notes, not a database.\n", count: 100))
        for path in [files.path, files.file("missing/region.sqlite"), text] {
            let outcome = try emulator("serve", "--listen", "127.0.0.1:0", "--database", path)
            #expect(outcome.status == .code(74))
            #expect(outcome.errors.contains(path))
        }
        #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("These are notes"))
    }

    @Test func anEnvironmentFileThatCannotBeWrittenEndsWith74() throws {
        let path = "/nonexistent/maas.env"
        let outcome = try emulator("serve", "--listen", "127.0.0.1:0", "--env-file", path)
        #expect(outcome.status == .code(74))
        #expect(outcome.errors.contains(path))
    }

    @Test func goodFixturesAreValid() throws {
        for name in ["lab.json", "empty.json"] {
            let path = Programs.repository.appending(path: "fixtures/\(name)").path
            let outcome = try emulator("check", path)
            #expect(outcome.status == .code(0))
            #expect(outcome.output.contains(path))
            #expect(outcome.errors.isEmpty)
        }
    }

    @Test(arguments: [
        ("{", "JSON"), ("[]", "object"), (#"{"machine": []}"#, "machine"),
        (#"{"zones": [{"name": "z", "colour": "red"}]}"#, "zones[0]"),
        (#"{"zones": [{"name": 7}]}"#, "zones[0].name"),
        (#"{"machines": [{"hostname": "m", "zone": "nowhere"}]}"#, "machines[0].zone"),
    ])
    func badFixturesEndWith65AndSayWhere(text: String, place: String) throws {
        let files = try TemporaryDirectory()
        let path = try files.write("bad.json", text)
        for arguments in [["check", path], ["serve", "--listen", "127.0.0.1:0", "--inventory", path]] {
            let outcome = try Programs.run("maas-emulator", arguments)
            #expect(outcome.status == .code(65))
            #expect(outcome.errors.contains(path))
            #expect(outcome.errors.contains(place))
            #expect(outcome.output.isEmpty)
        }
    }

    @Test func aFixtureThatIsNotThereEndsWith65() throws {
        for arguments in [["check", "/nonexistent.json"], ["serve", "--inventory", "/nonexistent.json"]] {
            let outcome = try Programs.run("maas-emulator", arguments)
            #expect(outcome.status == .code(65))
            #expect(outcome.errors.contains("/nonexistent.json"))
        }
    }

    @Test func coverageIsMarkdownOrJSON() throws {
        let markdown = try emulator("coverage")
        #expect(markdown.status == .code(0))
        #expect(markdown.output.contains("|"))
        let json = try emulator("coverage", "--json")
        #expect(json.status == .code(0))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
    }

    @Test func versionsArePrintedAsMarkdown() throws {
        let outcome = try emulator("versions")
        #expect(outcome.status == .code(0))
        #expect(outcome.output.contains("| `reservedIPs` |"))
    }

    @Test func versionIsOneLine() throws {
        let outcome = try emulator("--version")
        #expect(outcome.status == .code(0))
        #expect(outcome.output.hasPrefix("maas-emulator "))
        #expect(outcome.output.split(separator: "\n").count == 1)
    }
}
