import Foundation
import HTTPClient
import MAASClient
import Synchronization

/// A clock for an emulator whose time stands still: what waits by it moves that time, and goes on at once.
final class EmulatorClock: WaitClock {
    private let http: HTTPClient
    private let url: String
    private let passed = Mutex(Duration.zero)

    /// - Parameter url: of the emulator's clock, among its control endpoints.
    init(_ url: String, _ http: HTTPClient) {
        self.url = url
        self.http = http
    }

    /// The time that was waited for so far.
    var now: Duration { passed.withLock { $0 } }

    /// - Throws: `CancellationError`.
    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        // The pause and a bit more: what is due after so many seconds has happened then.
        let body = JSON.object([.init("advance", .float(duration.inSeconds + 1))])
        var hasMoved = false
        do {
            let answer = try await http.send(
                .init(
                    method: "POST", url: url, headers: ["Content-Type": "application/json"],
                    body: Data(body.written.utf8)))
            hasMoved = answer.status == 200
        } catch HTTPClientError.cancelled {
            throw CancellationError()
        } catch is HTTPClientError {}
        // Who waits for a server to come back waits.
        if !hasMoved { try await Task.sleep(for: duration) }
        passed.withLock { $0 += duration }
    }

    /// Whether an emulator's time stands still, as far as it tells.
    static func isNeeded(_ target: MAASTarget) async throws -> Bool {
        do {
            let answer = try await target.send(.init(url: target.controlURL + "clock", timeout: 10))
            return answer.status == 200 && (try? JSON(parsing: answer.body))?["mode"]?.text == "manual"
        } catch is HTTPClientError {
            return false
        }
    }
}

extension MAASTarget {
    /// Where an emulator has its control endpoints.
    var controlURL: String { endpoint.origin + "/emulator/" }

    /// The same target, for what moves its clock where it would wait, unless it goes by a clock that it was given.
    func movingClock() -> MAASTarget {
        guard clock is SystemWaitClock else { return self }
        var target = self
        target.clock = EmulatorClock(controlURL + "clock", http)
        return target
    }
}
