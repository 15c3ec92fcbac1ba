import Foundation
import HTTPClient
import TestSupport

/// `maas-emulator serve` on a free port, killed at the end of the test when it still runs.
package final class RunningEmulator {
    package struct DidNotStart: Error { package let outcome: Outcome }

    package let program: RunningProgram
    package let files: TemporaryDirectory
    /// What the file of `--env-file` says.
    package let environment: [String: String]
    package let api: EmulatorAPI

    package var client: HTTPClient { api.client }
    package var environmentFile: String { files.file("maas.env") }
    package var endpoint: String { api.endpoint }
    package var adminKey: String { api.adminKey }
    package var origin: String { String(endpoint.dropLast("/MAAS".count)) }
    package var port: Int { Int(origin.split(separator: ":").last ?? "") ?? 0 }

    package convenience init(_ arguments: String..., caFile: String? = nil) throws {
        try self.init(with: arguments, caFile: caFile)
    }

    /// - Parameter executable: another build of it than the one beside these tests.
    package init(with arguments: [String], executable: String? = nil, caFile: String? = nil) throws {
        files = try TemporaryDirectory()
        program = try RunningProgram(
            executable ?? Programs.path("maas-emulator"),
            ["serve"] + (arguments.contains("--listen") ? [] : ["--listen", "127.0.0.1:0"])
                + ["--env-file", files.file("maas.env")] + arguments,
            output: files.file("output"), errors: files.file("errors"))
        var configuration = HTTPClient.Configuration()
        configuration.caFile = caFile
        let client = HTTPClient(configuration: configuration)
        // The file is there, whole, once requests are served.
        while !FileManager.default.fileExists(atPath: files.file("maas.env")) {
            if let status = program.endedSoFar() {
                throw DidNotStart(
                    outcome: Outcome(
                        status: status, output: Self.text(files, "output"), errors: Self.text(files, "errors")))
            }
            usleep(5000)
        }
        let found = try EnvironmentFile.read(files.file("maas.env"))
        environment = found
        api = EmulatorAPI(
            endpoint: found["MAAS_ENDPOINT"] ?? "", adminKey: found["MAAS_APIKEY"] ?? "", client: client)
    }

    /// What it has printed so far.
    package var output: String { Self.text(files, "output") }
    package var errors: String { Self.text(files, "errors") }

    private static func text(_ files: TemporaryDirectory, _ name: String) -> String {
        (try? String(contentsOfFile: files.file(name), encoding: .utf8)) ?? ""
    }

    /// Asks it to end and answers how it did.
    package func stop(_ signal: Int32 = SIGTERM) -> ExitStatus {
        program.send(signal)
        return program.wait()
    }

    /// A TCP connection to it, for requests that are none.
    package func connect() throws -> RawConnection { try RawConnection(host: "127.0.0.1", port: port, owner: self) }

    /// An API request with this key, or without any.
    package func send(
        _ method: String = "GET", _ path: String, form: [String: String]? = nil, key: String? = nil
    ) async throws -> HTTPClient.Response { try await api.send(method, path, form: form, key: key) }

    /// An API request of the administrator's.
    package func admin(
        _ method: String = "GET", _ path: String, form: [String: String]? = nil
    ) async throws -> HTTPClient.Response { try await api.admin(method, path, form: form) }

    /// True when it is in good health and answers an API request.
    package func stillServes() async throws -> Bool {
        let health = try await client.send(.init(url: "\(origin)/emulator/health"))
        let whoami = try await admin("GET", "users/?op=whoami")
        return health.status == 200 && whoami.status == 200
    }
}
