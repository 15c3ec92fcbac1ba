import MAASRegion
import SQLite

/// Something that will happen when the region's clock has passed a moment.
struct DueTransition {
    let kind: String
    let systemID: String?
    let due: RegionTime

    /// What is still to happen, the next first.
    static func all(_ db: Connection) throws -> [DueTransition] {
        try db.query(
            """
            SELECT kind, due, (SELECT system_id FROM nodes WHERE nodes.id = node_id) AS system_id
            FROM transitions ORDER BY due, id
            """
        ) { DueTransition(kind: try $0["kind"], systemID: try $0["system_id"], due: try $0["due"]) }
    }
}
