import Synchronization

/// Keeps exchanges in the order in which requests came, though answers end in another.
final class ExchangeLog: Sendable {
    private struct State {
        var arrived = 0
        var next = 0
        /// Ended before an earlier one did; `nil` for what is not kept.
        var waiting: [Int: RecordedExchange?] = [:]
        var count = 0
    }

    let header: Recording.Header
    /// Everything that is kept, secrets and all: for the endpoint that it is played on at once.
    let exchanges: AsyncStream<RecordedExchange>
    private let end: AsyncStream<RecordedExchange>.Continuation
    private let state = Mutex(State())
    private let redactor: Redactor
    private let write: @Sendable (String) -> Void

    init(_ header: Recording.Header, _ redactor: Redactor, _ write: @escaping @Sendable (String) -> Void) {
        (self.header, self.redactor, self.write) = (header, redactor, write)
        (exchanges, end) = AsyncStream.makeStream(of: RecordedExchange.self)
        write(header.line)
    }

    var count: Int { state.withLock { $0.count } }

    /// A request has come: its place.
    func begin() -> Int {
        state.withLock { state in
            defer { state.arrived += 1 }
            return state.arrived
        }
    }

    /// It was answered; `nil` when it is not to be kept.
    func end(_ place: Int, _ exchange: RecordedExchange?) {
        state.withLock { state in
            state.waiting[place] = .some(exchange)
            while let ready = state.waiting.removeValue(forKey: state.next) {
                state.next += 1
                guard let exchange = ready else { continue }
                state.count += 1
                write(exchange.blanked(redactor).line)
                end.yield(exchange)
            }
        }
    }

    /// Nothing more comes.
    func finish() { end.finish() }
}
