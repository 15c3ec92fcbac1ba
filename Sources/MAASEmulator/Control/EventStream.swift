import Formats
import HTTPServer
import MAASRegion
import Synchronization

/// What happens in one region, as one client's server-sent events.
///
/// A stream holds no events, only how far it has told them: a client that does not read costs its thread and the piece
/// that is being sent, and is told how much it missed when the journal has gone on without it.
final class EventStream: Sendable {
    /// How many there may be at once.
    static let limit = 32
    /// Seconds between two signs of life.
    private static let silence = 5.0
    /// So many machines that changed at once are better asked for as a list.
    private static let mostRows = 500

    private struct State {
        var isBegun = false
        var hasEnded = false
        var request = 0
        var generation = -1
        /// What was told of each machine.
        var machines: [String: Int] = [:]
        var quiet = 0.0
        /// Seconds that the last look at the machines took.
        var effort = 0.0
    }

    private let emulator: Emulator
    private let tenant: Tenant
    private let interval: Double
    private let state = Mutex(State())

    /// - Parameter interval: seconds between two looks.
    /// - Returns: `nil` when there are too many already.
    init?(_ emulator: Emulator, _ tenant: Tenant, interval: Double = 0.2) {
        self.interval = interval
        self.emulator = emulator
        self.tenant = tenant
        if emulator.streams.add(1, ordering: .relaxed).newValue > Self.limit { return nil }
    }

    deinit { emulator.streams.subtract(1, ordering: .relaxed) }

    /// The next events; none when nothing has happened for a moment, `nil` at the end.
    func next() -> [UInt8]? {
        state.withLock { state in
            guard !state.hasEnded else { return nil }
            var events = Events()
            if state.isBegun {
                // In a large region no more than a fifth of the time is spent looking.
                let pause = max(interval, min(2, 4 * state.effort))
                guard emulator.delays.wait(seconds: pause), isThere else { return nil }
            } else {
                state.request = tenant.journal.latest
            }
            do {
                try tellMachines(&state, &events)
                tellRequests(&state, &events)
            } catch {
                state.hasEnded = true
                events.send("problem") { $0.object { $0.field("error", "\(error)") } }
            }
            state.quiet = events.bytes.isEmpty ? state.quiet + interval : 0
            if state.quiet >= Self.silence {
                state.quiet = 0
                events.sendSignOfLife()
            }
            state.isBegun = true
            return events.bytes
        }
    }

    /// A sandbox may have been removed.
    private var isThere: Bool { tenant.id.map { emulator.sandboxes.find($0) === tenant } ?? true }

    private func tellRequests(_ state: inout State, _ events: inout Events) {
        let (entries, missed) = tenant.journal.entries(after: state.request, limit: 200)
        if missed > 0 { events.send("missed") { $0.object { $0.field("requests", missed) } } }
        for entry in entries {
            events.send("request") { entry.write(into: &$0, isWhole: false) }
            state.request = entry.id
        }
    }

    private func tellMachines(_ state: inout State, _ events: inout Events) throws {
        try tenant.region.catchUp()
        let generation = tenant.region.generation
        guard generation != state.generation else { return }
        let begun = ContinuousClock.now
        defer { state.effort = (ContinuousClock.now - begun) / .seconds(1) }
        let (rows, clock) = try tenant.region.read { region in
            (try MachineRow.all(region.db), try ClockReport(region))
        }
        let now = Dictionary(uniqueKeysWithValues: rows.map { ($0.systemID, $0.hashValue) })
        if !state.isBegun {
            events.send("ready") { $0.object { $0.field("machines", rows.count) } }
        } else {
            let changed = rows.filter { state.machines[$0.systemID] != now[$0.systemID] }
            if changed.count > Self.mostRows {
                events.send("reload") { $0.object { $0.field("machines", rows.count) } }
            } else {
                for row in changed { events.send("machine") { row.write(into: &$0) } }
                for id in state.machines.keys.sorted() where now[id] == nil {
                    events.send("gone") { $0.object { $0.field("system_id", id) } }
                }
            }
        }
        events.send("clock") { clock.write(into: &$0, isWhole: false) }
        state.machines = now
        state.generation = generation
    }
}

extension EventStream {
    /// Server-sent events, as they are written.
    private struct Events {
        private(set) var bytes: [UInt8] = []

        mutating func send(_ name: String, _ data: (inout JSONWriter) -> Void) {
            var json = JSONWriter(.compact)
            data(&json)
            bytes += Array("event: \(name)\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
        }

        /// A comment; writing it shows whether somebody is still there.
        mutating func sendSignOfLife() { bytes += Array(": still here\n\n".utf8) }
    }
}
