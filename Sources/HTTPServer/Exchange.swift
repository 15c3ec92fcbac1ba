import CMicroHTTPD

/// One request while it arrives, kept behind libmicrohttpd's per-request pointer. Only its connection's thread
/// touches it.
final class Exchange {
    private let target: String
    private var body: [UInt8] = []
    private var started = false
    private var tooLarge = false
    /// The server that waits for this answer to be over before it stops.
    private var answering: ServerContext?

    private init(target: String) { self.target = target }

    deinit { answering?.answersUnderWay.leave() }

    /// Called with the request line's target before anything else.
    static let begin: cmhd_uri_callback = { _, uri, _ in
        let target = originForm(of: uri.map { String(cString: $0) } ?? "/")
        return Unmanaged.passRetained(Exchange(target: target)).toOpaque()
    }

    /// Called once with the headers, then with each piece of the body, then once with none left.
    static let handle: MHD_AccessHandlerCallback = { context, connection, _, method, _, bytes, count, state in
        guard let context, let connection, let method, let count, let slot = state?.pointee else {
            return cmhd_result(0)
        }
        let server = Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
        let exchange = Unmanaged<Exchange>.fromOpaque(slot).takeUnretainedValue()
        return exchange.advance(server, connection, String(cString: method), bytes, count)
    }

    /// Called when the request is over, also when the peer went away.
    static let complete: MHD_RequestCompletedCallback = { _, _, state, _ in
        guard let slot = state?.pointee else { return }
        Unmanaged<Exchange>.fromOpaque(slot).release()
        state?.pointee = nil
    }

    private func advance(
        _ server: ServerContext, _ connection: OpaquePointer, _ method: String,
        _ bytes: UnsafePointer<CChar>?, _ count: UnsafeMutablePointer<Int>
    ) -> MHD_Result {
        if !started {
            started = true
            if let length = connection.header("Content-Length").flatMap(Int.init), length > server.bodyBytes {
                return connection.send(.bodyTooLarge)
            }
            return cmhd_result(1)
        }
        if count.pointee > 0 {
            if body.count + count.pointee > server.bodyBytes { tooLarge = true }
            if !tooLarge, let bytes {
                UnsafeRawBufferPointer(start: bytes, count: count.pointee).withMemoryRebound(to: UInt8.self) {
                    body.append(contentsOf: $0)
                }
            }
            count.pointee = 0
            // A chunked body says nothing of its length beforehand: past the limit the connection is closed.
            return cmhd_result(tooLarge ? 0 : 1)
        }
        server.answersUnderWay.enter()
        answering = server
        return connection.send(server.handler(request(method, connection)))
    }

    /// The path and query of a target, which a client may also send as a whole URL (RFC 9112, section 3.2.2).
    private static func originForm(of target: String) -> String {
        guard let scheme = target.firstRange(of: "://"),
            ["http", "https"].contains(target[..<scheme.lowerBound].lowercased())
        else { return target }
        let rest = target[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
        return rest.hasPrefix("/") ? String(rest) : "/\(rest)"
    }

    private func request(_ method: String, _ connection: OpaquePointer) -> HTTPRequest {
        let mark = target.firstIndex(of: "?")
        return HTTPRequest(
            method: method,
            path: mark.map { String(target[..<$0]) } ?? target,
            query: mark.map { String(target[target.index(after: $0)...]) },
            headers: connection.headers,
            body: body)
    }
}

extension HTTPResponse {
    fileprivate static let bodyTooLarge = HTTPResponse(
        status: 413, contentType: "text/plain; charset=utf-8", text: "Request body too large.")
}

extension String {
    /// The space around a header's value does not belong to it (RFC 9110, section 5.5); libmicrohttpd removes the
    /// leading one.
    fileprivate var withoutTrailingSpace: String {
        guard let last = lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(self[...last])
    }
}

extension OpaquePointer {
    /// The value of a request header.
    fileprivate func header(_ name: String) -> String? {
        cmhd_header(self, name).map { String(cString: $0) }
    }

    /// Every request header, in order.
    fileprivate var headers: HTTPFields {
        var fields = HTTPFields()
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
    fileprivate func send(_ answer: HTTPResponse) -> MHD_Result {
        let made: OpaquePointer?
        switch answer.delivery {
        case .dropped: return cmhd_result(0)
        case .whole: made = cmhd_response(answer.body, answer.body.count)
        case .truncated(let length):
            let sent = answer.body.prefix(max(0, length)).map { CChar(bitPattern: $0) }
            made = cmhd_cut_response(sent, sent.count, answer.body.count)
        }
        guard let made else { return cmhd_result(0) }
        defer { MHD_destroy_response(made) }
        for field in answer.headers.all {
            _ = MHD_add_response_header(made, field.name, field.value)
        }
        return MHD_queue_response(self, UInt32(clamping: answer.status), made)
    }
}
