import CommandLine
import Foundation
import HTTPServer
import MAASEmulator

/// `maas-emulator serve`.
enum ServeCommand {
    static let command = Command(
        "serve", summary: "serve an emulated MAAS region",
        discussion: """
            Point a client at the endpoint and key that are printed once the region is served. SIGINT, SIGTERM and SIGHUP stop \
            it cleanly.
            """,
        flags: [
            listen, inventory, machines, vmHosts, zones, racks, database, clock, maasVersion, seed, envFile, envFormat,
            tlsCertificate, tlsKey, auth,
            controlToken, controlTokenFile, log,
        ],
        flagSynonyms: [
            "port": "listen", "host": "listen", "address": "listen", "bind": "listen", "fixture": "inventory",
            "lab": "inventory", "db": "database", "data": "database", "sqlite": "database", "version": "maas-version",
            "release": "maas-version", "cert": "tls-cert", "key": "tls-key", "token": "control-token",
            "env": "env-file",
            "no-auth": "auth", "quiet": "log", "verbose": "log", "time": "clock", "speed": "clock",
        ], action: run)

    private static let listen = Flag<String>(
        "listen", "ADDR:PORT", default: "127.0.0.1:5240",
        help: "address to listen on; port 0 takes a free one, and PORT alone means loopback")
    private static let inventory = Flag<String?>(
        "inventory", "FILE", help: "fixture that a new region starts from; the built-in lab without it")
    private static let machines = Flag<MachineCount?>(
        "machines", "N",
        help: "instead of an inventory, a generated region with so many machines, all of them deployable")
    private static let vmHosts = Flag<VMHostCount?>(
        "vm-hosts", "N", help: "and so many LXD hosts that can compose")
    private static let zones = Flag<ZoneCount?>("zones", "N", help: "dealt out to so many zones; 1 without it")
    private static let racks = Flag<RackCount?>("racks", "N", help: "and served by so many racks; 1 without it")
    private static let database = Flag<String?>(
        "database", "FILE",
        help: "SQLite file to keep the region in, in memory without it; an existing one is continued")
    private static let clock = Flag<ClockFlag>(
        "clock", "MODE", default: ClockFlag(mode: .running(speed: 1)), shown: "real",
        help: "real; manual: time stands still until it is advanced; x60: sixty times faster")
    private static let maasVersion = Flag<VersionFlag>(
        "maas-version", "V", default: VersionFlag(version: .standard), shown: "3.7, or what the database is",
        help: "MAAS release to be: 3.4, 3.5, 3.6, 3.7, 3.8, or 4.0 (MAAS's main branch)")
    private static let seed = Flag<UInt64>(
        "seed", "N", default: 1, help: "seed of system ids, MAC addresses and generated names")
    private static let envFile = Flag<String?>(
        "env-file", "FILE", help: "write endpoint, keys and process id here, to be sourced by a shell; removed at exit")
    private static let envFormat = Flag<EnvironmentFile.Format>(
        "env-format", "FORMAT", default: .shell, shown: "shell",
        help: "of that file: shell (export NAME='value'), or plain (NAME=value) for docker --env-file and $GITHUB_ENV")
    private static let tlsCertificate = Flag<String?>("tls-cert", "FILE", help: "certificate (PEM) to serve https with")
    private static let tlsKey = Flag<String?>("tls-key", "FILE", help: "private key (PEM) of the certificate")
    private static let auth = Flag<AuthFlag>(
        "auth", "WHAT", default: .oauth, shown: "oauth", help: "oauth, or off: every request is the administrator's")
    private static let controlToken = Flag<String?>(
        "control-token", "TOKEN",
        help: "what /emulator/ wants as Authorization: Bearer; required when listening beyond loopback")
    private static let controlTokenFile = Flag<String?>(
        "control-token-file", "FILE",
        help: "read it from here instead, so that no list of processes shows it; or from $MAAS_EMULATOR_CONTROL_TOKEN")
    private static let log = Flag<LogFlag>(
        "log", "FORMAT", default: .text, shown: "text", help: "text, json or off: one line a request on standard error")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        guard let address = SocketAddress(try values[listen]) else {
            throw UsageError(flag: listen.name, "'\(try values[listen])' is not ADDR:PORT, PORT or :PORT")
        }
        let token = try token(values)
        if !address.isLoopback, token == nil {
            throw UsageError(flag: controlToken.name, "is required when listening beyond loopback")
        }
        let tls = try tls(values)
        try InterruptSignals.catch()
        let region = try open(values)
        let emulator = Emulator(
            region: region, controlToken: token, host: address.host, log: try values[log].sink)
        let server: HTTPServer
        do {
            server = try HTTPServer(listen: address, tls: tls, admission: { emulator.admit($0) }) {
                emulator.respond(to: tls == nil ? $0 : $0.overTLS)
            }
        } catch let error as HTTPServerError {
            throw CommandFailure(.unavailable, "\(error)")
        }
        let origin = "\(tls == nil ? "http" : "https")://\(server.address)"
        // A container listens on addresses that nobody outside can reach it by.
        let endpoint = ControlConnection(url: origin, token: token).published().endpoint
        let environment = try EnvironmentFile(
            path: values[envFile], format: values[envFormat],
            .init(
                endpoint: endpoint, adminKey: region.apiKey(admin: true), userKey: region.apiKey(admin: false),
                controlToken: token))
        defer { environment?.remove() }
        StandardStream.output.write(
            """
            maas-emulator \(Emulator.version) is MAAS \(region.version.release)
              endpoint  \(endpoint)
              API key   \(try region.apiKey(admin: true) ?? "none: the inventory gives no administrator a key")
              database  \(try values[database] ?? "in memory")
              control   \(endpoint.dropLast("/MAAS".count))/emulator/

            """)
        try await InterruptSignals.next()
        // A second Ctrl-C does not wait for anything.
        InterruptSignals.release()
        emulator.endDelays()
        server.stop()
        return .success
    }

    private static func open(_ values: ParsedValues) throws -> Region {
        var options = Region.Options()
        // For script/bench, which measures an answer that nobody has asked for before.
        options.keepsAnswers = getenv("MAAS_EMULATOR_KEEP_ANSWERS").map { String(cString: $0) } != "off"
        if values.isGiven(maasVersion) { options.version = try values[maasVersion].version }
        options.clock = try values[clock].mode
        if values.isGiven(seed) { options.seed = try values[seed] }
        options.database = try values[database]
        options.checksCredentials = try values[auth] == .oauth
        options.keepsClock = !values.isGiven(clock)
        let file = try values[inventory].map(InventoryFile.fixture)
        options.inventory = try file?.bytes ?? generated(values)?.fixture
        do {
            return try Region(options)
        } catch let error as FixtureError {
            throw CommandFailure(.dataError, "\(file?.located(error) ?? error)")
        } catch let error as DatabaseFile.Busy {
            throw CommandFailure(.ioError, "\(error)")
        } catch let error as RegionError {
            let flag = [.inventory: inventory.name, .seed: seed.name, .version: maasVersion.name][error.difference]
            throw UsageError(flag: flag ?? database.name, "\(error)")
        } catch {
            throw CommandFailure(.ioError, "\(try values[database] ?? "the database"): \(error)")
        }
    }

    /// The region that flags ask for by its size; `nil` where none does.
    private static func generated(_ values: ParsedValues) throws -> GeneratedInventory? {
        let counts = (
            try values[machines]?.number, try values[vmHosts]?.number, try values[zones]?.number,
            try values[racks]?.number
        )
        guard counts.0 != nil || counts.1 != nil || counts.2 != nil || counts.3 != nil else { return nil }
        guard try values[inventory] == nil else {
            throw UsageError(flag: inventory.name, "cannot go with --machines, --vm-hosts, --zones or --racks")
        }
        return GeneratedInventory(
            machines: counts.0 ?? 0, vmHosts: counts.1 ?? 0, zones: counts.2 ?? 1, racks: counts.3 ?? 1)
    }

    /// The control token: of the flag, of the file, or of the environment.
    private static func token(_ values: ParsedValues) throws -> String? {
        if let token = try values[controlToken] { return token }
        if let path = try values[controlTokenFile] {
            guard let bytes = try? InventoryFile.read(path) else {
                throw UsageError(flag: controlTokenFile.name, "\(path) cannot be read")
            }
            let token = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            guard !token.isEmpty else { throw UsageError(flag: controlTokenFile.name, "\(path) is empty") }
            return token
        }
        let token = ProcessInfo.processInfo.environment["MAAS_EMULATOR_CONTROL_TOKEN"] ?? ""
        return token.isEmpty ? nil : token
    }

    private static func tls(_ values: ParsedValues) throws -> HTTPServer.TLS? {
        switch (try values[tlsCertificate], try values[tlsKey]) {
        case (nil, nil): return nil
        case (let certificate?, let key?):
            func read(_ path: String, _ flag: String) throws -> String {
                guard let bytes = try? InventoryFile.read(path) else {
                    throw UsageError(flag: flag, "\(path) cannot be read")
                }
                return String(decoding: bytes, as: UTF8.self)
            }
            return HTTPServer.TLS(
                certificate: try read(certificate, tlsCertificate.name), key: try read(key, tlsKey.name))
        case (_?, nil): throw UsageError(flag: tlsKey.name, "is required with --tls-cert")
        case (nil, _?): throw UsageError(flag: tlsCertificate.name, "is required with --tls-key")
        }
    }
}

extension HTTPRequest {
    /// As a proxy that ends TLS passes it on, so that the addresses in answers are https.
    fileprivate var overTLS: HTTPRequest {
        var request = self
        request.headers["X-Forwarded-Proto"] = "https"
        return request
    }
}
