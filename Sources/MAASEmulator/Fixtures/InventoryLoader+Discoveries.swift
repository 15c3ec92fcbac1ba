import Addresses
import MAASRegion
import SQLite

extension InventoryLoader {
    /// A host that answers on a network of a rack controller, seen already or found by the next scan.
    func addDiscovery(_ value: FixtureValue) throws {
        let object = try value.object(.discovery)
        guard let address = IPAddress(try object.text("ip")) else {
            throw FixtureError(path: object.place("ip"), reason: "is no IP address")
        }
        guard let mac = MACAddress.normal(try object.text("mac_address")) else {
            throw FixtureError(path: object.place("mac_address"), reason: "is no MAC address")
        }
        let ip = address.description
        let organization = try object.optionalText("mac_organization")
        let vid = try object.optionalInteger("vid", 0...4094)
        let interface = try observingInterface(object)
        try db.insert(
            into: "hardware_neighbours",
            [
                "ip": ip, "mac_address": mac, "mac_organization": organization, "vid": vid, "interface_id": interface,
            ])
        if try object.flag("seen", default: true) {
            try db.insert(
                into: "neighbours",
                [
                    "ip": ip, "mac_address": mac, "mac_organization": organization, "vid": vid,
                    "interface_id": interface, "updated": try state.now,
                ])
        }
        for (key, source) in [("hostname", "rdns"), ("mdns_hostname", "mdns")] {
            guard let name = try object.optionalText(key) else { continue }
            try db.insert(
                into: "discovered_names",
                ["source": source, "ip": ip, "hostname": name, "updated": try state.now])
        }
    }

    /// The interface of a controller that sees the host.
    private func observingInterface(_ object: FixtureObject) throws -> Int {
        let observer = try object.text("observer")
        let name = try object.text("interface")
        let found: Int? = try db.scalar(
            """
            SELECT interfaces.id FROM interfaces JOIN nodes ON nodes.id = node_id
            WHERE hostname = ? AND interfaces.name = ? AND node_type IN (
                \(Node.Kind.rackController.rawValue), \(Node.Kind.regionAndRackController.rawValue))
            """, observer, name)
        guard let found else {
            throw FixtureError(
                path: object.place("interface"), reason: "no rack controller \(observer) has an interface \(name)")
        }
        return found
    }
}
