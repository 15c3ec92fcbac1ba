import Foundation
import HTTPClient

/// What MAAS said when it refused a request.
public struct Refusal: Sendable, Equatable, CustomStringConvertible {
    /// The request in short, such as `POST vm-hosts/11/?op=compose`.
    public let operation: String
    /// The HTTP status: 400 and above, or an unexpected 3xx.
    public let status: Int
    /// MAAS's words; for field errors, `field: message` joined by `; `. Never empty.
    public let message: String
    /// Field errors of a 400, by parameter; `__all__` holds those of no field.
    public let fields: [String: [String]]
    /// Seconds that MAAS asked to wait before trying again (`Retry-After`).
    public let retryAfter: Int?

    /// A refusal as tests and other backends make one.
    public init(
        operation: String, status: Int, message: String, fields: [String: [String]] = [:], retryAfter: Int? = nil
    ) {
        self.operation = operation
        self.status = status
        self.message = message
        self.fields = fields
        self.retryAfter = retryAfter
    }

    init(operation: String, response: HTTPClient.Response) {
        let fields = (try? JSONDecoder().decode([String: [String]].self, from: response.body)) ?? [:]
        let text = response.text.trimmingCharacters(in: .whitespacesAndNewlines)
        let reason =
            fields.isEmpty
            ? String(text.prefix(500))
            : fields.sorted { $0.key < $1.key }
                .map {
                    $0.key == "__all__"
                        ? $0.value.joined(separator: " ") : "\($0.key): \($0.value.joined(separator: " "))"
                }
                .joined(separator: "; ")
        self.init(
            operation: operation, status: response.status,
            message: reason.isEmpty ? "MAAS gave no reason" : reason, fields: fields,
            retryAfter: response.headers["Retry-After"].flatMap { Int($0) })
    }

    /// `POST vm-hosts/11/?op=compose: MAAS answered 400: …`
    public var description: String { "\(operation): MAAS answered \(status): \(message)" }
}
