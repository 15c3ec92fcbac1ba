import Foundation
import Synchronization

/// A client's connection, as far as the server judges how long it may go on.
final class Peer: Sendable {
    /// What the connection is at.
    enum Phase: Int {
        /// Between requests, or before the first one.
        case idle
        /// The request line is there, the headers are not.
        case headers
        /// The body is coming in.
        case body
        /// The handler works.
        case working
        /// The answer goes out.
        case sending
        /// An answer without an end goes out, piece by piece.
        case streaming
        /// It was told to end.
        case ending
    }

    private let descriptor: Int32
    private let phase = Atomic<Int>(Phase.idle.rawValue)
    /// When the phase began, milliseconds.
    private let since = Atomic<Int>(MonotonicTime.now)
    /// Bytes that have come, or are to go, in this phase.
    private let bytes = Atomic<Int>(0)
    private let hasServed = Atomic<Bool>(false)

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Goes on to another phase, which concerns so many bytes.
    func enter(_ next: Phase, bytes count: Int = 0) {
        if phase.load(ordering: .relaxed) == Phase.ending.rawValue { return }
        since.store(MonotonicTime.now, ordering: .relaxed)
        bytes.store(count, ordering: .relaxed)
        if next == .idle { hasServed.store(true, ordering: .relaxed) }
        phase.store(next.rawValue, ordering: .relaxed)
    }

    /// More of the body has come.
    func received(_ count: Int) { bytes.add(count, ordering: .relaxed) }

    /// Milliseconds for which it has waited for a request; `nil` while there is one.
    func idle(at now: Int) -> Int? {
        phase.load(ordering: .relaxed) == Phase.idle.rawValue ? now - since.load(ordering: .relaxed) : nil
    }

    /// Whether its time is over: too long without a request, or slower than a client may be.
    func isOverdue(at now: Int, _ limits: HTTPServer.Limits) -> Bool {
        let passed = now - since.load(ordering: .relaxed)
        let bySize =
            1000 * limits.slowSeconds + bytes.load(ordering: .relaxed) / max(1, limits.leastBytesPerSecond) * 1000
        return switch Phase(rawValue: phase.load(ordering: .relaxed)) {
        case .idle:
            passed
                > 1000
                * (hasServed.load(ordering: .relaxed)
                    ? limits.idleSeconds : min(limits.idleSeconds, limits.headerSeconds))
        case .headers: passed > 1000 * limits.headerSeconds
        case .body, .sending: passed > bySize
        default: false
        }
    }

    /// Ends the connection; its thread notices and cleans up. The table calls this under its lock, so the descriptor is
    /// still this connection's.
    func end() {
        phase.store(Phase.ending.rawValue, ordering: .relaxed)
        shutdown(descriptor, Int32(SHUT_RDWR))
    }
}
