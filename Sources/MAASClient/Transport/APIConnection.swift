import Foundation
import HTTPClient

/// Signs, sends, retries where MAAS says so, and tells refusals from answers.
public struct APIConnection: Sendable {
    /// What paths of calls are appended to.
    public let endpoint: Endpoint
    let signer: OAuthSigner
    let http: HTTPClient
    let clock: any WaitClock
    /// Tries in all for an answer that asks to come again.
    let attempts: Int
    let observer: (@Sendable (APIExchange) -> Void)?

    /// Sends a call and returns the answer of a 2xx status.
    /// - Throws: `MAASError`, or `CancellationError`.
    public func send(_ call: APICall) async throws -> HTTPClient.Response {
        var tried = 1
        while true {
            let response = try await exchange(call)
            if (200..<300).contains(response.status) { return response }
            let refusal = Refusal(operation: call.summary, response: response)
            // gomaasapi and gomaasclient retry on the same two statuses, only when the header is there.
            guard call.mayRetry, tried < attempts, let seconds = refusal.retryAfter,
                [503, 409].contains(refusal.status)
            else { throw MAASError.refused(refusal) }
            try await clock.sleep(for: .seconds(max(0, min(seconds, 60))))
            tried += 1
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

    private func exchange(_ call: APICall) async throws -> HTTPClient.Response {
        var headers: HTTPClient.Headers = ["Accept": "application/json", "Authorization": signer.authorization()]
        if call.form != nil { headers["Content-Type"] = "application/x-www-form-urlencoded" }
        let url = endpoint.apiRoot + call.target
        let request = HTTPClient.Request(
            method: call.method, url: url, headers: headers, body: call.form.map { Data($0.encoded.utf8) },
            onlyOnce: call.method == "POST")
        do {
            let response = try await http.send(request)
            observer?(APIExchange(call: call, url: url, outcome: .success(response)))
            return response
        } catch let error as HTTPClientError {
            observer?(APIExchange(call: call, url: url, outcome: .failure(error)))
            if error == .cancelled { throw CancellationError() }
            throw MAASError.unreachable(operation: call.summary, cause: error)
        }
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
