import SQLite

/// The constraint `nic0:space=mgmt,name=eth0;nic1:vid=100` on the interfaces of existing nodes
/// (`maas/20-machines.md` section 4; MAAS's `nodes_by_interface`).
struct NodeInterfaceConstraints {
    struct Labelled {
        let label: String
        /// Values of one key are alternatives, keys are all required.
        let keys: [(name: String, values: [String])]
    }

    let text: String
    let labelled: [Labelled]

    private static let keys: Set = [
        "id", "not_id", "fabric", "not_fabric", "fabric_class", "not_fabric_class", "ip", "not_ip", "mode", "name",
        "not_name", "hostname", "not_hostname", "subnet", "not_subnet", "space", "not_space", "subnet_cidr",
        "not_subnet_cidr", "type", "vlan", "not_vlan", "vid", "not_vid", "tag", "not_tag", "link_speed",
    ]

    /// - Throws: `ConstraintError` with MAAS's text for anything that is not of the grammar.
    init(_ text: String) throws {
        self.text = text
        var labelled: [Labelled] = []
        for part in text.count <= 1 ? [] : text.split(separator: ";", omittingEmptySubsequences: false) {
            let halves = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else {
                throw ConstraintError(
                    "Malformed constraint: '\(part)' (required format: "
                        + "'<label>:<key>=<value>[,<key2>=<value2>[,...]]')")
            }
            guard Self.isLabel(halves[0]) else {
                throw ConstraintError(
                    "Invalid label name: '\(halves[0])' (Must begin with an alphanumeric character, and include only "
                        + "alphanumeric characters, dashes, and underscores.)")
            }
            guard !labelled.contains(where: { $0.label == halves[0] }) else {
                throw ConstraintError("Constraint label defined more than once: '\(halves[0])'")
            }
            labelled.append(Labelled(label: halves[0], keys: try Self.pairs(halves[1])))
        }
        for key in labelled.flatMap(\.keys) where !Self.keys.contains(key.name) {
            // MAAS forgets the closing quote.
            throw ConstraintError("Unknown interfaces constraint: '\(key.name)")
        }
        self.labelled = labelled
    }

    private static func isLabel(_ text: String) -> Bool {
        guard let first = text.first, first.isASCII, first.isLetter || first.isNumber else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    private static func pairs(_ text: String) throws -> [(name: String, values: [String])] {
        var keys: [(name: String, values: [String])] = []
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else {
                throw ConstraintError("Malformed key/value pair in constraint: '\(pair)'")
            }
            if let index = keys.firstIndex(where: { $0.name == halves[0] }) {
                keys[index].values.append(halves[1])
            } else {
                keys.append((halves[0], [halves[1]]))
            }
        }
        return keys
    }

    /// The nodes that have an interface for every label, and those interfaces by label and node.
    func matches(_ db: Connection) throws -> (nodes: Set<Int>, byLabel: [String: [Int: [Int]]]) {
        var nodes: Set<Int>?
        var byLabel: [String: [Int: [Int]]] = [:]
        for one in labelled {
            var conditions: [String] = []
            var arguments: [(any SQLBindable)?] = []
            for key in one.keys { try Self.add(key, &conditions, &arguments, db) }
            let rows = try db.query(
                "SELECT id, node_id FROM interfaces WHERE node_id IS NOT NULL AND "
                    + (["TRUE"] + conditions).joined(separator: " AND ") + " ORDER BY id",
                arguments: arguments
            ) { (interface: try $0["id"] as Int, node: try $0["node_id"] as Int) }
            let found = Dictionary(grouping: rows, by: \.node).mapValues { $0.map(\.interface) }
            byLabel[one.label] = found
            nodes = nodes?.intersection(found.keys) ?? Set(found.keys)
        }
        return (nodes ?? [], byLabel)
    }

    private static func add(
        _ key: (name: String, values: [String]), _ conditions: inout [String],
        _ arguments: inout [(any SQLBindable)?], _ db: Connection
    ) throws {
        let isExclusion = key.name.hasPrefix("not_")
        let name = isExclusion ? String(key.name.dropFirst(4)) : key.name
        var alternatives: [String] = []
        for value in key.values {
            let (sql, values) = try condition(name, value, db)
            alternatives.append("interfaces.id IN (SELECT interfaces.id FROM interfaces \(sql))")
            arguments += values
        }
        let any = "(" + alternatives.joined(separator: " OR ") + ")"
        conditions.append(isExclusion ? "NOT \(any)" : any)
    }

    private static let onVLAN = "JOIN vlans ON vlans.id = vlan_id JOIN fabrics ON fabrics.id = fabric_id"
    private static let onLinks =
        "JOIN interface_addresses ON interface_id = interfaces.id JOIN ip_addresses ON ip_addresses.id = ip_address_id"

    /// The rest of a query for interfaces with a property, and its arguments.
    private static func condition(
        _ name: String, _ value: String, _ db: Connection
    ) throws -> (String, [(any SQLBindable)?]) {
        switch name {
        case "id": return ("WHERE interfaces.id = ?", [Int(value) ?? -1])
        case "fabric":
            let id = value.hasPrefix("fabric-") ? String(value.dropFirst(7)) : value
            return (
                onVLAN + " WHERE COALESCE(fabrics.name, 'fabric-' || fabrics.id) = ? OR fabrics.id = ?",
                [value, Int(id) ?? -1]
            )
        case "fabric_class": return (onVLAN + " WHERE class_type = ?", [value])
        case "ip": return (onLinks + " WHERE ip = ?", [value])
        case "mode": return try mode(value)
        case "name": return ("WHERE interfaces.name = ?", [value])
        case "hostname": return ("JOIN nodes ON nodes.id = node_id WHERE hostname = ?", [value])
        case "subnet", "subnet_cidr":
            let ids = try NetworkSpecifier.subnets(db, [name == "subnet" ? value : "cidr:\(value)"])
            return (onLinks + " WHERE subnet_id IN \(list(ids))", ids)
        case "space":
            guard let space = try NetworkSpecifier.space(db, value) else {
                return (onVLAN + " WHERE space_id IS NULL", [])
            }
            return (onVLAN + " WHERE space_id = ?", [space])
        case "type": return ("WHERE interfaces.type = ?", [value])
        case "vlan":
            let ids = try NetworkSpecifier.vlans(db, [value])
            return ("WHERE vlan_id IN \(list(ids))", ids)
        case "vid": return (onVLAN + " WHERE vid = ?", [value == "untagged" ? 0 : Int(value) ?? -1])
        case "tag": return (", json_each(interfaces.tags) WHERE json_each.value = ?", [value])
        case "link_speed": return ("WHERE link_speed >= ?", [Int(value) ?? Int.max])
        default: return ("WHERE FALSE", [])
        }
    }

    /// MAAS only looks for interfaces without any configured subnet.
    private static func mode(_ value: String) throws -> (String, [(any SQLBindable)?]) {
        guard value.strippedOfBlanks == "unconfigured" else {
            throw ConstraintError("Configuration mode must be one of: unconfigured.")
        }
        return (
            """
            WHERE interfaces.id NOT IN (SELECT interface_id FROM interface_addresses JOIN ip_addresses
            ON ip_addresses.id = ip_address_id WHERE subnet_id IS NOT NULL)
            """, []
        )
    }

    private static func list(_ ids: [Int]) -> String {
        "(" + repeatElement("?", count: ids.count).joined(separator: ", ") + ")"
    }
}
