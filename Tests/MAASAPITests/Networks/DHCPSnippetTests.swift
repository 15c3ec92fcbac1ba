import RegionTesting
import Testing

@testable import MAASRegion

/// `dhcp-snippets/`, as a running MAAS 3.7.3 answers.
@Suite struct DHCPSnippetTests {
    private func history(_ answer: Answer) throws -> [String] {
        guard case .array(let versions) = try answer.value("history") else { return [] }
        return versions.compactMap { $0["value"]?.string }
    }

    @Test func valuesHaveAHistory() throws {
        let maas = try TestRegion()
        let made = try maas.post("dhcp-snippets/", ["name": "s1", "value": "a;\r\nb;", "description": "d"])
        #expect(made.status == 200)
        #expect(try made.string("value") == "a;\nb;")
        #expect(try made.value("global_snippet") == .bool(true))
        let created = try #require(try made.string("history", 0, "created"))
        #expect(created.wholeMatch(of: /\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000/) != nil)
        #expect(try history(try maas.put("dhcp-snippets/s1/", ["value": "two"])) == ["two", "a;\nb;"])
        #expect(try history(try maas.put("dhcp-snippets/s1/", ["value": "two"])) == ["two", "a;\nb;"])
        #expect(try history(try maas.put("dhcp-snippets/s1/", ["value": "three"])).count == 3)
        let back = try maas.post("dhcp-snippets/s1/", op: "revert", ["to": "-1"])
        #expect(try history(back) == ["two", "a;\nb;"])
        let first = try #require(try back.integer("history", 1, "id"))
        #expect(try history(try maas.post("dhcp-snippets/s1/", op: "revert", ["to": "\(first)"])) == ["a;\nb;"])
        #expect(try maas.post("dhcp-snippets/s1/", op: "revert", ["to": "-9"]).text == "Goes too far back.")
        #expect(try maas.post("dhcp-snippets/s1/", op: "revert", ["to": "77"]).text == "77 not found in history")
        #expect(try maas.post("dhcp-snippets/s1/", op: "revert", ["to": "x"]).text == "x is an invalid 'to' value")
        #expect(try maas.post("dhcp-snippets/s1/", op: "revert").text == "You must specify where to revert to")
        #expect(try maas.delete("dhcp-snippets/s1/").status == 204)
        #expect(try maas.get("dhcp-snippets/").list.isEmpty)
    }

    /// MAAS's form takes the number of the present version for a text when none is sent.
    @Test func anUpdateWithoutAValueStoresItsNumber() throws {
        let maas = try TestRegion()
        let id = try #require(
            try maas.post("dhcp-snippets/", ["name": "s", "value": "x"]).integer("history", 0, "id"))
        #expect(try maas.put("dhcp-snippets/s/", ["description": "d"]).string("value") == String(id))
    }

    @Test func itIsForASubnetOrANode() throws {
        let maas = try TestRegion()
        let device = try maas.post("devices/", ["hostname": "dev", "mac_addresses": "00:16:3e:ff:00:01"])
        let systemID = try #require(try device.string("system_id"))
        _ = try maas.post("dhcp-snippets/", ["name": "s", "value": "v", "subnet": "mgmt-net"])
        #expect(try maas.get("dhcp-snippets/s/").string("subnet", "name") == "mgmt-net")
        let onNode = try maas.put("dhcp-snippets/s/", ["node": systemID, "value": "v"])
        #expect(try onNode.string("node", "hostname") == "dev")
        #expect(try onNode.value("subnet") == .null)
        let onSubnet = try maas.put("dhcp-snippets/s/", ["subnet": "1", "value": "v"])
        #expect(try onSubnet.value("node") == .null)
        let range = try maas.put("dhcp-snippets/s/", ["iprange": "1", "value": "v"])
        #expect(range.status == 200)
        let global = try maas.put("dhcp-snippets/s/", ["global_snippet": "true", "value": "v"])
        #expect(
            global.text
                == #"{"__all__": ["A DHCP snippet cannot be enabled on an iprange withouta parent subnet"]}"#)
        #expect(try maas.delete("subnets/1/", query: ["force": "true"]).status == 400)
    }

    @Test(arguments: [
        Call(
            "POST", "dhcp-snippets/", 400, #"{"name": ["This field is required."], "value": ["Must be given a value"]}"#
        ),
        Call(
            "POST", "dhcp-snippets/", ["name": "n", "value": "v", "node": "node01", "subnet": "1"], 400,
            #"{"__all__": ["A DHCP snippet cannot be enabled on a node and subnet at the same time."]}"#),
        Call(
            "POST", "dhcp-snippets/", ["name": "n", "value": "v", "node": "no", "subnet": "zz", "iprange": "99"], 400,
            #"{"node": ["Select a valid choice. no is not one of the available choices."], "subnet": ["Select a valid choice. That choice is not one of the available choices."], "iprange": ["None found with id=99."]}"#
        ),
        Call(
            "POST", "dhcp-snippets/", ["name": "n", "value": "v", "node": "node01"], 500,
            "'ScriptSet' object has no attribute 'filters'"),
        Call("POST", "dhcp-snippets/", as: .user, 403, "This method is reserved for admin users."),
        Call("GET", "dhcp-snippets/9/", 404, "No DHCPSnippet matches the given query."),
    ])
    func refusals(_ call: Call) throws { try TestRegion().check(call) }

    @Test func olderVersionsWriteTimesAndTextsOtherwise() throws {
        let maas = try TestRegion(version: .v3_5)
        let made = try maas.post("dhcp-snippets/", ["name": "s", "value": "v"])
        #expect(try made.string("history", 0, "created")?.hasSuffix(" -0000") == true)
    }
}
