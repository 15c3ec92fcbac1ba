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

    package static func all(_ db: Connection) throws -> [PowerAddress] {
        let bmcs = try db.query("SELECT * FROM bmcs ORDER BY id") { row -> (Int, String, IPAddress)? in
            let parameters = try JSONValue(column: "power_parameters", of: row)
            guard let text = parameters["power_address"]?.string, let address = address(in: text) else { return nil }
            return (try row["id"], try row["power_type"], address)
        }
        return try bmcs.compactMap(\.self).map { id, type, address in
            let nodes = try db.query(
                "SELECT system_id, hostname, created FROM nodes WHERE bmc_id = ? ORDER BY id", id
            ) {
                (
                    systemID: try $0["system_id"] as String, hostname: try $0["hostname"] as String,
                    created: try $0["created"] as Int
                )
            }
            return PowerAddress(
                bmcID: id, powerType: type, address: address, created: nodes.map(\.created).min() ?? 0,
                nodes: nodes.map { ($0.systemID, $0.hostname) })
        }
    }

    /// The address in `10.0.0.1`, `10.0.0.1:8443`, `https://[2001:db8::1]:8443` or `qemu+ssh://root@10.0.0.1/system`.
    package static func address(in text: String) -> IPAddress? {
        if let address = IPAddress(text) { return address }
        var rest = Substring(text)
        if let scheme = text.range(of: "://") { rest = text[scheme.upperBound...] }
        rest = rest.prefix { $0 != "/" }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasPrefix("[") { return IPAddress(rest.dropFirst().prefix { $0 != "]" }) }
        return IPAddress(rest) ?? IPAddress(rest.prefix { $0 != ":" })
    }
}
