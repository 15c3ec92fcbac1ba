import Foundation
import HTTPClient

/// A client of one MAAS region, in the shape of the seed's client set: `client.vmHosts.vmHost(11).composer…`.
///
///     let client = try MAASClient(endpoint: "http://maas:5240/MAAS", apiKey: "consumer:token:secret")
///     let hosts = try await client.vmHosts.query(["type": "lxd"])
///
/// Every call throws `MAASError`, or `CancellationError` when its task is cancelled.
public struct MAASClient: Sendable {
    /// How a client behaves.
    public struct Configuration: Sendable {
        /// Seconds to establish a connection.
        public var connectTimeout: TimeInterval = 10
        /// Seconds for a request as a whole. MAAS gives a hypervisor up to 120 to compose.
        public var timeout: TimeInterval = 150
        /// A PEM file with the certificate authorities to trust, for a self-signed MAAS.
        public var caFile: String?
        /// What is tried again by itself, how often, and after which pauses.
        public var retry = RetryPolicy()
        /// Tries in all when MAAS asks to come again, or an idempotent call's connection broke.
        public var attempts: Int {
            get { retry.attempts }
            set { retry.attempts = newValue }
        }
        /// What pauses and time-outs go by.
        public var clock: any WaitClock = SystemWaitClock()
        /// Told of every attempt, for logs, traces and reports; secrets are blanked.
        public var observer: (@Sendable (APIExchange) -> Void)?

        /// Ten seconds to connect, 150 for an answer, the system's certificate authorities, five tries.
        public init() {}
    }

    /// What calls are sent by.
    public let connection: APIConnection

    /// - Throws: `MAASError.invalidEndpoint` or `.invalidAPIKey`.
    public init(endpoint: String, apiKey: String, configuration: Configuration = Configuration()) throws(MAASError) {
        self.init(endpoint: try Endpoint(endpoint), apiKey: try APIKey(apiKey), configuration: configuration)
    }

    /// Makes a client with connections of its own.
    public init(endpoint: Endpoint, apiKey: APIKey, configuration: Configuration = Configuration()) {
        var http = HTTPClient.Configuration()
        http.connectTimeout = configuration.connectTimeout
        http.timeout = configuration.timeout
        http.caFile = configuration.caFile
        self.init(
            transport: HTTPClient(configuration: http), endpoint: endpoint, apiKey: apiKey,
            configuration: configuration)
    }

    /// Makes a client on a transport: a stub in tests, or the `HTTPClient` whose connections it is to share. Time-outs
    /// and certificate authorities are the transport's business then.
    /// - Parameters:
    ///   - endpoint: what requests are addressed to; of no account for a stub.
    ///   - apiKey: what they are signed with; of no account for a stub.
    ///   - configuration: how requests are repeated and who sees them.
    ///   - transport: what carries them.
    public init(
        transport: any Transport, endpoint: Endpoint = .example, apiKey: APIKey = .example,
        configuration: Configuration = Configuration()
    ) {
        connection = APIConnection(
            endpoint: endpoint, signer: OAuthSigner(apiKey), transport: transport, clock: configuration.clock,
            retry: configuration.retry, observer: configuration.observer)
    }

    /// The region that is asked.
    public var endpoint: Endpoint { connection.endpoint }
    /// Sends any call, for what has no function here yet.
    public func send(_ call: APICall) async throws -> HTTPClient.Response { try await connection.send(call) }
}
