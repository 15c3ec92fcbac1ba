import Addresses
import Formats
import MAASRegion
import SQLite

extension InventoryLoader {
    func addSpace(_ value: FixtureValue) throws {
        let object = try value.object(.space)
        // The pseudo-space of VLANs without one is not stored.
        if try object["id"]?.integer() == -1 { return }
        try db.insert(
            into: "spaces",
            [
                "id": try numbers.id("spaces", object), "name": try object.text("name"),
                "description": try object.text("description", default: ""),
            ])
    }

    func addFabric(_ value: FixtureValue) throws {
        let object = try value.object(.fabric)
        let fabric = try db.insert(
            into: "fabrics",
            [
                "id": try numbers.id("fabrics", object), "name": try object.optionalText("name"),
                "description": try object.text("description", default: ""),
                "class_type": try object.optionalText("class_type"),
            ])
        for vlan in try object.list("vlans") { try guarded(vlan) { try addVLAN($0, fabric: fabric) } }
        if object["vlans"] == nil {
            try db.insert(
                into: "vlans",
                ["id": try numbers.next("vlans"), "fabric_id": fabric, "vid": 0, "name": "untagged"])
        }
        if try VLAN.find(db, fabric: fabric, vid: 0) == nil {
            throw FixtureError(path: object.place("vlans"), reason: "the untagged VLAN (vid 0) is missing")
        }
    }

    private func addVLAN(_ value: FixtureValue, fabric: Int) throws {
        let object = try value.object(.vlan)
        numbers.rows[value.path] = try db.insert(
            into: "vlans",
            [
                "id": try numbers.id("vlans", object), "fabric_id": fabric, "vid": try object.integer("vid", 0...4094),
                "name": try object.optionalText("name"), "description": try object.text("description", default: ""),
                "mtu": try object.integer("mtu", default: 1500, 552...65535),
                "dhcp_on": try object.flag("dhcp_on", default: false),
                "external_dhcp": try object.optionalText("external_dhcp"), "space_id": try space(object),
            ])
    }

    private func space(_ object: FixtureObject) throws -> Int? {
        guard let name = try object.optionalText("space"), name != "undefined" else { return nil }
        return try reference("spaces", name, at: object.place("space"))
    }

    /// The id of the row of `table` that is called `name`.
    func reference(_ table: String, _ name: String, at path: String) throws -> Int {
        let id = try lookups.id(table, name) { try db.scalar("SELECT id FROM \(table) WHERE name = ?", name) }
        guard let id else {
            let kind = table.replacing("_", with: " ")
            throw declared.missing(name, among: table, at: path, "there is no \(name) among the \(kind)")
        }
        return id
    }

    func addSubnet(_ value: FixtureValue) throws {
        let object = try value.object(.subnet)
        let network = try object.network("cidr")
        let cidr = network.description
        if let other = try Subnet.all(db).first(where: { IPNetwork($0.cidr)?.overlaps(network) ?? false }) {
            throw FixtureError(path: object.place("cidr"), reason: "\(cidr) overlaps with \(other.cidr)")
        }
        let vlan = try object["vlan"]?.object(.vlanName)
        try db.insert(
            into: "subnets",
            [
                "id": try numbers.id("subnets", object), "name": try object.text("name", default: cidr),
                "description": try object.text("description", default: ""), "cidr": cidr,
                "vlan_id": try vlan.map { try vlanID($0) } ?? standardVLAN(),
                "gateway_ip": try object.gateway("gateway_ip", of: network)?.description,
                "dns_servers": JSONValue.array(try object.texts("dns_servers").map(JSONValue.string)).text,
                "rdns_mode": try object.integer("rdns_mode", default: 2, 0...2),
                "allow_dns": try object.flag("allow_dns", default: true),
                "allow_proxy": try object.flag("allow_proxy", default: true),
                "active_discovery": try object.flag("active_discovery", default: false),
                "managed": try object.flag("managed", default: true),
                "disabled_boot_architectures": JSONValue.array(
                    try object.texts("disabled_boot_architectures").map(JSONValue.string)
                ).text,
            ])
    }

    /// The VLAN that an object names by fabric and vid.
    func vlanID(_ name: FixtureObject) throws -> Int {
        try vlanID(name, fabric: name.text("fabric"), vid: name.integer("vid", default: 0, 0...4094))
    }

    /// The untagged VLAN of the first fabric, where MAAS puts what nobody puts elsewhere.
    private func standardVLAN() throws -> Int? {
        try Fabric.standard(db).flatMap { try VLAN.standard(db, ofFabric: $0.id)?.id }
    }

    func vlanID(_ object: FixtureObject, fabric: String, vid: Int) throws -> Int {
        let id = try lookups.id("vlans", "\(vid) \(fabric)") { try findVLAN(object, fabric: fabric, vid: vid) }
        return try id ?? findVLAN(object, fabric: fabric, vid: vid)
    }

    private func findVLAN(_ object: FixtureObject, fabric: String, vid: Int) throws -> Int {
        guard let found = try Fabric.find(db, name: fabric) else {
            throw declared.missing(
                fabric, among: "fabrics", at: object.place("fabric"), "there is no \(fabric) among the fabrics")
        }
        guard let vlan = try VLAN.find(db, fabric: found.id, vid: vid) else {
            throw FixtureError(path: object.path, reason: "\(fabric) has no VLAN with vid \(vid)")
        }
        return vlan.id
    }

    func subnetID(_ object: FixtureObject) throws -> Int? {
        guard let name = try object.optionalText("subnet") else { return nil }
        let known = try lookups.id("subnets", name) {
            try Subnet.find(db, cidr: name)?.id ?? db.scalar("SELECT id FROM subnets WHERE name = ?", name)
        }
        return try known ?? reference("subnets", name, at: object.place("subnet"))
    }

    /// The subnet that an object names, else the one that an address lies in.
    func subnet(_ object: FixtureObject, of address: IPAddress?) throws -> Subnet? {
        if let id = try subnetID(object) { return try Subnet.find(db, id: id) }
        return try address.flatMap { try Subnet.best(db, for: $0) }
    }

    func addRange(_ value: FixtureValue) throws {
        let object = try value.object(.ipRange)
        guard let subnet = try subnet(object, of: object.optionalAddress("start_ip")) else {
            throw FixtureError(path: object.place("subnet"), reason: "is missing")
        }
        let usage = try SubnetUsage(db, subnet)
        let (first, last) = (try object.required("start_ip"), try object.required("end_ip"))
        guard let start = try object.optionalAddress("start_ip", in: usage.network),
            let end = try object.optionalAddress("end_ip", in: usage.network)
        else { throw first.error("is missing") }
        guard start <= end else { throw last.error("\(end) is before \(start)") }
        let span = IPSpan(start, end)
        if let other = try usage.ranges().first(where: { $0.overlaps(span) }) {
            throw first.error("\(start) to \(end) overlaps with the range \(other.first) to \(other.last)")
        }
        try db.insert(
            into: "ip_ranges",
            [
                "id": try numbers.id("ip_ranges", object), "subnet_id": subnet.id,
                "type": try object.word("type", of: ["dynamic", "reserved"]), "start_ip": start.description,
                "end_ip": end.description, "comment": try object.text("comment", default: ""),
                "user_id": try userID(object, "user"),
            ])
    }

    func userID(_ object: FixtureObject, _ key: String) throws -> Int? {
        guard let name = try object.optionalText(key) else { return nil }
        guard let id = try lookups.id("users", name, { try User.find(db, username: name)?.id }) else {
            throw declared.missing(name, among: "users", at: object.place(key), "there is no user \(name)")
        }
        return id
    }
}
