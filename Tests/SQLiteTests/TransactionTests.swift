import Foundation
import SQLite
import Testing

@Suite struct TransactionTests {
    private struct Stop: Error {}
    private let database: Connection

    init() throws {
        database = try Connection()
        try database.execute(
            "CREATE TABLE t (n INTEGER PRIMARY KEY, next INTEGER REFERENCES t(n) DEFERRABLE INITIALLY DEFERRED) STRICT")
    }

    private func add(_ number: Int) throws { try database.insert(into: "t", ["n": number]) }
    private var numbers: [Int] { get throws { try database.query("SELECT n FROM t ORDER BY n") { try $0[0] } } }

    @Test func whatReturnsIsKept() throws {
        let answer = try database.transaction {
            try add(1)
            return "done"
        }
        #expect(answer == "done")
        #expect(try numbers == [1])
    }

    /// One whose references nobody defers.
    private func parents() throws {
        try database.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT")
        try database.execute(
            "CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent ON DELETE CASCADE) STRICT")
    }

    @Test func fillingLooksAtReferencesWhenEverythingIsThere() throws {
        try parents()
        try database.filling {
            try database.insert(into: "child", ["parent": 1])
            try database.insert(into: "parent", ["id": 1])
        }
        // From here on each is looked at again, and deleting takes others with it.
        #expect(throws: DatabaseError.self) { try database.insert(into: "child", ["parent": 2]) }
        try database.execute("DELETE FROM parent")
        #expect(try database.scalar("SELECT COUNT(*) FROM child") == 0)
    }

