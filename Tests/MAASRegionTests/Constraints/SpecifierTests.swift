import RegionTesting
import Testing

@testable import MAASRegion

/// MAAS's language for naming networks and interfaces, asked where a list of machines is narrowed by it.
@Suite struct SpecifierTests {
    private func subnets(_ lab: TestRegion, _ items: String...) throws -> [String] {
        try lab.region.withState { state in
            try Specifiers(db: state.db).ids(.subnet, anyOf: items).sorted().compactMap {
                try Subnet.find(state.db, id: $0)?.name
            }
        }
    }

    @Test func oneSubnetHasManyNames() throws {
        let lab = try TestRegion()
        let id = try #require(try lab.get("subnets/data-net/").integer("id"))
        for item in [
            "data-net", "name:data-net", "\(id)", "subnet-\(id)", "id:\(id)", "id:0x\(String(id, radix: 16))",
            "10.20.0.0/24", "cidr:10.20.0.7/24", "ip:10.20.0.9", "vid:100", "vlan:vlan100", "vlan:100", "space:data",
        ] {
            #expect(try subnets(lab, item).contains("data-net"), "\(item)")
        }
        #expect(try subnets(lab, "nosuch").isEmpty)
    }

    @Test func itemsAddUpNarrowAndTakeAway() throws {
        let lab = try TestRegion()
        let all = try lab.get("subnets/").list.compactMap { $0["name"]?.string }
        #expect(Set(try subnets(lab, "mgmt-net", "data-net")) == ["mgmt-net", "data-net"])
        #expect(try subnets(lab, "mgmt-net", "&data-net").isEmpty)
        #expect(Set(try subnets(lab, "!data-net")) == Set(all).subtracting(["data-net"]))
        #expect(Set(try subnets(lab, "not_data-net")) == Set(all).subtracting(["data-net"]))
        #expect(Set(try subnets(lab)) == Set(all), "who asks for nothing gets everything")
        let both = try lab.region.withState { try Specifiers(db: $0.db).ids(.subnet, "space:data,vid:100") }
        #expect(both.count == 1)
    }

    @Test(arguments: [
        ("subnets", "vid:5000", 400, #"{"subnets": ["VLAN tag (VID) out of range (0-4094; 0 for untagged.)"]}"#),
        ("subnets", "id:x", 400, #"{"subnets": ["Subnet ID must be numeric."]}"#),
        ("subnets", "nosuch", 400, #"{"subnets": ["No matching subnets found."]}"#),
        ("vlans", "nosuch", 400, #"{"vlans": ["No matching VLANs found."]}"#),
        ("subnets", "space:nosuch", 404, "No Space matches the given query."),
        ("subnets", "cidr:bogus", 500, "'AddrFormatError' object has no attribute 'message'"),
        ("vlans", "id:x", 500, "'ValueError' object has no attribute 'message'"),
        ("interfaces", "a:id=x", 400, "Interface ID must be numeric."),
        ("interfaces", "a:mode=auto", 400, "The only valid value for 'mode' is 'unconfigured'."),
        ("interfaces", "a:link_speed=fast", 500, "Field 'link_speed' expected a number but got 'fast'."),
        ("interfaces", "a:bogus=1", 400, #"{"interfaces": ["Unknown interfaces constraint: 'bogus"]}"#),
        ("storage", "root:1.2.3", 500, "could not convert string to float: '1.2.3'"),
        ("devices", "vendor_id", 500, "not enough values to unpack (expected 2, got 1)"),
        (
            "simple_status", "failed", 500,
            "Cannot resolve keyword 'simple_status' into field. Choices are: "
                + NodeFields.names(in: .v3_7).joined(separator: ", ")
        ),
        ("cpu_count", "nan", 500, "cannot convert float NaN to integer"),
    ])
    func refusals(name: String, value: String, status: Int, text: String) throws {
        let answer = try TestRegion().get("machines/", query: [name: value])
        #expect(answer.status == status)
        #expect(answer.text == text)
    }

    @Test func interfacesByWhatTheyAre() throws {
        let lab = try TestRegion()
        func names(_ text: String) throws -> Set<String> {
            Set(try lab.get("machines/", query: ["interfaces": text]).list.compactMap { $0["hostname"]?.string })
        }
        #expect(try names("a:hostname=node01") == ["node01"])
        #expect(try names("a:hostname=node01,not_name=eth0") == ["node01"])
        #expect(try names("a:hostname=node01,name=eth0,name=eth1") == ["node01"])
        #expect(try names("a:subnet_cidr=10.10.0.0/24,vid=0").contains("node01"))
        #expect(try names("a:space=mgmt;b:space=data").contains("node01"))
        #expect(try names("x").count == lab.get("machines/").list.count, "one character is no constraint")
    }

    @Test func macAddressesAreTakenInSeveralFormsAndComparedAsWritten() throws {
        let lab = try TestRegion()
        #expect(try lab.get("machines/", query: ["mac_address": "00:16:3e:01:00:01"]).list.count == 1)
        for other in ["00-16-3e-01-00-01", "0016.3e01.0001", "00163e010001"] {
            let answer = try lab.get("machines/", query: ["mac_address": other])
            #expect(answer.status == 200 && answer.text == "[]", "\(other)")
        }
        #expect(try lab.get("machines/", query: ["mac_address": "garbage"]).status == 400)
    }

    @Test func everyCollectionOfNodesIsNarrowed() throws {
        let lab = try TestRegion()
        for collection in ["nodes", "machines", "devices", "rackcontrollers", "regioncontrollers"] {
            #expect(try lab.get("\(collection)/", query: ["hostname": "nosuch"]).text == "[]", "\(collection)")
            let refused = try lab.get("\(collection)/", query: ["bogus": "x"])
            #expect(refused.text == #"{"bogus": ["No such constraint."]}"#, "\(collection)")
        }
    }
}
