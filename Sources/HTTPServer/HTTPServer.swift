import CMicroHTTPD

/// An HTTP/1.1 server on libmicrohttpd: one thread a connection, every resource bounded.
public final class HTTPServer: Sendable {
    /// Answers one request. It is called on the connection's own thread and may block.
    public typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse

    /// Looks at a request whose large body has not come in yet, and answers it when the body is not worth having.
    public typealias Admission = @Sendable (HTTPRequest) -> HTTPResponse?

    /// Bounds of a server.
    public struct Limits: Sendable {
        /// Connections open at once; a further one takes the place of the one that has been idle the longest, or is
        /// answered with 503 when all are busy.
        public var connections = 2048
        /// Seconds between two requests after which a connection is closed.
        public var idleSeconds = 60
        /// Seconds within which a request's headers must be there, and the first request of a connection.
        public var headerSeconds = 20
        /// Seconds that a body or an answer may always take, however slow the client is.
        public var slowSeconds = 30
        /// Beyond `slowSeconds` a client must be at least this fast.
        public var leastBytesPerSecond = 16 * 1024
        /// Bytes for the request line and the headers together, and for what is noted of each field of the query: a
        /// thousand fields of a dozen bytes fit in. An idle connection that has served a request keeps them.
        public var headerBytes = 76 * 1024
        /// Bytes of a request's body; more are answered with 413.
        public var bodyBytes = 64 * 1024 * 1024
        /// Bytes of all bodies and answers under way; what goes beyond is answered with 503.
        public var bytesUnderWay = 256 * 1024 * 1024
        /// Bytes of stack for a connection's thread.
        public var stackBytes = 1024 * 1024
        /// Seconds that `stop` gives clients to read the answers under way.
        public var drainSeconds = 1

        /// Bounds that hold against a hostile client on a small machine.
        public init() {}
    }

    /// A certificate chain and its private key, both PEM.
    public struct TLS: Sendable {
        /// PEM: the server's certificate first, then those that it is signed with.
        public var certificate: String
        /// PEM, without a passphrase.
        public var key: String

        /// Both are looked at when the server starts.
        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// Connections beyond the limit that are taken for as long as it needs to turn them away in words.
    private static let surplus = 64

    /// The address and port it listens on; the port that was found when 0 was asked for.
    public let address: SocketAddress
    // The daemon is written once here and ended once in `stop`, which takes it out of the box under its lock.
    private let daemon: RunningDaemon

    /// Starts to listen and serve.
    /// - Parameter admission: asked before a body of more than 64 KiB, or of unknown length, is taken in.
    /// - Throws: `HTTPServerError` when the address cannot be had or the certificate is unusable.
    public init(
        listen: SocketAddress, limits: Limits = Limits(), tls: TLS? = nil, admission: Admission? = nil,
        handler: @escaping Handler
    ) throws {
        let listener = try ListeningSocket(listen)
        var limits = limits
        limits.connections = OpenFiles.room(for: limits.connections + Self.surplus) - Self.surplus
        let context = Unmanaged.passRetained(
            ServerContext(handler: handler, admission: admission, limits: limits))
        let bounds = cmhd_limits(
            connections: UInt32(clamping: limits.connections + Self.surplus),
            idle_seconds: UInt32(clamping: limits.idleSeconds),
            header_bytes: limits.headerBytes, stack_bytes: limits.stackBytes)
        guard
            let started = cmhd_start(
                listener.descriptor, bounds, tls?.certificate, tls?.key,
                Exchange.handle, Exchange.begin, Exchange.complete, ServerContext.connected, context.toOpaque())
        else {
            // libmicrohttpd has closed the listening socket.
            context.release()
            throw HTTPServerError.cannotStart(
                tls == nil ? "libmicrohttpd did not start" : "the certificate or its key cannot be used")
        }
        address = listener.address
        daemon = RunningDaemon(started, context)
    }

    /// Stops listening, waits for the answers under way and closes every connection. May be called again, but not by
    /// a handler, which it would wait for.
    ///
    /// It waits for handlers as long as they take, and for clients to read their answers up to
    /// `Limits.drainSeconds`.
    public func stop() { daemon.stop() }

    deinit { daemon.stop() }
}
