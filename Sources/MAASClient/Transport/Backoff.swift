/// How long to pause between looks at something that takes a while.
public struct Backoff: Sendable, Equatable {
    /// The first pause.
    public var first: Duration
    /// Each pause is this many times the one before.
    public var factor: Double
    /// No pause is longer.
    public var longest: Duration

    /// What real clients do: every few seconds.
    public init(first: Duration = .seconds(1), factor: Double = 1.5, longest: Duration = .seconds(10)) {
        self.first = first
        self.factor = max(1, factor)
        self.longest = longest
    }

    /// The pause that follows this one.
    public func next(after pause: Duration) -> Duration { min(pause * factor, longest) }
}
