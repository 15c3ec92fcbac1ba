import SQLite

/// A piece of configuration for MAAS's DHCP server, with the versions of its text.
struct DHCPSnippet {
    let id: Int
    let name: String
    let valueID: Int
    let description: String
    let enabled: Bool
    let nodeID: Int?
    let subnetID: Int?
    let ipRangeID: Int?

    /// One version of a snippet's text.
    struct Value {
        let id: Int
        let previousID: Int?
        let data: String
        let created: RegionTime

        init(_ row: Row) throws {
            id = try row["id"]
            previousID = try row["previous_id"]
            data = try row["data"]
            created = try row["created"]
        }
    }

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        valueID = try row["value_id"]
        description = try row["description"]
        enabled = try row["enabled"]
        nodeID = try row["node_id"]
        subnetID = try row["subnet_id"]
        ipRangeID = try row["ip_range_id"]
    }

    static func all(_ db: Connection) throws -> [DHCPSnippet] {
        try db.query("SELECT * FROM dhcp_snippets ORDER BY id", row: DHCPSnippet.init)
    }

    static func find(_ db: Connection, id: Int) throws -> DHCPSnippet? {
        try db.first("SELECT * FROM dhcp_snippets WHERE id = ?", id, row: DHCPSnippet.init)
    }

    static func all(_ db: Connection, name: String) throws -> [DHCPSnippet] {
        try db.query("SELECT * FROM dhcp_snippets WHERE name = ? ORDER BY id", name, row: DHCPSnippet.init)
    }

    /// Its text and the texts it had before, newest first.
    func versions(_ db: Connection) throws -> [Value] {
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

    /// Stores a text, with the line ends of Unix; answers its id.
    static func addValue(_ text: String, after previous: Int?, _ state: RegionState) throws -> Int {
        try state.db.insert(
            into: "dhcp_snippet_values",
            [
                "previous_id": previous, "data": text.replacing("\r\n", with: "\n"), "created": try state.now,
            ])
    }

    func write(_ state: RegionState, into json: inout JSONWriter) throws {
        let db = state.db
        let versions = try versions(db)
        try json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("value", versions.first?.data)
            json.array("history", of: versions) { json, value in
                json.object { json in
                    json.field("id", value.id)
                    json.field("value", value.data)
                    json.field(
                        "created", Timestamp.rfc2822(value.created, zone: state.version < .v3_6 ? "-0000" : "+0000"))
                }
            }
            json.field("description", description)
            json.field("enabled", enabled)
            json.key("node")
            if let node = try nodeID.flatMap({ try Node.find(db, id: $0) }) {
                try node.writeRow(state, into: &json)
            } else {
                json.null()
            }
            json.key("subnet")
            if let subnet = try subnetID.flatMap({ try Subnet.find(db, id: $0) }) {
                try subnet.write(db, into: &json)
            } else {
                json.null()
            }
            json.field("global_snippet", nodeID == nil && subnetID == nil)
            json.field("resource_uri", "\(Dispatch.root)dhcp-snippets/\(id)/")
        }
    }
}

extension Timestamp {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// RFC 2822, as mail has it: `Mon, 23 Nov 2026 18:41:22 +0000`.
    static func rfc2822(_ time: RegionTime, zone: String) -> String {
        let text = iso(time, zoned: false)
        let date = text.prefix(10).split(separator: "-").map(String.init)
        let day = days[((time / 86_400_000) % 7 + 7) % 7]
        let month = date.count == 3 ? months[((Int(date[1]) ?? 1) - 1) % 12] : ""
        return "\(day), \(date.last ?? "") \(month) \(date.first ?? "") \(text.dropFirst(11).prefix(8)) \(zone)"
    }
}
