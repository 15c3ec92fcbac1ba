import Formats

/// The ids of a fixture's elements: those that it names, and for the others the next numbers that it names nowhere.
package final class FixtureNumbers {
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
                if Self.scriptSets.contains(key), let id = member.integer {
                    named["script_sets", default: []].insert(id)
                }
                collect(member, table: Self.tables[key])
            }
        default: break
        }
    }

    /// The id that an element names, else the next free number of its table.
    package func id(_ table: String, _ object: FixtureObject) throws -> Int {
        try object.optionalInteger("id", FixtureValue.ids) ?? next(table)
    }

    /// The next number of a table that the fixture names nowhere.
    package func next(_ table: String) -> Int {
        var number = upcoming[table] ?? 1
        while named[table]?.contains(number) == true { number += 1 }
        upcoming[table] = number + 1
        return number
    }
}
