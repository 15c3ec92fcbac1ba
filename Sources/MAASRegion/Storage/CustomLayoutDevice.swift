import Formats

/// One device of the description of a custom layout, with what is on it.
struct CustomLayoutDevice {
    typealias Named = (name: String, entry: CustomLayout.Entry)
    typealias Fault = CustomLayout.Fault

    let entries: [Named]

    init(_ name: String, _ data: JSONValue) throws(Fault) {
        guard let type = data["type"]?.string else {
            throw Fault(message: "Invalid config at layout/\(name): 'type' is a required property")
        }
        switch type {
        case "disk": entries = try Self.disk(name, data)
        case "lvm": entries = try Self.volumeGroup(name, data)
        case "raid": entries = try Self.raid(name, data)
        case "bcache": entries = try Self.bcache(name, data)
        case "special": entries = try Self.special(name, data)
        default: throw Fault(message: "Unsupported device type '\(type)'")
        }
    }

    private static func text(_ key: String, _ name: String, _ data: JSONValue) throws(Fault) -> String {
        guard let text = data[key]?.string else {
            throw Fault(message: "Invalid config at layout/\(name): '\(key)' is a required property")
        }
        return text
    }

    private static func list(_ value: JSONValue?) -> [JSONValue] {
        if case .array(let elements)? = value { elements } else { [] }
    }

    private static let types: Set = [
        "ext2", "ext4", "xfs", "btrfs", "zfsroot", "fat32", "vfat", "swap", "ramfs", "tmpfs", "lvm-pv", "raid",
        "raid-spare", "bcache-cache", "bcache-backing", "vmfs6",
    ]

    private static func filesystem(_ name: String, _ data: JSONValue) throws(Fault) -> [Named] {
        guard let type = data["fs"]?.string, !type.isEmpty else { return [] }
        guard types.contains(type) else { throw Fault(message: "Unknown filesystem type '\(type)'") }
        return [("\(name)[fs]", .filesystem(on: name, type: type))]
    }

    private static func disk(_ name: String, _ data: JSONValue) throws(Fault) -> [Named] {
        let table = data["ptable"]?.string ?? ""
        let parts = list(data["partitions"])
        if table.isEmpty, !parts.isEmpty { throw Fault(message: "Partition table not specified for '\(name)'") }
        var entries: [Named] = [(name, .disk(table: table, boots: data["boot"] == .bool(true)))]
        var after = ""
        for part in parts {
            let partName = try text("name", name, part)
            let size = try bytes(try text("size", name, part))
            let isBootable = part["bootable"] == .bool(true)
            entries.append((partName, .partition(on: name, size: size, bootable: isBootable, after: after)))
            entries += try filesystem(partName, part)
            after = partName
        }
        return entries
    }

    private static func volumeGroup(_ name: String, _ data: JSONValue) throws(Fault) -> [Named] {
        var entries: [Named] = [(name, .volumeGroup(members: data["members"]?.strings ?? []))]
        for volume in list(data["volumes"]) {
            let volumeName = try text("name", name, volume)
            entries.append((volumeName, .volume(on: name, size: try bytes(try text("size", name, volume)))))
            entries += try filesystem(volumeName, volume)
        }
        return entries
    }

    private static func raid(_ name: String, _ data: JSONValue) throws(Fault) -> [Named] {
        guard let level = data["level"]?.integer else {
            throw Fault(message: "Invalid config at layout/\(name): 'level' is a required property")
        }
        let (members, spares) = (data["members"]?.strings ?? [], data["spares"]?.strings ?? [])
        if !Set(members).isDisjoint(with: spares) {
            throw Fault(message: "RAID '\(name)' has duplicated devices in members and spares")
        }
        if !spares.isEmpty, level == 0 { throw Fault(message: "RAID level 0 doesn't support spares") }
        return [(name, .raid(level: level, members: members, spares: spares))] + (try filesystem(name, data))
    }

    private static func bcache(_ name: String, _ data: JSONValue) throws(Fault) -> [Named] {
        let backing = try text("backing-device", name, data)
        let cache = try text("cache-device", name, data)
        let mode = data["cache-mode"]?.string ?? "writethrough"
        return [(name, .bcache(backing: backing, cache: cache, mode: mode))] + (try filesystem(name, data))
    }

    private static func special(_ name: String, _ data: JSONValue) throws(Fault) -> [Named] {
        let type = data["fs"]?.string
        guard let type, ["tmpfs", "ramfs"].contains(type) else {
            throw Fault(message: "Invalid special filesystem '\(type ?? "None")'")
        }
        return [(name, .special)] + (try filesystem(name, data))
    }

    /// Bytes of a size such as `100G`; units are decimal.
    private static func bytes(_ text: String) throws(Fault) -> Int {
        let units: [Character: Double] = ["M": 1e6, "G": 1e9, "T": 1e12]
        guard let last = text.last, let unit = units[last], let number = Double(text.dropLast()), number.isFinite,
            let bytes = Int(exactly: (number * unit).rounded(.towardZero))
        else { throw Fault(message: "Invalid size '\(text)'") }
        if bytes <= 0 { throw Fault(message: "Invalid negative size '\(text)'") }
        return bytes
    }
}
