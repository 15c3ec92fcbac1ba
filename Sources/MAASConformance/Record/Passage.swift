import Foundation
import HTTPClient
import HTTPServer
import MAASClient
import Synchronization

/// Carries one request after the other to the target, and its answer back.
struct Passage: Sendable {
    let target: MAASTarget
    /// True when only this machine reaches the proxy.
    let isOpen: Bool
    /// How clients reach the proxy: `http` or `https`.
    let scheme: String
    let log: ExchangeLog

    /// What belongs to one connection and not to what is carried (RFC 9110, section 7.6.1), or is made anew.
    private static let ownHeaders: Set<String> = [
        "connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "proxy-connection",
        "content-length", "host", "date", "authorization", "accept-encoding", "expect", "content-encoding",
    ]

    /// Answers on the connection's own thread, which waits.
    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let place = log.begin()
        let sender = sender(request)
        guard isOpen || sender != .stranger else {
            log.end(place, nil)
            return HTTPResponse(
                status: 401, contentType: "text/plain; charset=utf-8",
                text: "The signature names another key than the recorder's.")
        }
        let outgoing = outgoing(request, sender == .stranger ? .admin : sender)
        let done = DispatchSemaphore(value: 0)
        let result = Mutex<Result<HTTPClient.Response, any Error>?>(nil)
        Task {
            let outcome: Result<HTTPClient.Response, any Error>
            do { outcome = .success(try await target.send(outgoing)) } catch { outcome = .failure(error) }
            result.withLock { $0 = outcome }
            done.signal()
        }
        done.wait()
        let recorded = RecordedRequest(request, sender == .stranger ? .admin : sender)
        switch result.withLock({ $0 }) {
        case .success(let response):
            let answer = RecordedAnswer(response, origin: target.endpoint.origin)
            log.end(place, recorded.map { RecordedExchange(request: $0, answer: answer) })
            return incoming(response, request)
        case .failure(let error):
            let problem = target.redact("\(error)")
            log.end(place, recorded.map { RecordedExchange(request: $0, answer: RecordedAnswer(problem: problem)) })
            return HTTPResponse(
                status: 502, contentType: "text/plain; charset=utf-8", text: "\(target.endpoint): \(problem)")
        case nil:
            log.end(place, nil)
            return HTTPResponse(status: 502)
        }
    }

    /// Who asks, by the token that the signature names.
    private func sender(_ request: HTTPRequest) -> Sender {
        guard let signature = request.headers["Authorization"] else { return .nobody }
        func names(_ key: APIKey) -> Bool { signature.contains("\"\(key.tokenKey)\"") }
        if let userKey = target.userKey, names(userKey) { return .user }
        return names(target.key) ? .admin : .stranger
    }

    private func outgoing(_ request: HTTPRequest, _ sender: Sender) -> HTTPClient.Request {
        let root = target.endpoint.description
        let below = request.path.hasPrefix("/MAAS/") ? String(request.path.dropFirst("/MAAS/".count)) : nil
        let url =
            (below.map { root + $0 } ?? target.endpoint.origin + request.path)
            + (request.query.map { "?\($0)" } ?? "")
        var headers = HTTPClient.Headers()
        for field in request.headers.all where !Self.ownHeaders.contains(field.name.lowercased()) {
            headers.append(field.name, field.value)
        }
        let key = sender == .user ? target.userKey ?? target.key : target.key
        if sender != .nobody { headers["Authorization"] = OAuthSigner(key).authorization() }
        let hasBody = !request.body.isEmpty || request.headers["Content-Length"] != nil
        return HTTPClient.Request(
            method: request.method, url: url, headers: headers, body: hasBody ? Data(request.body) : nil,
            timeout: 600, onlyOnce: request.method != "GET")
    }

    private func incoming(_ response: HTTPClient.Response, _ request: HTTPRequest) -> HTTPResponse {
        // The client is to stay with the recorder, also where an answer names the target's own address, as a description
        // does.
        let own = request.headers["Host"].map { "\(scheme)://\($0)" } ?? ""
        // A target behind what ends TLS may take itself for one without.
        let host = target.endpoint.origin.drop { $0 != "/" }
        let origins = ["http:\(host)", "https:\(host)"]
        func withOwn(_ text: String) -> String { origins.reduce(text) { $0.replacing($1, with: own) } }
        var headers = HTTPFields()
        for field in response.headers.all where !Self.ownHeaders.contains(field.name.lowercased()) {
            headers.append(field.name, withOwn(field.value))
        }
        var body = Array(response.body)
        if let text = String(validating: body, as: UTF8.self), text.contains(host) { body = Array(withOwn(text).utf8) }
        return HTTPResponse(status: response.status, headers: headers, body: body)
    }
}
