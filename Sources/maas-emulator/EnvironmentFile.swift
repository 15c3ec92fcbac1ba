import CommandLine
import Foundation

/// The file of `--env-file`: where the emulator is and how to log in, to be sourced by a shell.
struct EnvironmentFile {
    private let path: String

    /// Writes the file at once and whole; `nil` when there is no path.
    /// - Throws: `CommandFailure` with exit code 74 when it cannot be written.
    init?(path: String?, endpoint: String, adminKey: String?, userKey: String?) throws {
        guard let path else { return nil }
        self.path = path
        var lines = ["MAAS_ENDPOINT=\(endpoint)"]
        if let adminKey { lines.append("MAAS_APIKEY=\(adminKey)") }
        if let userKey { lines.append("MAAS_USER_APIKEY=\(userKey)") }
        lines.append("MAAS_EMULATOR_PID=\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure(.ioError, "--env-file: \(path) cannot be written")
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
