/// What waiting goes by: the machine's clock, or one that a test advances.
public protocol WaitClock: Sendable {
    /// Time since some fixed moment; never goes back.
    var now: Duration { get }
    /// Waits.
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws
}

/// Real time.
public struct SystemWaitClock: WaitClock {
    private let start = ContinuousClock.now

    /// A clock that starts at zero now.
    public init() {}

    /// Time since the clock was made, that in which the system slept included.
    public var now: Duration { ContinuousClock.now - start }

    /// Suspends the task; a thread is free for others meanwhile.
    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
