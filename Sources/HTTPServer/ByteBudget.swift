import Synchronization

/// How many bytes the bodies and answers under way may take together.
final class ByteBudget: Sendable {
    private let most: Int
    private let taken = Atomic<Int>(0)

    init(_ most: Int) { self.most = most }

    /// Takes so many bytes; false, and nothing is taken, when that is more than is left.
    func take(_ count: Int) -> Bool {
        let (_, now) = taken.add(count, ordering: .relaxed)
        if now <= most { return true }
        give(count)
        return false
    }

    /// Gives back what was taken.
    func give(_ count: Int) { taken.subtract(count, ordering: .relaxed) }
}
