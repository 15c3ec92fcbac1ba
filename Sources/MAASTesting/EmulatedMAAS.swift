import Foundation
import HTTPServer
import MAASEmulator

/// A MAAS for one test: an emulated region of its own, served on a free port of this machine until it is let go of.
///
///     let maas = try EmulatedMAAS()
///     let client = MyClient(endpoint: maas.endpoint, apiKey: maas.adminKey)
///
/// Time stands still in it unless it is advanced, so that a test says itself when a machine is deployed.
public final class EmulatedMAAS: Sendable {
    /// Where clients are pointed at, such as `http://127.0.0.1:40123/MAAS`.
    public let endpoint: String
    /// The API key of the first administrator; empty where the inventory gives none a key.
    public let adminKey: String
    /// The API key of the first user who is no administrator; `nil` where there is none.
    public let userKey: String?
    /// The region of the test that runs, where the test has `.emulatedMAAS`; `nil` elsewhere.
    @TaskLocal public static var current: EmulatedMAAS?

    private let region: Region
    private let server: HTTPServer

    /// Starts a region from a fixture.
    /// - Parameters:
    ///   - inventory: a fixture as JSON; `nil` for the built-in lab.
    ///   - version: the MAAS release that it is, `3.4` to `4.0`.
    ///   - clock: `manual`, `real`, or `xN` for N times as fast.
    ///   - seed: of system ids, MAC addresses and generated names.
    /// - Throws: an error that says what is wrong in the fixture or with the arguments.
    public init(
        inventory: Data? = nil, version: String = "3.7", clock: String = "manual", seed: UInt64 = 1
    ) throws {
        guard let release = MAASVersion(rawValue: version) else { throw BadArgument("version: there is no \(version)") }
        guard let mode = Region.ClockMode(clock) else { throw BadArgument("clock: there is no \(clock)") }
        var options = Region.Options()
        options.inventory = inventory.map { [UInt8]($0) }
        options.version = release
        options.clock = mode
        options.seed = seed
        let region = try Region(options)
        let emulator = Emulator(region: region)
        self.region = region
        server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0)) { emulator.respond(to: $0) }
        endpoint = "http://\(server.address)/MAAS"
        adminKey = try region.apiKey(admin: true) ?? ""
        userKey = try region.apiKey(admin: false)
    }

    deinit { server.stop() }

    /// The control endpoints, for faults, failures and the journal: `http://127.0.0.1:40123/emulator`.
    public var controlURL: String { endpoint.dropLast("/MAAS".count) + "/emulator" }

    /// Lets so many seconds pass in the region; what comes due happens.
    public func advance(seconds: Double) throws { try region.setClock(advance: seconds) }

    /// Back to the fixture it started from.
    public func reset() throws { try region.reset() }

    /// An argument that stands for nothing.
    public struct BadArgument: LocalizedError, CustomStringConvertible {
        /// Which one, and why.
        public let description: String
        /// What `localizedDescription` shows.
        public var errorDescription: String? { description }

        init(_ description: String) { self.description = description }
    }
}
