import RegionTesting
import Testing

@testable import MAASRegion

/// `reservedips/` (MAAS: `api/reservedip.py`, messages of `forms/reservedip.py`).
@Suite struct ReservedIPTests {
    private static let mac = "00:16:3e:01:00:01"

    private static func taking(_ ip: String, _ mac: String = "00:16:3e:aa:00:01") -> [String: String] {
        ["ip": ip, "mac_address": mac]
    }

    @Test(arguments: [
        Call(
            "POST", "reservedips/", ["ip": "zz", "mac_address": "00:16:3e:aa:00:01"], 400,
            #"{"ip": ["Enter a valid IPv4 or IPv6 address."]}"#),
        Call("POST", "reservedips/", ["ip": "10.10.0.60"], 400, #"{"mac_address": ["This field cannot be blank."]}"#),
        Call(
            "POST", "reservedips/", taking("10.99.0.1"), 400,
            #"{"subnet": ["There is no subnet for 10.99.0.1. Create the subnet and try again."]}"#),
        Call(
            "POST", "reservedips/", taking("10.10.0.2"), 400,
            #"{"ip": ["The ip 10.10.0.2 is already in use by another machine."]}"#),
        Call(
            "POST", "reservedips/", taking("10.10.0.210"), 400,
            #"{"ip": ["The reserved IP 10.10.0.210 must be outside the dynamic range 10.10.0.200 - 10.10.0.250."]}"#),
        Call(
            "POST", "reservedips/", taking("10.20.0.0"), 400,
            #"{"ip": ["The network address cannot be a reserved IP."]}"#),
        Call(
            "POST", "reservedips/", taking("10.20.0.255"), 400,
            #"{"ip": ["The broadcast address cannot be a reserved IP."]}"#),
        Call(
            "POST", "reservedips/", taking("10.10.0.60").merging(["subnet": "2"]) { $1 }, 400,
            #"{"ip": ["10.10.0.60 is not part of the subnet."]}"#),
        Call("POST", "reservedips/", taking("10.10.0.60"), as: .user, 403, "This method is reserved for admin users."),
        Call("GET", "reservedips/9/", 404, "No ReservedIP matches the given query."),
        Call("DELETE", "reservedips/9/", 404, "No ReservedIP matches the given query."),
        Call("GET", "reserved-ips/", 404, "Unknown API endpoint: /MAAS/api/2.0/reserved-ips/."),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    @Test func keptOnce() throws {
        let lab = try TestRegion()
        let kept = try lab.post("reservedips/", ["ip": "10.10.0.60", "mac_address": Self.mac, "comment": "c"])
        #expect(kept.status == 200)
        #expect(try kept.integer("subnet", "id") == 1)
        #expect(try kept.string("mac_address") == Self.mac)
        let again = try lab.post("reservedips/", ["ip": "10.10.0.60", "mac_address": "00:16:3e:aa:00:01"])
        #expect(again.status == 400)
        #expect(try again.json["ip"] != nil)
        #expect(try lab.get("reservedips/", as: .user).list.count == 1)
        // Only its comment changes.
        let path = "reservedips/\(try #require(try kept.integer("id")))/"
        try lab.check(
            Call(
                "PUT", path, ["ip": "10.10.0.61"], 400,
                """
                {"__all__": ["The ip, mac_address and the subnet of a reserved IP are immutable. Delete the entry and \
                recreate it."]}
                """))
        #expect(try lab.put(path, ["comment": "new"]).string("comment") == "new")
        #expect(try lab.delete(path, as: .user).status == 403)
        #expect(try lab.delete(path).status == 204)
        #expect(try lab.get("reservedips/").json == .array([]))
    }

    /// The machine whose MAC address it is kept for gets it when it is deployed, and nobody else.
    @Test func deployedWithIt() throws {
        let lab = try TestRegion()
        #expect(try lab.post("reservedips/", ["ip": "10.10.0.60", "mac_address": Self.mac]).status == 200)
        for name in ["node02", "node01"] { try lab.post("machines/\(lab.systemID(name))/", op: "deploy") }
        try lab.advance(60)
        #expect(try lab.get("machines/\(lab.systemID("node01"))/").string("ip_addresses", 0) == "10.10.0.60")
        #expect(try lab.get("machines/\(lab.systemID("node02"))/").string("ip_addresses", 0) == "10.10.0.253")
    }

    /// The form takes blanks around an address, and the database that is asked for what was sent does not.
    @Test(arguments: [" 10.10.0.70 ", "10.10.0.71 "])
    func blanksAroundAnAddress(_ address: String) throws {
        let answer = try TestRegion().post("reservedips/", ["ip": address, "mac_address": "00:16:3e:00:dd:02"])
        #expect(answer.status == 500)
        #expect(answer.text.hasPrefix("invalid input syntax for type inet: \"\(address)\"\nLINE 1: ...ddress\" WHERE "))
    }
}
