import CMicroHTTPD

/// One request while it arrives, kept behind libmicrohttpd's per-request pointer. Only its connection's thread
/// touches it.
final class Exchange {
    /// Bodies beyond this are taken in for those only who are admitted.
    private static let freeBody = 64 * 1024

    private let target: String
    private let peer: Peer?
    /// The request without its body, once its headers are there.
    private var head: HTTPRequest?
    private var body: [UInt8] = []
    /// What is answered instead of asking the handler, once the body is over.
    private var refusal: HTTPResponse?
    /// The server that waits for this answer to be over before it stops.
    private var answering: ServerContext?
    /// What this exchange has taken of its server's budget.
    private var taken = 0
    private var lender: ServerContext?

    private init(target: String, peer: Peer?) {
        self.target = target
        self.peer = peer
    }

    deinit {
        lender?.budget.give(taken)
        answering?.answersUnderWay.leave()
    }

    /// Called with the request line's target before anything else.
    static let begin: cmhd_uri_callback = { _, uri, connection in
        let target = originForm(of: uri.map { String(cString: $0) } ?? "/")
        let peer = connection.flatMap { cmhd_peer($0) }.map { Unmanaged<Peer>.fromOpaque($0).takeUnretainedValue() }
        peer?.enter(.headers)
        return Unmanaged.passRetained(Exchange(target: target, peer: peer)).toOpaque()
    }

    /// Called once with the headers, then with each piece of the body, then once with none left.
    static let handle: MHD_AccessHandlerCallback = { context, connection, _, method, version, bytes, count, state in
        guard let context, let connection, let method, let version, let count, let slot = state?.pointee else {
            return cmhd_result(0)
        }
        let server = Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
        let exchange = Unmanaged<Exchange>.fromOpaque(slot).takeUnretainedValue()
        guard let head = exchange.head else {
            return exchange.start(server, connection, String(cString: method), String(cString: version))
        }
        if count.pointee > 0 {
            exchange.take(server, UnsafeRawBufferPointer(start: bytes, count: count.pointee))
            count.pointee = 0
            // A chunked body says nothing of its length beforehand: past the limit the connection is closed.
            return cmhd_result(exchange.received > server.limits.bodyBytes ? 0 : 1)
        }
        return exchange.answer(server, connection, head)
    }

    /// Called when the request is over, also when the peer went away.
    static let complete: MHD_RequestCompletedCallback = { _, _, state, _ in
        guard let slot = state?.pointee else { return }
        let exchange = Unmanaged<Exchange>.fromOpaque(slot).takeRetainedValue()
        exchange.peer?.enter(.idle)
        state?.pointee = nil
    }

    private var received = 0

    /// The headers are there: what is wrong with the request already is said before its body comes in.
    private func start(
        _ server: ServerContext, _ connection: OpaquePointer, _ method: String, _ version: String
    ) -> MHD_Result {
        peer?.enter(.body)
        let head = request(method, connection)
        self.head = head
        if let problem = RequestRules.problem(head.headers, version: version) {
            return send(.refused(400, "Bad request: \(problem)."), server, connection)
        }
        if server.peers.isFull { return send(.busy, server, connection) }
        let length = head.headers["Content-Length"].map { Int($0) ?? .max }
        if let length, length > server.limits.bodyBytes {
            return send(.refused(413, "Request body too large."), server, connection)
        }
        let isLarge = length.map { $0 > Self.freeBody } ?? (head.headers["Transfer-Encoding"] != nil)
        if isLarge, let answer = server.admission?(head) { return send(answer.closing, server, connection) }
        if let length, length > Self.freeBody {
            guard borrow(length, of: server) else { return send(.busy, server, connection) }
            body.reserveCapacity(length)
        }
        return cmhd_result(1)
    }

