import Formats
import SQLite

/// Counts of what a region has, as it reports them to Prometheus.
package struct RegionStatistics {
    /// A controller, with the addresses of its interfaces.
    package struct Controller {
        package let addresses: [String]
        package let zone: String
        package let isRegion: Bool
        package let isRack: Bool
    }

    /// The UUID that tells this region from others.
    package let regionID: String
    package let machinesByStatus: [(String, Int)]
    package let nodesByType: [(String, Int)]
    package let spaces: Int
    package let fabrics: Int
    package let vlans: Int
    package let subnetsV4: Int
    package let subnetsV6: Int
    /// MiB
    package let memory: Int
    package let cores: Int
    /// bytes
    package let storage: Int
    package let vmHosts: Int
    package let virtualMachines: Int
    package let architectures: [(String, Int)]
    package let controllers: [Controller]

    /// The statuses that MAAS counts, each by its name.
    private static let statuses: [NodeStatus] = [
        .new, .ready, .allocated, .deployed, .commissioning, .testing, .deploying, .failedDeployment,
        .failedCommissioning, .failedTesting, .broken,
    ]

    package init(_ state: RegionState) throws {
        let db = state.db
        func count(_ table: String, where condition: String = "TRUE") throws -> Int {
            try db.scalar("SELECT COUNT(*) FROM \(table) WHERE \(condition)") ?? 0
        }
        func count(_ kind: Node.Kind) throws -> Int { try count("nodes", where: "node_type = \(kind.rawValue)") }
        func sum(_ column: String) throws -> Int {
            try db.scalar("SELECT TOTAL(\(column)) FROM nodes WHERE node_type = \(Node.Kind.machine.rawValue)")
                .map { (total: Double) in Int(saturating: total) } ?? 0
        }
        regionID = try Self.regionID(state)
        machinesByStatus = try Self.statuses.map { status in
            (
                status.identifier,
                try count("nodes", where: "node_type = \(Node.Kind.machine.rawValue) AND status = \(status.rawValue)")
            )
        }
        nodesByType = [
            ("regionracks", try count(.regionAndRackController)), ("regions", try count(.regionController)),
            ("racks", try count(.rackController)), ("machines", try count(.machine)), ("devices", try count(.device)),
        ]
        spaces = try count("spaces")
        fabrics = try count("fabrics")
        vlans = try count("vlans")
        subnetsV6 = try count("subnets", where: "cidr LIKE '%:%'")
        subnetsV4 = try count("subnets") - subnetsV6
        memory = try sum("memory")
        cores = try sum("cpu_count")
        storage =
            try db.scalar(
                """
                SELECT TOTAL(size) FROM block_devices JOIN nodes ON nodes.id = node_id
                WHERE node_type = \(Node.Kind.machine.rawValue)
                """
            ).map { (total: Double) in Int(saturating: total) } ?? 0
        vmHosts = try count("vm_hosts")
        virtualMachines = try count("virtual_machines")
        architectures = try db.query(
            """
            SELECT CASE INSTR(architecture, '/') WHEN 0 THEN architecture
                ELSE SUBSTR(architecture, 1, INSTR(architecture, '/') - 1) END AS arch, COUNT(*) AS number
            FROM nodes WHERE node_type = \(Node.Kind.machine.rawValue) GROUP BY arch ORDER BY arch
            """
        ) { (try $0["arch"], try $0["number"]) }
        let kinds: [Node.Kind] = [.rackController, .regionController, .regionAndRackController]
        controllers = try kinds.flatMap { try Node.all(db, $0) }.map { node in
            Controller(
                addresses: try db.query(
                    """
                    SELECT DISTINCT ip FROM ip_addresses JOIN interface_addresses ON ip_address_id = ip_addresses.id
                    JOIN interfaces ON interfaces.id = interface_id WHERE node_id = ? AND ip IS NOT NULL ORDER BY ip
                    """, node.id
                ) { try $0["ip"] },
                zone: try db.scalar("SELECT name FROM zones WHERE id = ?", node.zoneID) ?? "",
                isRegion: node.kind != .rackController, isRack: node.kind != .regionController)
        }
    }

    private static func regionID(_ state: RegionState) throws -> String {
        if let id = try state.setting("uuid") { return id }
        let id = try state.random.uuid()
        try state.set(setting: "uuid", id)
        return id
    }
}
