import Foundation
import HTTPClient

/// Everything that can go wrong between a caller and MAAS.
public enum MAASError: Error, Sendable, CustomStringConvertible {
    /// The endpoint is not one.
    case invalidEndpoint(String)
    /// The API key is not one; the text never repeats it.
    case invalidAPIKey(String)
    /// An argument that cannot be sent, found before anything was.
    case invalidArgument(name: String, reason: String)
    /// No answer came.
    case unreachable(operation: String, cause: HTTPClientError)
    /// MAAS answered with a status other than 2xx.
    case refused(Refusal)
    /// MAAS answered, but not with what the operation answers.
    case unexpectedAnswer(operation: String, reason: String)
    /// A machine did not get where it was awaited in time.
    case waitTimedOut(systemID: String, awaited: [MachineStatus], last: MachineStatus, waited: Duration)
    /// A machine went to a status from which the awaited one cannot follow.
    case waitFailed(systemID: String, awaited: [MachineStatus], status: MachineStatus, message: String?)

    /// MAAS's refusal, if this is one.
    public var refusal: Refusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }

    /// The status MAAS answered with, if it refused.
    public var status: Int? { refusal?.status }

    /// True when MAAS says that there is no such object.
    public var isNotFound: Bool { status == 404 }

    /// One line: the call, and what became of it. No secret is in it but what MAAS itself repeats.
    public var description: String {
        switch self {
        case .invalidEndpoint(let reason): "endpoint: \(reason)"
        case .invalidAPIKey(let reason): reason
        case .invalidArgument(let name, let reason): "\(name): \(reason)"
        case .unreachable(let operation, let cause): "\(operation): \(cause)"
        case .refused(let refusal): refusal.description
        case .unexpectedAnswer(let operation, let reason): "\(operation): unexpected answer: \(reason)"
        case .waitTimedOut(let systemID, let awaited, let last, let waited):
            "machine \(systemID): \(Self.list(awaited)) not reached in \(waited); it is \(last)"
        case .waitFailed(let systemID, let awaited, let status, let message):
            "machine \(systemID): \(status) instead of \(Self.list(awaited))" + (message.map { ": \($0)" } ?? "")
        }
    }

    private static func list(_ statuses: [MachineStatus]) -> String {
        statuses.map(\.description).joined(separator: " or ")
    }
}

extension MAASError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write "error 4".
    public var errorDescription: String? { description }
}
