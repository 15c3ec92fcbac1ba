import Dispatch
import Foundation
import SQLite
import Synchronization
import Testing

@testable import MAASEmulator

@Suite(.timeLimit(.minutes(1))) struct LongReadsTests {
    private static let long = """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 50000)
        SELECT COUNT(*) FROM numbers
        """

    @Test func whatIsQuickWaitsForNobodyAndWhatTakesLongForItsTurn() throws {
        let store = try RegionStore(path: nil, readers: 2, longReads: LongReads(places: 1)) { 0 }
        let ended = Mutex<[String]>([])
        let (isLong, mayEnd, done) = (
            DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
        )
        let others = 3
        Thread {
            try? store.read { db in
                let count: Int? = try db.scalar(Self.long)
                #expect(count == 50000)
                isLong.signal()
                mayEnd.wait()
                ended.withLock { $0.append("first") }
            }
            done.signal()
        }.start()
        isLong.wait()
        for _ in 0..<others {
            Thread {
                try? store.read { db in
                    isLong.signal()
                    let count: Int? = try db.scalar(Self.long)
                    #expect(count == 50000)
                }
                ended.withLock { $0.append("other") }
                done.signal()
            }.start()
        }
        for _ in 0..<others { isLong.wait() }
        for _ in 0..<100 {
            let count: Int? = try store.read { try $0.scalar("SELECT COUNT(*) FROM nodes") }
            #expect(count == 0)
        }
        ended.withLock { $0.append("quick") }
        mayEnd.signal()
        for _ in 0...others { done.wait() }
        #expect(ended.withLock { $0 } == ["quick", "first"] + Array(repeating: "other", count: others))
    }

    @Test func aLongReadThatFailsLeavesItsPlace() throws {
        struct Stop: Error {}
        let store = try RegionStore(path: nil, longReads: LongReads(places: 1)) { 0 }
        for _ in 0..<3 {
            #expect(throws: Stop.self) {
                try store.read { db in
                    let count: Int? = try db.scalar(Self.long)
                    #expect(count == 50000)
                    throw Stop()
                }
            }
        }
        let count: Int? = try store.read { try $0.scalar(Self.long) }
        #expect(count == 50000)
    }
}
