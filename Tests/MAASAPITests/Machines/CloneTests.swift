import RegionTesting
import Testing

@testable import Formats
@testable import MAASRegion

/// `machines/?op=clone`, as a running MAAS 3.7.3 answers.
@Suite struct CloneTests {
    /// What `machine` says of its interfaces, disks and mounts, without ids, addresses of hardware and UUIDs.
    private func shape(_ maas: TestRegion, _ hostname: String) throws -> [String] {
        let machine = try maas.get("machines/\(try maas.systemID(hostname))/").json
        guard case .array(let interfaces)? = machine["interface_set"],
            case .array(let disks)? = machine["blockdevice_set"],
            case .array(let special)? = machine["special_filesystems"]
        else { return [] }
        func texts(_ value: JSONValue?, _ keys: String...) -> String {
            keys.map { value?[$0]?.text ?? "-" }.joined(separator: " ")
        }
        let networks = interfaces.map { interface -> String in
            guard case .array(let links)? = interface["links"] else { return "" }
            return texts(interface, "name", "type", "enabled", "params", "parents") + " "
                + texts(interface["vlan"], "vid")
                + links.map { " " + texts($0, "mode") + texts($0["subnet"], "cidr") }.joined()
        }
        let storage = disks.map { disk -> String in
            guard case .array(let partitions)? = disk["partitions"] else { return "" }
            return texts(disk, "name", "partition_table_type")
                + partitions.map {
                    " " + texts($0, "size", "bootable") + texts($0["filesystem"], "fstype", "label", "mount_point")
                }.joined()
        }
        return networks + storage + special.map { texts($0, "fstype", "mount_point") }
    }

    /// node01 with a bond, a bridge and a VLAN interface on it, and a tmpfs.
    private func prepare(_ maas: TestRegion) throws {
        let node = try maas.systemID("node01")
        let path = "nodes/\(node)/interfaces/"
        let ids = try maas.get(path).list.compactMap { $0["id"]?.integer }
        _ = try maas.put("\(path)\(ids[1])/", ["vlan": "5001"])
        let bond = try maas.post(
            path, op: "create_bond",
            ["name": "bond0", "parents": "\(ids[0])", "parents": "\(ids[1])", "bond_mode": "802.3ad", "mtu": "1600"])
        let id = try #require(try bond.integer("id"))
        _ = try maas.post(path, op: "create_bridge", ["name": "br0", "parent": "\(id)"])
        _ = try maas.post(path, op: "create_vlan", ["parent": "\(id)", "vlan": "5002"])
        let mount: KeyValuePairs = ["fstype": "tmpfs", "mount_point": "/t"]
        _ = try maas.post("machines/\(node)/", op: "mount_special", mount)
    }

    @Test func destinationsBecomeLikeTheSource() throws {
        let maas = try TestRegion()
        try prepare(maas)
        let source = try shape(maas, "node01")
        #expect(source.contains { $0.hasPrefix(#""bond0" "bond""#) })
        #expect(try shape(maas, "node03") != source)
        let answer = try maas.post(
            "machines/", op: "clone",
            ["source": "node01", "destinations": "node03,node05", "storage": "true", "interfaces": "true"])
        #expect(answer.status == 204)
        #expect(try shape(maas, "node03") == source)
        #expect(try shape(maas, "node05") == source)
        #expect(try shape(maas, "node01") == source)
        let again = try maas.post(
            "machines/", op: "clone", ["source": "node01", "destinations": "node03", "interfaces": "true"])
        #expect(again.text == #"{"__all__": ["Interface with this Node config and Name already exists."]}"#)
        #expect(try shape(maas, "node03") == source, "what is refused changes nothing")
    }

    @Test func addressesAreNewOnes() throws {
        let maas = try TestRegion()
        let source = try maas.systemID("node01")
        let path = "nodes/\(source)/interfaces/"
        let id = try #require(try maas.get(path).integer(0, "id"))
        let linked = try maas.post(
            "\(path)\(id)/", op: "link_subnet", ["mode": "static", "subnet": "1", "force": "true"])
        let address = try #require(try linked.string("links", 0, "ip_address"))
        _ = try maas.post(
            "machines/", op: "clone", ["source": "node01", "destinations": "node03", "interfaces": "true"])
        let copy = try maas.get("nodes/\(try maas.systemID("node03"))/interfaces/")
        #expect(try copy.string(0, "links", 0, "mode") == "static")
        #expect(try copy.string(0, "links", 0, "ip_address") != address)
    }

    @Test func refusals() throws {
        let maas = try TestRegion()
        func clone(_ form: KeyValuePairs<String, String>, as who: TestRegion.Who = .admin) throws -> String {
            let answer = try maas.post("machines/", op: "clone", form, as: who)
            #expect(answer.status == 400)
            return answer.text
        }
        func name(_ hostname: String) throws -> String { "\(try maas.systemID(hostname)) (\(hostname))" }
        let all = try JSONValue(parsing: try clone([:]).utf8)
        #expect(all["source"]?.strings == ["This field is required."])
        #expect(all["destinations"]?.strings == ["This field is required."])
        #expect(all["__all__"]?.strings == ["Either storage or interfaces must be true."])
        let unknown = try JSONValue(
            parsing: try clone(["source": "zz", "destinations": "yy,node01", "storage": "true"]).utf8)
        #expect(
            unknown["source"]?.strings == [
                "Select a valid choice. zz is not one of the available choices.", "This field is required.",
            ])
        #expect(
            unknown["destinations"]?.strings == [
                "Machine 1 is invalid: Select a valid choice. yy is not one of the available choices."
            ])
        #expect(
            try clone(["source": "node01", "destinations": "node01", "storage": "true"])
                == #"{"destinations": ["Source machine \#(try name("node01")) cannot be a destination machine."]}"#)
        #expect(
            try clone(["source": "node01", "destinations": "node02", "storage": "true"]).contains(
                "\(try name("node02")) is invalid: 1 destination node physical block devices do not match the source nodes physical block devices"
            ))
        #expect(
            try clone(["source": "node02", "destinations": "node01", "storage": "true"]).contains(
                "source node does not have enough physical block devices (1 < 2)"))
        let vm = try clone(["source": "node02", "destinations": "vm1", "storage": "true", "interfaces": "true"])
        #expect(vm.contains("node boot methods do not match (uefi != None)"))
        #expect(
            vm.contains(
                "destination node physical interfaces do not match the source nodes physical interfaces: eth1"))
        #expect(
            try clone(["source": "vm1", "destinations": "vm2", "storage": "true"]).contains(
                "destination boot disk(sda) is smaller than source boot disk(sda)"))
        #expect(
            try clone(["source": "node01", "destinations": "node03", "storage": "true"], as: .user)
                == #"{"destinations": ["Machine 1 is invalid: Select a valid choice. node03 is not one of the available choices."]}"#
        )
    }
}
