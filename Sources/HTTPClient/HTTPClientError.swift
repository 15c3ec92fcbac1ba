import CCurl
import FoundationEssentials

/// Why no answer came.
public enum HTTPClientError: Error, Equatable, CustomStringConvertible {
    /// The request cannot be sent as it is.
    case badRequest(String)
    /// The server's name is not known.
    case cannotResolve(String)
    /// Nothing accepts connections there.
    case cannotConnect(String)
    /// The connection or the answer took longer than it may.
    case timedOut(String)
    /// The certificate is not trusted, or TLS failed otherwise.
    case tls(String)
    /// The calling task was cancelled.
    case cancelled
    /// The server closed the connection before the whole answer was there.
    case connectionClosed(String)
    /// The answer's body or headers have more bytes than the client takes.
    case answerTooLarge(limit: Int)
    /// What came is not HTTP.
    case badAnswer(String)
    /// The client was closed.
    case closed
    /// Any other failure of libcurl, in its words.
    case failed(String)

    /// What happened, with libcurl's words where it has some.
    public var description: String {
        switch self {
        case .badRequest(let reason): reason
        case .cannotResolve(let reason): "cannot resolve the name: \(reason)"
        case .cannotConnect(let reason): "cannot connect: \(reason)"
        case .timedOut(let reason): "timed out: \(reason)"
        case .tls(let reason): "TLS: \(reason)"
        case .cancelled: "cancelled"
        case .connectionClosed(let reason): "the connection was closed: \(reason)"
        case .answerTooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .badAnswer(let reason): "the answer is not HTTP: \(reason)"
        case .closed: "the client is closed"
        case .failed(let reason): reason
        }
    }

    /// Translates libcurl's result; `detail` is its error buffer.
    init(_ code: CURLcode, detail: String) {
        let reason = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
        switch code {
        case CURLE_URL_MALFORMAT: self = .badRequest(reason)
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .cannotResolve(reason)
        case CURLE_COULDNT_CONNECT: self = .cannotConnect(reason)
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut(reason)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_USE_SSL_FAILED:
            self = .tls(reason)
        case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            self = .connectionClosed(reason)
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_BAD_CONTENT_ENCODING:
            self = .badAnswer(reason)
        default: self = .failed(reason)
        }
    }
}

extension HTTPClientError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}
