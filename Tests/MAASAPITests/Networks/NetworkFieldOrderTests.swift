import RegionTesting
import Testing

/// What is said of several fields that are wrong at once: forms look at all, models stop at the first.
@Suite struct NetworkFieldOrderTests {
    private static let great = "\"mtu\": [\"Ensure this value is less than or equal to 2147483647.\""
    private static let mtu = "MTU must be between 552 and 65535."
    private static let vid = "VID must be between 0 and 4094."

    @Test(arguments: [
        ("99999", "3000000000", true, false, true), ("77", "3000000000", true, true, false),
        ("99999", "70000", false, false, true), ("77", "70000", false, true, false),
        ("x", "3000000000", true, false, true),
    ])
    func vlans(_ vid: String, _ mtu: String, _ saysGreat: Bool, _ saysRange: Bool, _ saysVID: Bool) throws {
        let answer = try TestRegion().post("fabrics/1/vlans/", ["vid": vid, "mtu": mtu])
        #expect(answer.status == 400)
        #expect(answer.text.contains(Self.great) == saysGreat, "\(answer.text)")
        #expect(answer.text.contains(Self.mtu) == saysRange, "\(answer.text)")
        #expect(answer.text.contains(Self.vid) == saysVID, "\(answer.text)")
    }

    /// Networks are whatever MAAS's library reads, and what they are called after must be a name.
    @Test(arguments: [
        ("5", 200, "5.0.0.0/32", "5"), ("10.1", 200, "10.1.0.0/32", "10.1"),
        ("10.77.1.0/255.255.255.0", 200, "10.77.1.0/24", "10.77.1.0/255.255.255.0"),
        ("010.1.1.1", 200, "10.1.1.1/32", "010.1.1.1"), ("10.77.1.0/ 24", 200, "10.77.1.0/24", "10.77.1.0/ 24"),
        ("+5", 400, "{\"name\": [\"Enter a valid value.\"]}", ""),
        ("10.9.9.0/+24", 400, "{\"name\": [\"Enter a valid value.\"]}", ""),
        ("10.77.1.0/", 400, "{\"cidr\": [\"Required format: <network>/<prefixlen>.\"]}", ""),
        ("0.0.0.0/0", 400, "{\"cidr\": [\"Prefix length must be greater than 0.\"]}", ""),
        (
            "10.77.1.0/24/5", 500,
            "IPAddress() does not support netmasks or subnet prefixes! See documentation for details.", ""
        ),
    ])
    func subnets(_ cidr: String, _ status: Int, _ expected: String, _ name: String) throws {
        let answer = try TestRegion().post("subnets/", ["cidr": cidr])
        #expect(answer.status == status)
        if status == 200 {
            #expect(try answer.string("cidr") == expected)
            #expect(try answer.string("name") == name)
        } else {
            #expect(answer.text == expected)
        }
    }

    @Test func aNameMakesAnySpellingGood() throws {
        let answer = try TestRegion().post("subnets/", ["cidr": "+5", "name": "five"])
        #expect(try answer.string("cidr") == "5.0.0.0/32")
    }
}

extension NetworkFieldOrderTests {
    /// A bridge has its address from below only where its VLAN is good; a bond has it anyway.
    @Test(arguments: [("create_bridge", "parent", true), ("create_bond", "parents", false)])
    func bridgesOfNoVLAN(op: String, field: String, saysAddress: Bool) throws {
        let maas = try TestRegion()
        let path = "nodes/\(try maas.systemID("node04"))/interfaces/"
        let parent = try #require(try maas.get(path).integer(0, "id"))
        let answer = try maas.post(path, op: op, ["name": "top0", field: String(parent), "vlan": "9999"])
        #expect(answer.status == 400 && answer.text.contains("\"vlan\": [\"Select a valid choice."))
        #expect(answer.text.contains("\"mac_address\": [\"This field cannot be blank.\"]") == saysAddress)
    }

    /// The addresses of BMCs are addresses that somebody has, and come with their machines.
    @Test func everyAddressHasThoseOfBMCs() throws {
        let maas = try TestRegion()
        func shown(_ query: KeyValuePairs<String, String>) throws -> [String] {
            try maas.get("ipaddresses/", query: query).list.compactMap { $0["ip"]?.string }
        }
        let all = try shown(["all": "true"])
        #expect(all.prefix(4) == ["10.10.0.2", "10.20.0.2", "10.10.0.151", "10.10.0.152"])
        #expect(Set(all).count == all.count)
        let node07 = try #require(all.firstIndex(of: "10.10.0.157"))
        #expect(all[node07 + 1] == "10.10.0.251")
        #expect(try shown(["all": "true", "ip": "10.10.0.151"]) == ["10.10.0.151"])
        #expect(try !shown([:]).contains("10.10.0.151"))
    }
}
