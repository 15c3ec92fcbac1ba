import Foundation
import Synchronization

/// The signals by which a person or a supervisor asks a program to end: SIGINT, SIGTERM and SIGHUP.
///
/// From `catch()` on they no longer kill the process but are handed out, one at a time, by `wait()` or `next()`.
public enum InterruptSignals {
    /// The writing end of the pipe that the handler reports to; -1 until signals are caught.
    private static let reportingEnd = Atomic<Int32>(-1)
    private static let readingEnd = Mutex<Int32>(-1)

    /// Writing to a closed pipe or socket gives an error from then on instead of ending the process.
    public static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    /// Starts to catch SIGINT, SIGTERM and SIGHUP. Calling it again changes nothing.
    /// - Throws: `CommandFailure` when the process has no file descriptors left.
    public static func `catch`() throws {
        try readingEnd.withLock { reading in
            if reading < 0 {
                var ends: [Int32] = [-1, -1]
                guard pipe(&ends) == 0, ends.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }) else {
                    throw CommandFailure(.cannotWork, "signals cannot be caught: \(String(cString: strerror(errno)))")
                }
                reading = ends[0]
                reportingEnd.store(ends[1], ordering: .sequentiallyConsistent)
            }
            setHandler(report)
        }
    }

    /// Lets SIGINT, SIGTERM and SIGHUP end the process again, so that a second Ctrl-C cuts short what the first one started.
    public static func release() { setHandler(SIG_DFL) }

    /// Blocks the calling thread until the next SIGINT, SIGTERM or SIGHUP and answers its number.
    /// - Throws: `CommandFailure` as `catch()` does, which it calls first.
    @discardableResult
    public static func wait() throws -> Int32 {
        try `catch`()
        let descriptor = readingEnd.withLock { $0 }
        var number: UInt8 = 0
        while read(descriptor, &number, 1) != 1 {}
        return Int32(number)
    }

    /// Suspends until the next SIGINT, SIGTERM or SIGHUP and answers its number. The wait has a thread of its own.
    /// - Throws: `CommandFailure` as `catch()` does, which it calls first.
    @discardableResult
    public static func next() async throws -> Int32 {
        try `catch`()
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try wait() }) }
        }
    }

    /// The handler: `write` is among the few functions that are safe in one.
    private static let report: @convention(c) (Int32) -> Void = { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(reportingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = saved
    }

    private static func setHandler(_ handler: (@convention(c) (Int32) -> Void)?) {
        signal(SIGINT, handler)
        signal(SIGTERM, handler)
        // Under nohup the end of the terminal is nothing to stop for.
        let before = signal(SIGHUP, handler)
        if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(SIGHUP, SIG_IGN) }
    }
}