    @Test func fillingRefusesARowThatRefersToNothing() throws {
        try parents()
        let error = #expect(throws: DatabaseError.self) {
            try database.filling {
                try add(1)
                try database.insert(into: "child", ["parent": 7])
            }
        }
        #expect(error?.code == 787)
        #expect(error?.sql?.contains("INSERT INTO child") == true)
        #expect(try numbers == [])
        #expect(throws: DatabaseError.self) { try database.insert(into: "child", ["parent": 2]) }
    }

    @Test func whatIsDeletedWhileFillingTakesOthersWithIt() throws {
        try parents()
        var runs = 0
        try database.filling {
            runs += 1
            for id in 1...2 {
                try database.insert(into: "parent", ["id": id])
                try database.insert(into: "child", ["parent": id])
            }
            try database.execute("DELETE FROM parent WHERE id = 1")
        }
        #expect(runs == 2)
        #expect(try database.query("SELECT parent FROM child") { try $0[0] as Int } == [2])
    }

    @Test func fillingWhatThrowsIsUndone() throws {
        let pages: Int? = try database.scalar("PRAGMA cache_size")
        #expect(throws: Stop.self) {
            try database.filling {
                try add(2)
                throw Stop()
            }
        }
        #expect(try numbers == [])
        #expect(try database.scalar("PRAGMA cache_size") == pages)
        #expect(try database.scalar("PRAGMA foreign_keys") == 1)
    }

    @Test func fillingWithinATransactionIsAnotherOne() throws {
        try parents()
        try database.transaction {
            #expect(throws: DatabaseError.self) {
                try database.filling { try database.insert(into: "child", ["parent": 1]) }
            }
            try database.filling { try add(3) }
        }
        #expect(try numbers == [3])
    }

    @Test func whatThrowsIsUndone() throws {
        try add(1)
        #expect(throws: Stop.self) {
            try database.transaction {
                try add(2)
                throw Stop()
            }
        }
        #expect(try numbers == [1])
    }

    @Test func anInnerFailureCanBeCaughtWithoutLosingTheOuterWork() throws {
        try database.transaction {
            try add(1)
            #expect(throws: Stop.self) {
                try database.transaction {
                    try add(2)
                    try database.transaction { try add(3) }
                    throw Stop()
                }
            }
            try database.transaction { try add(4) }
        }
        #expect(try numbers == [1, 4])
    }

    @Test func anOuterFailureTakesTheInnerWorkWithIt() throws {
        #expect(throws: Stop.self) {
            try database.transaction {
                try database.transaction { try add(1) }
                throw Stop()
            }
        }
        #expect(try numbers == [])
    }

    @Test func aCommitThatIsRefusedIsUndone() throws {
        // A deferred foreign key is checked at the commit.
        #expect(throws: DatabaseError.self) {
            try database.transaction { try database.insert(into: "t", ["n": 1, "next": 99]) }
        }
        #expect(try numbers == [])
        try database.transaction { try add(5) }
        #expect(try numbers == [5])
    }

    @Test func aRollbackThatSQLiteDidItselfKeepsTheReason() throws {
        try add(1)
        let error = try #require(throws: DatabaseError.self) {
            try database.transaction {
                try add(2)
                try database.execute("INSERT OR ROLLBACK INTO t (n) VALUES (1)")
            }
        }
        #expect(error.isUniqueViolation)
        #expect(try numbers == [1])
        try database.transaction { try add(3) }
        #expect(try numbers == [1, 3])
    }

    @Test func withinASnapshotNothingIsToBeUndone() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "snapshot-\(UUID()).db").path()
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let writer = try Connection(path: path)
        try writer.execute("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT")
        let reader = try Connection(reading: path)
        func count() throws -> Int { try reader.scalar("SELECT COUNT(*) FROM t") ?? 0 }
        try reader.snapshot {
            #expect(try count() == 0)
            try writer.insert(into: "t", ["n": 1])
            let statements = reader.statementCount
            #expect(try reader.transaction(count) == 0, "the inner one sees what the outer one sees")
            #expect(reader.statementCount == statements + 1, "no savepoint")
            #expect(throws: Stop.self) { try reader.transaction { throw Stop() } }
            #expect(throws: DatabaseError.self) { try reader.transaction { try reader.insert(into: "t", ["n": 2]) } }
            #expect(try count() == 0, "a failure inside leaves the snapshot")
        }
        #expect(try reader.snapshot(count) == 1)
    }

    /// A snapshot of sums over a hundred rows, which is asked once whether it may go on.
    private func snapshot(_ db: Connection, longAfter steps: Int, goesOn: Bool, sums: Int) throws -> (
        sums: Int?, asked: Int, begun: Int
    ) {
        var (asked, begun) = (0, 0)
        let made = try db.snapshot(longAfter: steps) {
            asked += 1
            return goesOn
        } _: {
            var made = 0
            for _ in 0..<sums {
                begun += 1
                let sum: Int? = try db.scalar("SELECT SUM(n) FROM t WHERE n % 7 <> 9")
                made += sum == 5050 ? 1 : 0
            }
            return made
        }
        return (made, asked, begun)
    }

    private func hundredRows() throws -> Connection {
        let db = try Connection()
        try db.execute("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT")
        for number in 1...100 { try db.insert(into: "t", ["n": number]) }
        return db
    }

    @Test(arguments: [(1, 3, 1), (1000, 1, 0), (1000, 10, 1), (.max, 10, 0)])
    func aSnapshotThatTakesLongIsAskedForOnce(_ steps: Int, _ sums: Int, _ asked: Int) throws {
        let db = try hundredRows()
        for _ in 0..<2 {
            let found = try snapshot(db, longAfter: steps, goesOn: true, sums: sums)
            #expect(found == (sums, asked, sums))
        }
    }

    @Test func aSnapshotThatMayNotTakeLongIsStopped() throws {
        let db = try hundredRows()
        for _ in 0..<2 {
            let stopped = try snapshot(db, longAfter: 1000, goesOn: false, sums: 100)
            #expect(stopped.sums == nil && stopped.asked == 1 && 2..<10 ~= stopped.begun, "\(stopped)")
            let short = try snapshot(db, longAfter: 1000, goesOn: false, sums: 1)
            #expect(short == (1, 0, 1), "the next one is not")
        }
        // Whoever makes something of the error has made it of half the rows.
        let made = try db.snapshot(longAfter: 1, goesOn: { false }) { try? db.scalar("SELECT SUM(n) FROM t") ?? 0 }
        #expect(made == nil)
        #expect(throws: Stop.self) { try db.snapshot(longAfter: 1000, goesOn: { false }) { throw Stop() } }
        try db.transaction { _ = try db.insert(into: "t", ["n": 101]) }
        let sum: Int? = try db.scalar("SELECT SUM(n) FROM t")
        #expect(sum == 5151)
    }
}
