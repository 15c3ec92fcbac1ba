import Foundation

/// An HTTP/1.1 client on libcurl. Connections and handles are reused; one thread carries every transfer, so that
/// a slow server never holds a thread of Swift's cooperative pool.
public final class HTTPClient: Sendable {
    /// How a client behaves.
    public struct Configuration: Sendable {
        /// Seconds to establish a connection, TLS included.
        public var connectTimeout: TimeInterval = 10
        /// Seconds for a transfer as a whole, unless the request says otherwise.
        public var timeout: TimeInterval = 120
        /// Transfers at once; further ones wait for their turn, and their time-out starts when they get it.
        public var transfers = 16
        /// Bytes of an answer's body; a longer one ends in `HTTPClientError.answerTooLarge`.
        public var answerBytes = 256 * 1024 * 1024
        /// Bytes of an answer's header lines.
        public var headerBytes = 256 * 1024
        /// A PEM file with the certificate authorities to trust instead of the system's.
        public var caFile: String?
        /// What the `User-Agent` header says.
        public var userAgent = "maas-swift"

        /// Ten seconds to connect, 120 for a transfer, 16 transfers at once, the system's certificate authorities.
        public init() {}
    }

    let loop: TransferLoop

    /// Makes a client. Its thread starts with the first request.
    public init(configuration: Configuration = Configuration()) {
        loop = TransferLoop(configuration: configuration)
    }

    deinit { loop.stop() }

    /// Sends a request and waits for the whole answer. Redirects are not followed.
    ///
    /// Cancelling the calling task ends the transfer at once.
    /// - Throws: `HTTPClientError`; an answer of any status is no error.
    public func send(_ request: Request) async throws -> Response {
        let prepared = try PreparedRequest(request)
        let id = loop.newID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                loop.submit(Transfer(id: id, request: prepared, continuation: continuation))
                // The handler below may have run before the transfer was known.
                if Task.isCancelled { loop.cancel(id) }
            }
        } onCancel: {
            loop.cancel(id)
        }
    }

    /// Ends every transfer under way with `HTTPClientError.closed`, and closes the connections.
    public func close() { loop.stop() }
}
