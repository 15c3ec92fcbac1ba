import Foundation

/// A file that is gone after the test.
package final class TemporaryFile {
    package let path = FileManager.default.temporaryDirectory.appending(path: "region-\(UUID().uuidString).sqlite").path
    package init() {}

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
