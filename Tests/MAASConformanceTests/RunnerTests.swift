import Foundation
import HTTPServer
import MAASClient
import Synchronization
import Testing

@testable import MAASConformance

/// A catalog of one wire case with one step.
func catalog(_ step: String, id: String = "protocol.a.b", more: String = "") throws -> CaseCatalog {
    let text =
        "{\"area\":\"protocol\",\"cases\":[{\"id\":\"\(id)\",\"title\":\"a title of it\",\"source\":\"some source\",\(more)\"steps\":[\(step)]}]}"
    return try CaseCatalog(try CaseFile.cases(in: text, file: "test.json"))
}

@Suite("The runner")
struct RunnerTests {
    @Test("profiles, versions, writes and patterns decide what runs, and skips have their reasons")
    func choosing() async throws {
        let catalog = try CaseCatalog.builtIn()
        let emulated = try Emulated(version: .v3_4)
        let summary = try await emulated.run(catalog) {
            $0.profiles = [.readOnly]
            $0.only = [
                CasePattern("interfaces.create.long-name"), CasePattern("inventory.zones.*"),
                CasePattern("network.reserved-ips.*"),
            ]
            $0.skip = [CasePattern("*.duplicate")]
        }
        #expect(!summary.results.contains { $0.item.id == "inventory.zones.duplicate" })
        #expect(summary.results.first { $0.item.id == "inventory.zones.list" }?.outcome == .passed)
        #expect(
            summary.results.first { $0.item.id == "inventory.zones.update" }?.outcome
                == .skipped("not in profile read-only"))
        let all = try await emulated.run(catalog) { $0.only = [CasePattern("network.reserved-ips.life")] }
        #expect(all.results.map(\.outcome) == [.skipped("holds for MAAS 3.6-, the target is 3.4")])
    }

    @Test("on an endpoint that is not the emulator nothing is created without --write, and read-only is the default")
    func careful() async throws {
        let posts = Mutex(0)
        let emulated = try Emulated { request, respond in
            if request.path.hasPrefix("/emulator") { return HTTPResponse(status: 404) }
            if request.method != "GET" { posts.withLock { $0 += 1 } }
            return respond(request)
        }
        let catalog = try CaseCatalog.builtIn()
        var options = RunOptions()
        options.only = [CasePattern("inventory.zones.*")]
        let byDefault = try await Runner(catalog: catalog, target: .maas(emulated.target), options: options).run { _ in
        }
        #expect(byDefault.results.contains { $0.outcome == .passed })
        options.profiles = [.all]
        let forbidden = try await Runner(catalog: catalog, target: .maas(emulated.target), options: options).run { _ in
        }
        #expect(forbidden.results.contains { $0.outcome == .skipped("creates something: give --write to allow it") })
        #expect(posts.withLock { $0 } == 0)
    }

    @Test("a known deviation is no failure, and one that passes is")
    func deviations() async throws {
        let emulated = try Emulated()
        var deviations = Deviations()
        try deviations.add(
            text: "[{\"case\":\"protocol.a.b\",\"reason\":\"known\",\"link\":\"https://example.com/1\"}]",
            version: "3.7",
            file: "3.7.json")
        let reason = "known <https://example.com/1>"
        for (status, outcome) in [(418, Outcome.knownDeviation(reason)), (200, .unexpectedPass(reason))] {
            let summary = try await emulated.run(
                try catalog("{\"request\":\"GET zones/\",\"expect\":{\"status\":\(status)}}")
            ) {
                $0.deviations = deviations
            }
            #expect(summary.results.map(\.outcome) == [outcome])
            #expect(summary.isGood == (status == 418))
        }
        #expect(throws: CaseFileError.self) { try deviations.add(text: "[]", version: "x", file: "x.json") }
    }

    @Test("a case that never ends fails when its time is up, and what it made is removed")
    func overdue() async throws {
        let gate = DispatchGroup()
        gate.enter()
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let emulated = try Emulated { request, respond in
            if request.path.hasSuffix("/version/") && request.query == "wait" {
                arrived.yield()
                gate.wait()
            }
            return respond(request)
        }
        defer { gate.leave() }
        let steps = """
            {"request":{"method":"POST","path":"zones/","form":{"name":"{prefix}z"}},"undo":{"path":"zones/{prefix}z/"}},
            {"request":"GET version/?wait"}
            """
        let summary = try await emulated.run(try catalog(steps)) { options in
            // Time is up once the step is reached that never ends.
            options.deadline = { _ in for await _ in arrivals { break } }
        }
        #expect(summary.results.map(\.outcome) == [.failed(["not over after 300 seconds"])])
        let zones = try await emulated.target.client().zones.list()
        #expect(!zones.contains { $0.name.hasPrefix(RunOptions.anyPrefix) })
    }

    @Test("as many cases run at once as may, however few VMs there is room for")
    func parallel() async throws {
        let arrived = Mutex(0)
        let all = DispatchGroup()
        for _ in 0..<8 { all.enter() }
        let crowded = try OtherTarget.lab { lab in
            let hosts = (lab["vm_hosts"]?.elements ?? []).map { host in
                var host = host
                host.set("memory_over_commit_ratio", .float(0.05))
                return host
            }
            lab.set("vm_hosts", .array(hosts))
        }
        let emulated = try Emulated(inventory: crowded) { request, respond in
            guard request.query == "wait" else { return respond(request) }
            let number = arrived.withLock { count in
                count += 1
                return count
            }
            if number <= 8 { all.leave() }
            // Eight that wait for each other: with one less at once none would be answered.
            guard all.wait(timeout: .now() + 600) == .success else { return HTTPResponse(status: 500) }
            return respond(request)
        }
        let cases = try (1...8).flatMap {
            try catalog(#"{"request":"GET version/?wait"}"#, id: "protocol.a.c\($0)").cases
        }
        let summary = try await emulated.run(try CaseCatalog(cases)) { $0.parallel = 8 }
        #expect(summary.results.map(\.outcome) == Array(repeating: .passed, count: 8))
    }

    @Test("cases that deploy run at the same time, and take as much room as two that compose")
    func deploying() throws {
        let cases = try CaseCatalog.builtIn().cases
        let deploying = cases.filter(\.deploys)
        #expect(deploying.map(\.id).sorted() == ["client.machines.deploy", "machines.life.deploy"])
        #expect(deploying.allSatisfy { !$0.alone && $0.room == 2 })
        #expect(Set(cases.filter { $0.writes && !$0.deploys }.map(\.room)) == [0, 1])
        #expect(cases.allSatisfy { $0.writes || $0.room == 0 })
    }

    @Test("an interrupted run ends, skips the rest and cleans up")
    func interrupted() async throws {
        let gate = DispatchGroup()
        gate.enter()
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let emulated = try Emulated { request, respond in
            if request.query == "wait" {
                arrived.yield()
                gate.wait()
            }
            return respond(request)
        }
        defer { gate.leave() }
        let steps = """
            {"request":{"method":"POST","path":"zones/","form":{"name":"{prefix}z"}},"undo":{"path":"zones/{prefix}z/"}},
            {"request":"GET version/?wait"}
            """
        let first = try catalog(steps)
        let both = try CaseCatalog(first.cases + catalog("{\"request\":\"GET zones/\"}", id: "protocol.a.c").cases)
        let task = Task { try await emulated.run(both) { $0.parallel = 1 } }
        for await _ in arrivals { break }
        task.cancel()
        let summary = try await task.value
        #expect(summary.interrupted && !summary.isGood)
        #expect(
            summary.results.map(\.outcome) == [
                .errored("the run was interrupted"), .skipped("the run was interrupted"),
            ])
        let zones = try await emulated.target.client().zones.list()
        #expect(!zones.contains { $0.name.hasPrefix(RunOptions.anyPrefix) })
    }

    @Test(
        "the suite's own mistake is an error and not the target's failure",
        arguments: [
            #"{"request":"GET zones/{nobody}/"}"#, #"{"request":"GET zones/","capture":{"zone":"{nobody}.name"}}"#,
        ])
    func ownMistake(step: String) async throws {
        let summary = try await Emulated().run(try catalog(step))
        #expect(summary.results.map(\.outcome) == [.errored("nothing is known as {nobody}")])
    }

    @Test(
        "who is cancelled while the target is looked at gets CancellationError, and not a target that lacks something",
        arguments: ["/emulator/health", "op=refresh", "/boot-resources/", "op=get_config"])
    func cancelledProbe(part: String) async throws {
        let (emulated, arrivals, gate) = try waiting(at: part)
        defer { gate.leave() }
        let catalog = try CaseCatalog.builtIn()
        let task = Task { try await emulated.run(catalog) }
        for await _ in arrivals { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("so does who is cancelled while two endpoints are compared, or something is cleaned up")
    func cancelledTools() async throws {
        let (emulated, arrivals, gate) = try waiting(at: "/zones/")
        defer { gate.leave() }
        let compare = Task { _ = try await EndpointDiff(emulated.target, emulated.target).run() }
        let clean = Task { _ = try await Cleaner(maas: emulated.target).clean(runID: "nobody") }
        var arrived = 0
        for await _ in arrivals {
            arrived += 1
            if arrived == 2 { break }
        }
        for task in [compare, clean] {
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    /// An emulator that holds back the answers to what has `part` in its target, says when one is asked for, and lets
    /// go when the gate was left.
    private func waiting(at part: String) throws -> (Emulated, AsyncStream<Void>, DispatchGroup) {
        let gate = DispatchGroup()
        gate.enter()
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let emulated = try Emulated { request, respond in
            if "\(request.path)?\(request.query ?? "")".contains(part) {
                arrived.yield()
                gate.wait()
            }
            return respond(request)
        }
        return (emulated, arrivals, gate)
    }

    @Test("a target that cannot be reached, refuses the key or lacks what was named is an error of the whole run")
    func unusable() async throws {
        let catalog = try CaseCatalog.builtIn()
        let emulated = try Emulated()
        let targets = try [
            MAASTarget(url: "http://127.0.0.1:1", key: "a:b:c"), MAASTarget(url: emulated.url, key: "a:b:c"),
        ]
        for target in targets {
            await #expect(throws: TargetError.self) {
                try await Runner(catalog: catalog, target: .maas(target)).run { _ in }
            }
        }
        for allowance in [
            Allowance(vmHost: "nobody"), Allowance(subnet: "192.0.2.0/24"), Allowance(zone: "none"),
            Allowance(pool: "none"),
        ] {
            await #expect(throws: TargetError.self) { try await emulated.run(catalog) { $0.allowance = allowance } }
        }
    }
}

@Suite("Reports")
struct ReportTests {
    private func reports() throws -> [String: String] {
        let item = try catalog(
            "{\"request\":\"GET zones/\"}", more: "\"link\":\"https://example.com/doc\","
        ).cases[0]
        let exchange = Exchange(
            name: "GET <zones>", request: "GET http://h/zones/", requestBody: "", status: 500, headers: ["A: b"],
            body: "<oops>\u{1}", seconds: 0.1)
        var summary = RunSummary()
        for outcome in [
            Outcome.passed, .failed(["a < b & \"c\" # d"]), .errored("own"), .skipped("why"),
            .knownDeviation("known <https://example.com/1>"), .unexpectedPass("x"),
        ] {
            summary.results.append(CaseResult(item: item, outcome: outcome, seconds: 1.5, exchanges: [exchange]))
        }
        summary.leftovers = ["zone x: <no>"]
        let info = RunInfo(
            runID: "abcdef", target: "http://h/MAAS/", version: "3.7.3", isEmulator: false, profiles: [.all], count: 6,
            missing: [(.images, "none")])
        var written: [String: String] = [:]
        let make: [(String, (@escaping (String) -> Void) -> any Recorder)] = [
            ("text", { TextRecorder(write: $0) }), ("xml", { JUnitRecorder(write: $0) }),
            ("json", { JSONRecorder(write: $0) }),
            ("html", { HTMLRecorder(write: $0) }), ("tap", { TAPRecorder(write: $0) }),
        ]
        for (name, recorder) in make {
            let made = recorder { written[name, default: ""] += $0 }
            made.record(.started(info))
            for result in summary.results { made.record(.caseFinished(result)) }
            made.record(.finished(summary))
        }
        return written
    }

    @Test("every format says the same, and is well-formed")
    func formats() throws {
        let reports = try reports()
        let json = try JSON(parsing: try #require(reports["json"]))
        #expect(json["conforms"] == .bool(false) && json["cases"]?.elements?.count == 6)
        #expect(json.at("counts.failed") == .int(1) && json.at("cases.1.exchanges.0.status") == .int(500))
        let tap = try #require(reports["tap"])
        #expect(tap.hasPrefix("TAP version 14\n1..7\n"))
        #expect(tap.contains("not ok 2 - ") && tap.contains("# SKIP why") && tap.contains("# TODO known"))
        let xml = try #require(reports["xml"])
        #expect(
            xml.contains("failures=\"2\"") && xml.contains("errors=\"1\"")
                && xml.contains("a &lt; b &amp; &quot;c&quot;"))
        for name in ["xml", "html"] {
            #expect(!(reports[name] ?? "").contains("\u{1}") && !(reports[name] ?? "").contains("<oops>"))
        }
        #expect(reports["html"]?.contains("viewport") == true && reports["html"]?.contains("http://h/zones/") == true)
        #expect(reports["html"]?.contains("src=") == false)
        let text = try #require(reports["text"])
        #expect(text.contains("LEFT BEHIND  zone x") && text.contains("The target does not conform."))
        #expect(text.contains("known <https://example.com/1>") && !text.contains("\u{1B}"))
    }

    @Test("every format says when, where and with which versions it was made")
    func occasion() throws {
        for (name, text) in try reports() {
            #expect(text.contains(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/), "\(name)")
            #expect(text.contains("3.7.3") && text.contains("http://h/MAAS/"), "\(name)")
            #expect(text.contains(RunInfo.suiteVersion) && text.contains(Self.host), "\(name)")
        }
        // JUnit's own schema has no zone in it, and wants the host's name.
        let xml = try #require(try reports()["xml"])
        let suites = xml.matches(of: /<testsuite (?<attributes>[^>]*)>/).filter { !$0.attributes.contains("cleanup") }
        #expect(!suites.isEmpty)
        for suite in suites {
            #expect(suite.attributes.contains(/timestamp="20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d"/))
            #expect(suite.attributes.contains(" hostname=\"\(Self.host)\""))
        }
    }

    private static let host = ProcessInfo.processInfo.hostName

    @Test("the HTML report opens what went wrong, folds the rest, and gives each reason of a skip once")
    func html() throws {
        let html = try #require(try reports()["html"])
        let opened = html.matches(of: /<details class="case ([a-z-]+)" open>/).map { String($0.1) }
        #expect(opened == ["failed", "error", "unexpected-pass"])
        #expect(html.contains("<b>1</b> why</summary>") && html.contains("GET &lt;zones&gt; → 500"))
        #expect(html.contains("class=\"bar\"") && html.contains("<a href=\"https://example.com/doc\">"))
    }

    @Test("on a terminal the last line tells how far the run is, and no line is left of it")
    func progress() throws {
        let item = try catalog("{\"request\":\"GET zones/\"}", id: "protocol.quite.long").cases[0]
        var written: [String] = []
        let recorder = TextRecorder(terminalWidth: 24) { written.append($0) }
        recorder.record(
            .started(
                RunInfo(
                    runID: "r", target: "t", version: "3.7", isEmulator: false, profiles: [.all], count: 2,
                    missing: [])))
        recorder.record(.caseStarted(item))
        #expect(written.last == "0/2  protocol.quite.lon")
        recorder.record(.caseFinished(CaseResult(item: item, outcome: .failed(["x"]), seconds: 1, exchanges: [])))
        #expect(written.last == "1/2  1 failed  ")
        recorder.record(.finished(RunSummary()))
        #expect(written.last?.hasPrefix("Nothing ran of the 0 cases") == true)
        // What stood on the line is erased before anything else is written.
        let texts = written.filter { $0 != ProgressLine.erase }
        #expect(written.count { $0 == ProgressLine.erase } == 4)
        #expect(texts.filter { $0.contains("/2  ") }.allSatisfy { !$0.contains("\n") })
    }
}
