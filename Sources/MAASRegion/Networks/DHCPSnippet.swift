import Formats
import SQLite

/// A piece of configuration for MAAS's DHCP server, with the versions of its text.
package struct DHCPSnippet: Entity {
    package static let table = "dhcp_snippets"
    package static let model = "DHCPSnippet"

    package let id: Int
    package let name: String
    package let valueID: Int
    package let description: String
    package let enabled: Bool
    package let nodeID: Int?
    package let subnetID: Int?
    package let ipRangeID: Int?

    /// One version of a snippet's text.
    package struct Value {
        package let id: Int
        let previousID: Int?
        package let data: String
        package let created: RegionTime

        package init(_ row: Row) throws {
            id = try row["id"]
            previousID = try row["previous_id"]
            data = try row["data"]
            created = try row["created"]
        }
    }

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        valueID = try row["value_id"]
        description = try row["description"]
        enabled = try row["enabled"]
        nodeID = try row["node_id"]
        subnetID = try row["subnet_id"]
        ipRangeID = try row["ip_range_id"]
    }

    package static func all(_ db: Connection) throws -> [DHCPSnippet] {
        try db.query("SELECT * FROM dhcp_snippets ORDER BY changed", row: DHCPSnippet.init)
    }

    package static func all(_ db: Connection, name: String) throws -> [DHCPSnippet] {
        try db.query("SELECT * FROM dhcp_snippets WHERE name = ? ORDER BY id", name, row: DHCPSnippet.init)
    }

    /// Its text and the texts it had before, newest first.
    package func versions(_ db: Connection) throws -> [Value] {
        var versions: [Value] = []
        var next: Int? = valueID
        while let id = next {
            guard let value = try db.first("SELECT * FROM dhcp_snippet_values WHERE id = ?", id, row: Value.init) else {
                break
            }
            versions.append(value)
            next = value.previousID
        }
        return versions
    }

    /// The texts of some snippets as `versions` has them, by the snippets' ids: one statement for all.
    package static func versions(_ db: Connection, of snippets: [DHCPSnippet]) throws -> [Int: [Value]] {
        let values = Dictionary(
            try db.query("SELECT * FROM dhcp_snippet_values", row: Value.init).map { ($0.id, $0) }
        ) { first, _ in first }
        return Dictionary(
            snippets.map { snippet in
                let chain = sequence(first: values[snippet.valueID]) { value in
                    value?.previousID.map { values[$0] }
                }
                return (snippet.id, chain.compactMap(\.self))
            }
        ) { first, _ in first }
    }

    /// Stores a text, with the line ends of Unix; answers its id. MAAS numbers the texts of snippets and of scripts in one
    /// row.
    package static func addValue(_ text: String, after previous: Int?, _ state: RegionState) throws -> Int {
        let last: Int =
            try state.db.scalar(
                "SELECT MAX(seq) FROM sqlite_sequence WHERE name IN ('script_versions', 'dhcp_snippet_values')") ?? 0
        return try state.db.insert(
            into: "dhcp_snippet_values",
            [
                "id": last + 1, "previous_id": previous, "data": text.replacing("\r\n", with: "\n"),
                "created": try state.now,
            ])
    }

    /// What can be said of a snippet.
    package struct Values {
        package let name: String
        package let valueID: Int
        package let description: String
        package let enabled: Bool
        package let nodeID: Int?
        package let subnetID: Int?
        package let ipRangeID: Int?

        package init(
            name: String, valueID: Int, description: String, enabled: Bool, nodeID: Int?, subnetID: Int?,
            ipRangeID: Int?
        ) {
            self.name = name
            self.valueID = valueID
            self.description = description
            self.enabled = enabled
            self.nodeID = nodeID
            self.subnetID = subnetID
            self.ipRangeID = ipRangeID
        }

        fileprivate var columns: KeyValuePairs<String, (any SQLBindable)?> {
            [
                "name": name, "value_id": valueID, "description": description, "enabled": enabled,
                "node_id": nodeID, "subnet_id": subnetID, "ip_range_id": ipRangeID,
            ]
        }
    }

    /// Adds a snippet; answers its id.
    package static func insert(_ db: Connection, _ values: Values) throws -> Int {
        try db.insert(into: table, values.columns)
    }

    package func update(_ db: Connection, _ values: Values) throws {
        try db.update(Self.table, id: id, values.columns)
    }

    /// Returns to an older text and forgets those after it.
    /// - Parameter to: The id of a version, or how many to go back as a negative number.
    /// - Throws: `Refusal` when there is no such version.
    package func revert(_ db: Connection, to: Int) throws {
        let versions = try versions(db)
        // As many steps back as there are versions at the most, which no number from outside can exceed.
        let steps = to < 0 ? Int(min(to.magnitude, UInt(versions.count))) : 0
        var place: Int? = to <= 0 ? steps : versions.firstIndex { $0.id == to }
        if to < 0, steps >= versions.count { place = nil }
        guard let place else {
            throw Refusal.invalid(to < 0 ? "Goes too far back." : "\(to) not found in history")
        }
        guard place > 0 else { return }
        try db.update(Self.table, id: id, ["value_id": versions[place].id])
        try db.execute("DELETE FROM dhcp_snippet_values WHERE id = ?", versions[place - 1].id)
    }
}
