import Foundation

/// A directory of a test's own, removed with everything in it at the end.
public final class TemporaryDirectory {
    private let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "maas-emulator-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    public var path: String { url.path }

    /// The path of a file in it, which need not be there.
    public func file(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file and answers its path.
    public func write(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: file(name), atomically: true, encoding: .utf8)
        return file(name)
    }
}
