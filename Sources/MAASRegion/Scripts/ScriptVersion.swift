import SQLite

/// One version of a script's text; versions never change (`models/versionedtextfile.py`).
package struct ScriptVersion {
    package let id: Int
    let previousID: Int?
    package let data: String
    package let comment: String?
    package let created: RegionTime

    package init(_ row: Row) throws {
        id = try row["id"]
        previousID = try row["previous_id"]
        data = try row["data"]
        comment = try row["comment"]
        created = try row["created"]
    }

    package static func find(_ db: Connection, id: Int) throws -> ScriptVersion? {
        try db.first("SELECT * FROM script_versions WHERE id = ?", id, row: ScriptVersion.init)
    }

    /// A version and those before it, the newest first.
    package static func history(_ db: Connection, of id: Int) throws -> [ScriptVersion] {
        try db.query(
            """
            WITH RECURSIVE chain(id, depth) AS (
                VALUES (?, 0)
                UNION ALL
                SELECT previous_id, depth + 1 FROM chain JOIN script_versions USING (id) WHERE previous_id IS NOT NULL
            )
            SELECT script_versions.* FROM chain JOIN script_versions USING (id) ORDER BY depth
            """, id, row: ScriptVersion.init)
    }

    /// The histories of some scripts, by the ids of their versions: one statement for all.
    package static func histories(_ db: Connection, of ids: [Int]) throws -> [Int: [ScriptVersion]] {
        let versions = Dictionary(
            try db.query("SELECT * FROM script_versions", row: ScriptVersion.init).map { ($0.id, $0) }
        ) { first, _ in first }
        return Dictionary(
            ids.map { id in
                let chain = sequence(first: versions[id]) { version in version?.previousID.map { versions[$0] } }
                return (id, chain.compactMap(\.self))
            }
        ) { first, _ in first }
    }

    /// Stores a text as a script's first version, or as the one after `previous` where it differs from it.
    /// - Returns: The id of the version that has the text.
    package static func add(_ state: RegionState, _ text: String, comment: String?, after previous: Int? = nil) throws
        -> Int
    {
        let data = text.replacing("\r\n", with: "\n")
        if let previous, let old = try find(state.db, id: previous), old.data == data { return previous }
        return try state.db.insert(
            into: "script_versions",
            ["previous_id": previous, "data": data, "comment": comment, "created": try state.now])
    }
}
