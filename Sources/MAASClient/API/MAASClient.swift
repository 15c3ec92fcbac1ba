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
        /// Tries in all when MAAS asks to come again (503 or 409 with `Retry-After`).
        public var attempts = 5
        /// What pauses and time-outs go by.
        public var clock: any WaitClock = SystemWaitClock()
        /// Told of every exchange, for reports. Forms may hold power passwords: redact them.
        public var observer: (@Sendable (APIExchange) -> Void)?

        /// Ten seconds to connect, 150 for an answer, the system's certificate authorities, five tries.
        public init() {}
    }

    let connection: APIConnection

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
            endpoint: endpoint, apiKey: apiKey, configuration: configuration, http: HTTPClient(configuration: http))
    }

    /// Makes a client that shares the connections of another one.
    public init(endpoint: Endpoint, apiKey: APIKey, configuration: Configuration, http: HTTPClient) {
        connection = APIConnection(
            endpoint: endpoint, signer: OAuthSigner(apiKey), http: http, clock: configuration.clock,
            attempts: max(1, configuration.attempts), observer: configuration.observer)
    }

    /// The region that is asked.
    public var endpoint: Endpoint { connection.endpoint }
    /// What VMs are composed on: `vm-hosts/`.
    public var vmHosts: VMHosts { VMHosts(connection: connection) }
    /// Physical machines and VMs alike: `machines/`.
    public var machines: Machines { Machines(connection: connection) }
    /// Availability zones: `zones/`.
    public var zones: Zones { Zones(connection: connection) }
    /// Resource pools: `resourcepools/`, and `resourcepool/{id}/` for one of them.
    public var resourcePools: ResourcePools { ResourcePools(connection: connection) }
    /// Tags of machines and VM hosts: `tags/`.
    public var tags: Tags { Tags(connection: connection) }
    /// Subnets and their ranges of addresses: `subnets/`.
    public var subnets: Subnets { Subnets(connection: connection) }
    /// Fabrics, which hold the VLANs: `fabrics/`.
    public var fabrics: Fabrics { Fabrics(connection: connection) }

    /// The interfaces of any node: machine, device or controller.
    public func interfaces(of systemID: String) -> Interfaces {
        Interfaces(connection: connection, systemID: systemID)
    }

    /// What MAAS says of itself; needs no valid key (MAAS: version/).
    public func version() async throws -> Version { try await connection.decode(APICall("GET", "version/")) }

    /// The user whose key this is (MAAS: users/?op=whoami); the usual check of a key.
    public func whoami() async throws -> User {
        try await connection.decode(APICall("GET", "users/", op: "whoami"))
    }

    /// Sends any call, for what has no function here yet.
    public func send(_ call: APICall) async throws -> HTTPClient.Response { try await connection.send(call) }
}
