import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct FileStorageTests {
    @Test func anotherFileOfTheNameTakesItsPlaceUnderAKeyOfItsOwn() throws {
        try TestRegion().region.withState { state in
            let admin = try #require(try User.find(state.db, username: "admin"))
            try FileStorage.save(state, filename: "b", content: [1], ofUser: admin.id)
            let first = try #require(try FileStorage.find(state.db, filename: "b", ofUser: admin.id))
            try FileStorage.save(state, filename: "b", content: [2], ofUser: admin.id)
            try FileStorage.save(state, filename: "a", content: [3], ofUser: admin.id)
            let all = try FileStorage.all(state.db, ofUser: admin.id)
            #expect(all.map(\.filename) == ["a", "b"])
            #expect(all.last?.content == [2])
            #expect(try FileStorage.find(state.db, key: first.key) == nil)
        }
    }

    @Test func aFileIsItsOwnersButForWhoKnowsTheKey() throws {
        try TestRegion().region.withState { state in
            let admin = try #require(try User.find(state.db, username: "admin"))
            let other = try #require(try User.all(state.db).first { $0.id != admin.id })
            try FileStorage.save(state, filename: "f", content: [7], ofUser: admin.id)
            #expect(try FileStorage.find(state.db, filename: "f", ofUser: other.id) == nil)
            let file = try #require(try FileStorage.find(state.db, filename: "f", ofUser: admin.id))
            #expect(try FileStorage.find(state.db, key: file.key)?.content == [7])
            try file.delete(state.db)
            #expect(try FileStorage.all(state.db, ofUser: admin.id).isEmpty)
        }
    }
}
