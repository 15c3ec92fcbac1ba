import Foundation

/// A file that is gone after the test.
final class TemporaryFile {
    let path = FileManager.default.temporaryDirectory.appending(path: "region-\(UUID().uuidString).sqlite").path
    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
