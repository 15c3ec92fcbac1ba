import Foundation
import SQLite
import Testing

@testable import MAASRegion

/// The schema as all steps together make it.
@Suite struct SchemaTests {
    private static let page = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/MAASRegion/Schema/schema.sql")

    /// A schema and the rows that every region begins with, as SQL: tables and their indexes, rows, triggers, so that no
    /// trigger sees the rows.
    private func script(of db: Connection) throws -> String {
        let made: [(type: String, sql: String)] = try db.query(
            """
            SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
            ORDER BY type = 'trigger', tbl_name, type DESC, name
            """
        ) { (try $0[0], try $0[1]) }
        var rows: [String] = []
        for table in try tables(of: db) {
            let columns = try db.query("PRAGMA table_info(\(table))") { try $0["name"] as String }
            let quoted = columns.map { "quote(\($0))" }.joined(separator: " || ', ' || ")
            rows += try db.query("SELECT \(quoted) FROM \(table) ORDER BY \(columns.joined(separator: ", "))") {
                "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(try $0[0] as String))"
            }
        }
        let schema = made.filter { $0.type != "trigger" }.map(\.sql)
        let triggers = made.filter { $0.type == "trigger" }.map(\.sql)
        return (schema + ["PRAGMA defer_foreign_keys = ON"] + rows + triggers).map { $0 + ";\n" }
            .joined(separator: "\n")
    }

    private func tables(of db: Connection) throws -> [String] {
        try db.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name") {
            try $0[0]
        }
    }

    @Test("schema.sql is what all steps come to; UPDATE_DOCS=1 writes it anew")
    func theSnapshotIsFresh() throws {
        let db = try Connection()
        try Schema.takeSteps(db, from: 0)
        let text =
            "-- Made by a test from the steps beside it; version \(Schema.version). Empty databases get it at once.\n\n"
            + (try script(of: db))
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try text.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == text, "run the tests with UPDATE_DOCS=1")
    }

    @Test func theImageIsWhatTheStepsMake() throws {
        let stepped = try Connection()
        try Schema.takeSteps(stepped, from: 0)
        let made = try Connection(serialized: Schema.image)
        #expect(try script(of: made) == script(of: stepped))
        #expect(try made.scalar("PRAGMA user_version") == Schema.version)
        #expect(try made.scalar("PRAGMA integrity_check") == "ok")
        #expect(Schema.image[18...19] == [2, 2])
        try Schema.migrate(made)
        #expect(try script(of: made) == script(of: stepped))
    }

    @Test func anEmptyDatabaseBecomesWhatTheStepsMake() throws {
        let stepped = try Connection()
        try Schema.takeSteps(stepped, from: 0)
        let made = try Connection()
        try Schema.migrate(made)
        #expect(try script(of: made) == script(of: stepped))
        let state = "SELECT name || ' ' || seq FROM sqlite_sequence WHERE seq > 0 ORDER BY name"
        let sequences: [[String]] = try [made, stepped].map { try $0.query(state) { try $0[0] } }
        #expect(sequences[0] == sequences[1])
        let versions: [Int?] = try [made, stepped].map { try $0.scalar("PRAGMA user_version") }
        #expect(versions == [Schema.version, Schema.version])
    }

    @Test func partitionsOfOlderDatabasesKeepTheirOrder() throws {
        let db = try Connection()
        for step in Schema.migrations.prefix(while: { $0 != Schema.partitionOrder }) { try db.executeScript(step) }
        try db.execute("PRAGMA foreign_keys = OFF")
        for (id, changed) in [(1, 0), (2, 5), (3, 0), (4, 2)] {
            try db.insert(
                into: "partitions",
                ["id": id, "block_device_id": 1, "number": id, "uuid": "u", "size": 1, "changed": changed])
        }
        try db.executeScript(Schema.partitionOrder)
        let order: [Int] = try db.query("SELECT id FROM partitions ORDER BY changed") { try $0[0] }
        #expect(order == [1, 3, 4, 2])
    }

    /// What points at a row is looked for when the row goes, and by lists: never by reading the whole table.
    @Test func everyReferenceIsLookedUpByAnIndex() throws {
        let db = try Connection.scratch()
        try Schema.migrate(db)
        let tables = try db.query("SELECT name FROM sqlite_schema WHERE type = 'table'") { try $0["name"] as String }
        var count = 0
        for table in tables {
            let columns = try Set(db.query("PRAGMA foreign_key_list(\(table))") { try $0["from"] as String })
            for column in columns.sorted() {
                count += 1
                let plan = try db.query("EXPLAIN QUERY PLAN SELECT 1 FROM \(table) WHERE \(column) = 1") {
                    try $0["detail"] as String
                }
                #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(table).\(column): \(plan)")
            }
        }
        #expect(count > 50)
    }
}
