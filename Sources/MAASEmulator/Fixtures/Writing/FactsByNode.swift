import Formats
import MAASRegion
import SQLite

/// What the machines of a region, and those of the lab, say of themselves.
struct FactsByNode {
    private let ofNodes: [Int: JSONValue]
    private let ofMachines: [Int: JSONValue]
    /// The machines of the lab that nodes are.
    private let machines: [Int: Int]

    init(_ db: Connection) throws {
        let rows = try db.query("SELECT node_id, machine_id, facts FROM hardware_facts") { row in
            (
                node: try row["node_id"] as Int?, machine: try row["machine_id"] as Int?,
                facts: Self.fixture(try JSONValue(column: "facts", of: row))
            )
        }
        ofNodes = Dictionary(rows.compactMap { row in row.node.map { ($0, row.facts) } }) { first, _ in first }
        ofMachines = Dictionary(rows.compactMap { row in row.machine.map { ($0, row.facts) } }) { first, _ in first }
        let pairs = try db.query(
            """
            SELECT node_id, machine_id FROM interfaces
            JOIN hardware_machine_interfaces AS ports ON ports.mac_address = interfaces.mac_address
            WHERE node_id IS NOT NULL
            """
        ) { (try $0[0] as Int, try $0[1] as Int) }
        machines = Dictionary(pairs) { first, _ in first }
    }

    /// The layout of disks is kept as a text of its own.
    private static func fixture(_ facts: JSONValue) -> JSONValue {
        guard case .object(var members) = facts, let text = members["storage_layout"]?.string,
            let layout = try? JSONValue(parsing: text.utf8)
        else { return facts }
        members["storage_layout"] = layout
        return .object(members)
    }

    /// What a machine of the lab says.
    func details(ofMachine id: Int) -> JSONValue? { ofMachines[id] }

    /// What a node has said; an empty object for one that has been asked and said nothing but what MAAS counts.
    func details(of node: Node) -> JSONValue? {
        if let own = ofNodes[node.id] { return own }
        guard !node.hardwareInfo.isEmpty else { return nil }
        return machines[node.id].flatMap { ofMachines[$0] } ?? .object([:])
    }
}
