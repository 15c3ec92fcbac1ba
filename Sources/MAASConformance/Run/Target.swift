import HTTPClient
import LXDService
import MAASClient

/// What is tested.
public enum Target: Sendable {
    /// A region, real or emulated, over HTTP.
    case maas(MAASTarget)
    /// The seed's mock, inside this process.
    case mock

    /// As reports name it: the endpoint, or `mock`.
    public var name: String {
        switch self {
        case .maas(let maas): maas.endpoint.description
        case .mock: "mock"
        }
    }

    /// The same, for what moves its clock where it would wait.
    func movingClock() -> Target { if case .maas(let maas) = self { .maas(maas.movingClock()) } else { self } }

    /// The region; `nil` for the mock.
    public var maas: MAASTarget? { if case .maas(let maas) = self { maas } else { nil } }
}

/// A MAAS, or the emulator.
public struct MAASTarget: Sendable {
    /// Where its API is.
    public let endpoint: Endpoint
    let key: APIKey
    /// The key of a user who is no administrator.
    let userKey: APIKey?
    let http: HTTPClient
    var clock: any WaitClock

    /// - Throws: `MAASError` when the URL or a key is none.
    public init(
        url: String, key: String, userKey: String? = nil, caFile: String? = nil, timeout: Double = 150,
        clock: any WaitClock = SystemWaitClock()
    ) throws(MAASError) {
        endpoint = try Endpoint(url)
        self.key = try APIKey(key)
        if let userKey { self.userKey = try APIKey(userKey) } else { self.userKey = nil }
        var configuration = HTTPClient.Configuration()
        configuration.caFile = caFile
        configuration.timeout = timeout
        configuration.userAgent = "maas-conformance"
        http = HTTPClient(configuration: configuration)
        self.clock = clock
    }

    /// Everything that no report may show.
    var secrets: [String] { key.secrets + (userKey?.secrets ?? []) }

    /// A text without the secrets of the keys: for messages that hold what the target said.
    public func redact(_ text: String) -> String { Redactor(secrets: secrets).redact(text) }

    /// Sends a request as it is.
    /// - Throws: `HTTPClientError`; `CancellationError` when the task is cancelled.
    func send(_ request: HTTPClient.Request) async throws -> HTTPClient.Response {
        do {
            return try await http.send(request)
        } catch HTTPClientError.cancelled {
            throw CancellationError()
        }
    }

    /// A client with the target's own key, or another one.
    func client(_ key: APIKey? = nil, observer: (@Sendable (APIExchange) -> Void)? = nil) -> MAASClient {
        var configuration = MAASClient.Configuration()
        configuration.clock = clock
        configuration.observer = observer
        return MAASClient(transport: http, endpoint: endpoint, apiKey: key ?? self.key, configuration: configuration)
    }
}
