import RegionTesting
import Testing

@testable import MAASRegion

/// `dnsresources/` and `dnsresourcerecords/` (MAAS: `api/dnsresources.py`; messages of
/// `models/dnsdata.py`).
@Suite struct DNSResourceTests {
    private static let admins = "This method is reserved for admin users."
    private static let domain = "No Domain matches the given query."
    private static let missing = "No DNSResource matches the given query."
    private static let types = #"{"rrtype": ["BOGUS is not one of SRV SSHFP MX CNAME NS TXT."]}"#

    private static func record(_ type: String, _ data: String) -> [String: String] {
        ["fqdn": "r.maas", "rrtype": type, "rrdata": data]
    }

    private static func all(_ message: String) -> String { #"{"__all__": ["\#(message)"]}"# }

    private static let mx = all("Invalid MX: Should be '<preference> <server>'. Range for preference is 0-65535.")

    @Test(arguments: [
        Call(
            "POST", "dnsresources/", 400,
            #"{"name": ["This field is required."], "domain": ["This field is required."]}"#),
        Call("POST", "dnsresources/", ["name": "a"], 400, #"{"domain": ["This field is required."]}"#),
        Call("POST", "dnsresources/", ["fqdn": "x.nosuch"], 404, domain),
        Call("POST", "dnsresources/", ["name": "b", "domain": "99"], 404, domain),
        Call(
            "POST", "dnsresources/", ["name": "c", "domain": "0", "ip_addresses": "garbage"], 500,
            "failed to detect a valid IP address from 'garbage'"),
        Call("POST", "dnsresources/", ["fqdn": "www.maas", "ip_addresses": "10.10.0.33"], as: .user, 403, admins),
        Call("PUT", "dnsresources/9/", ["name": "x"], 404, missing),
        Call("DELETE", "dnsresources/9/", 404, missing),
        Call("GET", "dnsresources/9/", 404, missing),
        Call("GET", "dnsresources/?domain=nope", 404, domain),
        Call("POST", "dnsresourcerecords/", 400, "rrtype must be provided."),
        Call("POST", "dnsresourcerecords/", ["rrtype": "TXT"], 400, "rrdata must be provided."),
        Call(
            "POST", "dnsresourcerecords/", ["rrtype": "TXT", "rrdata": "x"], 400,
            "Either name and domain (or fqdn) must be specified"),
        Call("POST", "dnsresourcerecords/", record("BOGUS", "hello"), 400, types),
        Call("POST", "dnsresourcerecords/", record("TXT", "x"), as: .user, 403, admins),
        Call("POST", "dnsresourcerecords/", record("MX", "mail.maas"), 400, mx),
        Call("POST", "dnsresourcerecords/", record("MX", "65536 mail.maas"), 400, mx),
        Call(
            "POST", "dnsresourcerecords/", record("SSHFP", "one two three"), 400,
            all("Invalid SSHFP: Should be '<algorithm> <fptype> <fingerprint>'.")),
        Call(
            "POST", "dnsresourcerecords/", record("CNAME", "-a.maas"), 400, all("Invalid CNAME: Should be '<server>'.")),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    @Test func names() throws {
        let lab = try TestRegion()
        let name = try lab.post("dnsresources/", ["fqdn": "www.maas", "ip_addresses": "10.10.0.33"])
        #expect(name.status == 200)
        #expect(try name.string("fqdn") == "www.maas")
        #expect(try name.string("ip_addresses", 0, "ip") == "10.10.0.33")
        #expect(try name.integer("ip_addresses", 0, "alloc_type") == 4)
        try lab.check(
            Call(
                "POST", "dnsresources/", ["name": "www", "domain": "maas"], 400,
                #"{"__all__": ["Labels must be unique within their zone."]}"#))
        let path = "dnsresources/\(try #require(try name.integer("id")))/"
        try lab.check(Call("PUT", path, ["name": "x"], as: .user, 403, ""))
        try lab.check(Call("DELETE", path, as: .user, 403, ""))
        let two = try lab.put(path, ["ip_addresses": "10.10.0.35 10.10.0.36", "address_ttl": "10"])
        #expect(
            Set(try two.value("ip_addresses").elements.compactMap { $0["ip"]?.string }) == ["10.10.0.35", "10.10.0.36"])
        #expect(try two.integer("address_ttl") == 10)
        #expect(try lab.put(path, ["name": "web"]).string("fqdn") == "web.maas")
        #expect(try lab.get("dnsresources/", query: ["fqdn": "www.maas"]).json == .array([]))
        #expect(try lab.get("dnsresources/", query: ["name": "web", "domain": "0"], as: .user).list.count == 1)
        #expect(try lab.delete(path).status == 204)
        #expect(try lab.get(path).status == 404)
    }

    /// With `all`, what MAAS serves for nodes is there too, without an id of its own.
    @Test func namesOfNodes() throws {
        let lab = try TestRegion()
        #expect(try lab.get("dnsresources/").json == .array([]))
        let all = try lab.get("dnsresources/", query: ["all": "true"]).list
        let node = try #require(all.first { $0["fqdn"]?.string == "node07.maas" })
        #expect(node["id"] == .integer(-1))
        #expect(node["ip_addresses"] == .null)
        #expect(node["resource_records"]?.elements.compactMap { $0["rrdata"]?.string } == ["10.10.0.251"])
    }

    @Test func records() throws {
        let lab = try TestRegion()
        let text = try lab.post("dnsresourcerecords/", ["fqdn": "txt.maas", "rrtype": "txt", "rrdata": "hello"])
        #expect(text.status == 200)
        #expect(try text.string("rrtype") == "TXT")
        #expect(try text.string("fqdn") == "txt.maas")
        #expect(try text.value("ttl") == .null)
        #expect(try lab.get("domains/0/").integer("resource_record_count") ?? 0 > 0)
        let path = "dnsresourcerecords/\(try #require(try text.integer("id")))/"
        #expect(try lab.put(path, ["rrdata": "bye", "ttl": "5"]).string("rrdata") == "bye")
        try lab.check(
            Call(
                "POST", "dnsresourcerecords/", ["fqdn": "txt.maas", "rrtype": "CNAME", "rrdata": "www.maas"], 400,
                Self.all("CNAME records for a name cannot coexist with non-CNAME records.")))
        #expect(
            try lab.post("dnsresourcerecords/", ["fqdn": "c.maas", "rrtype": "CNAME", "rrdata": "a.maas"]).status == 200
        )
        try lab.check(
            Call(
                "POST", "dnsresourcerecords/", ["fqdn": "c.maas", "rrtype": "CNAME", "rrdata": "b.maas"], 400,
                Self.all("Only one CNAME can be associated with a name.")))
        try lab.check(
            Call(
                "POST", "dnsresourcerecords/", ["fqdn": "c.maas", "rrtype": "TXT", "rrdata": "x"], 400,
                Self.all("CNAME records for a name cannot coexist with non-CNAME records.")))
        try lab.check(Call("PUT", path, ["rrdata": "x"], as: .user, 403, ""))
        try lab.check(Call("DELETE", path, as: .user, 403, ""))
        #expect(try lab.get("dnsresourcerecords/", query: ["rrtype": "TXT"]).list.count == 1)
        #expect(try lab.delete(path).status == 204)
        #expect(try lab.get(path).text == "No DNSData matches the given query.")
        #expect(try lab.get("dnsresources/", query: ["fqdn": "txt.maas"]).list.isEmpty, "the name had nothing else")
    }

    @Test func aNameWithAddressesOutlivesItsRecords() throws {
        let lab = try TestRegion()
        #expect(try lab.post("dnsresources/", ["fqdn": "www.maas", "ip_addresses": "10.10.0.33"]).status == 200)
        let text = try lab.post("dnsresourcerecords/", ["fqdn": "www.maas", "rrtype": "TXT", "rrdata": "hello"])
        #expect(try lab.delete("dnsresourcerecords/\(try #require(try text.integer("id")))/").status == 204)
        #expect(try lab.get("dnsresources/", query: ["fqdn": "www.maas"]).list.count == 1)
    }
}
