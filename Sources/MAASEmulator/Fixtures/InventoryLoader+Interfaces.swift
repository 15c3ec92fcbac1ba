import Addresses
import Formats
import MAASRegion
import SQLite

/// Interfaces of nodes, with what MAAS would say of them that the fixture does not.
extension InventoryLoader {
    func addInterfaces(_ object: FixtureObject, node: Int, _ networks: MachineDefaults.Networks) throws {
        let values = try object.list("interfaces")
        for value in values { try guarded(value) { try addInterface($0, node: node, networks) } }
        for value in values { try guarded(value) { try connectParents($0, node: node) } }
        let first: Int? = try db.scalar("SELECT MIN(id) FROM interfaces WHERE node_id = ?", node)
        try db.execute("UPDATE nodes SET boot_interface_id = ? WHERE id = ?", first, node)
        for value in values { try guarded(value) { try addLinks($0, node: node) } }
        if networks.linksInterfaces {
            let silent = try values.filter { try !$0.object(.interface).says("links") }
            try addDefaultLinks(silent.compactMap { numbers.rows[$0.path] }, node: node)
        }
    }

    private func addInterface(_ value: FixtureValue, node: Int, _ networks: MachineDefaults.Networks) throws {
        let object = try value.object(.interface)
        let type = try object.choice("type", default: Interface.Kind.physical)
        var mac = try object.optionalMAC("mac_address")
        if mac == nil, type == .physical { mac = try numbers.unusedMAC(state) }
        numbers.rows[value.path] = try db.insert(
            into: "interfaces",
            [
                "id": try numbers.id("interfaces", object), "node_id": node, "name": try object.text("name"),
                "type": type, "mac_address": mac, "vlan_id": try vlan(of: object, type, node: node, networks),
                "enabled": try object.flag("enabled", default: true),
                "link_connected": try object.flag("link_connected", default: true),
                "interface_speed": try object.integer("interface_speed", default: 0),
                "link_speed": try object.integer("link_speed", default: 0),
                "tags": JSONValue.array(try object.texts("tags").map(JSONValue.string)).text,
                "params": (object["params"]?.value ?? .object([:])).text,
                "vendor": try object.optionalText("vendor"), "product": try object.optionalText("product"),
                "firmware_version": try object.optionalText("firmware_version"),
                "numa_node": try object.optionalInteger("numa_node"),
                "sriov_max_vf": try object.integer("sriov_max_vf", default: 0),
                "acquired": try object.flag("acquired", default: false),
            ])
    }

    /// The VLAN of an interface: where it says so, else that of the interface below it, else the one that machines boot
    /// on.
    private func vlan(
        of object: FixtureObject, _ type: Interface.Kind, node: Int, _ networks: MachineDefaults.Networks
    ) throws -> Int? {
        let parent = try object.texts("parents").first.flatMap { try interface($0, of: node) }
        let below = try parent?.vlanID.flatMap { try VLAN.find(db, id: $0) }
        if let vid = try object.optionalInteger("vlan", 0...4094) {
            if let fabric = try object.optionalText("fabric") { return try vlanID(object, fabric: fabric, vid: vid) }
            let standard = try below ?? VLAN.whereMachinesBoot(db).flatMap { try VLAN.find(db, id: $0) }
            guard let standard, let vlan = try VLAN.find(db, fabric: standard.fabricID, vid: vid) else {
                throw FixtureError(path: object.place("vlan"), reason: "the first fabric has no VLAN with vid \(vid)")
            }
            return vlan.id
        }
        if let fabric = try object.optionalText("fabric") { return try vlanID(object, fabric: fabric, vid: 0) }
        guard !object.says("vlan"), networks.plugsIn else { return nil }
        if type != .physical { return below?.id }
        return try VLAN.whereMachinesBoot(db)
    }

    private func interface(_ name: String, of node: Int) throws -> Interface? {
        try Interface.all(db, node: node).first { $0.name == name }
    }

    private func connectParents(_ value: FixtureValue, node: Int) throws {
        let object = try value.object(.interface)
        guard let child = numbers.rows[value.path] else { return }
        for (index, parent) in try object.list("parents").enumerated() {
            guard let below = try interface(parent.text(), of: node) else {
                throw parent.error("the machine has no interface \(try parent.text())")
            }
            try db.insert(into: "interface_parents", ["child_id": child, "parent_id": below.id])
            if index == 0, !object.says("mac_address") {
                try db.update("interfaces", id: child, ["mac_address": below.macAddress])
            }
        }
    }

