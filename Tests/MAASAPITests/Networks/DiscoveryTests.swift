import RegionTesting
import Testing

@testable import MAASEmulator
@testable import MAASRegion

/// `discovery/` and the legacy view `networks/`, as a running MAAS 3.7.3 answers.
@Suite struct DiscoveryTests {
    private static let inventory = """
        {"users": [{"username": "a", "is_superuser": true, "api_key": "a:b:c"}, {"username": "u", "api_key": "d:e:f"}],
         "fabrics": [{"name": "f", "vlans": [{"vid": 0}]}],
         "subnets": [{"cidr": "10.0.0.0/24", "vlan": {"fabric": "f", "vid": 0}}],
         "controllers": [{"hostname": "rack", "node_type_name": "Region and rack controller", "interfaces": [
            {"name": "eth0", "mac_address": "00:16:3e:00:00:01", "fabric": "f", "vlan": 0,
             "links": [{"mode": "static", "subnet": "10.0.0.0/24", "ip_address": "10.0.0.2"}]}]}],
         "discoveries": [
            {"ip": "10.0.0.9", "mac_address": "52:54:00:00:00:09", "observer": "rack", "interface": "eth0",
             "hostname": "printer", "mdns_hostname": "lp"},
            {"ip": "10.0.0.8", "mac_address": "52:54:00:00:00:08", "observer": "rack", "interface": "eth0",
             "mdns_hostname": "tv", "mac_organization": "Makers"},
            {"ip": "10.0.0.2", "mac_address": "52:54:00:00:00:07", "observer": "rack", "interface": "eth0"},
            {"ip": "10.0.0.7", "mac_address": "00:16:3e:00:00:01", "observer": "rack", "interface": "eth0", "vid": 7,
             "seen": false}]}
        """

    private func ips(_ maas: TestRegion, _ op: String? = nil) throws -> [String] {
        try maas.get("discovery/", query: op.map { ["op": $0] } ?? [:]).list.compactMap { $0["ip"]?.string }.sorted()
    }

    @Test func racksSeeWhatAnswers() throws {
        let maas = try TestRegion(inventory: Self.inventory)
        #expect(try ips(maas) == ["10.0.0.2", "10.0.0.8", "10.0.0.9"])
        #expect(try ips(maas, "by_unknown_ip") == ["10.0.0.8", "10.0.0.9"])
        let printer = try #require(try maas.get("discovery/").list.first { $0["ip"]?.string == "10.0.0.9" })
        #expect(printer["discovery_id"]?.string == "MTAuMC4wLjksNTI6NTQ6MDA6MDA6MDA6MDk=")
        #expect(printer["hostname"]?.string == "printer")
        #expect(printer["fabric_name"]?.string == "f")
        #expect(printer["observer"]?["interface_name"]?.string == "eth0")
        #expect(printer["mac_organization"] == .null)
        let uri = try #require(printer["resource_uri"]?.string)
        #expect(try maas.get(uri).string("mac_address") == "52:54:00:00:00:09")
        #expect(try maas.get("discovery/ip:10.0.0.8/").string("mac_organization") == "Makers")
        #expect(try maas.get("discovery/x/").text == "No Discovery matches the given query.")
    }

    @Test func aScanFindsTheRestAndWhatWasForgotten() throws {
        let maas = try TestRegion(inventory: Self.inventory)
        #expect(try maas.post("discovery/", op: "clear", ["neighbours": "true"]).status == 204)
        #expect(try ips(maas).isEmpty)
        try maas.advance(10)
        let elsewhere = try maas.post("discovery/", op: "scan", ["cidr": "10.9.0.0/24"])
        #expect(try elsewhere.string("result")?.hasPrefix("Unable to initiate network scanning") == true)
        let scan = try maas.post("discovery/", op: "scan", ["cidr": "10.0.0.0/24"], as: .user)
        #expect(try scan.string("result") == "Scanning is in-progress on all rack controllers.")
        #expect(try scan.string("scan_started_on", 0, "hostname") == "rack")
        #expect(try ips(maas).count == 4)
        #expect(try ips(maas, "by_unknown_mac") == ["10.0.0.2", "10.0.0.8", "10.0.0.9"])
        #expect(try ips(maas, "by_unknown_ip_and_mac") == ["10.0.0.8", "10.0.0.9"])
        #expect(try maas.post("discovery/", op: "clear", ["mdns": "yes"]).status == 204)
        #expect(try maas.get("discovery/ip:10.0.0.8/").value("hostname") == .null)
        #expect(try maas.get("discovery/ip:10.0.0.9/").string("hostname") == "printer")
        let one: KeyValuePairs = ["ip": "10.0.0.9", "mac": "52:54:00:00:00:09"]
        #expect(try maas.post("discovery/", op: "clear_by_mac_and_ip", one).status == 204)
        #expect(try maas.post("discovery/", op: "clear_by_mac_and_ip", one).text == "Gone")
        #expect(try maas.post("discovery/", op: "scan", ["force": "true"]).status == 200)
        #expect(try maas.get("discovery/ip:10.0.0.9/").value("hostname") == .null)
    }

