import Addresses
import Formats
import SQLite

/// How a machine is to be powered: the driver and its parameters.
package struct PowerConfiguration {
    package let driver: PowerDriver
    let ofBMC: [String: JSONValue]
    package let ofNode: [String: JSONValue]

    /// A driver with its parameters, as somebody says who knows them; `nil` for a driver that the version lacks.
    package init?(_ driver: String, _ given: [String: JSONValue], in version: MAASVersion) throws {
        guard let driver = try PowerDriver.named(driver, in: version) else { return nil }
        self.init(driver, given)
    }

    /// What is not given gets the driver's own default.
    package init(_ driver: PowerDriver, _ given: [String: JSONValue]) {
        self.driver = driver
        var ofBMC: [String: JSONValue] = [:]
        var ofNode: [String: JSONValue] = [:]
        for parameter in driver.parameters {
            let value = given[parameter.name] ?? parameter.standard
            if parameter.isOfNode { ofNode[parameter.name] = value } else { ofBMC[parameter.name] = value }
        }
        // What the check was told to skip is kept.
        for (name, value) in given where !driver.parameters.contains(where: { $0.name == name }) {
            ofBMC[name] = value
        }
        self.ofBMC = ofBMC
        self.ofNode = ofNode
    }

    /// Takes the machine's BMC away from it.
    package static func remove(_ state: RegionState, from node: Node) throws {
        try state.db.execute("UPDATE nodes SET bmc_id = NULL, instance_parameters = '{}' WHERE id = ?", node.id)
        try removeUnused(state.db, node.bmcID)
    }

    /// A BMC that powers nothing any more goes.
    static func removeUnused(_ db: Connection, _ bmc: Int?) throws {
        guard let bmc else { return }
        try db.execute(
            """
            DELETE FROM bmcs WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM vm_hosts WHERE id = ?1)
            AND NOT EXISTS (SELECT 1 FROM nodes WHERE bmc_id = ?1)
            """, bmc)
    }

    /// Gives the machine this way of being powered; machines with the same BMC share its row.
    package func apply(_ state: RegionState, to node: Node) throws {
        let db = state.db
        let text = JSONValue.object(ofBMC).text
        let own = JSONValue.object(ofNode).text
        if let bmc = node.bmcID, node.powerType == driver.name, try VMHost.find(db, id: bmc) != nil {
            // The VM host's own parameters are the VM host's business.
            try db.execute("UPDATE nodes SET instance_parameters = ? WHERE id = ?", own, node.id)
            return
        }
        try PowerAddress.check(driver.name, ofBMC)
        let isShareable = driver.isControllable
        let same: Int? =
            isShareable
            ? try db.scalar(
                """
                SELECT id FROM bmcs WHERE power_type = ? AND power_parameters = ?
                    AND NOT EXISTS (SELECT 1 FROM vm_hosts WHERE vm_hosts.id = bmcs.id)
                """, driver.name, text) : nil
        let bmc = try same ?? db.insert(into: "bmcs", ["power_type": driver.name, "power_parameters": text])
        try db.execute("UPDATE nodes SET bmc_id = ?, instance_parameters = ? WHERE id = ?", bmc, own, node.id)
        try Self.removeUnused(db, node.bmcID)
    }
}
