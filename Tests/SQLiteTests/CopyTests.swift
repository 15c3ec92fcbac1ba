import Foundation
import TestSupport
import Testing

@testable import SQLite

@Suite struct CopyTests {
    private func numbered(_ numbers: Int..., path: String? = nil) throws -> Connection {
        let database = try Connection(path: path)
        try database.execute("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT")
        for number in numbers { try database.insert(into: "t", ["n": number]) }
        return database
    }

    private func numbers(_ database: Connection) throws -> [Int] {
        try database.query("SELECT n FROM t ORDER BY n") { try $0[0] }
    }

    @Test func serializedBytesMakeTheSameDatabase() throws {
        let copy = try Connection(serialized: try numbered(1, 2).serialized())
        #expect(try numbers(copy) == [1, 2])
        try copy.transaction { _ = try copy.insert(into: "t", ["n": 3]) }
        #expect(try numbers(copy) == [1, 2, 3])
    }

    @Test func aDatabaseInAFileIsSerializedWithWhatIsStillInItsLog() throws {
        let directory = try TemporaryDirectory()
        let database = try numbered(1, 2, path: directory.file("test.sqlite"))
        let copy = try Connection(serialized: try database.serialized())
        #expect(try numbers(copy) == [1, 2])
        try copy.insert(into: "t", ["n": 3])
        #expect(try numbers(database) == [1, 2])
    }

    @Test func bytesThatAreNoDatabaseAreRefused() {
        #expect(throws: DatabaseError.self) { try Connection(serialized: Array(repeating: 65, count: 4096)) }
        #expect(throws: DatabaseError.self) { try Connection(serialized: [1, 2, 3]) }
        #expect(throws: DatabaseError.self) { try Connection(serialized: []) }
    }

    @Test func overwritingReplacesEverything() throws {
        let target = try numbered(9)
        try target.execute("CREATE TABLE other (n INTEGER) STRICT")
        #expect(try numbers(target) == [9])
        try target.overwrite(from: try numbered(1, 2))
        #expect(try numbers(target) == [1, 2])
        #expect(throws: DatabaseError.self) { try target.execute("INSERT INTO other (n) VALUES (1)") }
    }

    @Test func overwritingReachesAFileAndSurvives() throws {
        let directory = try TemporaryDirectory()
        do {
            let target = try numbered(9, path: directory.file("test.sqlite"))
            try target.overwrite(from: try numbered(1, 2))
            try target.insert(into: "t", ["n": 3])
        }
        #expect(try numbers(Connection(path: directory.file("test.sqlite"))) == [1, 2, 3])
    }

    @Test func overwritingInsideATransactionIsRefusedAndHarmless() throws {
        let target = try numbered(9)
        let source = try numbered(1)
        try target.transaction {
            try target.insert(into: "t", ["n": 10])
            #expect(throws: DatabaseError.self) { try target.overwrite(from: source) }
        }
        #expect(try numbers(target) == [9, 10])
    }

    @Test func aFileSurvivesItsConnection() throws {
        let directory = try TemporaryDirectory()
        do { _ = try numbered(1, 2, path: directory.file("test.sqlite")) }
        #expect(try numbers(Connection(path: directory.file("test.sqlite"))) == [1, 2])
    }

    @Test func committedRowsAreInTheFileBeforeTheConnectionCloses() throws {
        let directory = try TemporaryDirectory()
        let database = try numbered(path: directory.file("test.sqlite"))
        try database.transaction { _ = try database.insert(into: "t", ["n": 1]) }
        // What a killed process leaves behind is the file and its log, never closed.
        let other = try TemporaryDirectory()
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: directory.file("test.sqlite") + ending, toPath: other.file("test.sqlite") + ending)
        }
        #expect(try numbers(Connection(path: other.file("test.sqlite"))) == [1])
    }

    @Test func aSecondWriterWaitsForTheFirst() async throws {
        let directory = try TemporaryDirectory()
        _ = try numbered(path: directory.file("test.sqlite"))
        let path = directory.file("test.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    let database = try Connection(path: path)
                    for number in 0..<25 {
                        try database.transaction { _ = try database.insert(into: "t", ["n": worker * 25 + number]) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try numbers(Connection(path: path)) == Array(0..<100))
    }

    /// Of a file whose name is gone, and which nobody has to wait for the disk for.
    @Test func theBytesOfALoggedDatabaseAreGoneOnWith() throws {
        let source = try Connection()
        try source.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY)")
        try source.insert(into: "thing", ["id": 7])
        let directory = try TemporaryDirectory()
        let path = directory.file("copy.sqlite")
        try source.withSerialized(asLogged: true) { try Data($0).write(to: URL(filePath: path)) }
        let writer = try Connection(temporaryWithLog: path)
        let reader = try Connection(reading: path)
        try reader.openLog()
        for suffix in ["", "-wal", "-shm"] { try FileManager.default.removeItem(atPath: path + suffix) }
        _ = try writer.transaction { try writer.insert(into: "thing", ["id": 8]) }
        #expect(try reader.query("SELECT id FROM thing ORDER BY id") { try $0[0] as Int } == [7, 8])
        #expect(try writer.scalar("PRAGMA synchronous") == 0)
        #expect(try writer.scalar("PRAGMA journal_mode") == "wal")
        try source.execute("DELETE FROM thing")
        try writer.overwrite(from: source)
        #expect(try reader.query("SELECT id FROM thing") { try $0[0] as Int } == [])
    }

    @Test func aCopyThatIsWrittenOverFirstDoesNotWaitForTheDiskEither() throws {
        let source = try Connection()
        try source.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY)")
        let directory = try TemporaryDirectory()
        let path = directory.file("copy.sqlite")
        try source.withSerialized(asLogged: true) { try Data($0).write(to: URL(filePath: path)) }
        let writer = try Connection(temporaryWithLog: path)
        try writer.overwrite(from: source)
        #expect(try writer.scalar("PRAGMA synchronous") == 0)
    }
}
