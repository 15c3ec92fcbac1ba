import Foundation
import HTTPServer
import MAASClient
import MAASEmulator
import Synchronization

@testable import MAASConformance

/// An emulated region behind a socket, whose clock moves only when the suite waits. A test may tamper with answers.
final class Emulated: Sendable {
    /// Stands between the socket and the emulator: may change the request, the answer, or both.
    typealias Tamper = @Sendable (HTTPRequest, (HTTPRequest) -> HTTPResponse) -> HTTPResponse

    let region: Region
    private let server: HTTPServer
    let target: MAASTarget
    let url: String

    init(version: MAASEmulator.MAASVersion = .v3_7, inventory: [UInt8]? = nil, tamper: Tamper? = nil) throws {
        var options = Region.Options()
        options.version = version
        options.clock = .manual
        options.inventory = inventory
        let region = try Region(options)
        self.region = region
        let emulator = Emulator(region: region)
        server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0)) { request in
            tamper.map { $0(request, emulator.respond) } ?? emulator.respond(to: request)
        }
        url = "http://127.0.0.1:\(server.address.port)"
        target = try MAASTarget(
            url: url, key: try region.apiKey(admin: true) ?? "", userKey: try region.apiKey(admin: false),
            clock: RegionWaitClock(region))
    }

    deinit { server.stop() }

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

/// A clock that moves the region's clock instead of waiting.
final class RegionWaitClock: WaitClock {
    private let region: Region
    private let passed = Mutex(Duration.zero)

    init(_ region: Region) { self.region = region }

    var now: Duration { passed.withLock { $0 } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        try region.setClock(advance: Double(duration.components.seconds) + 1)
        passed.withLock { $0 += duration }
    }
}