    @Test(arguments: [
        Call(
            "POST", "discovery/?op=clear", 400,
            "Bad request: could not determine what data to clear.\nMust specify mdns=True, neighbours=True, or all=True."
        ),
        Call("POST", "discovery/?op=clear", ["all": "x"], 400, "Invalid all: Value should be 'true' or 'false'"),
        Call(
            "POST", "discovery/?op=clear", ["all": "true"], as: .user, 403,
            "Must be an administrator to clear discovery entries."),
        Call("POST", "discovery/?op=clear_by_mac_and_ip", ["mac": "x"], as: .user, 400, "No provided ip!"),
        Call("POST", "discovery/?op=clear_by_mac_and_ip", ["ip": "1.2.3.4", "mac": "x"], 410, "Gone"),
        Call(
            "POST", "discovery/?op=clear_by_mac_and_ip", ["ip": "aaa", "mac": "x"], 500,
            """
            invalid input syntax for type inet: "aaa"
            LINE 1: ...r_neighbour" WHERE ("maasserver_neighbour"."ip" = 'aaa'::ine...
            \(String(repeating: " ", count: 61))^

            """),
        Call(
            "POST", "discovery/?op=scan", ["cidr": "1.2.3.256"], 400,
            "Invalid cidr: The octets must be within the range of 0-255 (not '256')"),
        Call(
            "POST", "discovery/?op=scan", ["cidr": "1.2.3.0/4"], 400,
            "Invalid cidr: The network size (bits) must be within the range of 8-32 (not '4')"),
        Call(
            "POST", "discovery/?op=scan", ["cidr": "01.2.3.0"], 400,
            "Invalid cidr: The octets must not have leading zeros"),
        Call(
            "POST", "discovery/?op=scan", ["cidr": "x"], 400,
            "Invalid cidr: Please enter a valid IP address (a.b.c.d) or IP network (a.b.c.d/e)"),
        Call("POST", "discovery/?op=scan", ["threads": "x"], 400, "Invalid threads: Please enter a number"),
        Call("GET", "discovery/a-b/", 404, "Unknown API endpoint: /MAAS/api/2.0/discovery/a-b/."),
        Call("GET", "networks/?node=zz&node=yy", 400, #"{"node": ["Unknown node(s): yy, zz."]}"#),
        Call("GET", "networks/subnet-99/", 404, "No Subnet matches the given query."),
        Call("PUT", "networks/subnet-1/", 410, "Gone"),
        Call("PUT", "networks/subnet-1/", as: .user, 403, "This method is reserved for admin users."),
    ])
    func refusals(_ call: Call) throws { try TestRegion().check(call) }

    @Test func scanningEverythingNeedsForce() throws {
        let answer = try TestRegion().post("discovery/", op: "scan")
        #expect(answer.status == 400 && answer.contentType == "text/plain")
        #expect(
            answer.text.hasPrefix(
                "Bad request: scanning all subnets is not allowed unless force=True is specified.\n\n**"))
        #expect(answer.text.hasSuffix("allowed before proceeding.**\n"))
    }

    @Test func networksAreSubnets() throws {
        let maas = try TestRegion()
        let all = try maas.get("networks/")
        #expect(try all.string(0, "name") == "subnet-1")
        #expect(try all.string(0, "netmask") == "255.255.255.0")
        #expect(try all.string(0, "description") == "mgmt-net")
        let node = try maas.systemID("node01")
        let ofNode = try maas.get("networks/", query: ["node": node])
        #expect(try ofNode.list.compactMap { $0["name"]?.string } == ["subnet-1"])
        let macs = try maas.get("networks/subnet-1/", query: ["op": "list_connected_macs"]).list
        let ofUser = try maas.get("networks/subnet-1/", query: ["op": "list_connected_macs"], as: .user).list
        #expect(macs.contains(.object(["mac_address": .string("00:16:3e:01:00:01")])))
        #expect(ofUser.count < macs.count)
    }

    @Test func fixturesSayWhoSeesWhat() throws {
        let wrong = Self.inventory.replacing(
            #""observer": "rack", "interface": "eth0""#, with: #""observer": "rack", "interface": "eth9""#)
        #expect(throws: FixtureError.self) { try TestRegion(inventory: wrong) }
    }
}
