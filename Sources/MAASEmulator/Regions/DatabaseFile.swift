import Foundation

/// The file of a region's database: its owner's alone, and used by one process at a time.
public final class DatabaseFile: Sendable {
    /// Another process, or another region of this one, works on the file.
    public struct Busy: Error, CustomStringConvertible {
        let path: String

        /// What is in the way, naming the file.
        public var description: String { "the database \(path) is in use by another process" }
    }

    private let descriptor: Int32

    /// Makes the file where it is missing, and holds it until this object goes. SQLite makes the files beside it as
    /// readable as the file itself.
    /// - Throws: `Busy`. What else is wrong with the file is left to SQLite, which says it better.
    init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        // `deinit` closes it, also after a throw from here.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { throw Busy(path: path) }
        fchmod(descriptor, 0o600)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
