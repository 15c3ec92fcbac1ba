import RegionTesting
import Testing

@testable import MAASRegion

/// `domains/` (MAAS: `api/domains.py`).
@Suite struct DomainTests {
    private static let admins = "This method is reserved for admin users."
    private static let missing = "No Domain matches the given query."
    private static let taken = #"{"name": ["Domain with this Name already exists."]}"#

    @Test(arguments: [
        Call("POST", "domains/", 400, #"{"name": ["This field is required."]}"#),
        Call(
            "POST", "domains/", ["name": "bad_domain!"], 400,
            """
            {"name": ["Domain name contains invalid characters.", \
            "Label contains disallowed characters: 'bad_domain!'."]}
            """),
        Call(
            "POST", "domains/", ["name": "-a.com"], 400,
            #"{"name": ["Invalid domain name: -a.com.", "Label cannot start or end with hyphen: '-a'."]}"#),
        Call("POST", "domains/", ["name": "maas"], 400, taken),
        Call(
            "POST", "domains/", ["name": "x.com", "ttl": "-1"], 400,
            #"{"ttl": ["Ensure this value is greater than or equal to 1."]}"#),
        Call(
            "POST", "domains/", ["name": "x.com", "ttl": "604801"], 400,
            #"{"ttl": ["Ensure this value is less than or equal to 604800."]}"#),
        Call("POST", "domains/", ["name": "x.com"], as: .user, 403, admins),
        Call("PUT", "domains/0/", ["ttl": "abc"], 400, #"{"ttl": ["Enter a whole number."]}"#),
        Call("PUT", "domains/0/", ["ttl": "60"], as: .user, 403, ""),
        Call("PUT", "domains/9/", ["ttl": "60"], 404, missing),
        Call("DELETE", "domains/0/", 400, "This domain is the default domain, it cannot be deleted."),
        Call("DELETE", "domains/maas/", as: .user, 403, ""),
        Call("DELETE", "domains/9/", 404, missing),
        Call("GET", "domains/99/", 404, missing),
        Call("POST", "domains/99/?op=set_default", 404, missing),
        Call("POST", "domains/?op=set_serial", ["serial": "10"], as: .user, 403, admins),
        Call("GET", "domains/?op=zz", 400, "Unrecognised signature: method=GET op=zz"),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    @Test func creatingAndChanging() throws {
        let lab = try TestRegion()
        let domain = try lab.post("domains/", ["name": "example.com", "authoritative": "true", "ttl": "30"])
        #expect(domain.status == 200)
        #expect(try domain.integer("ttl") == 30)
        #expect(try domain.value("is_default") == .bool(false))
        #expect(try domain.integer("resource_record_count") == 0)
        #expect(try lab.put("domains/example.com/", ["name": "example.org"]).string("name") == "example.org")
        #expect(try lab.put("domains/example.org/", ["authoritative": "false"]).value("authoritative") == .bool(false))
        try lab.check(Call("PUT", "domains/example.org/", ["name": "maas"], 400, Self.taken))
        #expect(try lab.get("domains/example.org/", as: .user).integer("ttl") == 30)
        #expect(try lab.delete("domains/example.org/").status == 204)
        #expect(try lab.get("domains/example.org/").status == 404)
    }

    @Test func aDomainInUseIsProtected() throws {
        let lab = try TestRegion()
        #expect(try lab.post("domains/", ["name": "example.com"]).status == 200)
        let name = try lab.post("dnsresources/", ["fqdn": "www.example.com", "ip_addresses": "10.10.0.60"])
        let refusal = """
            ("Cannot delete some instances of model 'Domain' because they are referenced through protected foreign \
            keys: 'DNSResource.domain'.", {<DNSResource: name=www>})
            """
        try lab.check(Call("DELETE", "domains/example.com/", 500, refusal))
        #expect(try lab.delete("dnsresources/\(try #require(try name.integer("id")))/").status == 204)
        let node = try lab.systemID("node01")
        #expect(try lab.put("machines/\(node)/", ["domain": "example.com"]).status == 200)
        let held = try lab.delete("domains/example.com/")
        #expect(held.status == 500)
        #expect(held.text.hasSuffix("keys: 'Node.domain'.\", {<Node: \(node) (node01)>})"))
        #expect(try lab.put("machines/\(node)/", ["domain": "maas"]).status == 200)
        #expect(try lab.delete("domains/example.com/").status == 204)
    }

    @Test func theDefaultMoves() throws {
        let lab = try TestRegion()
        let id = try #require(try lab.post("domains/", ["name": "example.com"]).integer("id"))
        #expect(try lab.post("domains/\(id)/", op: "set_default").value("is_default") == .bool(true))
        #expect(try lab.get("domains/0/").value("is_default") == .bool(false))
        #expect(try lab.delete("domains/\(id)/").status == 400)
        for serial in ["10", "4294967295"] {
            #expect(try lab.post("domains/", op: "set_serial", ["serial": serial]).text == "null")
        }
        for serial in ["0", "4294967296"] {
            #expect(
                try lab.post("domains/", op: "set_serial", ["serial": serial]).value("serial", 0).string
                    == "Expected a serial number between 1 and 4294967295")
        }
    }
}
