/// Events as they happen, oldest first, each once. MAAS is asked again and again; cancelling the task ends it.
///
///     for try await event in client.events.stream(EventFilter(id: [systemID])) { print(event.type) }
public struct EventStream: AsyncSequence, Sendable {
    /// One event after the other.
    public typealias Element = Event

    let events: Events
    let filter: EventFilter
    let interval: Duration

    /// Begins to look.
    public func makeAsyncIterator() -> Iterator { Iterator(stream: self, last: filter.after, waiting: []) }

    /// Looks for events when it has none left to give.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: EventStream
        /// The id of the newest event that MAAS was asked about.
        var last: Int?
        var waiting: [Event]

        /// The next event; it waits until there is one.
        /// - Throws: `MAASError`, or `CancellationError`.
        public mutating func next() async throws -> Event? {
            let events = stream.events
            if last == nil { last = try await newest() }
            while waiting.isEmpty {
                var filter = stream.filter
                filter.after = last
                filter.before = nil
                // MAAS gives the newest first, and of those after an id the ones that follow it.
                waiting = try await events.query(filter).events.sorted { $0.id < $1.id }
                if waiting.isEmpty {
                    try await events.connection.clock.sleep(for: stream.interval)
                }
            }
            let event = waiting.removeFirst()
            last = event.id
            return event
        }

        /// The id of the newest event that is there already; 0 without any.
        private func newest() async throws -> Int {
            var filter = stream.filter
            filter.limit = 1
            return try await stream.events.query(filter).events.map(\.id).max() ?? 0
        }
    }
}

extension Events {
    /// Events from now on, or after the id in `filter.after`.
    /// - Parameters:
    ///   - filter: which ones.
    ///   - interval: the pause between looks that find nothing, by the client's clock.
    public func stream(_ filter: EventFilter = EventFilter(), every interval: Duration = .seconds(2)) -> EventStream {
        EventStream(events: self, filter: filter, interval: interval)
    }
}
