import Formats
import MAASRegion
import SQLite

/// What a list of machines shows of one of them.
struct MachineRow: Hashable {
    /// What happens to it next, and when in region time.
    struct Due: Hashable {
        let kind: String
        let at: RegionTime
    }

    let systemID: String
    let hostname: String
    let domain: String
    let status: NodeStatus
    let previousStatus: NodeStatus
    let power: PowerState
    let owner: String?
    let ownerID: Int?
    let zone: String
    let pool: String?
    let vmHost: String?
    let locked: Bool
    let cores: Int
    let memory: Int
    let problem: String
    let note: String
    var addresses: [String]
    var due: Due?

    /// Every machine, or one of them, by host name: three statements, however many there are.
    static func all(_ db: Connection, systemID: String? = nil) throws -> [MachineRow] {
        let addresses = try addresses(db)
        let due = try due(db)
        return try db.query(
            """
            SELECT nodes.*, domains.name AS domain, users.username AS owner, zones.name AS zone,
                resource_pools.name AS pool, vm_hosts.name AS vm_host
            FROM nodes JOIN domains ON domains.id = domain_id JOIN zones ON zones.id = nodes.zone_id
            LEFT JOIN users ON users.id = owner_id LEFT JOIN resource_pools ON resource_pools.id = nodes.pool_id
            LEFT JOIN vm_hosts ON vm_hosts.id = bmc_id
            WHERE node_type = \(Node.Kind.machine.rawValue) AND (?1 IS NULL OR system_id = ?1) ORDER BY hostname, nodes.id
            """, systemID
        ) { row in
            let id: Int = try row["id"]
            return try MachineRow(row, addresses: addresses[id] ?? [], due: due[id])
        }
    }

    private init(_ row: Row, addresses: [String], due: Due?) throws {
        systemID = try row["system_id"]
        hostname = try row["hostname"]
        domain = try row["domain"]
        status = try NodeStatus(of: row)
        previousStatus = try NodeStatus(of: row, "previous_status")
        power = try row.stored("power_state")
        owner = try row["owner"]
        ownerID = try row["owner_id"]
        zone = try row["zone"]
        pool = try row["pool"]
        vmHost = try row["vm_host"]
        locked = try row["locked"]
        cores = try row["cpu_count"]
        memory = try row["memory"]
        problem = try row["error_description"]
        note = try row["description"]
        self.addresses = addresses
        self.due = due
    }

    private static func addresses(_ db: Connection) throws -> [Int: [String]] {
        let pairs: [(Int, String)] = try db.query(
            """
            SELECT node_id, ip FROM interfaces JOIN interface_addresses ON interface_id = interfaces.id
            JOIN ip_addresses ON ip_addresses.id = ip_address_id
            WHERE ip IS NOT NULL AND node_id IS NOT NULL ORDER BY interfaces.id, ip_addresses.id
            """
        ) { (try $0["node_id"], try $0["ip"]) }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The next step of each machine; bookkeeping such as the next line of a story only where there is nothing else.
    private static func due(_ db: Connection) throws -> [Int: Due] {
        let pairs: [(Int, Due)] = try db.query(
            """
            SELECT node_id, kind, due FROM transitions WHERE node_id IS NOT NULL
            ORDER BY kind IN ('event', 'script'), due, id
            """
        ) { (try $0["node_id"], Due(kind: try $0["kind"], at: try $0["due"])) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// What its status allows an administrator, by the names that MAAS's API has for it.
    func actions(of administrator: Int?) -> [String] {
        if locked { return [LifecycleOperation.unlock.rawValue] }
        let operations = LifecycleOperation.allCases.filter { operation in
            // Only its owner may call a machine broken, whoever else may do everything.
            if operation == .markBroken, ownerID == nil || ownerID != administrator { return false }
            return switch operation.outcome(from: status, systemID: systemID, previous: previousStatus) {
            case .next: true
            case .unchanged: operation == .lock
            case .refused: false
            }
        }
        return operations.map(\.rawValue) + [power == .on ? "power_off" : "power_on"]
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("system_id", systemID)
            json.field("hostname", hostname)
            json.field("domain", domain)
            json.field("status", status.label)
            json.field("power", power.rawValue)
            json.field("owner", owner)
            json.field("zone", zone)
            json.field("pool", pool)
            json.field("vm_host", vmHost)
            json.field("locked", locked)
            json.field("cores", cores)
            json.field("memory", memory)
            json.field("problem", problem)
            json.field("note", note)
            json.field("addresses", addresses)
            if let due {
                json.object("due") { json in
                    json.field("kind", due.kind)
                    json.field("at", Timestamp.iso(due.at, zoned: true))
                }
            } else {
                json.null("due")
            }
        }
    }
}
