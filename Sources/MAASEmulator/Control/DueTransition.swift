import MAASRegion
import SQLite

/// Something that will happen when the region's clock has passed a moment.
struct DueTransition {
    let kind: String
    let systemID: String?
    let hostname: String?
    let due: RegionTime

    /// What is still to happen, the next first.
    static func all(_ db: Connection) throws -> [DueTransition] {
        try db.query(
            """
            SELECT kind, due, system_id, hostname FROM transitions LEFT JOIN nodes ON nodes.id = node_id
            ORDER BY due, transitions.id
            """
        ) { row in
            DueTransition(
                kind: try row["kind"], systemID: try row["system_id"], hostname: try row["hostname"],
                due: try row["due"])
        }
    }

    /// The next line of a story, or the next script of a run: nothing that somebody waits for.
    var isBookkeeping: Bool { ["event", "script"].contains(kind) }
}
