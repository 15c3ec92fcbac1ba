import Foundation
import ProgramTesting
import TestSupport
import Testing

/// The lines of docs/recipes that a person gives to a shell, with stand-ins for programs that are not to be had: each of
/// these asks the region that its environment names, as the program would.
@Suite struct RecipeShellTests {
    private static func page(_ name: String) throws -> String {
        try String(contentsOf: Programs.repository.appending(path: "docs/recipes/\(name)"), encoding: .utf8)
    }

    /// What is indented by four blanks, outside of blocks that name a language.
    private static func lines(of page: String) throws -> String {
        let prose = try Self.page(page).replacing(/(?s)```.*?\n```/, with: "")
        let lines = prose.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
        try #require(!lines.isEmpty)
        return lines.joined(separator: "\n")
    }

    private static let ask = #"curl -sf -o /dev/null "$MAAS_API_URL/api/2.0/"#

    private func run(
        _ lines: String, with programs: [String: String] = [:], in files: TemporaryDirectory,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        for (name, text) in programs {
            let file = try files.write(name, "#!/bin/sh\nset -e\necho \"\(name) $*\" >>\"$CALLED\"\n\(text)\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
        }
        var environment = environment
        environment["PATH"] = "\(files.path):\(Programs.directory.path):/usr/bin:/bin"
        environment["CALLED"] = files.file("called")
        // What the page starts ends with it.
        let script = """
            cd "$0"; set -e; trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
            \(lines.replacing("maas-emulator serve", with: "maas-emulator serve --listen 127.0.0.1:0 --log off"))
            """
        return try Programs.run("/bin/bash", ["-c", script, files.path], environment: environment)
    }

    /// How the stand-ins were called.
    private func called(_ files: TemporaryDirectory) throws -> [String] {
        try String(contentsOfFile: files.file("called"), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test(
        .endsHangs,
        arguments: [
            ("terraform.md", "terraform", ["terraform init", "terraform apply -auto-approve"]),
            ("ansible.md", "ansible-playbook", ["ansible-playbook zones.yml"]),
        ])
    func theProgramFindsTheRegion(page: String, program: String, calls: [String]) throws {
        let files = try TemporaryDirectory()
        let outcome = try run(
            try Self.lines(of: page), with: [program: Self.ask + #"version/""#], in: files)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(try called(files) == calls)
    }

    @Test(.endsHangs) func hostsGoAwayAndDisksFailForAClusterProvider() throws {
        let files = try TemporaryDirectory()
        let outcome = try run(try Self.lines(of: "cluster-api.md") + "\nmaas-emulator control hardware", in: files)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains(#""reachable": false"#), "\(outcome.output)")
    }

    @Test(.endsHangs) func theCommandOfMAASIsGivenItsEndpointAndKey() throws {
        let emulator = try RunningEmulator("--log", "off")
        let files = try TemporaryDirectory()
        try FileManager.default.copyItem(atPath: emulator.environmentFile, toPath: files.file("maas.env"))
        let maas = #"case "$1" in login) curl -sf -o /dev/null "$3/api/2.0/describe/" ;; esac; echo '[]'"#
        let outcome = try run(
            try Self.lines(of: "maas-cli.md"), with: ["maas": maas, "jq": "cat"], in: files)
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(
            try called(files).sorted() == [
                "jq -r .[].hostname", "maas lab machines read",
                "maas login lab \(emulator.endpoint) \(emulator.adminKey)",
            ])
    }

    /// The second job of the page: later steps see the variables.
    @Test(.endsHangs) func stepsOfAWorkflowSeeTheVariables() throws {
        let files = try TemporaryDirectory()
        let page = try Self.page("github-actions.md")
        let step = try #require(page.firstMatch(of: /(?s)- run: \|\n(?<lines>(?:      [^\n]+\n)+)/)).lines
        let last = try #require(page.firstMatch(of: /run: (?<line>maas-emulator control [^\n]+)/)).line
        let later = "while IFS= read -r line; do export \"$line\"; done <\"$GITHUB_ENV\""
        let outcome = try run(
            "\(step)\n\(later)\n\(Self.ask)version/\"\n\(last)", in: files,
            environment: ["GITHUB_ENV": files.file("github.env")])
        #expect(outcome.status == .code(0), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("VersionHandler.read"), "\(outcome.output)")
    }

    /// Exploring, reading and copying what stands for the real MAAS.
    @Test(.endsHangs) func aReleaseIsHeldAgainstTheRealOne() throws {
        let (real, emulator) = (try RunningEmulator("--log", "off"), try RunningEmulator("--log", "off"))
        let files = try TemporaryDirectory()
        let lines = try Self.lines(of: "before-a-release.md")
            .replacing("http://maas.example.com:5240/MAAS", with: real.endpoint)
            .replacing("--sequences 100", with: "--sequences 1")
            // The suite does more than reading on what says that it is the emulator.
            .replacing("maas-conformance run", with: "maas-conformance run --profile read-only --only 'inventory.*'")
        var environment = emulator.environment
        environment["REAL_ENDPOINT"] = real.endpoint
        environment["REAL_APIKEY"] = real.adminKey
        environment["REAL_KEY"] = real.adminKey
        let outcome = try run(lines, in: files, environment: environment)
        // A copy has no history; all else is alike.
        #expect(outcome.status == .code(1), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("copy.json written"), "\(outcome.errors)")
        let differing = Set(outcome.output.matches(of: /(?m)^(GET [a-z\-]+)\//).map { String($0.1) })
        #expect(differing == ["GET events", "GET installation-results"], "\(outcome.output)")
        for report in ["explore.html", "real.html"] {
            #expect(FileManager.default.fileExists(atPath: files.file(report)), "\(report)")
        }
    }
}
