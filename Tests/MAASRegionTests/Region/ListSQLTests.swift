import SQLite
import Testing

@testable import MAASRegion

@Suite("Statements about lists of ids") struct ListSQLTests {
    private static let one = ListSQL { list in "SELECT id FROM things WHERE id IN \(list("?1")) ORDER BY id" }
    private static let two = ListSQL { list in
        "SELECT id FROM things WHERE id IN \(list("?1")) OR id IN \(list("?2")) ORDER BY id"
    }
    private let db: Connection

    init() throws {
        db = try Connection()
        try db.execute("CREATE TABLE things (id INTEGER PRIMARY KEY)")
        for id in 1...5 { try db.execute("INSERT INTO things (id) VALUES (?)", id) }
    }

    @Test(arguments: [[], [3], [2, 4], [1, 2, 3, 4, 5, 6], [9]]) func theyFindWhatIsListed(ids: [Int]) throws {
        let found = try db.query(Self.one[ids.ids], ids.ids) { try $0[0] as Int }
        #expect(found == ids.filter { (1...5).contains($0) })
        #expect(
            try db.query("SELECT id FROM things WHERE id IN \(ids.ids.list)", ids.ids) { try $0[0] as Int } == found)
    }

    @Test(arguments: [[], [3], [2, 4]], [[], [1], [1, 5]]) func soDoThoseOfTwoLists(ids: [Int], others: [Int]) throws {
        let found = try db.query(Self.two[ids.ids, others.ids], ids.ids, others.ids) { try $0[0] as Int }
        #expect(found == (ids + others).sorted())
    }
}
