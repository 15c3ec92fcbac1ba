import Foundation
import HTTPServer
import MAASClient
import MAASEmulator
import Synchronization
import TestSupport

@testable import MAASConformance

/// An emulated region behind a socket, whose clock moves only when the suite waits. A test may tamper with answers.
final class Emulated: Sendable {
    /// Stands between the socket and the emulator: may change the request, the answer, or both.
    typealias Tamper = @Sendable (HTTPRequest, (HTTPRequest) -> HTTPResponse) -> HTTPResponse

    let region: Region
    private let server: HTTPServer
    let target: MAASTarget
    let url: String

    /// - Parameters:
    ///   - isLive: it does not say that it is the emulator, and nothing happens in it by itself: what a MAAS looks like
    ///     whose hardware never boots.
    ///   - asUser: the suite gets the key of a user who is no administrator, and no other.
    ///   - timeout: seconds that a request may take.
    ///   - certificate: it is reached with https only.
    init(
        version: MAASEmulator.MAASVersion = .v3_7, inventory: [UInt8]? = nil, isLive: Bool = false,
        asUser: Bool = false, timeout: Double = 150, certificate: SelfSignedCertificate? = nil, tamper: Tamper? = nil
    ) throws {
        var options = Region.Options()
        options.version = version
        options.clock = .manual
        options.inventory = inventory
        let region = try Region(options)
        self.region = region
        let emulator = Emulator(region: region)
        let tls = certificate.map { HTTPServer.TLS(certificate: $0.certificate, key: $0.key) }
        server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0), tls: tls) { request in
            if isLive, request.path.hasPrefix("/emulator") { return HTTPResponse(status: 404) }
            return tamper.map { $0(request, emulator.respond) } ?? emulator.respond(to: request)
        }
        url = "\(tls == nil ? "http" : "https")://127.0.0.1:\(server.address.port)"
        target = try MAASTarget(
            url: url, key: try region.apiKey(admin: !asUser) ?? "",
            userKey: asUser ? nil : try region.apiKey(admin: false), caFile: certificate?.certificateFile,
            timeout: timeout,
            clock: RegionWaitClock(isLive ? nil : region))
    }

    deinit { server.stop() }

    /// As a target that goes away.
    func stop() { server.stop() }

    /// Everything that a run could leave behind, by kind and name.
    func everything() async throws -> [String] {
        let client = target.client()
        var found: [String] = []
        for (path, op) in [
            ("machines/", nil), ("devices/", nil), ("vm-hosts/", nil), ("tags/", nil), ("subnets/", nil),
            ("fabrics/", nil), ("spaces/", nil), ("resourcepools/", nil), ("zones/", nil), ("domains/", nil),
            ("dnsresources/", nil), ("ipranges/", nil), ("reservedips/", nil), ("static-routes/", nil),
            ("users/", nil), ("files/", nil), ("boot-resources/", nil), ("ipaddresses/", nil), ("scripts/", nil),
            ("package-repositories/", nil), ("dhcp-snippets/", nil), ("notifications/", nil),
            ("account/", "list_authorisation_tokens"),
        ] as [(String, String?)] {
            let objects = try JSON(parsing: try await client.send(.init("GET", path, op: op)).body).elements ?? []
            let keys = ["system_id", "username", "fqdn", "token", "ip", "filename", "name", "id"]
            found += objects.map { object in
                path + (keys.lazy.compactMap { object[$0]?.plain }.first ?? object.written)
            }
        }
        return found.sorted()
    }

    /// Runs cases of the suite on it.
    func run(
        _ catalog: CaseCatalog, _ change: (inout RunOptions) -> Void = { _ in }
    ) async throws -> RunSummary {
        var options = RunOptions()
        options.profiles = [.all]
        options.mayWrite = true
        change(&options)
        return try await Runner(catalog: catalog, target: .maas(target), options: options).run { _ in }
    }
}

/// A clock that moves the region's clock, if there is one, instead of waiting.
final class RegionWaitClock: WaitClock {
    private let region: Region?
    private let passed = Mutex(Duration.zero)

    init(_ region: Region?) { self.region = region }

    var now: Duration { passed.withLock { $0 } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        try region?.setClock(advance: Double(duration.components.seconds) + 1)
        passed.withLock { $0 += duration }
    }
}
