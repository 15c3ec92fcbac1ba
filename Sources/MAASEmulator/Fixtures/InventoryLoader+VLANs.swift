import Formats
import MAASRegion
import SQLite

/// What VLANs say of others: racks that serve them, and VLANs whose DHCP server they are relayed to.
extension InventoryLoader {
    /// Connects VLANs once controllers and ranges are there. A VLAN with DHCP that names no rack is served by the
    /// first one, but in a capture.
    func connectVLANs(_ fabrics: [FixtureValue]) throws {
        for fabric in fabrics {
            for value in try fabric.object(.fabric).list("vlans") {
                try guarded(value) { try connect($0) }
            }
        }
        let rack = try Node.all(db, .rackController, .regionAndRackController).first
        if let rack, !isCaptured {
            try db.execute(
                "UPDATE vlans SET primary_rack_id = ? WHERE dhcp_on = 1 AND primary_rack_id IS NULL", rack.id)
        }
    }

    private func connect(_ value: FixtureValue) throws {
        guard let id = numbers.rows[value.path], let vlan = try VLAN.find(db, id: id) else { return }
        let object = try value.object(.vlan)
        for (key, column) in [("primary_rack", "primary_rack_id"), ("secondary_rack", "secondary_rack_id")] {
            guard let name = try object.optionalText(key) else { continue }
            try db.update("vlans", id: id, [column: try rack(name, at: object.place(key))])
        }
        if let relay = try object["relay_vlan"]?.object(.vlanName) {
            try db.update("vlans", id: id, ["relay_vlan_id": try vlanID(relay)])
        }
        // A range or a rack may have gone since DHCP was switched on.
        guard vlan.dhcpOn, !isCaptured else { return }
        let place = object.place("dhcp_on")
        guard try !Node.all(db, .rackController, .regionAndRackController).isEmpty else {
            throw FixtureError(path: place, reason: "there is no rack controller to serve DHCP")
        }
        guard try vlan.hasDynamicRange(db) else {
            throw FixtureError(
                path: place, reason: "no subnet of the VLAN has a dynamic range; add one to ip_ranges, of type dynamic")
        }
    }

    private func rack(_ name: String, at path: String) throws -> Int {
        let racks = try Node.all(db, .rackController, .regionAndRackController)
        guard let rack = racks.first(where: { $0.isNamed(name) }) else {
            throw declared.missing(name, among: "controllers", at: path, "there is no rack controller \(name)")
        }
        return rack.id
    }
}