    /// A piece of the body.
    private func take(_ server: ServerContext, _ piece: UnsafeRawBufferPointer) {
        received += piece.count
        peer?.received(piece.count)
        if refusal == nil, received > max(taken, Self.freeBody), !borrow(max(piece.count, received), of: server) {
            refusal = .busy
            body = []
        }
        if refusal == nil, received <= server.limits.bodyBytes { body.append(contentsOf: piece) }
    }

    private func borrow(_ count: Int, of server: ServerContext) -> Bool {
        guard server.budget.take(count) else { return false }
        lender = server
        taken += count
        return true
    }

    /// The request is whole.
    private func answer(_ server: ServerContext, _ connection: OpaquePointer, _ head: HTTPRequest) -> MHD_Result {
        server.answersUnderWay.enter()
        answering = server
        if let refusal { return send(refusal, server, connection) }
        peer?.enter(.working)
        var request = head
        request.body = body
        body = []
        let response = server.handler(request)
        let size = response.body.count
        if size > Self.freeBody, !borrow(size, of: server) { return send(.busy, server, connection) }
        return send(response, server, connection)
    }

    private func send(_ response: HTTPResponse, _ server: ServerContext, _ connection: OpaquePointer) -> MHD_Result {
        // A stream has no end that a slow client could put off.
        if response.stream == nil { peer?.enter(.sending, bytes: response.body.count) } else { peer?.enter(.streaming) }
        return connection.send(server.isStopping ? response.closing : response, of: server)
    }

    /// The path and query of a target, which a client may also send as a whole URL (RFC 9112, section 3.2.2).
    private static func originForm(of target: String) -> String {
        if target.utf8.first == UInt8(ascii: "/") { return target }
        guard let scheme = target.firstRange(of: "://"),
            ["http", "https"].contains(target[..<scheme.lowerBound].lowercased())
        else { return target }
        let rest = target[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
        return rest.hasPrefix("/") ? String(rest) : "/\(rest)"
    }

    private func request(_ method: String, _ connection: OpaquePointer) -> HTTPRequest {
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        return HTTPRequest(
            method: method,
            path: mark.map { String(target[..<$0]) } ?? target,
            query: mark.map { String(target[target.utf8.index(after: $0)...]) },
            headers: connection.headers)
    }
}

extension HTTPResponse {
    /// A refusal in words, after which the connection is closed.
    fileprivate static func refused(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(status: status, contentType: "text/plain; charset=utf-8", text: text).closing
    }

    /// There is no room for more at the moment.
    fileprivate static var busy: HTTPResponse {
        var response = refused(503, "The server has too much under way. Try again later.")
        response.headers["Retry-After"] = "1"
        return response
    }

    /// The same, as the last answer of its connection.
    fileprivate var closing: HTTPResponse {
        var response = self
        response.headers["Connection"] = "close"
        return response
    }
}

extension String {
    /// The space around a header's value does not belong to it (RFC 9110, section 5.5); libmicrohttpd removes the
    /// leading one.
    fileprivate var withoutTrailingSpace: String {
        guard let last = utf8.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") else { return self }
        guard let end = lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(self[...end])
    }
}

extension OpaquePointer {
    /// Every request header, in order.
    fileprivate var headers: HTTPFields {
        var fields = HTTPFields(capacity: 8)
        withUnsafeMutablePointer(to: &fields) { pointer in
            cmhd_each_header(
                self,
                { context, _, name, value in
                    if let context, let name {
                        context.assumingMemoryBound(to: HTTPFields.self).pointee.append(
                            String(cString: name), value.map { String(cString: $0).withoutTrailingSpace } ?? "")
                    }
                    return cmhd_result(1)
                }, pointer)
        }
        return fields
    }

    /// Queues an answer on this connection.
    fileprivate func send(_ answer: HTTPResponse, of server: ServerContext) -> MHD_Result {
        guard let prepared = answer.whenPrepared ?? PreparedAnswer(answer, of: server) else { return cmhd_result(0) }
        return withExtendedLifetime(prepared) {
            MHD_queue_response(self, UInt32(clamping: answer.status), prepared.response)
        }
    }
}
