import Addresses
import Formats
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

    /// Of every BMC whose address can be read, with its nodes.
    package static func all(_ db: Connection) throws -> [PowerAddress] {
        let rows = try db.query(
            """
            SELECT bmcs.id AS bmc_id, bmcs.power_type AS power_type, nodes.id AS id, system_id, hostname,
                nodes.created AS created,
                CASE json_type(power_parameters, '$.power_address')
                    WHEN 'text' THEN power_parameters ->> '$.power_address' END AS address,
                vm_hosts.created AS hosted
            FROM bmcs LEFT JOIN nodes ON nodes.bmc_id = bmcs.id LEFT JOIN vm_hosts ON vm_hosts.id = bmcs.id
            ORDER BY bmcs.id, nodes.id
            """, row: NodeRow.init)
        var addresses: [PowerAddress] = []
        var next = rows.startIndex
        while next < rows.endIndex {
            let bmc = rows[next]
            let end = rows[next...].firstIndex { $0.bmc != bmc.bmc } ?? rows.endIndex
            if let address = bmc.address.flatMap(URIHost.init)?.address {
                let nodes = rows[next..<end].compactMap(\.node)
                addresses.append(
                    PowerAddress(
                        bmcID: bmc.bmc, powerType: bmc.powerType, address: address,
                        created: nodes.map(\.created).min() ?? bmc.hosted ?? 0,
                        nodes: nodes.map { ($0.systemID, $0.hostname) },
                        nodeIDs: nodes.map(\.id)))
            }
            next = end
        }
        return addresses
    }

    /// A BMC with one of its nodes, or without any.
    private struct NodeRow {
        let bmc: Int
        let powerType: String
        let address: String?
        /// When it became a VM host.
        let hosted: RegionTime?
        let node: (id: Int, systemID: String, hostname: String, created: RegionTime)?

        init(_ row: Row) throws {
            bmc = try row["bmc_id"]
            powerType = try row["power_type"]
            address = try row["address"]
            hosted = try row["hosted"]
            node = try (try row["id"] as Int?).map { id in
                (id, try row["system_id"], try row["hostname"], try row["created"])
            }
        }
    }
}

extension PowerAddress {
    /// Fails where MAAS looks the address of a driver up that its library reads, and its database does not: `1.2`.
    static func check(_ powerType: String, _ parameters: [String: JSONValue]) throws(Refusal) {
        guard let text = parameters["power_address"]?.string else { return }
        let word = VMHostType(rawValue: powerType) != nil ? URIHost(text)?.name ?? "" : text
        guard case .address = IPAddress.loose(word), IPAddress(inet: word) == nil else { return }
        let before = "\"maasserver_staticipaddress\".\"alloc_type\" = 6) AND \"maasserver_staticipaddress\".\"ip\" = "
        throw .unexpected(PostgreSQLMessage.invalidInput(type: "inet", word, before: before, after: "::inet)"))
    }
}
