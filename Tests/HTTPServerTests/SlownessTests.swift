import Dispatch
import Foundation
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// Clients that are slow, or greedy, or both, hold nothing for ever.
@Suite struct SlownessTests {
    private func limits(_ change: (inout HTTPServer.Limits) -> Void) -> HTTPServer.Limits {
        var limits = HTTPServer.Limits()
        change(&limits)
        return limits
    }

    /// Sends a byte now and then until the server closes, which it must do long before the bytes are at an end.
    private func drip(_ connection: RawConnection, _ text: String) throws {
        let bytes = Array(text.utf8)
        let stopped = DispatchSemaphore(value: 0)
        var sent = 0
        for byte in bytes {
            guard connection.send([byte]) else { break }
            sent += 1
            _ = stopped.wait(timeout: .now() + .milliseconds(50))
        }
        #expect(sent < bytes.count)
    }

    @Test(arguments: ["", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "])
    func headersHaveADeadline(beginning: String) throws {
        let server = try TestServer(limits: limits { $0.headerSeconds = 1 })
        let connection = try server.connect()
        connection.send(beginning)
        try drip(connection, String(repeating: "G", count: 200))
        #expect(try server.stillAnswers())
    }

    @Test func bodiesHaveADeadline() throws {
        let server = try TestServer(limits: limits { $0.slowSeconds = 1 })
        let connection = try server.connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        try drip(connection, String(repeating: "x", count: 200))
        #expect(try server.stillAnswers())
    }

    @Test func anAnswerThatNobodyReadsIsGivenUp() throws {
        let server = try TestServer(
            limits: limits {
                $0.slowSeconds = 0
                $0.leastBytesPerSecond = 100_000_000
            }
        ) { request in
            request.path == "/alive"
                ? TestServer.echo(request) : HTTPResponse(status: 200, body: [UInt8](repeating: 120, count: 50_000_000))
        }
        let connection = try server.connect()
        connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(1500))
        #expect(throws: RawConnection.Failure.self) { try connection.readAnswer() }
        #expect(try server.stillAnswers())
    }

    @Test func bodiesAndAnswersKeepToABudget() throws {
        let server = try TestServer(limits: limits { $0.bytesUnderWay = 1_000_000 }) { request in
            request.path == "/large"
                ? HTTPResponse(status: 200, body: [UInt8](repeating: 120, count: 1_000_001)) : TestServer.echo(request)
        }
        // A body that is announced holds its place until it has come.
        let first = try server.connect()
        first.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\nExpect: 100-continue\r\n\r\n")
        #expect(try first.readAnswer().status == 100)
        let surplus = try server.answer(to: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n")
        #expect(surplus.status == 503)
        #expect(surplus.headers["connection"] == "close")
        first.send([UInt8](repeating: 120, count: 900_000))
        #expect(try first.readAnswer().body == "POST / query none body 900000")
        #expect(try server.answer(to: "GET /large HTTP/1.1\r\nHost: x\r\n\r\n").status == 503)
        // What was taken is given back, though a client may read an answer's end before the server has put it away.
        for _ in 0..<5 {
            let answered = try (0..<200).contains { _ in
                let connection = try server.connect()
                connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\nConnection: close\r\n\r\n")
                connection.send([UInt8](repeating: 120, count: 900_000))
                return try connection.readToEnd().hasSuffix("body 900000")
            }
            #expect(answered)
        }
    }

    @Test func aChunkedBodyBeyondTheBudgetIsAnsweredOnceItIsOver() throws {
        let server = try TestServer(limits: limits { $0.bytesUnderWay = 100_000 })
        let connection = try server.connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 120, count: 65536) + Array("\r\n".utf8)
        for _ in 0..<4 { connection.send(chunk) }
        connection.send("0\r\n\r\n")
        #expect(try connection.readAnswer().status == 503)
    }

    @Test func aLargeBodyIsTakenInOnlyWhenItIsAdmitted() throws {
        let asked = Mutex<[String]>([])
        let server = try HTTPServer(
            listen: SocketAddress(host: "127.0.0.1", port: 0),
            admission: { request in
                asked.withLock { $0.append(request.path) }
                return request.headers["Authorization"] == nil
                    ? HTTPResponse(status: 401, contentType: "text/plain", text: "Who are you?") : nil
            }, handler: TestServer.echo)
        defer { server.stop() }
        func send(_ head: String, _ body: [UInt8]) throws -> RawConnection.Answer {
            let connection = try RawConnection(host: server.address.host, port: server.address.port)
            connection.send("POST \(head)\r\nHost: x\r\n\r\n")
            connection.send(body)
            return try connection.readAnswer()
        }
        let large = [UInt8](repeating: 120, count: 70_000)
        #expect(try send("/a HTTP/1.1\r\nContent-Length: 70000", []).body == "Who are you?")
        #expect(try send("/b HTTP/1.1\r\nTransfer-Encoding: chunked", []).body == "Who are you?")
        #expect(try send("/c HTTP/1.1\r\nContent-Length: 70000\r\nAuthorization: me", large).status == 200)
        #expect(try send("/d HTTP/1.1\r\nContent-Length: 5", Array("small".utf8)).status == 200)
        #expect(asked.withLock { $0 } == ["/a", "/b", "/c"])
    }

    private final class Count: Sendable {
        private let number = Atomic<Int>(0)
        var value: Int { number.load(ordering: .relaxed) }
        func rise() { number.add(1, ordering: .relaxed) }
    }

    @Test(.endsHangs) func stopIsNotHeldByClientsThatGoOnAskingAndAnswersThem() throws {
        // Long enough to be seen if it were waited for.
        let server = try TestServer(limits: limits { $0.drainSeconds = 100_000 })
        let address = server.address
        let (stopping, answers) = (Count(), Count())
        let threads = DispatchGroup()
        for _ in 0..<8 {
            threads.enter()
            let thread = Thread {
                defer { threads.leave() }
                guard let connection = try? RawConnection(host: address.host, port: address.port) else { return }
                // A connection that is not told that an answer is its last may be closed between two requests only.
                while connection.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n") {
                    guard let answer = try? connection.readAnswer() else {
                        #expect(stopping.value > 0)
                        return
                    }
                    answers.rise()
                    if answer.headers["connection"]?.lowercased() == "close" { return }
                }
            }
            thread.start()
        }
        while answers.value < 100 { sched_yield() }
        stopping.rise()
        server.server.stop()
        threads.wait()
    }
}

/// Requests whose end is open to interpretation are refused, and nothing is read behind them.
@Suite struct MalformedRequestTests {
    @Test(arguments: [
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabc",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length : 3\r\n\r\nabc",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\nabc",
        "GET /a HTTP/1.1\r\n\r\n", "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: x\r\nX-Name : y\r\n\r\n",
    ])
    func isRefusedAndTheConnectionClosed(request: String) throws {
        let server = try TestServer()
        let connection = try server.connect()
        connection.send(request + "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n")
        let text = try connection.readToEnd()
        #expect(text.hasPrefix("HTTP/1.1 400 "), "\(text)")
        #expect(!text.contains("hidden"))
        #expect(try server.stillAnswers())
    }

    @Test func anOldRequestNeedsNoHost() throws {
        #expect(try TestServer().answer(to: "GET /a HTTP/1.0\r\n\r\n").status == 200)
    }
}
