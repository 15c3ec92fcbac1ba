import RegionTesting
import Testing

@testable import MAASRegion

/// `ipranges/` (MAAS: `api/ipranges.py`).
@Suite struct IPRangeTests {
    /// The same message under both ends.
    private static func both(_ message: String) -> String {
        #"{"start_ip": ["\#(message)"], "end_ip": ["\#(message)"]}"#
    }

    private static let reserved = both("Requested reserved range conflicts with an existing range.")
    private static let dynamic = both("Requested dynamic range conflicts with an existing IP address or range.")
    private static let notOwned = "Unable to modify IP range. You don't own the IP range."

    private static func range(_ type: String, _ start: String, _ end: String, _ subnet: String? = nil) -> [String:
        String]
    {
        var form = ["type": type, "start_ip": start, "end_ip": end]
        form["subnet"] = subnet
        return form
    }

    @Test(arguments: [
        Call(
            "POST", "ipranges/", 400,
            """
            {"subnet": ["This field is required."], "type": ["This field is required."], \
            "start_ip": ["This field is required.", "Start IP address and end IP address are both required."], \
            "end_ip": ["This field is required.", "Start IP address and end IP address are both required."]}
            """),
        Call(
            "POST", "ipranges/", ["type": "reserved", "start_ip": "10.10.0.60"], 400,
            """
            {"end_ip": ["This field is required.", "Start IP address and end IP address are both required."], \
            "start_ip": ["Start IP address and end IP address are both required."]}
            """),
        Call("POST", "ipranges/", range("reserved", "10.10.0.100", "10.10.0.110"), 400, reserved),
        Call("POST", "ipranges/", range("reserved", "10.10.0.105", "10.10.0.130"), 400, reserved),
        Call("POST", "ipranges/", range("dynamic", "10.10.0.240", "10.10.0.252"), 400, dynamic),
        // The gateway, an address in use, and a reserved range are all in the way of a dynamic one.
        Call("POST", "ipranges/", range("dynamic", "10.10.0.1", "10.10.0.5"), 400, dynamic),
        Call("POST", "ipranges/", range("dynamic", "10.10.0.151", "10.10.0.160"), 400, dynamic),
        Call("POST", "ipranges/", range("dynamic", "10.10.0.95", "10.10.0.100"), 400, dynamic),
        Call(
            "POST", "ipranges/", range("reserved", "10.10.0.60", "10.10.0.50"), 400,
            #"{"end_ip": ["End IP address must not be less than Start IP address."]}"#),
        Call(
            "POST", "ipranges/", range("reserved", "10.10.0.60", "fd00::1", "1"), 400,
            both("Start IP address and end IP address must be in the same address family.")),
        Call(
            "POST", "ipranges/", range("reserved", "10.20.0.60", "10.20.0.61", "1"), 400,
            both("IP addresses must be within subnet: 10.10.0.0/24.")),
        Call(
            "POST", "ipranges/", range("reserved", "10.9.0.60", "10.10.0.61", "1"), 400,
            #"{"start_ip": ["Start IP address must be within subnet: 10.10.0.0/24."]}"#),
        Call(
            "POST", "ipranges/", range("reserved", "10.10.0.60", "10.11.0.61", "1"), 400,
            #"{"end_ip": ["End IP address must be within subnet: 10.10.0.0/24."]}"#),
        Call(
            "POST", "ipranges/", range("reserved", "10.20.0.0", "10.20.0.1"), 400,
            #"{"start_ip": ["Reserved network address cannot be included in IP range."]}"#),
        Call(
            "POST", "ipranges/", range("reserved", "10.20.0.250", "10.20.0.255"), 400,
            #"{"end_ip": ["Broadcast address cannot be included in IP range."]}"#),
        Call(
            "POST", "ipranges/", range("reserved", "10.10.0.40", "10.10.0.41", "99"), 400,
            #"{"subnet": ["Select a valid choice. That choice is not one of the available choices."]}"#),
        Call(
            "POST", "ipranges/", range("bogus", "10.10.0.40", "10.10.0.41"), 400,
            #"{"type": ["Select a valid choice. bogus is not one of the available choices."]}"#),
        Call(
            "POST", "ipranges/", range("dynamic", "10.10.0.60", "10.10.0.50"), 500,
            "lower bound IP greater than upper bound!"),
        Call("POST", "ipranges/", range("dynamic", "10.99.0.1", "10.99.0.5"), 500, "'subnet'"),
        Call(
            "POST", "ipranges/", range("reserved", "abc", "def"), 500, "failed to detect a valid IP address from 'abc'"),
        Call(
            "POST", "ipranges/", range("dynamic", "10.10.0.80", "10.10.0.85"), as: .user, 403,
            "Unable to create dynamic IP range. You don't have sufficient privileges."),
        Call("PUT", "ipranges/1/", ["comment": "u"], as: .user, 403, notOwned),
        Call("DELETE", "ipranges/1/", as: .user, 403, notOwned),
        Call("PUT", "ipranges/1/", ["end_ip": "10.10.0.253"], 400, dynamic),
        Call("PUT", "ipranges/1/", ["end_ip": "1.1.1.1"], 500, "lower bound IP greater than upper bound!"),
        Call("GET", "ipranges/999/", 404, "No IPRange matches the given query."),
        Call("DELETE", "ipranges/999/", 404, "No IPRange matches the given query."),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    @Test func usersKeepRangesOfTheirOwn() throws {
        let lab = try TestRegion()
        let range = try lab.post(
            "ipranges/", ["type": "reserved", "start_ip": "10.10.0.70", "end_ip": "10.10.0.75", "comment": "mine"],
            as: .user)
        #expect(range.status == 200)
        #expect(try range.string("user", "username") == "user1")
        #expect(try range.integer("subnet", "id") == 1, "found by its addresses")
        let path = "ipranges/\(try #require(try range.integer("id")))/"
        #expect(try lab.put(path, ["end_ip": "10.10.0.80"], as: .user).string("end_ip") == "10.10.0.80")
        #expect(try lab.get(path).string("comment") == "mine")
        #expect(try lab.delete(path, as: .user).status == 204)
        #expect(try lab.get("ipranges/", as: .user).list.compactMap { $0["id"]?.integer } == [1, 2])
    }

    @Test func aRangeMayGrowOverItself() throws {
        let lab = try TestRegion()
        #expect(try lab.put("ipranges/1/", ["start_ip": "10.10.0.199", "comment": "wide"]).status == 200)
        let range = try lab.get("ipranges/1/")
        #expect(try range.string("start_ip") == "10.10.0.199")
        #expect(try range.string("end_ip") == "10.10.0.250")
        #expect(try range.string("type") == "dynamic")
    }

    @Test func noRoom() throws {
        let lab = try TestRegion()
        #expect(try lab.post("subnets/", ["cidr": "192.168.7.0/30"]).status == 200)
        let whole = ["type": "dynamic", "start_ip": "192.168.7.1", "end_ip": "192.168.7.2"]
        #expect(try lab.answer(Call("POST", "ipranges/", whole, 200, "")).status == 200)
        try lab.check(
            Call("POST", "ipranges/", whole, 400, Self.both("There is no room for any dynamic ranges on this subnet.")))
    }

    @Test func sixthVersionRangesAreLarge() throws {
        let lab = try TestRegion()
        #expect(try lab.post("subnets/", ["cidr": "fd00:1::/64"]).status == 200)
        try lab.check(
            Call(
                "POST", "ipranges/", Self.range("dynamic", "fd00:1::1:0:100", "fd00:1::1:0:1fe"), 400,
                Self.both("IPv6 dynamic range must be at least 256 addresses in size.")))
        let range = Self.range("dynamic", "fd00:1::1:0:100", "fd00:1::1:0:1ff")
        let made = try lab.answer(Call("POST", "ipranges/", range, 200, ""))
        #expect(made.status == 200, "\(made.text)")
    }
}
