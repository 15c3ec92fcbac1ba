import Foundation

/// The waiting that injected faults ask for, which ends early when the emulator does.
final class Delays: Sendable {
    private let condition = NSCondition()
    // Read and written only while `condition` is locked.
    private nonisolated(unsafe) var ended = false

    /// Blocks the calling thread for so many seconds, or until `end()`.
    func wait(seconds: TimeInterval) {
        let end = Date(timeIntervalSinceNow: seconds)
        condition.withLock {
            while !ended, condition.wait(until: end) {}
        }
    }

    /// Ends every wait, also those that begin later.
    func end() {
        condition.withLock {
            ended = true
            condition.broadcast()
        }
    }
}
