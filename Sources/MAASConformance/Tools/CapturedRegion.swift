import Synchronization

/// A region as a fixture, and what of it no fixture may hold.
public struct CapturedRegion: Sendable {
    /// One kind of thing that was left out.
    public struct Omission: Sendable, Equatable {
        /// Such as `licence keys`.
        public let what: String
        /// How many there are.
        public let count: Int
    }

    /// What the emulator starts from.
    public let fixture: JSON
    /// Everything that was left out, by its name.
    public let leftOut: [Omission]
}

extension [CapturedRegion.Omission] {
    /// All of them in one line; empty when there are none.
    public var line: String { map { "\($0.count) \($0.what)" }.joined(separator: ", ") }
}

/// Counts what is left out while a region is read.
final class OmissionCount: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// So many more of a kind; none is not worth a word.
    func add(_ what: String, _ count: Int = 1) {
        guard count > 0 else { return }
        counts.withLock { $0[what, default: 0] += count }
    }

    var all: [CapturedRegion.Omission] {
        counts.withLock { $0 }.sorted { $0.key < $1.key }.map { .init(what: $0.key, count: $0.value) }
    }
}
