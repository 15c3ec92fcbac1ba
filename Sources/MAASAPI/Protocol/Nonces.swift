import Synchronization

/// The nonces of the last minutes, each of which signs one request.
///
/// They are kept in memory: a restart may forget them, since what was signed before it has mostly expired. A nonce is
/// known by a hash of 64 bits, so that a busy client costs eight bytes a request.
package final class Nonces: Sendable {
    private struct State {
        /// The minute of the newest of `minutes`.
        var minute = Int.min
        /// The nonces of each of the last minutes with the second they were seen in, the newest last.
        var minutes: [[Int: Int]] = []
    }

    private let state = Mutex(State())
    private let seconds: Int

    /// - Parameter seconds: for how long a nonce is remembered.
    package init(seconds: Int = Authentication.threshold) { self.seconds = seconds }

    /// Notes that a nonce has been used.
    /// - Parameter now: seconds since 1970 by the wall clock.
    /// - Returns: False when it had been used before.
    package func use(_ nonce: String, consumer: String, token: String, now: Int) -> Bool {
        var hasher = Hasher()
        hasher.combine(consumer)
        hasher.combine(token)
        hasher.combine(nonce)
        let hash = hasher.finalize()
        return state.withLock { state in
            begin(minute: now / 60, &state)
            if state.minutes.contains(where: { minute in minute[hash].map { $0 >= now - seconds } ?? false }) {
                return false
            }
            state.minutes[state.minutes.count - 1][hash] = now
            return true
        }
    }

    /// Forgets whole minutes that are over for good. A wall clock that goes back stays in the minute it was in.
    private func begin(minute: Int, _ state: inout State) {
        guard minute > state.minute else { return }
        let kept = seconds / 60 + 2
        // The first minute of all counts as one that follows another.
        let passed = state.minutes.isEmpty ? 1 : min(minute - state.minute, kept)
        for _ in 0..<passed { state.minutes.append([:]) }
        state.minutes.removeFirst(max(0, state.minutes.count - kept))
        state.minute = minute
    }
}
