import Foundation
import HTTPClient
import HTTPServer
import MAASClient
import Synchronization

/// Stands between clients and a MAAS, and keeps what they say to each other.
///
/// A client's signature is taken for granted and made anew, so it may be one of any key; beyond loopback it must at least
/// name the key that the proxy signs with.
public final class RecordingProxy: Sendable {
    /// What a proxy does with what it sees.
    public struct Options: Sendable {
        /// `ADDR:PORT`; port 0 takes a free one.
        public var listen: String
        /// PEM files for https to clients.
        public var tls: (certificate: String, key: String)?

        /// A proxy that listens there, without TLS.
        public init(listen: String) { self.listen = listen }
    }

    private let server: HTTPServer
    private let log: ExchangeLog
    /// Where clients find it: `http://127.0.0.1:5241/MAAS`.
    public let endpoint: String

    /// Starts to listen.
    /// - Parameters:
    ///   - target: the MAAS that answers.
    ///   - options: where it listens, and how.
    ///   - write: takes whole lines of the recording, the header first.
    /// - Throws: `TargetError` when the target cannot be asked, or the address cannot be had.
    public static func start(
        _ target: MAASTarget, _ options: Options, write: @escaping @Sendable (String) -> Void
    ) async throws -> RecordingProxy {
        let version = try await Probe(target: target, allowance: Allowance()).version()
        return try RecordingProxy(target, version, options, write)
    }

    private init(
        _ target: MAASTarget, _ version: String, _ options: Options, _ write: @escaping @Sendable (String) -> Void
    ) throws {
        guard let address = SocketAddress(options.listen) else {
            throw TargetError("'\(options.listen)' is no ADDR:PORT")
        }
        let header = Recording.Header(endpoint: target.endpoint.description, version: version)
        let log = ExchangeLog(header, Redactor(secrets: target.secrets), write)
        let passage = Passage(
            target: target, isOpen: address.isLoopback, scheme: options.tls == nil ? "http" : "https", log: log)
        var limits = HTTPServer.Limits()
        (limits.bodyBytes, limits.bytesUnderWay) = (2 << 30, 4 << 30)
        do {
            server = try HTTPServer(
                listen: address, limits: limits,
                tls: options.tls.map { HTTPServer.TLS(certificate: $0.certificate, key: $0.key) }
            ) { passage.answer($0) }
        } catch {
            throw TargetError("\(options.listen): \(error)")
        }
        self.log = log
        endpoint = "\(options.tls == nil ? "http" : "https")://\(server.address)/MAAS"
    }

    /// How many exchanges were recorded so far.
    public var count: Int { log.count }

    /// Sends everything that comes to a second endpoint too, ids translated, and compares.
    /// - Parameters:
    ///   - other: the second endpoint.
    ///   - options: how answers are compared, and whether anything but GET may be sent where it is not the emulator.
    ///   - emit: told of each request as it is compared.
    /// - Returns: what came of it, once `stop()` was called.
    public func compare(
        against other: MAASTarget, _ options: Replayer.Options, _ emit: (RunEvent) -> Void
    ) async throws -> RunSummary {
        try await Replayer(target: other, options: options).run(
            log.exchanges, of: log.header, mayWrite: options.mayWrite, emit)
    }

    /// Stops listening, once the answers under way are over.
    public func stop() {
        server.stop()
        log.finish()
    }
}
