import Foundation
import LXDService
import MAASClient
import Synchronization

/// A case decided that it cannot run here.
struct CaseSkipped: Error {
    let reason: String
}

/// A case cannot go on; what is wrong has been noted.
struct CaseStopped: Error {}

/// What a case works with: the target, names of its own, a place for what does not agree, and the list of what must
/// be undone.
public final class CaseContext: Sendable {
    struct Undo: Sendable {
        let name: String
        let action: @Sendable () async throws -> Void
    }

    private struct State {
        var failures: [String] = []
        var undo: [Undo] = []
        var exchanges: [RawExchange] = []
        var observations: [Observation] = []
    }

    /// What is tested.
    public let target: Target
    /// What was found on the target before the first case.
    public let surroundings: Surroundings
    /// What every name that the case gives must begin with.
    public let prefix: String
    let number: Int
    let runNumber: Int
    let redactor: Redactor
    private let addresses: AddressPool
    private let state = Mutex(State())

    init(
        target: Target, surroundings: Surroundings, prefix: String, number: Int, runNumber: Int, redactor: Redactor,
        addresses: AddressPool
    ) {
        self.target = target
        self.surroundings = surroundings
        self.prefix = prefix
        self.number = number
        self.runNumber = runNumber
        self.redactor = redactor
        self.addresses = addresses
    }

    var failures: [String] { state.withLock { $0.failures } }
    var exchanges: [RawExchange] { state.withLock { $0.exchanges } }
    var observations: [Observation] { state.withLock { $0.observations } }

    /// Takes the list of what must be undone, newest first.
    func takeUndo() -> [Undo] {
        state.withLock { state in
            defer { state.undo = [] }
            return state.undo.reversed()
        }
    }

    func note(_ exchange: RawExchange) { state.withLock { $0.exchanges.append(exchange) } }

    /// Notes something that does not agree; the case goes on.
    public func fail(_ message: String) { state.withLock { $0.failures.append(message) } }

    /// Notes what was seen, for the table of differences between mock and live. A MAAS must show `live`; the mock may
    /// show anything.
    public func observe(_ what: String, _ value: String, live: String) {
        state.withLock { $0.observations.append(Observation(what: what, value: value)) }
        if target.maas != nil { expectEqual(value, live, what) }
    }

    /// Notes the message when the condition does not hold; the case goes on.
    public func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
        if !condition { fail(message()) }
    }

    /// Notes both values when they differ; the case goes on.
    /// - Parameters:
    ///   - actual: what the target has.
    ///   - expected: what a MAAS has.
    ///   - what: names the value in the report: `the gateway`.
    public func expectEqual<Value: Equatable>(_ actual: Value, _ expected: Value, _ what: String) {
        if actual != expected { fail("\(what) is \(actual), expected \(expected)") }
    }

    /// - Throws: when there is no value: the case ends.
    public func require<Value>(_ value: Value?, _ message: String) throws -> Value {
        guard let value else {
            fail(message)
            throw CaseStopped()
        }
        return value
    }

    /// Ends the case with a reason not to count it.
    public func skip(_ reason: String) throws -> Never { throw CaseSkipped(reason: reason) }

    /// To be done when the case is over, however it ends; the newest first.
    public func undo(_ name: String, _ action: @escaping @Sendable () async throws -> Void) {
        state.withLock { $0.undo.append(Undo(name: name, action: action)) }
    }

    /// An address of the subnet that no other case gets.
    /// - Throws: when none is left: the case is skipped.
    public func freeAddress() throws -> String {
        guard let address = addresses.take() else {
            throw CaseSkipped(reason: "the subnet has no free address left for the suite")
        }
        return address
    }

    /// - Throws: on the mock: the case is skipped.
    public func maas() throws -> MAASTarget {
        guard let maas = target.maas else { throw CaseSkipped(reason: "the mock is no MAAS") }
        return maas
    }

    /// A client whose exchanges show in the reports.
    public func client() throws -> MAASClient { try client(nil) }

    /// The same with another key than the target's own.
    func client(_ key: APIKey?) throws -> MAASClient {
        try maas().client(key) { [weak self] exchange in self?.note(exchange) }
    }

    /// What the service stands on: the target, live or mock.
    public func backend() throws -> any VMHostBackend {
        switch target {
        case .mock: MockBackend()
        case .maas: LiveBackend(client: try client())
        }
    }

    private func note(_ exchange: APIExchange) {
        var noted = RawExchange(
            name: exchange.call.summary, method: exchange.call.method, url: exchange.url,
            requestBody: Data((exchange.call.form?.encoded ?? "").utf8))
        switch exchange.outcome {
        case .success(let response): noted.response = response
        case .failure(let error): noted.problem = "\(error)"
        }
        note(noted)
    }
}

/// Something a case saw, in words that do not depend on the run.
public struct Observation: Sendable, Equatable {
    /// What was looked at: `status after compose`.
    public let what: String
    /// What it was: `Ready`.
    public let value: String
}

/// Hands out addresses, each once.
final class AddressPool: Sendable {
    private let left: Mutex<[String]>

    init(_ addresses: [String]) { left = Mutex(addresses.reversed()) }

    func take() -> String? { left.withLock { $0.popLast() } }
}
