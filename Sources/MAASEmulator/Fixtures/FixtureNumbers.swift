import Formats
import MAASRegion
import SQLite

/// The ids of a fixture's elements: those that it names, and for the others the next numbers that it names nowhere.
package final class FixtureNumbers {
    /// The rows that parts of the fixture have become, by the parts' places.
    var rows: [String: Int] = [:]
    private var macs: Set<String> = []
    private var nextBMC = 0
    private var db: Connection?
    /// Tables that rules of MAAS put rows into while a fixture is loaded.
    private static let grown: Set = [
        "block_devices", "partitions", "filesystem_groups", "ip_addresses", "interfaces", "script_sets", "bmcs",
    ]
    private var named: [String: Set<Int>] = [:]
    /// The first number that MAAS would give out, where that is not 1: the default fabric is number 0, VLANs count
    /// from 5001, and zone 1, pool 0 and domain 0 are always there.
    private var upcoming = ["fabrics": 0, "vlans": 5001, "zones": 2]

    /// The tables that lists of a fixture go to, by the lists' keys.
    private static let tables = [
        "zones": "zones", "resource_pools": "resource_pools", "domains": "domains", "spaces": "spaces",
        "fabrics": "fabrics", "vlans": "vlans", "subnets": "subnets", "ip_ranges": "ip_ranges",
        "boot_resources": "boot_resources", "events": "events", "interfaces": "interfaces", "links": "ip_addresses",
        "block_devices": "block_devices", "logical_volumes": "block_devices", "partitions": "partitions",
        "raids": "filesystem_groups", "bcaches": "filesystem_groups", "volume_groups": "filesystem_groups",
        "vmfs_datastores": "filesystem_groups", "cache_sets": "cache_sets", "vm_hosts": "bmcs",
        "static_routes": "static_routes", "reserved_ips": "reserved_ips", "dns_resources": "dns_resources",
        "records": "dns_records", "ip_addresses": "ip_addresses", "dhcp_snippets": "dhcp_snippets",
        "package_repositories": "package_repositories", "notifications": "notifications",
        "user_groups": "user_groups",
    ]
    private static let scriptSets = [
        "current_commissioning_result_id", "current_testing_result_id", "current_installation_result_id",
    ]

    package init(_ fixture: JSONValue) { collect(fixture, table: nil) }

    private func collect(_ value: JSONValue, table: String?) {
        switch value {
        case .array(let elements):
            for element in elements { collect(element, table: table) }
        case .object(let members):
            if let table, let id = members["id"]?.integer { named[table, default: []].insert(id) }
            if let id = members["device_id"]?.integer { named["block_devices", default: []].insert(id) }
            for (key, member) in members {
                if key == "mac_address" || key == "mac", let mac = member.string { macs.insert(mac.lowercased()) }
                if Self.scriptSets.contains(key), let id = member.integer {
                    named["script_sets", default: []].insert(id)
                }
                collect(member, table: Self.tables[key])
            }
        default: break
        }
    }

    /// Sees to it that what MAAS's own rules add on the way, such as the partitions of a layout, gets numbers that the
    /// fixture names nowhere.
    func keep(_ db: Connection) throws {
        self.db = db
        for (table, ids) in named {
            guard let last = ids.max() else { continue }
            try db.execute("DELETE FROM sqlite_sequence WHERE name = ? AND seq < ?", table, last)
            try db.execute(
                """
                INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2
                WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)
                """, table, last)
        }
    }

    private func isTaken(_ number: Int, _ table: String) throws -> Bool {
        guard let db, Self.grown.contains(table) else { return false }
        return try db.scalar("SELECT 1 FROM \(table) WHERE id = ?", number) ?? false
    }

    /// The id that an element names, else the next free number of its table.
    package func id(_ table: String, _ object: FixtureObject) throws -> Int {
        try object.optionalInteger("id", FixtureValue.ids) ?? next(table)
    }

    /// The next number of a table that the fixture names nowhere.
    package func next(_ table: String) throws -> Int {
        var number = upcoming[table] ?? 1
        while try named[table]?.contains(number) == true || isTaken(number, table) { number += 1 }
        upcoming[table] = number + 1
        return number
    }

    /// A MAC address that the fixture names nowhere, drawn from the region's generator.
    func unusedMAC(_ state: RegionState) throws -> String {
        while true {
            let digits = try state.random.word(6, from: "0123456789abcdef")
            let pairs = stride(from: 0, to: 6, by: 2).map { String(Array(digits)[$0...($0 + 1)]) }
            let mac = "00:16:3e:\(pairs.joined(separator: ":"))"
            if macs.insert(mac).inserted { return mac }
        }
    }

    /// An address for a BMC, of the networks that are set aside for laboratories.
    func nextPowerAddress() -> String {
        defer { nextBMC += 1 }
        return "198.\(18 + (nextBMC / 63504) % 2).\((nextBMC / 252) % 252 + 1).\(nextBMC % 252 + 1)"
    }
}
