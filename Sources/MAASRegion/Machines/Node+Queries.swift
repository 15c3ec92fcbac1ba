import Formats
import SQLite

extension Node {
    package static let select = """
        SELECT nodes.*, users.username AS owner_name, bmcs.power_type AS power_type FROM nodes
        LEFT JOIN users ON users.id = nodes.owner_id LEFT JOIN bmcs ON bmcs.id = nodes.bmc_id
        """

    // Put together once: a statement is found by where its text lies.
    private static let selectOne = select + " WHERE nodes.id = ?"
    private static let selectNamed = select + " WHERE system_id = ?"
    private static let selectNamedOfKind = select + " WHERE system_id = ? AND node_type = ?"

    package static func find(_ db: Connection, id: Int) throws -> Node? {
        try db.first(selectOne, id, row: Node.init)
    }

    private static let selectByID = ListSQL { list in
        select + " WHERE nodes.id IN \(list("?1"))"
    }

    /// Some nodes by their ids, of any kind.
    package static func all(_ db: Connection, ids: some Sequence<Int>) throws -> [Int: Node] {
        let ids = ids.ids
        let found = try db.query(Self.selectByID[ids], ids, row: Node.init)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    /// A node of any kind.
    package static func find(_ db: Connection, systemID: String) throws -> Node? {
        try db.first(selectNamed, systemID, row: Node.init)
    }

    /// Whether a text names it: by system id or host name.
    package func isNamed(_ text: String) -> Bool { systemID == text || hostname == text }

    /// The id of the node that a text names: by system id or host name.
    package static func id(_ db: Connection, named text: String) throws -> Int? {
        try db.scalar("SELECT id FROM nodes WHERE system_id = ?1 OR hostname = ?1 ORDER BY id LIMIT 1", text)
    }

    /// A machine.
    package static func machine(_ db: Connection, systemID: String) throws -> Node? {
        try db.first(selectNamedOfKind, systemID, Kind.machine.rawValue, row: Node.init)
    }

    /// Every node of some kinds, by id.
    package static func all(_ db: Connection, _ kinds: Kind...) throws -> [Node] {
        let list = kinds.map { String($0.rawValue) }.joined(separator: ", ")
        return try db.query(select + " WHERE node_type IN (\(list)) ORDER BY nodes.id", row: Node.init)
    }

    /// The nodes of some kinds that have one of these system ids, by id.
    /// - Throws: `Refusal` for a NUL in one of them.
    package static func all(_ db: Connection, _ kinds: [Kind], systemIDs: [String]) throws -> [Node] {
        for systemID in systemIDs { try Refusal.refuseNUL(in: systemID) }
        return try db.query(
            select + """
                 WHERE system_id IN (SELECT value FROM json_each(?)) AND node_type IN (SELECT value FROM json_each(?))
                ORDER BY nodes.id
                """, JSONValue.text(of: systemIDs), kinds.map(\.rawValue).ids.json, row: Node.init)
    }

    /// The machines that one of these texts names, by id: by system id or host name.
    package static func machines(_ db: Connection, named texts: [String]) throws -> [Node] {
        let named = "(SELECT value FROM json_each(?1))"
        return try db.query(
            select + " WHERE (system_id IN \(named) OR hostname IN \(named)) AND node_type = ?2 ORDER BY nodes.id",
            JSONValue.text(of: texts), Kind.machine.rawValue, row: Node.init)
    }

    /// The machines of some statuses, by id.
    package static func machines(_ db: Connection, in statuses: Set<NodeStatus>) throws -> [Node] {
        try db.query(
            select + " WHERE node_type = ? AND status IN (SELECT value FROM json_each(?)) ORDER BY nodes.id",
            Kind.machine.rawValue, statuses.map(\.rawValue).ids.json, row: Node.init)
    }

    /// The machines that a user has allocated, by id.
    package static func machines(_ db: Connection, allocatedTo user: Int) throws -> [Node] {
        try db.query(
            select + " WHERE owner_id = ? AND status = ? AND node_type = ? ORDER BY nodes.id", user,
            NodeStatus.allocated.rawValue, Kind.machine.rawValue, row: Node.init)
    }

    /// The machines whose power a BMC or a VM host switches, by id.
    package static func machines(_ db: Connection, bmc id: Int) throws -> [Node] {
        try db.query(
            select + " WHERE bmc_id = ? AND node_type = ? ORDER BY nodes.id", id, Kind.machine.rawValue, row: Node.init)
    }

    /// Whether there is a rack controller, which drivers run on. They mostly come before the machines, so that the first
    /// one is soon found.
    static func hasRack(_ db: Connection) throws -> Bool {
        try db.scalar(
            "SELECT 1 FROM nodes WHERE node_type IN (?, ?) ORDER BY id LIMIT 1", Kind.rackController.rawValue,
            Kind.regionAndRackController.rawValue) ?? false
    }

    /// The nodes with a MAC address, in the order in which their interfaces were made: one that has it twice comes twice.
    package static func all(_ db: Connection, macAddress: String) throws -> [Node] {
        try db.query(
            select + " JOIN interfaces ON interfaces.node_id = nodes.id WHERE mac_address = ? ORDER BY interfaces.id",
            macAddress, row: Node.init)
    }

    /// The alphabet of system ids: digits and letters without look-alikes.
    private static let systemIDAlphabet = "34678abcdefghkmnpqrstwxy"

    /// A system id that no node has.
    package static func unusedSystemID(_ state: RegionState) throws -> String {
        while true {
            let candidate = try state.random.word(6, from: systemIDAlphabet)
            if try find(state.db, systemID: candidate) == nil { return candidate }
        }
    }

    /// A host name of two words that no node has, such as `proud-cat`.
    package static func unusedHostname(_ state: RegionState) throws -> String {
        while true {
            let candidate = try PetName.random(state.random)
            if try !hasHostname(state.db, candidate) { return candidate }
        }
    }

    /// Whether a node, of whatever kind, has a host name already.
    /// - Parameter id: The node that may have it.
    package static func hasHostname(_ db: Connection, _ name: String, besides id: Int? = nil) throws -> Bool {
        let count: Int =
            try db.scalar("SELECT COUNT(*) FROM nodes WHERE hostname = ? AND id IS NOT ?", name, id) ?? 0
        return count > 0
    }

    /// Power parameters of the node: those of its BMC or VM host, and its own.
    package func powerParameters(_ db: Connection) throws -> [String: JSONValue] {
        try Self.powerParameters(db, of: [id])[id] ?? [:]
    }

    /// Power parameters of some nodes, by their ids.
    package static func powerParameters(
        _ db: Connection, of nodes: some Sequence<Int>
    ) throws -> [Int: [String: JSONValue]] {
        let ids = nodes.ids
        let rows = try db.query(
            """
            SELECT nodes.id AS id, COALESCE(bmcs.power_parameters, '{}') AS shared, nodes.instance_parameters AS own
            FROM nodes LEFT JOIN bmcs ON bmcs.id = bmc_id WHERE nodes.id IN \(ids.list)
            """, ids
        ) { row -> (Int, [String: JSONValue]) in
            let id: Int = try row["id"]
            let stored = (try JSONValue(column: "shared", of: row), try JSONValue(column: "own", of: row))
            guard case (.object(let shared), .object(let own)) = stored else { return (id, [:]) }
            return (id, shared.merging(own) { $1 })
        }
        return Dictionary(rows) { first, _ in first }
    }
}

extension Node {
    /// The license key of its operating system; `nil` for none.
    package func licenseKey(_ db: Connection) throws -> String? {
        try db.scalar("SELECT license_key FROM nodes WHERE id = ?", id) ?? nil
    }
}

extension Node {
    /// The name of the region: its controller's, which MAAS puts into the certificates that it makes.
    package static func regionName(_ db: Connection) throws -> String {
        try db.scalar(
            "SELECT hostname FROM nodes WHERE node_type IN (?, ?) ORDER BY id LIMIT 1",
            Kind.regionController.rawValue, Kind.regionAndRackController.rawValue) ?? "maas"
    }
}
