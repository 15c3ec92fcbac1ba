import Dispatch
import Foundation

/// Reads that take long have all cores but one: the last is left to requests that are answered at once, which would else
/// wait for the system to take a core from one of those.
///
/// A read is long when its statements have cost more than `steps`. Until then, and when it alone is long, it waits for
/// nobody.
final class LongReads: Sendable {
    static let ofTheProcess = LongReads(places: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))

    /// Steps of SQLite's machine.
    static let steps = 100_000

    private let places: DispatchSemaphore

    /// - Parameter places: how many of them go on at the same time; further ones wait.
    init(places: Int) { self.places = DispatchSemaphore(value: places) }

    /// One read, which may turn out to be long.
    func turn() -> Turn { Turn(places) }

    /// A read of one thread.
    final class Turn {
        private let places: DispatchSemaphore
        private var isLong = false

        fileprivate init(_ places: DispatchSemaphore) { self.places = places }

        /// Whether it may take long at once.
        func begins() -> Bool {
            if !isLong { isLong = places.wait(timeout: .now()) == .success }
            return isLong
        }

        /// Waits until it may take long.
        func wait() {
            places.wait()
            isLong = true
        }

        /// Lets the next one go on.
        func end() { if isLong { places.signal() } }
    }
}
