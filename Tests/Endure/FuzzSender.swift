import Foundation
import Synchronization
import TestSupport

/// Sends requests over a connection of its own and judges what comes back.
struct FuzzSender {
    let port: Int
    let tally: FuzzTally
    let shows: Bool
    private var connection: RawConnection?

    init(port: Int, tally: FuzzTally, shows: Bool) { (self.port, self.tally, self.shows) = (port, tally, shows) }

    mutating func send(_ request: FuzzRequest) {
        let begun = ContinuousClock.now
        // A connection that the server has closed in the meantime is no fault of the request's.
        for _ in 0..<2 {
            do {
                let isFresh = self.connection == nil
                let connection = try self.connection ?? RawConnection(host: "127.0.0.1", port: port)
                self.connection = nil
                let wasSent = connection.send(request.bytes)
                if !request.isFramed {
                    connection.finishSending()
                    _ = try connection.readToEnd()
                    return tally.note(nil, request.number, since: begun)
                }
                do {
                    let answer = try connection.readAnswer(toHead: request.bytes.starts(with: Array("HEAD".utf8)))
                    tally.note(answer.status, request.number, since: begun)
                    if shows { show(request, answer, .now - begun) }
                    if let complaint = Self.complaint(answer) { find(request, complaint) }
                    if wasSent, answer.headers["connection"]?.lowercased() != "close" { self.connection = connection }
                    return
                } catch RawConnection.Failure.closed where !isFresh { continue }
            } catch {
                return find(request, "\(error)")
            }
        }
        find(request, "closed without an answer")
    }

    /// What no answer says: how the emulator is made inside.
    private static func complaint(_ answer: RawConnection.Answer) -> String? {
        guard answer.status >= 500 else { return nil }
        let ours = [
            "SQLite", "constraint failed", "no such column", "datatype mismatch", "DatabaseError", "Swift.", "Error(",
        ]
        return ours.contains(where: answer.body.contains) ? "\(answer.status) \(answer.body.prefix(500))" : nil
    }

    private func show(_ request: FuzzRequest, _ answer: RawConnection.Answer, _ passed: Duration) {
        let sent = String(decoding: request.bytes.prefix(1500), as: UTF8.self)
        say(
            "--- \(request.number), \(Int(passed / .milliseconds(1))) ms\n\(sent)\n=> \(answer.status) \(answer.body.prefix(300))"
        )
    }

    private func find(_ request: FuzzRequest, _ text: String) {
        tally.find("request \(request.number): \(text)\n" + String(decoding: request.bytes.prefix(3000), as: UTF8.self))
    }
}

/// What all senders have seen.
final class FuzzTally: Sendable {
    private struct State {
        var statuses: [Int: Int] = [:]
        var closed = 0
        var slowest = Duration.zero
        var slowestNumber = 0
        var findings: [String] = []
    }

    private let state = Mutex(State())

    var findings: [String] { state.withLock { $0.findings } }

    func find(_ text: String) { state.withLock { $0.findings.append(text) } }

    func note(_ status: Int?, _ number: Int, since begun: ContinuousClock.Instant) {
        let passed = ContinuousClock.now - begun
        state.withLock { state in
            if let status { state.statuses[status / 100, default: 0] += 1 } else { state.closed += 1 }
            if passed > state.slowest { (state.slowest, state.slowestNumber) = (passed, number) }
        }
    }

    var summary: String {
        state.withLock { state in
            state.statuses.sorted { $0.key < $1.key }.map { "\($0.key)xx \($0.value)" }.joined(separator: ", ")
                + ", no requests \(state.closed), slowest \(Int(state.slowest / .milliseconds(1))) ms (request \(state.slowestNumber))"
        }
    }
}
