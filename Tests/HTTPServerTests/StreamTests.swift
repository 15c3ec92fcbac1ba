import Foundation
import HTTPClient
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// Answers that are made while they are sent.
@Suite struct StreamTests {
    private static let get = "GET /events HTTP/1.1\r\nHost: x\r\n\r\n"

    /// Answers with the pieces that `next` makes.
    private static func handler(_ next: @escaping @Sendable () -> [UInt8]?) -> HTTPServer.Handler {
        { _ in
            var response = HTTPResponse(status: 200, headers: ["Content-Type": "text/event-stream"])
            response.stream = next
            return response
        }
    }

    @Test func itIsWhatTheHandlerMakesPieceByPiece() async throws {
        let calls = Atomic<Int>(0)
        let server = try TestServer(
            handler: Self.handler {
                let call = calls.add(1, ordering: .relaxed).newValue
                // Nothing for once, then more than goes out at once, then the end.
                return call == 1 ? [] : call == 2 ? Array(repeating: 97, count: 100_000) : call == 3 ? [98] : nil
            })
        let answer = try await HTTPClient().send(.init(url: "http://\(server.address)/events"))
        #expect(answer.status == 200)
        #expect(answer.body == Data(repeating: 97, count: 100_000) + Data("b".utf8))
        #expect(calls.load(ordering: .relaxed) == 4)
    }

    @Test(.endsHangs) func aServerThatStopsEndsIt() throws {
        let hasBegun = DispatchSemaphore(value: 0)
        // Long enough to be seen if the stream were waited for.
        var limits = HTTPServer.Limits()
        limits.drainSeconds = 100_000
        let server = try TestServer(
            limits: limits,
            handler: Self.handler {
                hasBegun.signal()
                return Array("more".utf8)
            })
        let address = server.address
        let hasEnded = DispatchSemaphore(value: 0)
        Thread {
            defer { hasEnded.signal() }
            guard let connection = try? RawConnection(host: address.host, port: address.port) else { return }
            connection.send(Self.get)
            _ = try? connection.readToEnd()
        }.start()
        hasBegun.wait()
        server.server.stop()
        hasEnded.wait()
    }

    @Test func aClientThatDoesNotReadIsAskedForNoMore() throws {
        let calls = Atomic<Int>(0)
        let isStuck = DispatchSemaphore(value: 0)
        var limits = HTTPServer.Limits()
        limits.drainSeconds = 0
        let server = try TestServer(
            limits: limits,
            handler: Self.handler {
                // What the sockets between hold is some megabytes.
                if calls.add(1, ordering: .relaxed).newValue == 3 { isStuck.signal() }
                return Array(repeating: 97, count: 16_000_000)
            })
        let connection = try server.connect()
        connection.send(Self.get)
        _ = isStuck.wait(timeout: .now() + 1)
        #expect(calls.load(ordering: .relaxed) < 3)
        #expect(try TestServer().stillAnswers())
        withExtendedLifetime(connection) {}
    }
}
