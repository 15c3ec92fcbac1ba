import Foundation
import HTTPClient
import ProgramTesting
import Testing

/// What README.md and its neighbours state and a machine can check.
@Suite struct ReadmeTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOf: Programs.repository.appending(path: path), encoding: .utf8)
    }

    /// With a token, as the container has one, and without.
    @Test(arguments: [["--control-token", "mine"], []])
    func theControlRequestsThatItShowsAreServed(flags: [String]) throws {
        let emulator = try RunningEmulator(with: ["--clock", "manual", "--log", "off"] + flags)
        let commands = try text("README.md").matches(of: /(?m)^    curl (?:.*\\\n)*.*$/)
            .map { String($0.output) }
        #expect(commands.count >= 2)
        for command in commands {
            let outcome = try Programs.run(
                "/bin/sh", ["-c", command.replacing("curl ", with: "curl --silent --show-error --fail ")],
                environment: emulator.environment)
            #expect(outcome.status == .code(0), "\(command): \(outcome.errors)")
        }
    }

    @Test func theControlCommandsThatItShowsAreUnderstood() throws {
        let emulator = try RunningEmulator("--clock", "manual", "--log", "off")
        let lines = try text("README.md").split(separator: "\n").filter {
            // What follows a shell's '>' is a file of the reader's.
            $0.hasPrefix("    maas-emulator control ") && !$0.contains(">")
        }
        #expect(lines.count >= 4)
        for words in lines.map({ $0.dropFirst("    maas-emulator ".count) }) {
            let outcome = try Programs.run(
                "/bin/sh", ["-c", "\"$0\" \(words)", Programs.path("maas-emulator")], environment: emulator.environment)
            #expect(outcome.status == .code(0), "\(words): \(outcome.errors)")
        }
    }

    @Test func everyFlagThatItNamesIsOne() throws {
        var known: Set<Substring> = []
        let folder = Programs.repository.appending(path: "Tests/EndToEndTests/Snapshots").path
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            known.formUnion(
                try text("Tests/EndToEndTests/Snapshots/\(file)").matches(of: /--[a-z-]+/).map { $0.output })
        }
        let lines = try text("README.md").split(separator: "\n").filter {
            !$0.contains("docker ") && !$0.contains("curl ")
        }
        let named = lines.flatMap { $0.matches(of: /--[a-z-]+/).map { $0.output } }
        #expect(named.count >= 10)
        for flag in named { #expect(known.contains(flag), "\(flag)") }
    }

    @Test func versionsPortAndProductsAreThoseOfTheCode() throws {
        let readme = try text("README.md")
        let package = try text("Package.swift")
        let tools = try #require(package.firstMatch(of: /swift-tools-version: (?<version>[0-9.]+)/)).version
        #expect(readme.contains("Swift \(tools) toolchain or newer"))
        #expect(readme.contains("// swift-tools-version: \(tools)"))
        #expect(try text("script/setup").contains("least_swift=\(tools)\n"))
        let help = try text("Tests/EndToEndTests/Snapshots/maas-emulator-serve-help.txt")
        let releases = try #require(help.firstMatch(of: /MAAS release to be: (?<list>[0-9., or\n]+)/)).list
            .matches(of: /[0-9]+\.[0-9]+/).map { $0.output }
        let (first, last) = (try #require(releases.first), try #require(releases.last))
        #expect(readme.contains("`--maas-version \(first)` to `\(last)`"))
        let port = try #require(help.firstMatch(of: /127\.0\.0\.1:(?<port>[0-9]+)/)).port
        for named in readme.matches(of: /(?:localhost|127\.0\.0\.1|port)[: ](?<port>[0-9]+)/) {
            #expect(named.port == port || named.port == "0", "\(named.0)")
        }
        for product in package.matches(of: /\.library\(name: "(?<name>\w+)"/) {
            #expect(readme.contains("`\(product.name)`"), "README.md does not name \(product.name)")
        }
    }

    @Test func theFiguresOfTheChangelogAreThoseOfThePrograms() throws {
        let changes = try text("CHANGELOG.md")
        let least = try #require(changes.firstMatch(of: /with more than (?<count>[0-9]+) cases/)?.count)
        let listed = try Programs.run("maas-conformance", ["list"]).output
        let count = try #require(listed.firstMatch(of: /(?<count>[0-9]+) cases\n$/)?.count)
        #expect(try #require(Int(count)) > #require(Int(least)))
        let versions = try text("docs/versions.md").split(separator: "\n").first { $0.hasPrefix("| name") }
        let releases = try #require(versions).matches(of: /[0-9]+\.[0-9]+/).map { $0.output }
        let (first, last) = (try #require(releases.first), try #require(releases.dropLast().last))
        #expect(changes.contains("for MAAS \(first) to \(last) and the main branch as \(try #require(releases.last))"))
    }

    /// What the README says of the default region and of the files that it leads to.
    @Test func theDefaultRegionIsWhatItSays() async throws {
        let readme = try text("README.md")
        for page in [
            "CONTRIBUTING.md", "CHANGELOG.md", "docs/limits.md", "docs/coverage.md", "docs/control.md",
            "docs/security.md",
        ] {
            #expect(readme.contains("](\(page))"), "README.md does not lead to \(page)")
        }
        #expect(readme.contains("LXD and virsh hosts, machines in several states, VLANs, subnets, zones and pools"))
        let lab = try JSONSerialization.jsonObject(
            with: Data(contentsOf: Programs.repository.appending(path: "fixtures/lab.json")))
        let members = try #require(lab as? [String: Any])
        func entries(_ name: String) throws -> [[String: Any]] { try #require(members[name] as? [[String: Any]]) }
        let types = try Set(entries("vm_hosts").compactMap { $0["type"] as? String })
        #expect(types.isSuperset(of: ["lxd", "virsh"]))
        #expect(try Set(entries("machines").compactMap { $0["status_name"] as? String }).count > 1)
        for name in ["subnets", "zones", "resource_pools"] { #expect(try entries(name).count > 1, "\(name)") }
    }

    @Test(arguments: [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "conformance/README.md", "docs", "docs/recipes",
    ])
    func everyLinkLeadsSomewhere(place: String) throws {
        let files = FileManager.default
        let top = Programs.repository.path
        let pages =
            place.hasSuffix(".md")
            ? [place] : try files.contentsOfDirectory(atPath: "\(top)/\(place)").map { "\(place)/\($0)" }
        for page in pages where page.hasSuffix(".md") {
            let folder = (page as NSString).deletingLastPathComponent
            for link in try text(page).matches(of: /\]\((?<target>[^)#:\s]+)(?:#[^)]*)?\)/) {
                #expect(files.fileExists(atPath: "\(top)/\(folder)/\(link.target)"), "\(page): \(link.target)")
            }
        }
    }

    @Test func everySourceFileThatPagesNameIsThere() throws {
        let files = FileManager.default
        let sources = try files.subpathsOfDirectory(atPath: Programs.repository.appending(path: "Sources").path)
            .map { "/Sources/\($0)" }
        let pages = try files.contentsOfDirectory(atPath: Programs.repository.appending(path: "docs").path)
            .filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
        for page in pages + ["CONTRIBUTING.md"] {
            for name in try text(page).matches(of: /`(?<path>[A-Za-z+\/-]+\.swift)`/).map(\.path)
            where name != "Package.swift" {
                #expect(sources.contains { $0.hasSuffix("/\(name)") }, "\(page): \(name)")
            }
        }
    }

    @Test func theChangelogTellsOfTheVersionThatTheProgramsAre() throws {
        let changes = try text("CHANGELOG.md")
        let latest = try #require(changes.firstMatch(of: /## \[(?<version>[0-9.]+)\]/)).version
        for program in ["maas-emulator", "maas-conformance"] {
            #expect(try Programs.run(program, ["--version"]).output == "\(program) \(latest)\n")
        }
    }
}
