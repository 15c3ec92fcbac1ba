import SQLite
import Testing

@testable import MAASRegion

@Suite("Statements about lists of ids") struct ListSQLTests {
    private static let one = ListSQL { list in "SELECT id FROM things WHERE id IN \(list("?1")) ORDER BY id" }
    private static let three = ListSQL { list in
        """
        SELECT id FROM things WHERE id IN \(list("?1")) OR id IN \(list("?2")) OR id IN \(list("?3")) ORDER BY id
        """
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

    @Test(arguments: [[], [3], [3, 4]], [[], [1], [1, 5]]) func soDoThoseOfThreeLists(ids: [Int], others: [Int]) throws
    {
        for more in [[], [2], [2, 9]] {
            let (ids, others, more) = (ids.ids, others.ids, more.ids)
            let found = try db.query(Self.three[ids, others, more], ids, others, more) { try $0[0] as Int }
            #expect(found == [1, 2, 3, 4, 5].filter { Self.contains($0, ids, others, more) })
        }
    }

    private static func contains(_ id: Int, _ lists: IDs...) -> Bool {
        lists.contains { list in list.json.dropFirst().dropLast().split(separator: ",").contains("\(id)") }
    }
}
