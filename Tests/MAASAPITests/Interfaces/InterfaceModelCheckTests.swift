import RegionTesting
import Testing

import Formats

/// What MAAS's models refuse when an operation sets a field and saves, where no form looks.
@Suite struct InterfaceModelCheckTests {
    private struct Lab {
        let maas: TestRegion
        /// The path of a machine's interfaces.
        let path: String
        let vlanInterface: Int

        init() throws {
            maas = try TestRegion()
            let machine = try #require(
                try maas.post(
                    "machines/",
                    [
                        "architecture": "amd64", "power_type": "manual", "mac_addresses": "52:54:00:00:00:01",
                        "commission": "false",
                    ]
                ).string("system_id"))
            path = "nodes/\(machine)/interfaces/"
            _ = try maas.put("\(path)eth0/", ["vlan": "5001"])
            let tagged = try #require(try maas.post("fabrics/0/vlans/", ["vid": "30"]).integer("id"))
            let parent = try #require(try maas.get("\(path)eth0/").integer("id"))
            vlanInterface = try #require(
                try maas.post(path, op: "create_vlan", ["parent": "\(parent)", "vlan": "\(tagged)"]).integer("id"))
        }
    }

    @Test func aVLANInterfaceKeepsItsVLAN() throws {
        let lab = try Lab()
        let answer = try lab.maas.post("\(lab.path)\(lab.vlanInterface)/", op: "disconnect")
        #expect(answer.status == 400)
        #expect(try answer.json["vlan"] == .array([.string("VLAN interface requires connection to a VLAN.")]))
        #expect(try lab.maas.get("\(lab.path)\(lab.vlanInterface)/").integer("vlan", "vid") == 30)
        #expect(try lab.maas.get("\(lab.path)\(lab.vlanInterface)/").string("links", 0, "mode") == "link_up")
    }

    @Test func aTagIsNotBlank() throws {
        let lab = try Lab()
        let answer = try lab.maas.post("\(lab.path)eth0/", op: "add_tag", ["tag": ""])
        #expect(answer.status == 400)
        #expect(
            try answer.json["tags"]
                == .array([.string("Item 1 in the array did not validate: This field cannot be blank.")]))
        #expect(try lab.maas.get("\(lab.path)eth0/").json["tags"] == .array([]))
    }

    @Test func aTagHasNoNUL() throws {
        let lab = try Lab()
        let answer = try lab.maas.post("\(lab.path)eth0/", op: "add_tag", ["tag": "a\0b"])
        #expect(answer.status == 500)
        #expect(try lab.maas.get("\(lab.path)eth0/").json["tags"] == .array([]))
        #expect(try lab.maas.post("\(lab.path)eth0/", op: "remove_tag", ["tag": "a\0b"]).status == 200)
    }

    @Test(arguments: ["\t", ",", "a,,b", "a,"])
    func tagsOfAFormAreNotBlankEither(_ text: String) throws {
        let lab = try Lab()
        let answer = try lab.maas.put("\(lab.path)eth0/", ["tags": text])
        #expect(answer.status == 400)
        let messages = try #require(try answer.json["tags"]).elements.compactMap(\.string)
        #expect(messages.allSatisfy { $0.hasSuffix("in the array did not validate: This field is required.") })
    }

    /// What is not connected has no speed; a number that is too large is one nevertheless.
    @Test(arguments: [
        ("link_speed=100", 400, true), ("link_speed=99999999999999999999", 400, true),
        ("link_connected=false&link_speed=100", 400, true), ("link_speed=0", 200, false),
        ("link_speed=-1", 400, false), ("link_connected=true&link_speed=100", 200, false),
    ])
    func speeds(_ form: String, _ status: Int, _ isOfTheLink: Bool) throws {
        let lab = try Lab()
        #expect(try lab.maas.put("\(lab.path)eth0/", ["link_connected": "false"]).status == 200)
        let answer = try lab.maas.put("\(lab.path)eth0/", urlencoded: [form])
        #expect(answer.status == status)
        #expect(answer.text.contains("link_speed cannot be set when link_connected is false.") == isOfTheLink)
    }

    /// The interfaces that one may stand on are chosen by text: another spelling of a number chooses none.
    @Test(arguments: [" %@ ", "%2B%@", "0%@"])
    func parentsAreTexts(_ spelling: String) throws {
        let lab = try Lab()
        let parent = try #require(try lab.maas.get("\(lab.path)eth0/").integer("id"))
        let text = spelling.replacing("%@", with: "\(parent)")
        for op in ["create_bond", "create_bridge"] {
            let field = op == "create_bond" ? "parents" : "parent"
            let answer = try lab.maas.post(
                lab.path + "?op=\(op)", urlencoded: ["name=over0", "\(field)=\(text.replacing(" ", with: "%20"))"])
            #expect(answer.status == 400)
            #expect(
                try answer.json[field]
                    == .array([
                        .string(
                            "Select a valid choice. \(text.replacing("%2B", with: "+")) is not one of the available choices."
                        )
                    ]))
        }
    }
}
