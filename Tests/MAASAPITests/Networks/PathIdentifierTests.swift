import RegionTesting
import Testing

import Formats

/// What the paths of the network endpoints make of ids that are none, and of those that no database holds; as a running
/// MAAS 3.7.3 answers.
@Suite struct PathIdentifierTests {
    private static let beyond = ["99999999999999999999", "9223372036854775808", "-99999999999999999999", "2147483648"]
    private static let noNumbers = ["zzz", "1e3", "1.0", "id:zz"]

    /// Paths that find objects by specifiers, with MAAS's class.
    private static let specified: [(String, String)] = [
        ("fabrics/", "Fabric"), ("spaces/", "Space"), ("subnets/", "Subnet"), ("domains/", "Domain"),
        ("dnsresources/", "DNSResource"), ("dnsresourcerecords/", "DNSData"), ("ipranges/", "IPRange"),
        ("reservedips/", "ReservedIP"), ("dhcp-snippets/", "DHCPSnippet"), ("resourcepool/", "ResourcePool"),
    ]

    @Test(arguments: ["GET", "PUT", "DELETE"])
    func idsBeyondTheirColumnsAreOfNothing(_ method: String) throws {
        let lab = try TestRegion()
        for id in Self.beyond {
            for (path, model) in Self.specified {
                let answer = try lab.send(method, "\(path)\(id)/")
                #expect(answer.status == 404, "\(method) \(path)\(id)/")
                #expect(answer.text == "No \(model) matches the given query.", "\(method) \(path)\(id)/")
            }
            #expect(try lab.send(method, "static-routes/\(id)/").status == 404)
            #expect(try lab.send(method, "vlans/\(id)/").text == "VLAN with specified ID does not exist.")
            #expect(
                try lab.send(method, "fabrics/0/vlans/\(id)/").text
                    == "VLAN tag (VID) out of range (0-4094; 0 for untagged.)")
        }
    }

    @Test(arguments: ["GET", "PUT", "DELETE"])
    func whatIsNoNumber(_ method: String) throws {
        let lab = try TestRegion()
        for text in Self.noNumbers {
            for path in ["vlans/", "static-routes/"] {
                let answer = try lab.send(method, "\(path)\(text)/")
                #expect(answer.status == 500)
                #expect(answer.text == "Field 'id' expected a number but got '\(text)'.")
            }
            for (path, fields) in [
                ("dnsresourcerecords/", "created, dnsresource, dnsresource_id, id, rrdata, rrtype, ttl, updated"),
                ("reservedips/", "comment, created, id, ip, mac_address, subnet, subnet_id, updated"),
            ] {
                let answer = try lab.send(method, "\(path)\(text)/")
                #expect(answer.status == 500)
                #expect(answer.text == "Cannot resolve keyword 'name' into field. Choices are: \(fields)")
            }
        }
        for path in ["domains/", "resourcepool/", "dhcp-snippets/"] {
            #expect(try lab.send(method, "\(path)id:zz/").text == "Field 'id' expected a number but got 'zz'.")
            #expect(try lab.send(method, "\(path)id:99999999999999999999/").status == 404)
        }
    }

    /// Numbers may be written as Python and MAAS's specifiers take them.
    @Test func spellingsOfOne() throws {
        let lab = try TestRegion()
        for id in ["1", "0x1", "0b1", "%201", "1%20"] {
            for path in ["fabrics/", "spaces/", "subnets/", "ipranges/"] {
                #expect(try lab.get("\(path)\(id)/").status == 200, "\(path)\(id)/")
            }
        }
    }
}
