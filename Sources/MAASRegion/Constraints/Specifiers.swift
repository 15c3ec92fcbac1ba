import Addresses
import Formats
import SQLite

/// MAAS's little language for naming fabrics, spaces, VLANs, subnets and interfaces: an id, a name, or `type:value`
/// (`MAASQueriesMixin.get_specifiers_q` and what the models add to it).
///
/// It refuses as MAAS does: its validation errors are invalid, which a form shows at its field, a space that is not there
/// is not found, and what it cannot read at all is unexpected.
package struct Specifiers {
    package enum Model: String, Sendable, CaseIterable {
        case fabric = "Fabric"
        case space = "Space"
        case vlan = "VLAN"
        case subnet = "Subnet"
        case interface = "Interface"
        case domain = "Domain"
        case dnsResource = "DNSResource"
        case dnsData = "DNSData"
        case ipRange = "IPRange"
        case reservedIP = "ReservedIP"
        case dhcpSnippet = "DHCPSnippet"
        case resourcePool = "ResourcePool"

        package var table: String {
            switch self {
            case .fabric: "fabrics"
            case .space: "spaces"
            case .vlan: "vlans"
            case .subnet: "subnets"
            case .interface: "interfaces"
            case .domain: "domains"
            case .dnsResource: "dns_resources"
            case .dnsData: "dns_records"
            case .ipRange: "ip_ranges"
            case .reservedIP: "reserved_ips"
            case .dhcpSnippet: "dhcp_snippets"
            case .resourcePool: "resource_pools"
            }
        }

        /// As MAAS's refusals spell it.
        package var className: String { rawValue }

        /// What may stand before the colon.
        package var types: Set<String> {
            switch self {
            case .fabric: ["name", "class"]
            case .space: ["name", "subnet"]
            case .vlan: ["fabric", "id", "name", "subnet", "space", "vid"]
            case .subnet: ["cidr", "fabric", "id", "interface", "ip", "name", "space", "vid", "vlan"]
            case .interface:
                [
                    "id", "fabric", "fabric_class", "ip", "mode", "name", "hostname", "subnet", "space", "subnet_cidr",
                    "type", "vlan", "vid", "tag", "link_speed",
                ]
            case .domain, .dhcpSnippet, .resourcePool: ["id", "name"]
            case .dnsResource: ["name", "domain"]
            case .dnsData: ["name"]
            case .ipRange: ["type", "start_ip", "end_ip"]
            case .reservedIP: []
            }
        }

        /// The fields of a model that has no name, as Django lists them where it looks for one.
        var fieldsWithoutName: String? {
            switch self {
            case .dnsData: "created, dnsresource, dnsresource_id, id, rrdata, rrtype, ttl, updated"
            case .ipRange:
                "comment, created, dhcpsnippet, end_ip, id, start_ip, subnet, subnet_id, type, updated, user, user_id"
            case .reservedIP: "comment, created, id, ip, mac_address, subnet, subnet_id, updated"
            default: nil
            }
        }
    }

    package let db: Connection
    /// The nodes whose interfaces alone are of interest, as a list in JSON; `nil` for all interfaces.
    private let interfacesOf: String?

    /// - Parameter nodes: The nodes whose interfaces alone are of interest, if not all are.
    package init(db: Connection, interfacesOf nodes: [Int]? = nil) {
        self.db = db
        interfacesOf = nodes?.ids.json
    }

    /// The objects that any of the items names. An item that starts with `&` narrows what the items before it found,
    /// one with `!` or `not_` takes away from it.
    package func ids(_ model: Model, anyOf items: [String]) throws -> Set<Int> {
        var found: Set<Int>?
        for item in items {
            let (operation, text) = Self.operation(item.strippedOfBlanks)
            let (type, value) = Self.typed(text, model.types)
            let term = try ids(model, type, value)
            switch operation {
            case .or: found = found?.union(term) ?? term
            case .and: found = found?.intersection(term) ?? term
            case .andNot: found = try (found ?? all(model)).subtracting(term)
            }
        }
        return try found ?? all(model)
    }

    /// The objects that one text means: parts between commas must all be met.
    package func ids(_ model: Model, _ text: String) throws -> Set<Int> {
        try ids(model, anyOf: text.split(separator: ",", omittingEmptySubsequences: false).map { "&\($0)" })
    }

    /// The objects that meet every constraint, each by any of its values.
    package func ids(_ model: Model, matching constraints: [InterfaceConstraints.Constraint]) throws -> Set<Int> {
        var found: Set<Int>?
        for constraint in constraints {
            let some = try ids(model, anyOf: constraint.values.map { "\(constraint.key):\($0)" })
            found = found?.intersection(some) ?? some
        }
        return try found ?? all(model)
    }

    /// The one object that a path names (`get_object_by_specifiers_or_raise`).
    /// - Throws: `Refusal` when there is none, when there are several.
    package func one<Object>(
        _ model: Model, _ text: String, find: (Connection, _ id: Int) throws -> Object?
    ) throws -> Object {
        let found = try ids(model, text.strippedOfBlanks)
        guard found.count < 2 else { throw Refusal.ambiguous(model.className) }
        guard let id = found.first, let object = try find(db, id) else { throw Refusal.notFound(model.className) }
        return object
    }

    private enum Operation { case or, and, andNot }

    private static func operation(_ item: String) -> (Operation, String) {
        switch item.first {
        case "|": (.or, String(item.dropFirst()))
        case "&": (.and, String(item.dropFirst()))
        case "!": (.andNot, String(item.dropFirst()))
        default: item.hasPrefix("not_") ? (.andNot, String(item.dropFirst(4))) : (.or, item)
        }
    }

    /// `type:value` when the type is a known one, else no type and the whole text.
    private static func typed(_ text: String, _ types: Set<String>) -> (type: String?, value: String) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, types.contains(String(halves[0])) else { return (nil, text) }
        return (String(halves[0]), halves[1].strippedOfBlanks)
    }

    private func ids(_ model: Model, _ type: String?, _ value: String) throws -> Set<Int> {
        switch model {
        case .fabric: try fabrics(type, value)
        case .space: try spaces(type, value)
        case .vlan: try vlans(type, value)
        case .subnet: try subnets(type, value)
        case .interface: try interfaces(type, value)
        default: try plain(model, type, value)
        }
    }

    /// Objects by id or name, and by the little else that most models know.
    private func plain(_ model: Model, _ type: String?, _ value: String) throws -> Set<Int> {
        switch type {
        case "id": return try select("SELECT id FROM \(model.table) WHERE id = ?", Self.number(value, field: "id"))
        case "domain":
            return try select("SELECT id FROM dns_resources WHERE domain_id IN @", anyOf: ids(.domain, value))
        case "type": return try select("SELECT id FROM \(model.table) WHERE type = ?", value)
        case "start_ip", "end_ip":
            let column = type == "end_ip" ? "end_ip" : "start_ip"
            return try select(
                "SELECT id FROM \(model.table) WHERE \(column) = ?", IPAddress(value)?.description ?? value)
        default:
            if type == nil, let id = Self.id(value, prefix: model.className.lowercased()) {
                return try select("SELECT id FROM \(model.table) WHERE id = ?", id)
            }
            if let fields = model.fieldsWithoutName {
                throw Refusal.unexpected("Cannot resolve keyword 'name' into field. Choices are: \(fields)")
            }
            return try select("SELECT id FROM \(model.table) WHERE name = ?", value)
        }
    }

    private func all(_ model: Model) throws -> Set<Int> {
        model == .interface ? try interfaces(where: "TRUE") : try select("SELECT id FROM \(model.table)")
    }

    /// The interfaces, of those that are of interest, that satisfy a condition; `@` stands for a list of values.
    /// - Parameter join: What stands beside `interfaces`.
    package func interfaces(
        join: String = "", where condition: String, _ value: (any SQLBindable)? = nil, anyOf values: Set<Int>? = nil
    ) throws -> Set<Int> {
        var from = "interfaces"
        var arguments: [(any SQLBindable)?] = []
        if let interfacesOf {
            // The limit, which is none, keeps SQLite from looking for what satisfies the condition first.
            from = "(SELECT * FROM interfaces WHERE node_id IN \(NodeCondition.list) LIMIT -1) AS interfaces"
            arguments.append(interfacesOf)
        }
        if let value { arguments.append(value) }
        if let values { arguments.append(values.ids.json) }
        let sql =
            "SELECT interfaces.id FROM \(from) \(join) WHERE \(condition.replacing("@", with: NodeCondition.list))"
        return Set(try db.query(sql, arguments: arguments) { try $0[0] })
    }

    /// The ids that a query finds.
    package func select(_ sql: String, _ arguments: (any SQLBindable)?...) throws -> Set<Int> {
        Set(try db.query(sql, arguments: arguments) { try $0["id"] })
    }

    /// The ids that a query finds for any of some values; `@` in the query stands for their list.
    package func select(_ sql: String, anyOf values: Set<Int>) throws -> Set<Int> {
        try select(sql.replacing("@", with: NodeCondition.list), values.ids.json)
    }

    /// A whole number as Python reads it with MAAS's additions: decimal, `0x…` or `0b…`; the nearest that 64 bits hold
    /// for one beyond them, which is the id of nothing.
    package static func integer(_ text: String) -> Int? {
        let digits = text.strippedOfBlanks.lowercased()
        for (mark, radix) in [("0x", 16), ("0b", 2)] where digits.hasPrefix(mark) {
            let rest = digits.dropFirst(mark.count)
            guard !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.hexDigitValue.map { $0 < radix } ?? false }) else {
                return nil
            }
            return Int(rest, radix: radix) ?? .max
        }
        return Int(python: digits)
    }

    /// The id in `5` or, for `prefix` fabric, in `fabric-5`.
    package static func id(_ text: String, prefix: String) -> Int? {
        if let id = integer(text) { return id }
        let text = text.strippedOfBlanks
        guard text.hasPrefix("\(prefix)-") else { return nil }
        let digits = text.dropFirst(prefix.count + 1)
        return digits.isDigits ? Int(python: digits) : nil
    }

    /// A number that Django compares with a field.
    /// - Throws: `Refusal`, as MAAS does for what is no number.
    package static func number(_ text: String, field: String) throws(Refusal) -> Int {
        guard let number = Int(python: text) else {
            throw .unexpected("Field '\(field)' expected a number but got \(pythonQuoted(text)).", .valueError)
        }
        return number
    }
}
