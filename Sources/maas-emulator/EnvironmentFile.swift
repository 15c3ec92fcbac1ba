import CommandLine
import Foundation

/// The file of `--env-file`: where the emulator is and how to log in.
struct EnvironmentFile {
    /// How its lines are written.
    enum Format: String, FlagReadable, CaseIterable {
        /// `export NAME='value'`: sourced by a shell, also for the programs that it starts.
        case shell
        /// `NAME=value`: for what is no shell.
        case plain
    }

    /// What it tells.
    struct Contents {
        var endpoint: String
        /// The first administrator's.
        var adminKey: String?
        /// The first user's who is no administrator.
        var userKey: String?
        var controlToken: String?

        /// Names and values, under the names of this project and those that clients of MAAS read.
        var variables: [(name: String, value: String)] {
            let origin = endpoint.hasSuffix("/MAAS") ? String(endpoint.dropLast("/MAAS".count)) : endpoint
            let all: [(String, String?)] = [
                ("MAAS_ENDPOINT", endpoint), ("MAAS_APIKEY", adminKey), ("MAAS_USER_APIKEY", userKey),
                ("MAAS_API_URL", endpoint), ("MAAS_API_KEY", adminKey), ("MAAS_URL", endpoint),
                ("MAAS_EMULATOR_URL", "\(origin)/emulator"), ("MAAS_EMULATOR_CONTROL_TOKEN", controlToken),
                ("MAAS_EMULATOR_PID", Self.processID),
            ]
            return all.compactMap { name, value in value.map { (name, $0) } }
        }

        static var processID: String { String(ProcessInfo.processInfo.processIdentifier) }
    }

    private let path: String

    /// Writes the file at once and whole, for its owner only; `nil` when there is no path.
    /// - Throws: `CommandFailure` with exit code 74 when it cannot be written; `UsageError` for a value that the plain
    ///   format cannot hold.
    init?(path: String?, format: Format, _ contents: Contents) throws {
        guard let path else { return nil }
        self.path = path
        let text = try contents.variables.map { try Self.line($0.name, $0.value, format) + "\n" }.joined()
        do {
            try PrivateFile.write(text, to: path)
        } catch {
            throw CommandFailure(.ioError, "--env-file: \(path) cannot be written: \(error)")
        }
    }

    static func line(_ name: String, _ value: String, _ format: Format) throws -> String {
        switch format {
        case .shell: return "export \(name)='\(value.replacing("'", with: #"'\''"#))'"
        case .plain:
            guard !value.contains(where: \.isNewline) else {
                throw UsageError(flag: "env-format", "plain has no way to write the line break in \(name)")
            }
            return "\(name)=\(value)"
        }
    }

    /// Takes the file away, unless it has become another emulator's.
    func remove() {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
        let ours = Set(Format.allCases.compactMap { try? Self.line("MAAS_EMULATOR_PID", Contents.processID, $0) })
        if text.split(separator: "\n").contains(where: { ours.contains(String($0)) }) { unlink(path) }
    }
}
