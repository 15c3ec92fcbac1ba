import Dispatch
import Foundation
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// Connections: kept, pipelined, bounded, ended.
@Suite struct ConnectionTests {
    private let get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test func aConnectionServesSeveralRequests() throws {
        let connection = try TestServer().connect()
        for number in 0..<20 {
            connection.send("GET /\(number) HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try connection.readAnswer().body == "GET /\(number) query none body 0")
        }
    }

    @Test func pipelinedRequestsAreAnsweredInOrder() throws {
        let connection = try TestServer().connect()
        let requests = (0..<50).map {
            "POST /\($0) HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
        }
        connection.send(requests.joined())
        for number in 0..<50 {
            #expect(try connection.readAnswer().body == "POST /\(number) query none body 3")
        }
    }

    @Test func aRequestMayArriveInPieces() throws {
        let connection = try TestServer().connect()
        for byte in Array("POST /a?b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok".utf8) {
            connection.send([byte])
        }
        #expect(try connection.readAnswer().body == "POST /a query 'b' body 2")
    }

    @Test func anOldClientIsAnsweredAndItsConnectionClosed() throws {
        let connection = try TestServer().connect()
        connection.send("GET /a HTTP/1.0\r\n\r\n")
        #expect(try connection.readToEnd().hasSuffix("GET /a query none body 0"))
    }

    @Test func aHalfClosedConnectionStillGetsItsAnswer() throws {
        let connection = try TestServer().connect()
        connection.send(get)
        connection.finishSending()
        #expect(try connection.readAnswer().body == "GET /a query none body 0")
    }

    @Test func anIdleConnectionMakesRoomForANewOne() throws {
        var limits = HTTPServer.Limits()
        limits.connections = 3
        let server = try TestServer(limits: limits)
        let first = try (0..<3).map { _ in
            let connection = try server.connect()
            connection.send(get)
            _ = try connection.readAnswer()
            return connection
        }
        for _ in 0..<2 { #expect(try server.answer(to: get).status == 200) }
        // Which of them has been idle for longest is the kernel's to say when all are served at once.
        let kept = first.filter { connection in
            connection.send(get)
            return (try? connection.readAnswer().status) == 200
        }
        #expect((1...2).contains(kept.count))
    }

    @Test func aConnectionBeyondTheLimitOfBusyOnesIsToldSo() throws {
        var limits = HTTPServer.Limits()
        limits.connections = 2
        let started = DispatchSemaphore(value: 0)
        let goOn = DispatchSemaphore(value: 0)
        let server = try TestServer(limits: limits) { request in
            started.signal()
            goOn.wait()
            return TestServer.echo(request)
        }
        let busy = try (0..<2).map { _ in try server.connect() }
        for connection in busy {
            connection.send(get)
            started.wait()
        }
        let answer = try server.answer(to: get)
        #expect(answer.status == 503)
        #expect(answer.headers["connection"] == "close")
        #expect(answer.headers["retry-after"] == "1")
        for _ in busy { goOn.signal() }
        for connection in busy { #expect(try connection.readAnswer().status == 200) }
    }

    @Test func aPlaceGivenBackIsTakenAgain() throws {
        var limits = HTTPServer.Limits()
        limits.connections = 2
        let server = try TestServer(limits: limits)
        for _ in 0..<20 {
            // The server counts a connection until it has noticed its end, so the next one may still be refused.
            var refused = 0
            while refused < 10_000 {
                let connection = try server.connect()
                connection.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                let answer = try connection.readToEnd()
                if answer.hasSuffix("GET /a query none body 0") { break }
                #expect(answer.isEmpty)
                refused += 1
            }
            #expect(refused < 10_000)
        }
    }

    @Test func anIdleClientIsClosed() throws {
        var limits = HTTPServer.Limits()
        limits.idleSeconds = 1
        let server = try TestServer(limits: limits)
        let silent = try server.connect()
        let halfway = try server.connect()
        halfway.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        let used = try server.connect()
        used.send(get)
        _ = try used.readAnswer()
        #expect(try silent.readToEnd() == "")
        _ = try halfway.readToEnd()
        #expect(try used.readToEnd() == "")
        #expect(try server.stillAnswers())
    }

    @Test func requestsAtOnceAreServedAtOnce() async throws {
        // Every handler waits until all of them are there: with fewer threads none would come back.
        let arrived = Mutex(0)
        let server = try TestServer { request in
            arrived.withLock { $0 += 1 }
            while arrived.withLock({ $0 }) < 30 { sched_yield() }
            return TestServer.echo(request)
        }
        let connections = try (0..<30).map { _ in try server.connect() }
        for connection in connections { connection.send(get) }
        for connection in connections { #expect(try connection.readAnswer().status == 200) }
    }
}

@Suite struct DeliveryTests {
    private func server(_ delivery: HTTPResponse.Delivery) throws -> TestServer {
        try TestServer { request in
            request.path == "/alive"
                ? TestServer.echo(request)
                : HTTPResponse(status: 200, body: Array("0123456789".utf8), delivery: delivery)
        }
    }

    private func received(_ delivery: HTTPResponse.Delivery) throws -> String {
        let server = try server(delivery)
        let connection = try server.connect()
        connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        let text = try connection.readToEnd()
        #expect(try server.stillAnswers())
        return text
    }

    @Test func aDroppedAnswerIsNothingAtAll() throws {
        #expect(try received(.dropped) == "")
    }

    @Test(arguments: [(0, ""), (4, "0123"), (9, "012345678"), (-5, "")])
    func aTruncatedAnswerStopsAfterTheBytesAskedFor(length: Int, body: String) throws {
        let text = try received(.truncated(after: length))
        #expect(text.contains("Content-Length: 10\r\n"))
        #expect(text.hasSuffix("\r\n\r\n\(body)"))
    }

    @Test func truncatingBehindTheEndSendsAll() throws {
        let server = try server(.truncated(after: 99))
        #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: x\r\n\r\n").body == "0123456789")
    }
}
