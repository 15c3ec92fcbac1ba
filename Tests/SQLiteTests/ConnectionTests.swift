import Testing

@testable import SQLite

@Suite struct ConnectionTests {
    private func people() throws -> Connection {
        let database = try Connection()
        try database.executeScript(
            """
            CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, height REAL, photo BLOB) STRICT;
            CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES person(id)) STRICT;
            """)
        return database
    }

    private func names(_ database: Connection) throws -> [String] {
        try database.query("SELECT name FROM person ORDER BY id") { try $0["name"] }
    }

    @Test func insertedRowsAreReadBack() throws {
        let database = try people()
        let id = try database.insert(into: "person", ["name": "Ada", "height": 1.65, "photo": [UInt8]([0, 255])])
        #expect(id == 1)
        let row = try #require(
            try database.first("SELECT * FROM person WHERE id = ?", id) { row in
                (try row["name"] as String, try row["height"] as Double?, try row["photo"] as [UInt8]?)
            })
        #expect(row.0 == "Ada")
        #expect(row.1 == 1.65)
        #expect(row.2 == [0, 255])
    }

    @Test(arguments: [
        "", "plain", "quote ' and \" and ;--", "Zürich 東京 👩‍👩‍👧", String(repeating: "x", count: 100_000),
    ])
    func textIsKeptAsItIs(text: String) throws {
        let database = try people()
        try database.insert(into: "person", ["name": text])
        #expect(try names(database) == [text])
    }

    @Test func textWithANULIsRefused() throws {
        let database = try people()
        let error = #expect(throws: DatabaseError.self) { try database.insert(into: "person", ["name": "a\0b"]) }
        #expect(error?.isNULInText == true)
        #expect(try names(database) == [])
    }

    @Test func rowsOfOneTableMayNameOtherColumnsAndInAnotherOrder() throws {
        let database = try Connection()
        let columns = ["a", "b", "c", "d"]
        try database.executeScript("CREATE TABLE t (\(columns.joined(separator: ", "))); CREATE TABLE u (a, b, c, d)")
        for round in 0..<2 {
            for (first, second) in columns.flatMap({ one in columns.filter { $0 != one }.map { (one, $0) } }) {
                for table in ["t", "u"] {
                    let id = try database.insert(
                        into: table, KeyValuePairs(dictionaryLiteral: (first, round), (second, "x")))
                    let row = try database.query("SELECT * FROM \(table) WHERE rowid = ?", id) { row in
                        try columns.filter { try row[$0] as SQLValue != .null }.sorted()
                    }
                    #expect(row == [[first, second].sorted()])
                    let stored: Int? = try database.scalar("SELECT \(first) FROM \(table) WHERE rowid = ?", id)
                    #expect(stored == round)
                }
            }
        }
    }

    @Test(arguments: [[], [0], [UInt8](repeating: 7, count: 100_000)] as [[UInt8]])
    func bytesAreKeptAsTheyAre(bytes: [UInt8]) throws {
        let database = try people()
        try database.insert(into: "person", ["name": "x", "photo": bytes])
        let read: [UInt8]? = try database.scalar("SELECT photo FROM person")
        #expect(read == bytes)
    }

    @Test(arguments: [Int.min, -1, 0, 1, Int.max])
    func wholeNumbersKeepTheirFullRange(number: Int) throws {
        let read: Int? = try Connection().scalar("SELECT ?", number)
        #expect(read == number)
    }

    @Test func nothingIsNil() throws {
        let database = try people()
        try database.insert(into: "person", ["name": "Ada", "height": nil as Double?])
        #expect(try database.query("SELECT height FROM person") { try $0[0] as Double? } == [nil])
        let height: Double? = try database.scalar("SELECT height FROM person")
        #expect(height == nil)
        let missing: Int? = try database.scalar("SELECT id FROM person WHERE id = 99")
        #expect(missing == nil)
        #expect(try database.first("SELECT id FROM person WHERE id = 99") { try $0["id"] as Int } == nil)
    }

    @Test func updatesTouchTheRowsTheyName() throws {
        let database = try people()
        let ada = try database.insert(into: "person", ["name": "Ada"])
        try database.insert(into: "person", ["name": "Grace"])
        try database.update("person", id: ada, ["name": "Augusta"])
        #expect(database.changedRows == 1)
        #expect(try names(database) == ["Augusta", "Grace"])
        try database.update("person", id: ada, [:])
        #expect(try names(database) == ["Augusta", "Grace"])
    }

    @Test func theSameStatementMayBeUsedWhileItsRowsAreRead() throws {
        let database = try people()
        for name in ["a", "b", "c"] { try database.insert(into: "person", ["name": name]) }
        let pairs = try database.query("SELECT name FROM person ORDER BY id") { row in
            try row["name"] as String + names(database).joined()
        }
        #expect(pairs == ["aabc", "babc", "cabc"])
    }

    @Test func aStatementIsUsableAfterItFailed() throws {
        let database = try people()
        let sql = "INSERT INTO person (name) VALUES (?)"
        try database.execute(sql, "Ada")
        #expect(throws: DatabaseError.self) { try database.execute(sql, "Ada") }
        try database.execute(sql, "Grace")
        #expect(try names(database) == ["Ada", "Grace"])
    }

    @Test func aRowThatCannotBeReadLeavesTheStatementUsable() throws {
        struct Odd: Error {}
        let database = try people()
        try database.insert(into: "person", ["name": "Ada"])
        #expect(throws: Odd.self) {
            try database.query("SELECT name FROM person ORDER BY id") { _ throws -> Int in throw Odd() }
        }
        #expect(try names(database) == ["Ada"])
    }

    @Test func arguments() throws {
        let database = try people()
        #expect(throws: DatabaseError.self) { try database.execute("INSERT INTO person (name) VALUES (?)") }
        #expect(throws: DatabaseError.self) { try database.execute("INSERT INTO person (name) VALUES (?)", "a", "b") }
        #expect(try names(database) == [])
    }

    @Test func onlyTheFirstOfSeveralStatementsWouldRunSoTheyAreRefused() throws {
        let database = try people()
        #expect(throws: DatabaseError.self) {
            try database.execute("DELETE FROM person; INSERT INTO person (name) VALUES ('x')")
        }
        try database.execute("INSERT INTO person (name) VALUES ('x') ; \n")
        #expect(try names(database) == ["x"])
        #expect(throws: DatabaseError.self) { try database.execute("  ") }
    }

    @Test func manyDifferentStatementsDoNotFillTheMemory() throws {
        let database = try people()
        for number in 0..<3000 {
            let read: Int? = try database.scalar("SELECT \(number)")
            #expect(read == number)
        }
        #expect(database.cachedStatementCount <= 1000)
        try database.insert(into: "person", ["name": "Ada"])
        #expect(try names(database) == ["Ada"])
    }

    /// Texts that are made while the program runs come to lie where others of the same length lay before.
    @Test func statementsAreNotTakenForOthersThatLayInTheirPlace() throws {
        let database = try people()
        for number in 1000..<6000 {
            let read: Int? = try database.scalar("SELECT \(number) AS a_name_that_makes_it_long")
            #expect(read == number)
        }
        #expect(database.cachedStatementCount <= 1000)
    }

    @Test func whatIsWrittenDependsOnTheColumnsAndTheirOrder() throws {
        let database = try Connection()
        try database.execute("CREATE TABLE pair (id INTEGER PRIMARY KEY, a TEXT, b TEXT) STRICT")
        for _ in 0..<2 {
            let id = try database.insert(into: "pair", ["a": "1", "b": "2"])
            try database.update("pair", id: id, ["b": "3", "a": "4"])
            try database.update("pair", id: id, ["a": "5"])
            try database.insert(into: "pair", ["b": "6", "a": "7"])
            let other = try database.insert(into: "pair", ["a": "1", "b": "2"])
            try database.update("pair", id: other, ["a": "8"], ("b", "9"))
            try database.update("pair", id: other, [:], ("b", "10"))
        }
        let rows = try database.query("SELECT a, b FROM pair ORDER BY id") {
            [try $0[0] as String, try $0[1] as String]
        }
        #expect(rows == [["5", "3"], ["7", "6"], ["8", "10"], ["5", "3"], ["7", "6"], ["8", "10"]])
    }

    @Test func statementsAreCached() throws {
        let database = try people()
        let before = database.cachedStatementCount
        for _ in 0..<10 { _ = try names(database) }
        #expect(database.cachedStatementCount == before + 1)
    }
}
