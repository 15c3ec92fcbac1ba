import RegionTesting
import Testing

@testable import MAASRegion

/// `ipaddresses/` (MAAS: `api/ip_addresses.py`).
@Suite struct IPAddressReservationTests {
    private static let reserve = "ipaddresses/?op=reserve"
    private static let release = "ipaddresses/?op=release"

    private static func notThere(_ address: String) -> String {
        """
        IP address \(address) does not exist, is not the correct type of address, or does not belong to the \
        requesting user.
        If you are sure you want to release this address, use force=true as a MAAS administrator.
        """
    }

    @Test(arguments: [
        Call("POST", reserve, 400, "Must supply either the 'subnet' or the 'ip' parameter."),
        Call("POST", reserve, ["ip": "10.10.0.2"], 404, "The IP address 10.10.0.2 is already in use."),
        Call("POST", reserve, ["ip": "10.99.0.1"], 400, "No known subnet for IP address: 10.99.0.1."),
        Call("POST", reserve, ["ip": "garbage"], 400, #"{"ip_address": ["Enter a valid IPv4 or IPv6 address."]}"#),
        Call("POST", reserve, ["subnet": "10.99.0.0/24"], 400, "Unable to identify subnet: 10.99.0.0/24."),
        Call(
            "POST", reserve, ["ip": "10.10.0.94", "mac": "bad"], 400,
            #"{"mac_address": ["'bad' is not a valid MAC address."]}"#),
        Call("GET", "ipaddresses/?ip=zz", 400, "Parameter 'ip' must contain an IP address."),
        Call("GET", "ipaddresses/?all=true", as: .user, 403, "Listing all IP addresses requires admin privileges."),
        Call(
            "GET", "ipaddresses/?owner=admin", as: .user, 403,
            "Listing another user's IP addresses requires admin privileges."),
        Call("POST", release, 400, "No provided ip!"),
        Call("POST", release, ["ip": "zz"], 400, #"{"ip": ["Enter a valid IPv4 or IPv6 address."]}"#),
        Call("POST", release, ["ip": "10.10.0.90"], 400, notThere("10.10.0.90")),
        // A controller's address is of another kind.
        Call("POST", release, ["ip": "10.10.0.2"], 400, notThere("10.10.0.2")),
        Call("POST", release, ["ip": "10.10.0.93", "discovered": "true"], 400, notThere("10.10.0.93")),
        Call(
            "POST", release, ["ip": "10.10.0.2", "force": "true"], as: .user, 403,
            "Force-releasing an IP address requires admin privileges."),
        Call("POST", "ipaddresses/", ["ip": "10.10.0.96"], 400, "Unrecognised signature: method=POST op=None"),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    @Test func addressesOfDynamicRangesAreNotGivenOut() throws {
        let lab = try TestRegion()
        let answer = try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.210"], as: .user)
        #expect(answer.status == 403)
        #expect(answer.text.hasPrefix("IP address 10.10.0.210 belongs to an existing dynamic range."))
        #expect(try lab.get("ipaddresses/", as: .user).json == .array([]))
    }

    @Test func reservingAndReleasing() throws {
        let lab = try TestRegion()
        let address = try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.90"], as: .user)
        #expect(address.status == 200)
        #expect(try address.integer("alloc_type") == 4)
        #expect(try address.string("alloc_type_name") == "User reserved")
        #expect(try address.string("owner", "username") == "user1")
        #expect(try address.value("interface_set") == .array([]))
        #expect(try address.integer("subnet", "id") == 1)
        #expect(
            try #require(try address.string("created")).wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#)
                != nil)
        try lab.check(
            Call("POST", Self.reserve, ["ip": "10.10.0.90"], 404, "The IP address 10.10.0.90 is already in use."))

        // Everybody sees their own; an administrator also those of somebody else.
        func seen(_ query: KeyValuePairs<String, String>, as who: TestRegion.Who) throws -> [String] {
            try lab.get("ipaddresses/", query: query, as: who).list.compactMap { $0["ip"]?.string }
        }
        #expect(try seen([:], as: .user) == ["10.10.0.90"])
        #expect(try seen([:], as: .admin) == [])
        #expect(try seen(["owner": "user1"], as: .admin) == ["10.10.0.90"])
        #expect(try seen(["all": "true"], as: .admin).contains("10.10.0.2"))
        #expect(try seen(["ip": "10.10.0.90", "all": "true"], as: .admin) == ["10.10.0.90"])

        // Nobody gives back what is another's, unless by force.
        try lab.check(Call("POST", Self.release, ["ip": "10.10.0.90"], 400, Self.notThere("10.10.0.90")))
        #expect(try lab.post("ipaddresses/", op: "release", ["ip": "10.10.0.90", "force": "true"]).status == 204)
        #expect(try seen([:], as: .user) == [])
        #expect(try lab.post("ipaddresses/", op: "reserve", ["ip_address": "10.10.0.90"], as: .user).status == 200)
        #expect(try lab.post("ipaddresses/", op: "release", ["ip": "10.10.0.90"], as: .user).status == 204)
    }

    /// The first address of the smallest run of free ones: .253 and .254 come before the long runs.
    @Test(arguments: ["1", "10.10.0.0/24", "mgmt-net", "cidr:10.10.0.0/24"])
    func anyAddressOfASubnet(subnet: String) throws {
        let lab = try TestRegion()
        var given: [String?] = []
        for _ in 0..<3 {
            given.append(try lab.post("ipaddresses/", op: "reserve", ["subnet": subnet], as: .user).string("ip"))
        }
        #expect(given.prefix(2) == ["10.10.0.253", "10.10.0.254"])
        #expect(Set(given).count == 3)
    }

    @Test func namesComeWithIt() throws {
        let lab = try TestRegion()
        #expect(try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.91", "hostname": "resv1"]).status == 200)
        let named = try lab.get("dnsresources/", query: ["fqdn": "resv1.maas"])
        #expect(try named.string(0, "ip_addresses", 0, "ip") == "10.10.0.91")
        // It is not looked at closely.
        #expect(
            try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.92", "hostname": "bad_host"]).status == 200)
        #expect(
            try lab.get("dnsresources/").list.compactMap { $0["fqdn"]?.string }.sorted() == [
                "bad_host.maas", "resv1.maas",
            ])
    }

    @Test func aSubnetRunsOut() throws {
        let lab = try TestRegion()
        #expect(try lab.post("subnets/", ["cidr": "192.168.7.0/30"]).status == 200)
        let given = try (0..<2).map { _ in
            try lab.post("ipaddresses/", op: "reserve", ["subnet": "192.168.7.0/30"]).string("ip")
        }
        #expect(given == ["192.168.7.1", "192.168.7.2"])
        let refusal = try lab.post("ipaddresses/", op: "reserve", ["subnet": "192.168.7.0/30"])
        #expect(refusal.text == "No more IPs available in subnet: 192.168.7.0/30.")
        #expect(refusal.status == 503)
    }
}
