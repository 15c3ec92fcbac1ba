import Foundation
import SQLite

/// A database file that only its owner reads and that goes with the process, however that ends: once every connection
/// is open its names can go, and the connections keep what has no name.
struct TemporaryDatabase {
    let path: String

    /// - Parameter image: the bytes of a database file.
    init(_ image: UnsafeRawBufferPointer) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "maas-emulator-\(UUID().uuidString).sqlite").path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            if let start = image.baseAddress.map(UnsafeMutableRawPointer.init(mutating:)) {
                try file.write(contentsOf: Data(bytesNoCopy: start, count: image.count, deallocator: .none))
            }
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Takes the names away, also those of the files that SQLite keeps beside it.
    func forgetNames() { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) } }

    private static func failure(_ path: String) -> DatabaseError {
        DatabaseError(code: DatabaseError.cannotOpen, message: "\(path): \(String(cString: strerror(errno)))")
    }
}
