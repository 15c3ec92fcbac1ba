/// Of what an id is: MAAS counts every table for itself, so a 5 of subnets has nothing to do with a 5 of VLANs.
enum IDKind {
    /// Collections, and what keys, parameters and paths call one of their elements otherwise.
    private static let aliases: [String: String] = [
        "pods": "vm-hosts", "pod": "vm-hosts", "vm_host": "vm-hosts", "host": "vm-hosts",
        "resourcepool": "resourcepools", "pool": "resourcepools",
        "partition": "partitions", "interface": "interfaces", "interface_set": "interfaces",
        "boot_interface": "interfaces", "parents": "interfaces", "parent": "interfaces",
        "blockdevice_set": "blockdevices", "physicalblockdevice_set": "blockdevices",
        "virtualblockdevice_set": "blockdevices", "boot_disk": "blockdevices", "block_device": "blockdevices",
        "block_devices": "blockdevices", "spare_devices": "blockdevices", "device": "blockdevices",
        "cache_device": "blockdevices", "backing_device": "blockdevices", "virtual_device": "blockdevices",
        "partitions_to_add": "partitions", "add_partitions": "partitions", "remove_partitions": "partitions",
        "add_block_devices": "blockdevices", "remove_block_devices": "blockdevices",
        "cache_partition": "partitions", "backing_partition": "partitions",
        "cache_set": "bcache-cache-sets", "bcache-cache-set": "bcache-cache-sets", "link": "links",
        "vlan": "vlans", "relay_vlan": "vlans", "subnet": "subnets", "fabric": "fabrics", "space": "spaces",
        "zone": "zones", "domain": "domains", "user": "users", "source": "subnets", "destination": "subnets",
        "nodes": "nodes", "machines": "nodes", "devices": "nodes", "rackcontrollers": "nodes",
        "regioncontrollers": "nodes", "controllers": "nodes", "license-key": "license-keys",
        "current_commissioning_result": "results", "current_testing_result": "results",
        "current_installation_result": "results", "virtualmachine": "virtual-machines", "iprange": "ipranges",
    ]

    /// The collection of a path segment, key or parameter.
    static func collection(_ name: String) -> String {
        if let alias = aliases[name] { return alias }
        return name.hasSuffix("s") ? name : name + "s"
    }

    /// What the number under a key is an id of; `nil` when it is none.
    /// - Parameters:
    ///   - key: `id`, `fabric_id`.
    ///   - holder: the key under which the object stands, or the collection that the request was about.
    static func of(key: String, holder: String) -> String? {
        if key == "id" { return collection(holder) }
        if key.hasSuffix("_id"), key != "system_id", key != "vendor_id", key != "product_id" {
            return collection(String(key.dropLast("_id".count)))
        }
        return nil
    }

    /// What the number that is sent under a name is an id of; `nil` when it is none.
    static func of(parameter: String, op: String?, path: String) -> String? {
        switch (parameter, op) {
        case ("id", "unlink_subnet"), ("link_id", _): return "links"
        case ("id", "delete_logical_volume"): return "blockdevices"
        case ("name", _), ("value", _): return nil
        case ("id", _): return path.split(separator: "/").first.map { collection(String($0)) }
        case ("parents", _), ("parent", _), ("interface", _): return "interfaces"
        default: break
        }
        if let alias = aliases[parameter] { return alias }
        // Constraints name several.
        let plural = parameter.hasPrefix("not_") ? String(parameter.dropFirst("not_".count)) : parameter
        if ["fabrics", "subnets", "vlans"].contains(plural) { return plural }
        return of(key: parameter, holder: "")
    }

    /// The ids of a path, each with its kind: `nodes/abc/interfaces/4/` has a node and an interface.
    static func segments(_ path: String) -> [(text: String, kind: String?)] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return parts.enumerated().map { index, part in
            guard index > 0, !parts[index - 1].isEmpty, !part.isEmpty else { return (part, nil) }
            // Below a fabric a VLAN goes by its VID.
            if parts[index - 1] == "vlans", index > 2, parts[index - 3] == "fabrics" { return (part, nil) }
            return (part, collection(parts[index - 1]))
        }
    }
}
