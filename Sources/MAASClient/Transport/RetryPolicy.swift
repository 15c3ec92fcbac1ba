/// When a call is tried again by itself, and how long is waited before that.
///
/// Two things may be repeated: an answer of 503 or 409 with `Retry-After`, by which MAAS says that it was busy and did
/// nothing; and a request that HTTP calls idempotent (GET, PUT, DELETE) whose connection broke before the answer was
/// there. Calls that must not happen twice (`APICall.mayRetry`) are never repeated.
public struct RetryPolicy: Sendable, Equatable {
    /// Tries in all; 1 repeats nothing.
    public var attempts = 5
    /// No pause is longer, whatever MAAS asks for.
    public var longestPause = Duration.seconds(60)
    /// The pauses after broken connections.
    public var backoff = Backoff(first: .milliseconds(200), factor: 2, longest: .seconds(5))
    /// A pause grows at random by up to this share of it, so that many clients do not come back at once.
    public var jitter = 0.25
    /// Whether idempotent calls are repeated after the connection broke.
    public var brokenConnections = true

    /// Five tries, pauses of a minute at most, a quarter of jitter.
    public init() {}

    /// Repeats nothing.
    public static let never: RetryPolicy = {
        var policy = RetryPolicy()
        policy.attempts = 1
        return policy
    }()

    /// The pause that MAAS asks for with `Retry-After`, with the jitter: never shorter than asked for, unless the limit is.
    func pause(retryAfter seconds: Int, random: Double) -> Duration {
        jittered(min(.seconds(max(0, seconds)), longestPause), random)
    }

    /// The pause after the connection broke for the `number`th time, from 1.
    func pause(afterBreak number: Int, random: Double) -> Duration {
        var pause = backoff.first
        for _ in 1..<max(1, number) { pause = backoff.next(after: pause) }
        return jittered(min(pause, longestPause), random)
    }

    private func jittered(_ pause: Duration, _ random: Double) -> Duration {
        min(pause * (1 + max(0, jitter) * random), longestPause)
    }
}
