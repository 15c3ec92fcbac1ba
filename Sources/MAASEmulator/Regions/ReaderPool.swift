import Dispatch
import SQLite
import Synchronization

/// Connections that only read, each used by one thread at a time.
///
/// `@unchecked Sendable` is safe: a connection is in `idle` under the lock, or with the one thread that took it out.
final class ReaderPool: @unchecked Sendable {
    private let places: DispatchSemaphore
    private let lock = Mutex(())
    private var idle: [Connection] = []
    /// Where further connections are opened; `nil` when all of them are.
    private let path: String?

    /// Opens connections when they are wanted.
    /// - Parameter size: how many read at once; further ones wait.
    init(path: String, size: Int) {
        self.path = path
        places = DispatchSemaphore(value: size)
    }

    /// Opens every connection at once, for a file whose name is about to go.
    init(allOf path: String, size: Int) throws {
        self.path = nil
        places = DispatchSemaphore(value: size)
        for _ in 0..<size {
            let connection = try Connection(reading: path)
            try connection.openLog()
            idle.append(connection)
        }
    }

    func withConnection<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        places.wait()
        defer { places.signal() }
        let connection = try take()
        defer { lock.withLock { _ in idle.append(connection) } }
        return try body(connection)
    }

    private func take() throws -> Connection {
        if let connection = lock.withLock({ _ in idle.popLast() }) { return connection }
        guard let path else {
            throw DatabaseError(code: DatabaseError.cannotOpen, message: "every connection of the region is in use")
        }
        return try Connection(reading: path)
    }
}
