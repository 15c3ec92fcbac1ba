import Foundation
import HTTPClient

/// A request and its answer as reports show them: without credentials, secrets blanked out.
public struct Exchange: Sendable {
    /// The step or call it belongs to.
    public var name: String
    /// Method and URL.
    public var request: String
    /// Empty where there was none, and where only requests and statuses are kept.
    public var requestBody: String
    /// 0 when no answer came.
    public var status: Int
    /// Those of the answer, as `Name: value`; a secret one shows its name only.
    public var headers: [String]
    /// The answer's, or why there is none.
    public var body: String
    /// From the start of the transfer to the last byte.
    public var seconds: Double
}

/// A request and its answer as they were. Most are never shown, so what is secret in them is looked for when they are.
struct RawExchange: Sendable {
    var name: String
    var method: String
    var url: String
    var requestBody = Data()
    var response: HTTPClient.Response?
    /// Why there is no answer.
    var problem: String?

    /// Bytes of a body from which on a report shows no more than its beginning.
    private static let mostShown = 256 * 1024

    /// As a report shows it.
    func shown(_ redactor: Redactor) -> Exchange {
        var shown = brief(redactor)
        shown.requestBody = Self.shown(requestBody, redactor)
        shown.headers = (response?.headers.all ?? []).map { redactor.redact(header: $0.name, $0.value) }
        shown.body = response.map { Self.shown($0.body, redactor) } ?? redactor.redact(problem ?? "")
        return shown
    }

    private static func shown(_ body: Data, _ redactor: Redactor) -> String {
        guard body.count > mostShown else { return redactor.redact(body: body) }
        return redactor.redact(body: body.prefix(mostShown / 4)) + "\n… (\(body.count) bytes)"
    }

    /// What was asked for, and whether it was had.
    func brief(_ redactor: Redactor) -> Exchange {
        Exchange(
            name: name, request: "\(method) \(redactor.redact(url: url))", requestBody: "",
            status: response?.status ?? 0, headers: [], body: "", seconds: response?.seconds ?? 0)
    }
}
