import Foundation

/// A path in a directory of its own, removed with everything in it at the end.
final class TemporaryFile {
    private let directory: URL
    let path: String

    init(_ name: String = "test.sqlite") throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "sqlite-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        path = directory.appending(path: name).path
    }

    deinit { try? FileManager.default.removeItem(at: directory) }
}
