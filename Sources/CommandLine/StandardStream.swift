import Foundation
import Synchronization

/// Somewhere that text can be written to.
public protocol TextWriter: Sendable {
    /// Writes the text whole, and adds nothing to it.
    func write(_ text: String)
}

/// Standard output or standard error of this process. What one call writes is not mixed with another's.
public final class StandardStream: TextWriter {
    /// For what was asked for.
    public static let output = StandardStream(descriptor: STDOUT_FILENO)
    /// For everything else, so that the output can be piped.
    public static let error = StandardStream(descriptor: STDERR_FILENO)

    private let descriptor: Int32
    /// The `errno` of the first write that failed; nothing is written after it.
    private let failure = Mutex<Int32?>(nil)

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// True when something could not be written, unless the reader simply went away.
    public var hasFailed: Bool { failure.withLock { $0 != nil && $0 != EPIPE } }

    /// Writes the text whole before anyone else's. A write that fails is noted and ends all further ones.
    public func write(_ text: String) {
        failure.withLock { failure in
            var rest = Array(text.utf8)[...]
            while failure == nil, !rest.isEmpty {
                let written = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
                if written >= 0 {
                    rest = rest.dropFirst(written)
                } else if errno != EINTR {
                    failure = errno
                }
            }
        }
    }
}

/// The system's `write`, where a method is called the same.
func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
