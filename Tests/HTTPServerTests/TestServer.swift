import HTTPServer
import TestSupport

/// A server for one test, and what its handler saw.
final class TestServer {
    let server: HTTPServer
    var address: SocketAddress { server.address }

    init(
        host: String = "127.0.0.1", limits: HTTPServer.Limits = .init(), tls: HTTPServer.TLS? = nil,
        handler: @escaping HTTPServer.Handler = TestServer.echo
    ) throws {
        server = try HTTPServer(listen: SocketAddress(host: host, port: 0), limits: limits, tls: tls, handler: handler)
    }

    deinit { server.stop() }

    func connect() throws -> RawConnection { try RawConnection(host: address.host, port: address.port, owner: self) }

    /// Sends one request on a connection of its own and reads the answer.
    func answer(to request: String) throws -> RawConnection.Answer {
        let connection = try connect()
        connection.send(request)
        return try connection.readAnswer(toHead: request.hasPrefix("HEAD"))
    }

    /// True when a plain request gets its answer: the server has survived what was done to it.
    func stillAnswers() throws -> Bool {
        try answer(to: "GET /alive HTTP/1.1\r\nHost: x\r\n\r\n").body.contains("GET /alive")
    }

    /// Tells the client what arrived.
    static let echo: HTTPServer.Handler = { request in
        let query = request.query.map { "'\($0)'" } ?? "none"
        return HTTPResponse(
            status: 200, contentType: "text/plain",
            text: "\(request.method) \(request.path) query \(query) body \(request.body.count)")
    }
}
