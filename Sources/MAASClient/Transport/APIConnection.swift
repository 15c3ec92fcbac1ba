import Foundation
import HTTPClient

/// Signs, sends, retries where MAAS and HTTP allow, and tells refusals from answers.
public struct APIConnection: Sendable {
    /// What paths of calls are appended to.
    public let endpoint: Endpoint
    let signer: OAuthSigner
    let transport: any Transport
    let clock: any WaitClock
    let retry: RetryPolicy
    let observer: (@Sendable (APIExchange) -> Void)?

    /// Sends a call and returns the answer of a 2xx status.
    /// - Throws: `MAASError`, or `CancellationError`.
    public func send(_ call: APICall) async throws -> HTTPClient.Response {
        var attempt = 1
        var breaks = 0
        while true {
            try Task.checkCancellation()
            let pause: Duration
            switch try await exchange(call, attempt) {
            case .success(let response):
                if (200..<300).contains(response.status) { return response }
                // The attempt whose answer was lost may have removed it.
                if breaks > 0, call.method == "DELETE", response.status == 404 { return response }
                let refusal = Refusal(operation: call.summary, response: response)
                // gomaasapi and gomaasclient retry on the same two statuses, only when the header is there.
                guard call.mayRetry, attempt < retry.attempts, let seconds = refusal.retryAfter,
                    [503, 409].contains(refusal.status)
                else { throw MAASError.refused(refusal) }
                pause = retry.pause(retryAfter: seconds, random: .random(in: 0..<1))
            case .failure(let error):
                guard case .connectionClosed = error, retry.brokenConnections, call.mayRetry, call.isIdempotent,
                    attempt < retry.attempts
                else { throw MAASError.unreachable(operation: call.summary, cause: error) }
                breaks += 1
                pause = retry.pause(afterBreak: breaks, random: .random(in: 0..<1))
            }
            try await clock.sleep(for: pause)
            attempt += 1
        }
    }

    /// Sends a call and decodes its answer.
    public func decode<Answer: Decodable>(_ call: APICall, as type: Answer.Type = Answer.self) async throws -> Answer {
        let response = try await send(call)
        do {
            return try JSONDecoder().decode(type, from: response.body)
        } catch {
            throw MAASError.unexpectedAnswer(operation: call.summary, reason: Self.explain(error))
        }
    }

    /// Sends a call whose answer has nothing to say.
    public func perform(_ call: APICall) async throws { _ = try await send(call) }

    /// Sends a call whose answer is a text.
    func text(_ call: APICall) async throws -> String { try await send(call).text }

    /// Sends a call whose answer is bytes: a file, or BSON.
    func data(_ call: APICall) async throws -> Data { try await send(call).body }

    private func exchange(_ call: APICall, _ attempt: Int) async throws -> Result<
        HTTPClient.Response, HTTPClientError
    > {
        var headers: HTTPClient.Headers = ["Accept": "application/json", "Authorization": signer.authorization()]
        let body = call.body
        if let body { headers["Content-Type"] = body.contentType }
        let request = HTTPClient.Request(
            method: call.method, url: endpoint.apiRoot + call.target, headers: headers, body: body?.data,
            onlyOnce: call.method == "POST")
        let start = clock.now
        let outcome: Result<HTTPClient.Response, HTTPClientError>
        do {
            outcome = .success(try await transport.send(request))
        } catch let error as HTTPClientError {
            outcome = .failure(error)
        }
        if let observer {
            observer(
                APIExchange(
                    call, root: endpoint.apiRoot, outcome: outcome, attempt: attempt, duration: clock.now - start))
        }
        if case .failure(.cancelled) = outcome { throw CancellationError() }
        return outcome
    }

    /// A decoding error as `interface_set.0.id: what is wrong`.
    private static func explain(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
            (context.codingPath + (last.map { [$0] } ?? []))
                .map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): return "\(path(context, key)) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(path(context)): \(context.debugDescription)"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty ? "not JSON" : "\(path(context)): \(context.debugDescription)"
        default: return "\(error)"
        }
    }
}
