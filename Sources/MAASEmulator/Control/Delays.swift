import Foundation

/// The waiting that injected faults ask for, which ends early when the emulator does.
final class Delays: Sendable {
    private let condition = NSCondition()
    // Read and written only while `condition` is locked.
    private nonisolated(unsafe) var ended = false

    /// Blocks the calling thread for so many seconds, or until `end()`.
    /// - Returns: false when it has ended.
    @discardableResult
    func wait(seconds: TimeInterval) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        return condition.withLock {
            while !ended, condition.wait(until: end) {}
            return !ended
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
