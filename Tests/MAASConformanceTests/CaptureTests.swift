import Foundation
import MAASClient
import MAASEmulator
import Testing

@testable import MAASConformance

/// A capture holds every kind that a fixture can hold, and says what it does not hold.
@Suite struct CaptureTests {
    @Test(
        "everything that somebody can make in a region is captured with it",
        arguments: [MAASEmulator.MAASVersion.v3_6, .v3_8])
    func everything(version: MAASEmulator.MAASVersion) async throws {
        let live = try Emulated(version: version, inventory: Self.labWithDiscovery())
        try await Self.furnish(live, withGroups: version == .v3_8)
        let captured = try await RegionCapture(live.target).captured()
        let copy = try Emulated(version: version, inventory: Array(captured.fixture.pretty.utf8))
        let result = try await EndpointDiff(live.target, copy.target).run(
            skipping: ["events/*", "installation-results/*", "files/*"].map(CasePattern.init))
        for difference in result.differences {
            Issue.record(
                "\(difference.request) \(difference.place): \(difference.left ?? "-") / \(difference.right ?? "-")")
        }
        for name in ["node_timeout", "ntp_servers", "maas_name"] {
            let (left, right) = (live.target.client().settings, copy.target.client().settings)
            #expect(try await left.get(name) == (try await right.get(name)))
        }
        let empty = (captured.fixture.members ?? []).filter { $0.value.elements?.isEmpty == true }.map(\.key)
        #expect(empty == [])
        let crew = captured.fixture["user_groups"]?.elements?.first { $0["name"] == .string("crew") }
        #expect(crew?["members"] == (version == .v3_8 ? .array([.string("user1")]) : nil))
        #expect(crew?["entitlements"]?.elements?.count == (version == .v3_8 ? 1 : nil))
    }

    @Test("what is left out is counted, and named in the fixture")
    func leftOut() async throws {
        let live = try Emulated()
        let client = live.target.client()
        try await client.files.create(filename: "a", file: Data("content".utf8))
        try await client.settings.set(name: "http_proxy", value: "http://u:hidden-word@proxy.example.com/")
        try await client.bootResources.upload(
            name: "custom/a", architecture: "amd64/generic", content: Data("x".utf8), baseImage: "ubuntu/jammy")
        let captured = try await RegionCapture(live.target).captured()
        let counts = Dictionary(uniqueKeysWithValues: captured.leftOut.map { ($0.what, $0.count) })
        #expect(counts["files"] == 1 && counts["secret settings"] == 1 && counts["contents of uploaded images"] == 1)
        #expect((counts["passwords and API keys of users, who get new keys"] ?? 0) >= 2)
        #expect((counts["secrets of power parameters"] ?? 0) > 0)
        #expect(captured.fixture["about"]?.text?.contains("1 files") == true)
        #expect(!captured.fixture.pretty.contains("hidden-word"))
    }

    /// The lab, where a rack controller has seen a host that is nobody's.
    private static func labWithDiscovery() throws -> [UInt8] {
        let lab = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "fixtures/lab.json")
        var fixture = try JSON(parsing: Data(contentsOf: lab))
        let rack = try #require(fixture["controllers"]?.elements?.first)
        fixture.set(
            "discoveries",
            .array([
                .object([
                    .init("ip", .string("10.10.0.99")), .init("mac_address", .string("02:00:00:00:00:99")),
                    .init("observer", try #require(rack["hostname"])),
                    .init("interface", try #require(rack.at("interfaces.0.name"))),
                    .init("hostname", .string("stranger")),
                ])
            ]))
        return Array(fixture.pretty.utf8)
    }

    /// One of everything.
    private static func furnish(_ region: Emulated, withGroups: Bool) async throws {
        let client = region.target.client()
        let subnets = try await client.subnets.list().filter { $0.cidr.contains(".") }
        let first = try #require(subnets.first { $0.vlan.dhcpOn })
        let second = try #require(subnets.first { $0.id != first.id })
        let addresses = try await FreeAddresses.of(first, client)
        try await client.fabrics.fabric(first.vlan.fabricID).vlans.create(
            VLANCreation(vid: 77, name: "relayed", relayVLAN: first.vlan.id))
        try await client.staticRoutes.create(
            source: first.id, destination: second.id, gatewayIP: addresses[0], metric: 7)
        try await client.reservedIPs.create(ip: addresses[1], macAddress: "02:00:00:00:00:77", comment: "kept")
        try await client.ipAddresses.reserve(AddressReservation(ip: addresses[2]))
        try await client.dnsResources.create(
            DNSResourceCreation(name: "www", domain: "maas", addressTTL: 30, ipAddresses: [addresses[3]]))
        try await client.dnsRecords.create(
            DNSRecordCreation(name: "www", domain: "maas", rrtype: "TXT", rrdata: "some text", ttl: 60))
        let machine = try #require(try await client.machines.list().first)
        let device = try await client.devices.create(
            DeviceCreation(macAddresses: ["02:00:00:00:00:78"], hostname: "printer", parent: machine.systemID))
        try await client.devices.device(device.systemID).setOwnerData(["room": "7"])
        try await client.dhcpSnippets.create(
            DHCPSnippetCreation(name: "lease", value: "default-lease-time 600;", description: "d", subnet: first.id))
        try await client.scripts.create(
            ScriptCreation(
                name: "mine", title: "Mine", description: "d", tags: ["a", "b"], type: "testing", timeout: 90,
                script: "#!/bin/sh\ntrue\n"))
        try await client.packageRepositories.create(
            PackageRepositoryCreation(
                name: "extra", url: "http://archive.example.com/ubuntu", components: ["main"], arches: ["amd64"]))
        let main = try #require(try await client.packageRepositories.list().first { $0.name == "main_archive" })
        try await client.packageRepositories.packageRepository(main.id).update(
            PackageRepositoryUpdate(name: main.name, url: "http://mirror.example.com/ubuntu"))
        try await client.notifications.create(
            NotificationCreation(message: "hello {who}", context: #"{"who": "you"}"#, category: .warning, admins: true))
        try await client.sshKeys.create(
            key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me")
        try await client.settings.set(name: "node_timeout", value: "45")
        try await client.settings.set(name: "ntp_servers", value: "ntp.example.com")
        guard withGroups else { return }
        let answer = try await client.send(.init("POST", "groups/", form: ["name": "crew", "description": "d"]))
        let id = try #require(JSON(parsing: answer.body)["id"]?.plain)
        _ = try await client.send(.init("POST", "groups/\(id)/", op: "add_member", form: ["username": "user1"]))
        try await client.userGroups.userGroup(Int(id) ?? 0).addEntitlement(
            resourceType: "maas", resourceID: 0, entitlement: "can_view_machines")
    }
}
