import Foundation
import HTTPServer
import Testing

@testable import MAASConformance

/// A MAAS that lacks something of the lab, or does not do what only the emulator does.
struct OtherTarget: Sendable, CustomTestStringConvertible {
    let name: String
    /// A part of the reason for which something is skipped there.
    let reason: String
    /// At least so many cases run all the same.
    let passes: Int
    let make: @Sendable () throws -> Emulated

    var testDescription: String { name }

    static let all = [
        OtherTarget(name: "nothing but an administrator", reason: "no complete image", passes: 120) {
            try Emulated(inventory: Array(try fixture("empty.json").pretty.utf8))
        },
        OtherTarget(name: "no images", reason: "no complete Ubuntu image", passes: 120) {
            try Emulated(inventory: try lab { $0.set("boot_resources", .array([])) })
        },
        OtherTarget(name: "images that are not there yet", reason: "no complete image", passes: 120) {
            try Emulated { request, respond in
                let answer = respond(request)
                guard request.path.contains("/boot-resources/") else { return answer }
                return answer.replacing("\"complete\": true", "\"complete\": false")
            }
        },
        OtherTarget(name: "no VM hosts", reason: "no LXD VM host with room", passes: 180) {
            try Emulated(
                inventory: try lab { lab in
                    lab.set("vm_hosts", .array([]))
                    let machines = lab["machines"]?.elements ?? []
                    lab.set("machines", .array(machines.filter { $0["vm_host"] == nil }))
                })
        },
        OtherTarget(name: "VM hosts without room", reason: "no LXD VM host with room", passes: 180) {
            try Emulated(
                inventory: try lab { lab in
                    let hosts = (lab["vm_hosts"]?.elements ?? []).map { host in
                        var host = host
                        host.set("memory_over_commit_ratio", .float(0.01))
                        return host
                    }
                    lab.set("vm_hosts", .array(hosts))
                })
        },
        OtherTarget(name: "VM hosts that MAAS cannot reach", reason: "MAAS cannot reach VM host", passes: 180) {
            try Emulated { request, respond in
                let query = request.query ?? ""
                guard query.contains("op=refresh") || query.contains("op=compose") else { return respond(request) }
                return HTTPResponse(status: 503, body: Array("Failed talking to pod".utf8))
            }
        },
        OtherTarget(name: "no DHCP anywhere", reason: "no subnet with DHCP", passes: 180) {
            try Emulated { request, respond in
                respond(request).replacing("\"dhcp_on\": true", "\"dhcp_on\": false")
            }
        },
        OtherTarget(name: "the key of a plain user", reason: "not an administrator's", passes: 60) {
            try Emulated(asUser: true)
        },
        OtherTarget(name: "hardware that never boots", reason: "still Deploying after 1800 seconds", passes: 280) {
            try Emulated(isLive: true)
        },
    ]

    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "fixtures")

    private static func fixture(_ name: String) throws -> JSON {
        try JSON(parsing: try Data(contentsOf: fixtures.appending(path: name)))
    }

    static func lab(_ change: (inout JSON) -> Void) throws -> [UInt8] {
        var lab = try fixture("lab.json")
        change(&lab)
        return Array(lab.pretty.utf8)
    }
}

extension HTTPResponse {
    fileprivate func replacing(_ old: String, _ new: String) -> HTTPResponse {
        var changed = self
        changed.body = Array(String(decoding: body, as: UTF8.self).replacing(old, with: new).utf8)
        return changed
    }
}

extension OtherTarget {
    /// Runs everything on it: nothing fails, what it lacks is named, and all is as it was before.
    fileprivate func check() async throws {
        let emulated = try make()
        let before = try await emulated.everything()
        let summary = try await emulated.run(try CaseCatalog.builtIn()) { $0.mayDeploy = true }
        for result in summary.results where result.outcome.isBad {
            Issue.record("\(result.item.id): \(result.outcome.reasons)")
        }
        #expect(summary.isGood, "\(summary.leftovers)")
        #expect(summary.results.contains { $0.outcome.reasons.contains { $0.contains(reason) } })
        #expect(summary.count("passed") >= passes)
        let after = try await emulated.everything()
        // MAAS makes this tag for the first VM host; nobody knows then whose it is.
        #expect(after.filter { !before.contains($0) && $0 != "tags/pod-console-logging" } == [])
        #expect(before.filter { !after.contains($0) } == [])
    }
}

/// The other half of them: one after the other they would keep one core busy long after all other tests are over.
@Suite("The suite on a MAAS that lacks something", .serialized)
struct LackingTargetsTests {
    @Test("what a target lacks is a reason to skip, and no failure", arguments: OtherTarget.all.prefix(5))
    func nothingFails(target: OtherTarget) async throws { try await target.check() }
}

@Suite("The suite on a MAAS that is not the lab", .serialized)
struct OtherTargetsTests {
    @Test("what a target does not do is a reason to skip, and no failure", arguments: OtherTarget.all.dropFirst(5))
    func nothingFails(target: OtherTarget) async throws { try await target.check() }

    @Test("without being told so, the suite waits for no deployment on a target that is not the emulator")
    func noDeployments() async throws {
        let summary = try await Emulated(isLive: true).run(try CaseCatalog.builtIn()) {
            $0.only = [CasePattern("machines.life.deploy")]
        }
        let outcomes = summary.results.map(\.outcome)
        #expect(outcomes == [.skipped("waits until a machine is deployed: give --deploy to allow it")])
    }

    @Test("where an emulator's time stands still the suite moves it, and does not wait") func manualClock() async throws
    {
        let emulated = try Emulated()
        let before = try emulated.region.withState { try $0.now }
        let target = try MAASTarget(url: emulated.url, key: try emulated.region.apiKey(admin: true) ?? "")
        var options = RunOptions()
        options.only = [CasePattern("machines.life.deploy")]
        let summary = try await Runner(
            catalog: try CaseCatalog.builtIn(), target: .maas(target), options: options
        ).run { _ in }
        #expect(summary.results.map(\.outcome) == [.passed], "\(summary.results.map(\.outcome.reasons))")
        #expect(try emulated.region.withState { try $0.now } > before)
    }

    @Test("only the VM host that was allowed gets VMs, whatever else is in its zone and pool")
    func allowedHost() async throws {
        let emulated = try Emulated()
        let hosts = try await emulated.target.client().vmHosts.list().filter { $0.type == "lxd" }
        let chosen = try #require(hosts.last)
        let summary = try await emulated.run(try CaseCatalog.builtIn()) {
            $0.only = ["service.compose.*", "service.difference.*", "compose.storage.*"].map(CasePattern.init)
            $0.allowance.vmHost = chosen.name
        }
        for result in summary.results where result.outcome.isBad {
            Issue.record("\(result.item.id): \(result.outcome.reasons)")
        }
        #expect(summary.isGood && summary.count("passed") > 10, "\(summary.verdict), \(summary.leftovers)")
        let composed = summary.results.flatMap(\.exchanges).filter { $0.request.contains("op=compose") }
        #expect(!composed.isEmpty)
        for exchange in composed {
            let isMissing = exchange.request.contains("/vm-hosts/999999999/")
            #expect(isMissing || exchange.request.contains("/vm-hosts/\(chosen.id)/"), "\(exchange.request)")
        }
    }
}