    // MARK: Links

    private func addLinks(_ value: FixtureValue, node: Int) throws {
        guard let interface = numbers.rows[value.path] else { return }
        for link in try value.object(.interface).list("links") {
            try guarded(link) { try addLink($0, interface: interface, node: node) }
        }
        for address in try value.object(.interface).list("discovered") {
            let object = try address.object(.discoveredAddress)
            try Link.add(
                state, interface: interface, .discovered, ip: object.optionalAddress("ip_address")?.description,
                subnet: subnetID(object))
        }
    }

    private func addLink(_ value: FixtureValue, interface id: Int, node: Int) throws {
        let object = try value.object(.link)
        let mode: Interface.LinkMode = try object.choice("mode")
        let type: Link.AllocationType =
            switch mode {
            case .auto: .auto
            case .dhcp: .dhcp
            default: .sticky
            }
        let now = try state.now
        let vlan: Int? = try db.scalar("SELECT vlan_id FROM interfaces WHERE id = ?", id)
        let named = try subnetID(object).flatMap { id in try lookups.subnet(id) { try Subnet.find(db, id: id) } }
        let given = try object.optionalAddress("ip_address")
        let subnet = try named ?? standardSubnet(mode, given, vlan)
        let address = try object.optionalAddress("ip_address", in: subnet.flatMap { IPNetwork($0.cidr) })
        if let address, try Link.holder(db, of: address) != nil {
            throw FixtureError(path: object.place("ip_address"), reason: "\(address) is already in use")
        }
        if let subnet, let vlan, subnet.vlanID != vlan {
            throw FixtureError(
                path: object.place("subnet"),
                reason:
                    "\(subnet.cidr) is on \(try name(ofVLAN: subnet.vlanID)), the interface on \(try name(ofVLAN: vlan))"
            )
        }
        if let subnet, vlan == nil { try db.update("interfaces", id: id, ["vlan_id": subnet.vlanID]) }
        let link = try db.insert(
            into: "ip_addresses",
            [
                "id": try numbers.id("ip_addresses", object), "alloc_type": type.rawValue,
                "ip": address?.description, "subnet_id": subnet?.id, "created": now,
                "updated": now,
            ])
        try db.insert(into: "interface_addresses", ["interface_id": id, "ip_address_id": link])
        if try object.flag("default_gateway", default: false), let subnet {
            let family = subnet.cidr.contains(":") ? "ipv6" : "ipv4"
            try db.update("nodes", id: node, ["gateway_link_\(family)_id": link])
        }
    }

    /// The subnet of a link that names none: the one of its address, or for an automatic one the first of its VLAN.
    private func standardSubnet(_ mode: Interface.LinkMode, _ address: IPAddress?, _ vlan: Int?) throws -> Subnet? {
        if let address { return try Subnet.best(db, for: address) }
        guard mode == .auto, let vlan else { return nil }
        return try Subnet.all(db).first { $0.vlanID == vlan }
    }

    private func name(ofVLAN id: Int) throws -> String {
        guard let vlan = try VLAN.find(db, id: id) else { return "no VLAN" }
        return "VLAN \(vlan.vid) of \(vlan.fabricName)"
    }

    /// What commissioning links interfaces with: the one that the machine boots from, or what it is a part of,
    /// automatically with an address; the others only come up.
    private func addDefaultLinks(_ silent: [Int], node: Int) throws {
        guard !silent.isEmpty, let boot = try Interface.all(db, node: node).first else { return }
        let bootTop = try top(of: boot)
        for id in silent.sorted() {
            guard let interface = try Interface.find(db, id: id), interface.enabled, interface.vlanID != nil else {
                continue
            }
            if id == bootTop {
                try interface.addBootLinks(state)
            } else if try Interface.children(db, of: id).allSatisfy({ $0.type == .vlan }) {
                try interface.link(state, .linkUp, interface.leasingSubnets(db).first)
            }
        }
    }

    /// The bond or bridge that an interface is a part of, as far as that goes.
    private func top(of interface: Interface) throws -> Int {
        var (top, seen) = (interface.id, Set([interface.id]))
        while let next = try Interface.children(db, of: top).first(where: { $0.type != .vlan }),
            seen.insert(next.id).inserted
        { top = next.id }
        return top
    }
}
