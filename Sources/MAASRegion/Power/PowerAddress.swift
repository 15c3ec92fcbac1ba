import Addresses
import Formats
import Foundation
import SQLite

/// The address of a BMC or a VM host, read from its power address: MAAS counts it as assigned.
package struct PowerAddress {
    package let bmcID: Int
    package let powerType: String
    package let address: IPAddress
    package let created: RegionTime
    package let nodes: [(systemID: String, hostname: String)]
    /// The ids of those.
    let nodeIDs: [Int]

    package static func all(_ db: Connection) throws -> [PowerAddress] {
        let bmcs = try db.query("SELECT * FROM bmcs ORDER BY id") { row -> (Int, String, IPAddress)? in
            let parameters = try JSONValue(column: "power_parameters", of: row)
            guard let text = parameters["power_address"]?.string, let address = URIHost(text)?.address else {
                return nil
            }
            return (try row["id"], try row["power_type"], address)
        }
        return try bmcs.compactMap(\.self).map { id, type, address in
            let nodes = try db.query(
                "SELECT id, system_id, hostname, created FROM nodes WHERE bmc_id = ? ORDER BY id", id
            ) {
                (
                    id: try $0["id"] as Int, systemID: try $0["system_id"] as String,
                    hostname: try $0["hostname"] as String,
                    created: try $0["created"] as Int
                )
            }
            let hosted: Int? = try db.scalar("SELECT created FROM vm_hosts WHERE id = ?", id)
            return PowerAddress(
                bmcID: id, powerType: type, address: address, created: nodes.map(\.created).min() ?? hosted ?? 0,
                nodes: nodes.map { ($0.systemID, $0.hostname) }, nodeIDs: nodes.map(\.id))
        }
    }
}

extension PowerAddress {
    /// Fails where MAAS looks the address of a driver up that its library reads, and its database does not: `1.2`.
    static func check(_ powerType: String, _ parameters: [String: JSONValue]) throws(Refusal) {
        guard let text = parameters["power_address"]?.string else { return }
        let word = ["lxd", "virsh"].contains(powerType) ? URIHost(text)?.name ?? "" : text
        guard case .address = IPAddress.loose(word), IPAddress(inet: word) == nil else { return }
        let before = "\"maasserver_staticipaddress\".\"alloc_type\" = 6) AND \"maasserver_staticipaddress\".\"ip\" = "
        throw .unexpected(PostgreSQLMessage.invalidInput(type: "inet", word, before: before, after: "::inet)"))
    }
}
