import Foundation
import HTTPClient
import MAASClient
import Testing

@Suite("Objects")
struct ObjectTests {
    @Test(
        "what MAAS answers is read and written again without a loss, in every version",
        arguments: EmulatedMAAS.Release.allCases)
    func roundTrips(version: EmulatedMAAS.Release) async throws {
        let client = try EmulatedMAAS(version).client
        try await fill(client)
        try await check(client, "machines/", [Machine].self)
        try await check(client, "nodes/", [Node].self)
        try await check(client, "devices/", [Device].self)
        try await check(client, "rackcontrollers/", [RackController].self)
        try await check(client, "regioncontrollers/", [RegionController].self)
        try await check(client, "rackcontrollers/", op: "describe_power_types", [PowerType].self)
        try await check(client, "fabrics/", [Fabric].self)
        try await check(client, "spaces/", [Space].self)
        try await check(client, "subnets/", [Subnet].self)
        try await check(client, "subnets/1/", op: "statistics", SubnetStatistics.self)
        try await check(client, "subnets/1/", op: "ip_addresses", [SubnetAddress].self)
        try await check(client, "subnets/1/", op: "reserved_ip_ranges", [AddressRange].self)
        try await check(client, "ipranges/", [IPRange].self)
        try await check(client, "ipaddresses/", [IPAddressRecord].self, ["all": true])
        try await check(client, "static-routes/", [StaticRoute].self)
        try await check(client, "domains/", [Domain].self)
        try await check(client, "dnsresources/", [DNSResource].self, ["all": true])
        try await check(client, "dnsresourcerecords/", [DNSRecord].self)
        try await check(client, "zones/", [Zone].self)
        try await check(client, "resourcepools/", [ResourcePool].self)
        try await check(client, "tags/", [TagObject].self)
        try await check(client, "users/", [User].self)
        try await check(client, "account/prefs/sshkeys/", [SSHKey].self)
        try await check(client, "account/", op: "list_authorisation_tokens", [AuthorisationToken].self)
        try await check(client, "notifications/", [UserNotification].self)
        try await check(client, "scripts/", [Script].self)
        try await check(client, "events/", op: "query", EventPage.self)
        try await check(client, "boot-resources/", [BootResource].self)
        try await check(client, "boot-sources/", [BootSource].self)
        try await check(client, "boot-sources/1/selections/", [BootSourceSelection].self)
        try await check(client, "package-repositories/", [PackageRepository].self)
        try await check(client, "dhcp-snippets/", [DHCPSnippet].self)
        try await check(client, "networks/", [Network].self)
        try await check(client, "discovery/", [Discovery].self)
        try await check(client, "commissioning-results/", [NodeResult].self)
        let image = try #require(try await client.bootResources.list().first)
        try await check(client, "boot-resources/\(image.id)/", BootResource.self)
        for machine in try await client.machines.list() {
            let node = "nodes/\(machine.systemID)"
            try await check(client, "\(node)/results/", [ScriptSet].self, ["include_output": true])
            try await check(client, "\(node)/interfaces/", [Interface].self)
            try await check(client, "\(node)/blockdevices/", [BlockDevice].self)
            try await check(client, "\(node)/volume-groups/", [VolumeGroup].self)
            try await check(client, "\(node)/raids/", [RAID].self)
            try await check(client, "\(node)/bcaches/", [Bcache].self)
            try await check(client, "\(node)/bcache-cache-sets/", [CacheSet].self)
        }
        guard version < .v4_0 else { return }
        try await check(client, "vm-hosts/", [VMHost].self)
        try await check(client, "virtual-machines/", [VirtualMachine].self)
    }

    @Test("a key and a word that this client does not know are kept")
    func unknown() throws {
        let text = #"{"id": 5, "mode": "teleport", "colour": {"r": 1.5, "list": [null, true, "x"]}}"#
        let link = try JSONDecoder().decode(Link.self, from: Data(text.utf8))
        #expect(link.mode == .other("teleport") && link.mode.rawValue == "teleport")
        #expect(link.others["colour"]?["r"]?.double == 1.5 && link.others["colour"]?["list"]?[2]?.string == "x")
        let again = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(link))
        #expect(again == (try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))))
        #expect(LinkMode("static") == .static && InterfaceType("bond") == "bond" && LinkMode.allCases.count == 4)
    }

    /// What the lab has none of.
    private func fill(_ client: MAASClient) async throws {
        let device = try await client.devices.create(
            DeviceCreation(macAddresses: ["00:16:3e:aa:00:01"], hostname: "printer"))
        #expect(device.hostname == "printer")
        try await client.sshKeys.create(
            key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4tVyhSpXGm4zFDK2B0lWZJXKGxbHVtGSnZfPDBPwyQ me")
        let snippet = try await client.dhcpSnippets.create(
            DHCPSnippetCreation(name: "s", value: "# nothing", globalSnippet: true))
        #expect(snippet.globalSnippet == true)
        let domain = try await client.domains.create(name: "example.test", ttl: 30)
        let name = try await client.dnsResources.create(
            DNSResourceCreation(name: "www", domain: domain.name, ipAddresses: ["10.10.0.77"]))
        #expect(name.fqdn == "www.example.test")
        try await client.dnsRecords.create(
            DNSRecordCreation(fqdn: "txt.example.test", rrtype: "TXT", rrdata: "hello"))
        let route = try await client.staticRoutes.create(source: 1, destination: 2, gatewayIP: "10.10.0.9")
        #expect(route.gatewayIP == "10.10.0.9")
        try await client.notifications.create(NotificationCreation(message: "hello", category: .info, users: true))
        try await client.ipAddresses.reserve(AddressReservation(subnet: 1, ip: "10.10.0.78"))
    }

    /// Reads an answer as `Answer`, writes that, and compares the two.
    private func check<Answer: Codable & Hashable>(
        _ client: MAASClient, _ path: String, op: String? = nil, _ type: Answer.Type, _ query: Params = [:]
    ) async throws {
        let place = "\(path) \(op ?? "")"
        let answer = try await client.send(APICall("GET", path, op: op, query: query)).body
        let read: Answer
        do {
            read = try JSONDecoder().decode(type, from: answer)
        } catch {
            Issue.record("\(place): \(error)")
            return
        }
        let before = try JSONDecoder().decode(JSONValue.self, from: answer)
        let after = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(read))
        #expect(Self.difference(before, after, place) == nil)
    }

    /// The first place where two values differ. `null` and an empty list are both nothing where the client says `[]`.
    private static func difference(_ one: JSONValue, _ other: JSONValue, _ path: String) -> String? {
        if let a = one.object, let b = other.object {
            for key in Set(a.keys).union(b.keys).sorted() {
                let (left, right) = (a[key] ?? .array([]), b[key] ?? .null)
                if let found = difference(left, right, "\(path).\(key)") { return found }
            }
            return nil
        }
        if let a = one.array, let b = other.array, a.count == b.count {
            return zip(a, b).enumerated().lazy.compactMap { difference($1.0, $1.1, "\(path).\($0)") }.first
        }
        if let a = one.double, let b = other.double { return a == b ? nil : "\(path): \(a) became \(b)" }
        let nothing: Set<JSONValue> = [.null, .array([])]
        return one == other || (nothing.contains(one) && nothing.contains(other))
            ? nil : "\(path): \(one) became \(other)"
    }
}
