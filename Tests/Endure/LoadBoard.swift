import HTTPClient
import Synchronization

/// What all clients of a load know together.
final class LoadBoard: Sendable {
    struct Figures: Sendable {
        var answers = 0
        var refused = 0
        /// Begun before the stop and not answered then.
        var underWay = 0
        var lost = 0
    }

    private struct State {
        var figures = Figures()
        var findings: [String] = []
        var lost: [String] = []
        var held: Set<String> = []
        var raceWinners: Set<String> = []
        var nextRace = 0
        var stopped: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    var figures: Figures { state.withLock { $0.figures } }
    var findings: [String] { state.withLock { Array($0.findings.prefix(20)) } }
    var isStopped: Bool { state.withLock { $0.stopped != nil } }

    /// What the stop has cut off.
    var lost: [String] { state.withLock { Array($0.lost.prefix(5)) } }

    func find(_ text: String) { state.withLock { $0.findings.append(text) } }

    func stops() { state.withLock { $0.stopped = .now } }

    /// Takes something that one client at a time may have.
    func take(_ thing: String) {
        state.withLock { state in
            if !state.held.insert(thing).inserted { state.findings.append("\(thing) was given to two at once") }
        }
    }

    func giveBack(_ thing: String) { state.withLock { _ = $0.held.remove(thing) } }

    /// A name that several clients try to have.
    func race() -> String {
        state.withLock { state in
            state.nextRace += 1
            return "race\(state.nextRace / 4)"
        }
    }

    func won(_ name: String) {
        state.withLock { state in
            if !state.raceWinners.insert(name).inserted { state.findings.append("two made \(name)") }
        }
    }

    /// Notes how a request ended.
    /// - Returns: false when the client is to end.
    func ended(_ what: String, begun: ContinuousClock.Instant, _ answer: HTTPClient.Response?, _ error: (any Error)?)
        -> Bool
    {
        state.withLock { state in
            if let answer {
                state.figures.answers += 1
                if answer.status >= 400 { state.figures.refused += 1 }
                // A host that has no room says so with 503.
                if answer.status >= 500, answer.status != 503 {
                    state.findings.append("\(what): \(answer.status) \(answer.text.prefix(300))")
                }
            }
            guard let stopped = state.stopped else {
                if let error { state.findings.append("\(what): \(error)") }
                return error == nil
            }
            // What was sent at the moment of the stop may not have arrived, and what found nobody to connect to has not.
            var isUnsent = false
            if case HTTPClientError.cannotConnect? = error { isUnsent = true }
            if begun < stopped - .milliseconds(50), !isUnsent {
                state.figures.underWay += 1
                if let error {
                    state.figures.lost += 1
                    state.lost.append("\(what) was under way at the stop and got no answer: \(error)")
                }
            }
            return false
        }
    }
}
