import Foundation
import SQLite
import TestSupport
import Testing

@Suite struct ErrorTests {
    private let database: Connection

    init() throws {
        database = try Connection()
        try database.executeScript(
            """
            CREATE TABLE zone (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
            CREATE TABLE machine (id INTEGER PRIMARY KEY, zone INTEGER NOT NULL REFERENCES zone(id)) STRICT;
            INSERT INTO zone (id, name) VALUES (1, 'default');
            """)
    }

    private func error(_ sql: String, _ arguments: (any SQLBindable)?...) throws -> DatabaseError {
        try #require(throws: DatabaseError.self) { try database.execute(sql, arguments: arguments) }
    }

    @Test func anErrorCarriesCodeMessageAndStatement() throws {
        let error = try error("SELECT * FROM nowhere")
        #expect(error.code == 1)
        #expect(error.message == "no such table: nowhere")
        #expect(error.sql == "SELECT * FROM nowhere")
        #expect(error.description == "SQLite error 1: no such table: nowhere in: SELECT * FROM nowhere")
        #expect((error as any Error).localizedDescription == error.description)
    }

    @Test func uniqueViolationsAreTold() throws {
        #expect(try error("INSERT INTO zone (name) VALUES (?)", "default").isUniqueViolation)
        #expect(try error("INSERT INTO zone (id, name) VALUES (?, ?)", 1, "other").isUniqueViolation)
        #expect(try error("INSERT INTO zone (name) VALUES (NULL)").isUniqueViolation == false)
    }

    @Test func foreignKeysAreEnforced() throws {
        let error = try error("INSERT INTO machine (zone) VALUES (?)", 99)
        #expect(error.code == 787)
        #expect(!error.isUniqueViolation)
    }

    @Test func strictTablesRefuseOtherTypes() throws {
        #expect(try error("INSERT INTO machine (zone) VALUES (?)", "one").code == 3091)
    }

    @Test func aColumnOfAnotherTypeIsAnErrorThatNamesIt() throws {
        let error = try #require(throws: DatabaseError.self) {
            try database.query("SELECT name FROM zone") { try $0["name"] as Int }
        }
        #expect(error.message == "column name holds text(\"default\"), not Int")
        #expect(throws: DatabaseError.self) { try database.query("SELECT NULL AS n") { try $0["n"] as String } }
    }

    @Test func aMissingColumnIsAnErrorThatNamesIt() throws {
        let error = try #require(throws: DatabaseError.self) {
            try database.query("SELECT name FROM zone") { try $0["title"] as String }
        }
        #expect(error.message == "no column title")
    }

    @Test func aPathThatCannotBeOpened() throws {
        #expect(throws: DatabaseError.self) { try Connection(path: "/nonexistent/directory/x.sqlite") }
        #expect(throws: DatabaseError.self) { try Connection(path: FileManager.default.temporaryDirectory.path) }
    }

    @Test func aFileThatIsNoDatabase() throws {
        let directory = try TemporaryDirectory()
        try Data(repeating: 65, count: 5000).write(to: URL(filePath: directory.file("test.sqlite")))
        let error = try #require(throws: DatabaseError.self) { try Connection(path: directory.file("test.sqlite")) }
        #expect(error.code == 26)
        #expect(try Data(contentsOf: URL(filePath: directory.file("test.sqlite"))).count == 5000)
    }

    @Test func aScriptStopsAtItsFirstError() throws {
        let error = try #require(throws: DatabaseError.self) {
            try database.executeScript(
                "INSERT INTO zone (name) VALUES ('a'); SELEC; INSERT INTO zone (name) VALUES ('b')")
        }
        #expect(error.message.contains("SELEC"))
        #expect(try database.scalar("SELECT count(*) FROM zone") == 2)
    }
}
