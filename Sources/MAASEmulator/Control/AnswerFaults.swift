import Formats
import HTTPServer
import MAASAPI
import Synchronization

/// The faults that are injected into one region.
final class AnswerFaults: Sendable {
    struct Entry: Sendable {
        let id: Int
        let rule: AnswerFault
        /// As it was posted.
        let source: JSONValue
        /// Requests that fitted, hit or not.
        var seen = 0
        var hits = 0

        func write(into json: inout JSONWriter) {
            json.object { json in
                json.field("id", id)
                json.field("hits", hits)
                json.field("seen", seen)
                json.field("exhausted", rule.count.map { hits >= $0 } ?? false)
                json.field("rule", source)
            }
        }
    }

    /// A rule that has hit a request, and how long it makes it wait.
    struct Hit {
        let id: Int
        let rule: AnswerFault
        let seconds: Double
    }

    private struct State {
        var entries: [Entry] = []
        var next = 1
        /// Jitter is drawn from a generator of its own, so that it repeats from run to run.
        var random: UInt64 = 0x9E37_79B9_7F4A_7C15
    }

    /// So many rules there may be: every request is held against all of them.
    static let most = 1000

    private let state = Mutex(State())
    private let table: OperationTable

    init(_ table: OperationTable) { self.table = table }

    /// The operations that a rule may name.
    private var operations: Set<String> {
        Set(
            table.resources.flatMap { resource in
                (resource.operations + (resource.anonymous ?? [])).map { "\(resource.handler).\($0.name)" }
            })
    }

    var isEmpty: Bool { state.withLock { $0.entries.isEmpty } }

    var all: [Entry] { state.withLock { $0.entries } }

    /// - Throws: what is wrong with the rule, or that there are too many already.
    func add(_ value: JSONValue) throws -> Entry {
        let rule = try AnswerFault(value, operations: operations)
        return try state.withLock { state in
            guard state.entries.count < Self.most else {
                throw ControlError(
                    status: 409,
                    message: "faults: there are \(Self.most) rules, and no more may be; "
                        + "DELETE /emulator/faults takes them away")
            }
            let entry = Entry(id: state.next, rule: rule, source: value)
            state.next += 1
            state.entries.append(entry)
            return entry
        }
    }

    /// Takes one rule away, or all of them; false when there is none of that id.
    func remove(_ id: Int?) -> Bool {
        state.withLock { state in
            let before = state.entries.count
            state.entries.removeAll { id == nil || $0.id == id }
            return id == nil || state.entries.count < before
        }
    }

    /// The first rule that hits a request; its hit is counted.
    func hit(by request: HTTPRequest, operation: String?) -> Hit? {
        guard !isEmpty else { return nil }
        let asked = AnswerFault.Asked(request, operation: operation)
        return state.withLock { state in
            for index in state.entries.indices where state.entries[index].rule.fits(asked) {
                let rule = state.entries[index].rule
                state.entries[index].seen += 1
                guard state.entries[index].seen > rule.skip, rule.count.map({ state.entries[index].hits < $0 }) ?? true
                else { continue }
                state.entries[index].hits += 1
                state.random ^= state.random << 13
                state.random ^= state.random >> 7
                state.random ^= state.random << 17
                let share = Double(state.random >> 11) / Double(1 << 53)
                let seconds = max(0, rule.delay + rule.jitter * (2 * share - 1))
                return Hit(id: state.entries[index].id, rule: rule, seconds: seconds)
            }
            return nil
        }
    }
}
