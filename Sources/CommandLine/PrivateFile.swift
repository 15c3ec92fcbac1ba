import Foundation

/// Files with secrets in them, which only their owner can read.
public enum PrivateFile {
    /// Why a file cannot be written.
    public struct Failure: Error, CustomStringConvertible {
        /// What the system says.
        public let description: String
    }

    /// Writes a file at once and whole, in place of one that is there.
    /// - Throws: `Failure` when the folder is not there or cannot be written.
    public static func write(_ text: String, to path: String) throws {
        var name = Array("\(path).XXXXXX".utf8CString)
        // The file that mkstemp makes is its owner's alone from the first moment.
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Failure(description: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0) }
            if count <= 0 { break }
            bytes = bytes.dropFirst(count)
        }
        guard bytes.isEmpty, fsync(descriptor) == 0, rename(name, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(name)
            throw Failure(description: reason)
        }
    }
}
