import Foundation
import HTTPServer
import Synchronization
import Testing

@testable import HTTPClient

/// A server on a free port that is stopped when the test is over.
func serving(
    tls: HTTPServer.TLS? = nil, _ handler: @escaping HTTPServer.Handler,
    _ body: (_ url: String) async throws -> Void
) async throws {
    let server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0), tls: tls, handler: handler)
    defer { server.stop() }
    try await body("\(tls == nil ? "http" : "https")://127.0.0.1:\(server.address.port)")
}

@Suite("HTTPClient over a socket")
struct HTTPClientTests {
    @Test("method, target, headers and body arrive as they were given")
    func roundTrip() async throws {
        let echo: HTTPServer.Handler = { request in
            var answer = HTTPResponse(status: 207, contentType: "text/x-echo; charset=utf-8", text: "")
            answer.headers["X-Seen"] = [
                request.method, request.path, request.query ?? "-", request.headers["X-Empty"] ?? "absent",
                request.headers["Expect"] ?? "absent", request.headers["Content-Type"] ?? "absent",
            ].joined(separator: " ")
            answer.body = request.body
            return answer
        }
        try await serving(echo) { url in
            let client = HTTPClient()
            let body = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0) })
            let put = try await client.send(
                .init(
                    method: "PUT", url: url + "/a//b/../c%20d/?op=&x=1",
                    headers: ["Content-Type": "x/y", "X-Empty": ""],
                    body: body))
            #expect(put.status == 207)
            #expect(put.headers["x-seen"] == "PUT /a//b/../c%20d/ op=&x=1  absent x/y")
            #expect(put.body == body)
            for method in ["GET", "POST", "DELETE", "OPTIONS", "PATCH"] {
                let answer = try await client.send(.init(method: method, url: url + "/"))
                #expect(answer.headers["X-Seen"] == "\(method) / - absent absent absent")
            }
            let head = try await client.send(.init(method: "HEAD", url: url + "/"))
            #expect(head.status == 207 && head.body.isEmpty)
        }
    }

    @Test("many requests at once each get their own answer")
    func concurrent() async throws {
        try await serving({ .init(status: 200, contentType: "text/plain", text: $0.query ?? "") }) { url in
            let client = HTTPClient()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask { try await client.send(.init(url: "\(url)/?\(number)")).text == "\(number)" }
                }
                for try await right in group { #expect(right) }
            }
        }
    }

    @Test("an answer that does not come ends in timedOut, and the client goes on")
    func timeout() async throws {
        let gate = DispatchGroup()  // open once it was left
        gate.enter()
        let handler: HTTPServer.Handler = { request in
            if request.path == "/slow" { gate.wait() }
            return .init(status: 200, contentType: "text/plain", text: "here")
        }
        try await serving(handler) { url in
            defer { gate.leave() }
            let client = HTTPClient()
            let error = await #expect(throws: HTTPClientError.self) {
                try await client.send(.init(url: url + "/slow", timeout: 0.05))
            }
            guard case .timedOut = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let next = try await client.send(.init(url: url + "/"))
            #expect(next.text == "here")
        }
    }

    @Test("cancelling the task ends the transfer, before or after it started")
    func cancellation() async throws {
        let gate = DispatchGroup()  // open once it was left
        gate.enter()
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let handler: HTTPServer.Handler = { _ in
            arrived.yield()
            gate.wait()
            return .init(status: 200)
        }
        try await serving(handler) { url in
            defer { gate.leave() }
            let client = HTTPClient()
            let task = Task { try await client.send(.init(url: url + "/")) }
            for await _ in arrivals { break }
            task.cancel()
            await #expect(throws: HTTPClientError.cancelled) { try await task.value }

            let early = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await client.send(.init(url: url + "/"))
            }
            await #expect(throws: HTTPClientError.cancelled) { try await early.value }
        }
    }

    @Test("nobody listening, unknown name, bad input")
    func refusals() async throws {
        let listener = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0)) { _ in .init(status: 200) }
        let port = listener.address.port
        listener.stop()
        let client = HTTPClient()
        func failure(_ request: HTTPClient.Request) async -> HTTPClientError? {
            do {
                _ = try await client.send(request)
                return nil
            } catch { return error as? HTTPClientError }
        }
        guard case .cannotConnect = await failure(.init(url: "http://127.0.0.1:\(port)/")) else {
            Issue.record("a closed port must be cannotConnect")
            return
        }
        let bad: [HTTPClient.Request] = [
            .init(url: "ftp://127.0.0.1/"), .init(url: "http://127.0.0.1/a b"), .init(url: "file:///etc/passwd"),
            .init(method: "GET /", url: "http://127.0.0.1/"),
            .init(url: "http://127.0.0.1/", headers: ["X-A": "b\r\nX-C: d"]),
            .init(url: "http://127.0.0.1/", headers: ["X A": "b"]),
        ]
        for request in bad {
            guard case .badRequest = await failure(request) else {
                Issue.record("accepted: \(request)")
                continue
            }
        }
    }

    @Test("an answer beyond the bound is refused")
    func bounds() async throws {
        let handler: HTTPServer.Handler = { request in
            if request.path == "/headers" {
                return .init(status: 200, headers: ["X-Long": String(repeating: "x", count: 5000)])
            }
            return .init(status: 200, contentType: "text/plain", text: String(repeating: "x", count: 5000))
        }
        try await serving(handler) { url in
            var configuration = HTTPClient.Configuration()
            configuration.answerBytes = 4999
            configuration.headerBytes = 4000
            let client = HTTPClient(configuration: configuration)
            await #expect(throws: HTTPClientError.answerTooLarge(limit: 4999)) {
                try await client.send(.init(url: url + "/"))
            }
            await #expect(throws: HTTPClientError.answerTooLarge(limit: 4000)) {
                try await client.send(.init(url: url + "/headers"))
            }
        }
    }

    @Test("a dropped connection and a cut body are connectionClosed", arguments: ["/dropped", "/cut"])
    func closedConnection(path: String) async throws {
        let handler: HTTPServer.Handler = { request in
            var answer = HTTPResponse(status: 200, contentType: "text/plain", text: "0123456789")
            answer.delivery = request.path == "/cut" ? .truncated(after: 4) : .dropped
            return answer
        }
        try await serving(handler) { url in
            let error = await #expect(throws: HTTPClientError.self) {
                try await HTTPClient().send(.init(url: url + path))
            }
            guard case .connectionClosed = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a request that may be sent only once is not repeated on a connection that died")
    func onlyOnce() async throws {
        let posts = Mutex(0)
        let handler: HTTPServer.Handler = { request in
            guard request.method == "POST" else { return .init(status: 200) }
            posts.withLock { $0 += 1 }
            return .init(status: 200, delivery: .dropped)
        }
        try await serving(handler) { url in
            let client = HTTPClient()
            _ = try await client.send(.init(url: url + "/"))  // leaves a connection to reuse
            await #expect(throws: HTTPClientError.self) {
                try await client.send(.init(method: "POST", url: url + "/", onlyOnce: true))
            }
            #expect(posts.withLock { $0 } == 1)
        }
    }

    @Test("TLS: an unknown authority is refused, a given CA file is trusted")
    func tls() async throws {
        let tls = HTTPServer.TLS(certificate: TestCertificate.certificate, key: TestCertificate.key)
        try await serving(tls: tls, { _ in .init(status: 200, contentType: "text/plain", text: "secret") }) { url in
            let error = await #expect(throws: HTTPClientError.self) {
                try await HTTPClient().send(.init(url: url + "/"))
            }
            guard case .tls = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("ca-\(UUID().uuidString).pem")
            try Data(TestCertificate.certificate.utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            var configuration = HTTPClient.Configuration()
            configuration.caFile = file.path
            let answer = try await HTTPClient(configuration: configuration).send(.init(url: url + "/"))
            #expect(answer.text == "secret")
        }
    }

    @Test("a closed client ends what is under way and takes nothing more")
    func closing() async throws {
        let gate = DispatchGroup()  // open once it was left
        gate.enter()
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let handler: HTTPServer.Handler = { _ in
            arrived.yield()
            gate.wait()
            return .init(status: 200)
        }
        try await serving(handler) { url in
            defer { gate.leave() }
            let client = HTTPClient()
            let task = Task { try await client.send(.init(url: url + "/")) }
            for await _ in arrivals { break }
            client.close()
            await #expect(throws: HTTPClientError.closed) { try await task.value }
            await #expect(throws: HTTPClientError.closed) { try await client.send(.init(url: url + "/")) }
        }
    }

    @Test("an error says what happened, also as a localizedDescription")
    func localized() async {
        let error = await #expect(throws: HTTPClientError.self) { try await HTTPClient().send(.init(url: "ftp://h/")) }
        #expect((error as (any Error)?)?.localizedDescription == "'ftp://h/' is not an http or https URL")
    }
}
