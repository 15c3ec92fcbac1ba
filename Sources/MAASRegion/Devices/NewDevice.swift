import SQLite

/// What a device is made with.
package struct NewDevice {
    package let hostname: String
    package let description: String
    package let domainID: Int
    package let zoneID: Int
    package let parentID: Int?
    /// Who makes it.
    package let ownerID: Int
    /// One interface for each.
    package let macAddresses: [String]

    package init(
        hostname: String, description: String, domainID: Int, zoneID: Int, parentID: Int?, ownerID: Int,
        macAddresses: [String]
    ) {
        self.hostname = hostname
        self.description = description
        self.domainID = domainID
        self.zoneID = zoneID
        self.parentID = parentID
        self.ownerID = ownerID
        self.macAddresses = macAddresses
    }
}

extension Node {
    /// Puts a device into the region; answers its id.
    package static func create(_ state: RegionState, _ device: NewDevice) throws -> Int {
        let db = state.db
        let now = try state.now
        let id = try db.insert(
            into: "nodes",
            [
                "system_id": try unusedSystemID(state), "node_type": Kind.device.rawValue,
                "hostname": device.hostname, "description": device.description, "domain_id": device.domainID,
                "zone_id": device.zoneID, "parent_id": device.parentID, "owner_id": device.ownerID,
                "architecture": "", "created": now, "updated": now,
            ])
        for (index, mac) in device.macAddresses.enumerated() {
            try Interface.claim(db, mac: mac.lowercased())
            let interface = try db.insert(
                into: "interfaces",
                [
                    "node_id": id, "name": "eth\(index)", "type": Interface.Kind.physical,
                    "mac_address": mac.lowercased(),
                ])
            if index == 0 { try db.update("nodes", id: id, ["boot_interface_id": interface]) }
        }
        return id
    }
}
