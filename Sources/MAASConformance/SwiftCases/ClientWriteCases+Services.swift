import MAASClient

extension ClientWriteCases {
    static let services: [Case] = [
        make(
            "client.services.dhcp-snippets", "a DHCP snippet is made, changed, turned back and removed",
            "DHCPSnippetsHandler, DHCPSnippetHandler", dhcpSnippets),
        make(
            "client.services.package-repositories", "a package repository is made, changed and removed",
            "PackageRepositoriesHandler, PackageRepositoryHandler", packageRepositories),
        make(
            "client.services.license-keys", "a license key is for a system that there is",
            "LicenseKeysHandler, LicenseKeyHandler", licenseKeys),
        make(
            "client.services.discovery",
            "what was discovered is listed, and not cleared or scanned for without saying what",
            "DiscoveriesHandler", discovery),
        make("client.services.events", "events are read, newest first", "EventsHandler.query", events),
    ]

    @Sendable private static func dhcpSnippets(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.dhcpSnippets.create(
            DHCPSnippetCreation(
                name: context.prefix + "snippet", value: "default-lease-time 600;", description: "d", enabled: false))
        let snippet = client.dhcpSnippets.dhcpSnippet(made.id)
        context.undo("DHCP snippet \(made.name)") { try await snippet.delete() }
        context.expectEqual(made.enabled, false, "enabled")
        context.expectEqual(made.globalSnippet, true, "global_snippet")
        let changed = try await snippet.update(DHCPSnippetUpdate(value: "default-lease-time 700;"))
        context.expectEqual(changed.history?.count, 2, "the number of its versions")
        context.expectEqual(try await snippet.get().value, "default-lease-time 700;", "value")
        context.expectEqual(try await snippet.revert(to: -1).value, "default-lease-time 600;", "the value of before")
        try await snippet.delete()
        try await context.expectRefusal("a snippet that is gone", 404) { try await snippet.get() }
    }

    @Sendable private static func packageRepositories(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.packageRepositories.create(
            PackageRepositoryCreation(
                name: context.prefix + "repo", url: "http://archive.example.com/ubuntu", arches: ["amd64"],
                enabled: false))
        let repository = client.packageRepositories.packageRepository(made.id)
        context.undo("package repository \(made.name)") { try await repository.delete() }
        context.expectEqual(made.enabled, false, "enabled")
        context.expectEqual(made.arches, ["amd64"], "arches")
        let changed = try await repository.update(
            PackageRepositoryUpdate(name: context.prefix + "archive", url: "http://other.example.com/ubuntu"))
        context.expectEqual(changed.name, context.prefix + "archive", "name")
        context.expectEqual(try await repository.get().url, "http://other.example.com/ubuntu", "url")
        try await repository.delete()
        try await context.expectRefusal("a repository that is gone", 404) { try await repository.get() }
    }

    @Sendable private static func licenseKeys(_ context: CaseContext, _ client: MAASClient) async throws {
        let system = context.prefix + "os"
        let key = client.licenseKeys.licenseKey(osystem: system, distroSeries: "none")
        try await context.expectRefusal("a key for no system", 400) {
            try await client.licenseKeys.create(osystem: system, distroSeries: "none", licenseKey: "k")
        }
        try await context.expectRefusal("no key", 404) { try await key.get() }
        try await context.expectRefusal("a change of no key", 404) { try await key.update(licenseKey: "k") }
        // MAAS says that what is not there is gone.
        try await key.delete()
        let listed = try await client.licenseKeys.list()
        context.expect(!listed.contains { $0.osystem == system }, "a key that was refused is listed")
    }

    @Sendable private static func discovery(_ context: CaseContext, _ client: MAASClient) async throws {
        let all = Set(try await client.discoveries.list().map(\.discoveryID))
        for unknown in [
            try await client.discoveries.byUnknownIP(), try await client.discoveries.byUnknownMAC(),
            try await client.discoveries.byUnknownIPAndMAC(),
        ] {
            context.expect(unknown.allSatisfy { all.contains($0.discoveryID) }, "a discovery is not among all of them")
        }
        if let id = all.first {
            context.expectEqual(try await client.discoveries.discovery(id).get().discoveryID, id, "discovery_id")
        }
        try await context.expectRefusal("no discovery", 404) {
            try await client.discoveries.discovery("bm9uZQ==").get()
        }
        try await context.expectRefusal("clearing nothing", 400) { try await client.discoveries.clear() }
        try await context.expectRefusal("clearing what is not there", 410) {
            try await client.discoveries.clearByMACAndIP(ip: "192.0.2.7", mac: context.mac())
        }
        try await context.expectRefusal("scanning everything", 400) { try await client.discoveries.scan(NetworkScan()) }
    }

    @Sendable private static func events(_ context: CaseContext, _ client: MAASClient) async throws {
        let page = try await client.events.query(EventFilter(level: "DEBUG", limit: 5))
        context.expect(page.events.count <= 5, "more events than the limit")
        context.expectEqual(page.count, page.events.count, "count")
        let ids = page.events.map(\.id)
        context.expectEqual(ids, ids.sorted(by: >), "the order of the ids")
        try await context.expectRefusal("an unknown level", 400) {
            try await client.events.query(EventFilter(level: "LOUD"))
        }
    }
}
