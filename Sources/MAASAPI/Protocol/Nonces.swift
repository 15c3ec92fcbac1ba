import Synchronization

/// The nonces of the last minutes, each of which signs one request.
///
/// They are kept in memory: a restart may forget them, since what was signed before it has mostly expired. A nonce is
/// known by a hash of 64 bits, so that a busy client costs eight bytes a request.
package final class Nonces: Sendable {
    private struct State {
        /// The minute of the newest of `minutes`.
        var minute = Int.min
        /// The nonces of each of the last minutes, the newest last.
        var minutes: [Set<Int>] = []
    }

    private let state = Mutex(State())
    private let minutesKept: Int

    /// - Parameter seconds: for how long a nonce is remembered.
    package init(seconds: Int = Authentication.threshold) {
        minutesKept = seconds / 60 + 1
    }

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
            let minute = now / 60
            if minute > state.minute {
                // A wall clock that jumped has nothing left to remember.
                let passed =
                    state.minutes.isEmpty ? 1 : min(minute.subtractingReportingOverflow(state.minute).0, minutesKept)
                for _ in 0..<max(1, passed) { state.minutes.append([]) }
                state.minutes.removeFirst(max(0, state.minutes.count - minutesKept))
                state.minute = minute
            }
            if state.minutes.contains(where: { $0.contains(hash) }) { return false }
            state.minutes[state.minutes.count - 1].insert(hash)
            return true
        }
    }
}
