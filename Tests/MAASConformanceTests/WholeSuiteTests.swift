import MAASEmulator
import Testing

@testable import MAASConformance

/// What the whole suite comes to on the emulator as one version of MAAS.
struct VersionExpectation: Sendable, CustomTestStringConvertible {
    let version: MAASEmulator.MAASVersion
    /// The cases that do not hold for the version.
    var skipped: Set<String> = []
    /// Areas and cases that need VM hosts, which the version has no more.
    var withoutVMHosts = false

    var testDescription: String { "\(version)" }

    static let all = [
        VersionExpectation(
            version: .v3_4,
            skipped: [
                "interfaces.create.long-name", "inventory.scripts.results", "network.reserved-ips.life",
                "network.reserved-ips.update",
                "network.subnets.overlap", "protocol.gone.vm-hosts", "client.networks.reserved-ips",
                "client.account.ssh-key-import", "client.account.groups",
                "client.account.single-sign-on",
            ]),
        VersionExpectation(
            version: .v3_5,
            skipped: [
                "interfaces.create.long-name", "inventory.scripts.results", "network.reserved-ips.life",
                "network.reserved-ips.update",
                "network.subnets.overlap", "protocol.gone.vm-hosts", "client.networks.reserved-ips",
                "client.account.ssh-key-import", "client.account.groups",
                "client.account.single-sign-on",
            ]),
        VersionExpectation(
            version: .v3_6,
            skipped: [
                "network.subnets.overlap", "protocol.gone.vm-hosts", "client.account.ssh-key-import",
                "client.account.groups",
                "client.account.single-sign-on",
            ]),
        VersionExpectation(
            version: .v3_7,
            skipped: ["protocol.gone.vm-hosts", "client.account.groups", "client.account.single-sign-on"]),
        VersionExpectation(version: .v3_8, skipped: ["protocol.gone.vm-hosts"]),
        VersionExpectation(
            version: .v4_0,
            skipped: [
                "machines.life.allocate-vm", "machines.life.dry-run", "machines.life.owner-data",
                "machines.life.deploy", "machines.life.bad-series", "client.vmhosts.not-found",
                "client.vmhosts.query-filters", "client.vmhosts.accessors", "client.vmhosts.on-machine",
                "client.compose.read-back", "client.compose.refusal", "client.interfaces.static-ip",
                "client.machines.deploy", "client.vmhosts.life", "client.vmhosts.clusters",
            ], withoutVMHosts: true),
    ]

    /// The ids that must be skipped, of all there are.
    func skips(of catalog: CaseCatalog) -> Set<String> {
        let gone = catalog.cases.filter { withoutVMHosts && [.vmhosts, .compose, .service].contains($0.area) }
        return skipped.union(gone.map(\.id))
    }
}

@Suite("The suite on the emulator", .serialized)
struct WholeSuiteTests {
    @Test("every case passes, but those that do not hold for the version", arguments: VersionExpectation.all)
    func whole(expected: VersionExpectation) async throws {
        let catalog = try CaseCatalog.builtIn()
        let summary = try await Self.run(catalog, expected.version)
        expectGood(summary)
        #expect(summary.results.count == catalog.cases.count)
        var skipped: Set<String> = []
        for result in summary.results {
            guard case .skipped(let reason) = result.outcome else { continue }
            skipped.insert(result.item.id)
            #expect(
                reason.hasPrefix("holds for MAAS") || reason.hasSuffix("has no VM hosts any more"),
                "\(result.item.id): \(reason)")
        }
        let wanted = expected.skips(of: catalog)
        #expect(skipped.subtracting(wanted) == [], "skipped, and should run")
        #expect(wanted.subtracting(skipped) == [], "ran, and should be skipped")
    }

    /// The run on MAAS 3.7, which is looked at for what it asks, too.
    static let ofNow = Task { try await Emulated(version: .v3_7).run(CaseCatalog.builtIn()) }

    private static func run(_ catalog: CaseCatalog, _ version: MAASEmulator.MAASVersion) async throws -> RunSummary {
        version == .v3_7 ? try await ofNow.value : try await Emulated(version: version).run(catalog)
    }

    private func expectGood(_ summary: RunSummary) {
        for result in summary.results where result.outcome.isBad {
            Issue.record("\(result.item.id): \(result.outcome.reasons)")
        }
        let isGood = summary.isGood
        #expect(isGood, "\(summary.leftovers)")
    }
}
