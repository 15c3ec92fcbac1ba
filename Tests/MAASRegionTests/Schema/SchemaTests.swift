import Foundation
import SQLite
import Testing

@testable import MAASRegion

/// The schema as all steps together make it.
@Suite struct SchemaTests {
    private static let page = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/schema.sql")

    @Test("docs/schema.sql is today's schema; UPDATE_DOCS=1 writes it anew")
    func theSnapshotIsFresh() throws {
        let db = try Connection()
        try Schema.migrate(db)
        let made: [String] = try db.query(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name"
        ) { try $0[0] }
        let text =
            "-- Made by a test from the steps in Sources/MAASRegion/Schema; version \(Schema.version).\n\n"
            + made.map { $0 + ";\n" }.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try text.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == text, "run the tests with UPDATE_DOCS=1")
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
