import Formats
import MAASRegion
import SQLite

/// What few machines have, and what ties machines to others.
extension InventoryLoader {
    func previousStatus(_ object: FixtureObject) throws -> NodeStatus {
        try object.choice("previous_status_name", of: NodeStatus.allCases, by: \.label, default: .new)
    }

    /// What the machine boots from, where that is not the first interface or disk.
    func chooseBoot(_ key: String, from table: String, _ object: FixtureObject, node: Int) throws {
        guard let name = try object.optionalText(key) else { return }
        let found: Int? = try db.scalar("SELECT id FROM \(table) WHERE node_id = ? AND name = ?", node, name)
        guard let found else { throw FixtureError(path: object.place(key), reason: "the machine has no \(name)") }
        try db.update("nodes", id: node, ["\(key)_id": found])
    }

    /// Ties machines to what they are parts of, and hypervisors to the machines that they were installed on, once all
    /// of them are there.
    func connectMachines(_ machines: [FixtureValue], _ hardware: FixtureValue?) throws {
        for value in machines where !complaints.misshapen.contains(value.path) {
            try guarded(value) { value in
                let object = try value.object(.machine)
                guard object["parent"] != nil || object["dynamic"] != nil || object["vm_host"] != nil,
                    let node = try Node.id(db, named: object.text("hostname"))
                else { return }
                if let parent = try namedNode(object, "parent") {
                    try db.update("nodes", id: node, ["parent_id": parent])
                }
                if object["vm_host"] != nil { try addDetails(object, node: node) }
                if object["dynamic"] != nil {
                    try db.update("nodes", id: node, ["is_dynamic": try object.flag("dynamic", default: false)])
                }
            }
        }
        for (address, value) in try hardware?.object(.hardware)["hosts"]?.dictionary() ?? [] {
            try guarded(value) { value in
                guard let node = try namedNode(value.object(.hardwareHost), "installed_on") else { return }
                try db.execute("UPDATE hardware_hosts SET node_id = ? WHERE address = ?", node, address)
            }
        }
    }

    private func namedNode(_ object: FixtureObject, _ key: String) throws -> Int? {
        guard let name = try object.optionalText(key) else { return nil }
        guard let node = try Node.id(db, named: name) else {
            throw declared.missing(name, among: "machines", at: object.place(key), "there is no node \(name)")
        }
        return node
    }
}
