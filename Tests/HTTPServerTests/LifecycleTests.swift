import Foundation
import HTTPClient
import HTTPServer
import TestSupport
import Testing

/// Starting and stopping.
@Suite struct LifecycleTests {
    private let get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test func portZeroTakesAFreeOne() throws {
        let first = try TestServer()
        let second = try TestServer()
        #expect(first.address.port > 0)
        #expect(first.address.port != second.address.port)
    }

    @Test func aTakenAddressIsAnErrorThatNamesIt() throws {
        let first = try TestServer()
        let error = try #require(throws: HTTPServerError.self) {
            try HTTPServer(listen: first.address, handler: TestServer.echo)
        }
        #expect(error.description == "\(first.address) is already in use")
        #expect((error as any Error).localizedDescription == error.description)
        #expect(try first.stillAnswers())
    }

    @Test(arguments: ["nowhere.invalid", "256.1.1.1", "1.2.3"])
    func anAddressThatIsNoneIsAnError(host: String) {
        #expect(throws: HTTPServerError.self) {
            try HTTPServer(
                listen: SocketAddress(host: host == "1.2.3" ? "203.0.113.1" : host, port: 0), handler: TestServer.echo)
        }
    }

    @Test func anAddressIsFreeAgainAfterStop() throws {
        let first = try TestServer()
        let address = first.address
        #expect(try first.stillAnswers())
        first.server.stop()
        let second = try HTTPServer(listen: address, handler: TestServer.echo)
        defer { second.stop() }
        #expect(second.address == address)
    }

    @Test func stoppingTwiceIsNoMistake() throws {
        let server = try TestServer()
        server.server.stop()
        server.server.stop()
        #expect(throws: RawConnection.Failure.self) { try server.connect() }
    }

    @Test func stoppingClosesIdleConnections() throws {
        let server = try TestServer()
        let connection = try server.connect()
        connection.send(get)
        _ = try connection.readAnswer()
        server.server.stop()
        #expect(try connection.readToEnd() == "")
    }

    @Test func anAnswerUnderWayIsFinishedByStop() throws {
        let started = DispatchSemaphore(value: 0)
        let goOn = DispatchSemaphore(value: 0)
        let server = try TestServer { _ in
            started.signal()
            goOn.wait()
            return HTTPResponse(status: 200, body: [UInt8](repeating: 120, count: 3_000_000))
        }
        let connection = try server.connect()
        connection.send(get)
        wait(for: started)
        let stopped = DispatchSemaphore(value: 0)
        let http = server.server
        // A thread of its own: a task would wait for this one, which holds one of the few that tasks have.
        Thread {
            http.stop()
            stopped.signal()
        }.start()
        // From the moment that stop() refuses connections, the handler goes on.
        while (try? server.connect()) != nil { sched_yield() }
        goOn.signal()
        #expect(try connection.readAnswer().body.utf8.count == 3_000_000)
        stopped.wait()
    }

    @Test func aClientThatDoesNotReadCannotHoldStopForever() throws {
        var limits = HTTPServer.Limits()
        limits.drainSeconds = 0
        let answered = DispatchSemaphore(value: 0)
        let server = try TestServer(limits: limits) { _ in
            answered.signal()
            return HTTPResponse(status: 200, body: [UInt8](repeating: 120, count: 50_000_000))
        }
        let connection = try server.connect()
        connection.send(get)
        wait(for: answered)
        server.server.stop()
        #expect(throws: RawConnection.Failure.self) { try connection.readAnswer() }
    }

    /// In a process of its own: other tests open and close descriptors meanwhile, by the hundred.
    @Test func startingAndStoppingLeavesNoDescriptorBehind() async throws {
        await #expect(processExitsWith: .success) {
            func lowestFree() -> Int32 {
                let probe = open("/dev/null", O_RDONLY)
                defer { close(probe) }
                return probe
            }
            let before = lowestFree()
            for _ in 0..<300 {
                let server = try TestServer()
                let connection = try server.connect()
                connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                _ = try connection.readAnswer()
                server.server.stop()
            }
            #expect(lowestFree() < before + 20)
        }
    }

    @Test func ipv6Loopback() throws {
        let server: TestServer
        do {
            server = try TestServer(host: "::1")
        } catch {
            // A machine without IPv6 says so here, and there is nothing to test.
            return
        }
        #expect(server.address.description == "[::1]:\(server.address.port)")
        #expect(server.address.isLoopback)
        #expect(try server.stillAnswers())
    }

    @Test func tlsServesAClientThatTrustsTheCertificate() async throws {
        let authority = try SelfSignedCertificate()
        let server = try TestServer(tls: HTTPServer.TLS(certificate: authority.certificate, key: authority.key))
        var configuration = HTTPClient.Configuration()
        configuration.caFile = authority.certificateFile
        let url = "https://127.0.0.1:\(server.address.port)/a?b"
        let answer = try await HTTPClient(configuration: configuration).send(.init(url: url))
        #expect(answer.text == "GET /a query 'b' body 0")
        await #expect(throws: HTTPClientError.self) { try await HTTPClient().send(.init(url: url)) }
        // Plain HTTP and garbage on the TLS port do no harm.
        for text in [get, "\0\0\0\0garbage"] {
            let connection = try server.connect()
            connection.send(text)
            connection.finishSending()
            _ = try connection.readToEnd()
        }
        #expect(try await HTTPClient(configuration: configuration).send(.init(url: url)).status == 200)
    }

    @Test func aCertificateThatIsNoneIsAnError() throws {
        let authority = try SelfSignedCertificate()
        for tls in [
            HTTPServer.TLS(certificate: "nonsense", key: authority.key),
            HTTPServer.TLS(certificate: authority.certificate, key: "nonsense"),
            HTTPServer.TLS(certificate: "", key: ""),
            HTTPServer.TLS(certificate: authority.certificate, key: try SelfSignedCertificate().key),
        ] {
            #expect(throws: HTTPServerError.self) { try TestServer(tls: tls) }
        }
    }

    /// A semaphore's own wait is not allowed in an async test, and this one is short.
    private func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }
}

@Suite struct SocketAddressTests {
    @Test(arguments: [
        ("127.0.0.1:5240", "127.0.0.1", 5240), ("0.0.0.0:0", "0.0.0.0", 0), ("[::1]:80", "::1", 80),
        ("localhost:1", "127.0.0.1", 1), ("[::]:65535", "::", 65535),
        (":5240", "127.0.0.1", 5240),
        ("5240", "127.0.0.1", 5240),
    ])
    func addresses(text: String, host: String, port: Int) throws {
        let address = try #require(SocketAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test(arguments: ["", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "a:b"])
    func textsThatAreNone(text: String) { #expect(SocketAddress(text) == nil) }

    @Test func loopback() {
        for host in ["127.0.0.1", "127.1.2.3", "::1"] { #expect(SocketAddress(host: host, port: 1).isLoopback) }
        for host in ["0.0.0.0", "::", "192.0.2.1"] { #expect(!SocketAddress(host: host, port: 1).isLoopback) }
    }
}
