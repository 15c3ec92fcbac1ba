import Foundation
import Synchronization
import TestSupport

/// The programs as they were built together with these tests.
package enum Programs {
    /// Beside the test bundle, wherever the build directory is.
    package static let directory: URL = {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: executable).deletingLastPathComponent()
    }()

    package static func path(_ name: String) -> String { directory.appending(path: name).path }

    /// The top of the repository.
    package static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs a program to its end.
    /// - Parameter environment: added to this process's own, in which nothing of MAAS's is left.
    package static func run(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Outcome {
        let files = try TemporaryDirectory()
        let process = try RunningProgram(
            name.contains("/") ? name : path(name), arguments, environment: environment,
            output: files.file("output"), errors: files.file("errors"))
        let status = process.wait()
        func text(_ file: String) throws -> String { try String(contentsOfFile: files.file(file), encoding: .utf8) }
        return Outcome(status: status, output: try text("output"), errors: try text("errors"))
    }
}

/// How a program ended and what it wrote.
package struct Outcome: Equatable {
    package var status: ExitStatus
    package var output: String
    package var errors: String

    package init(status: ExitStatus, output: String, errors: String) {
        self.status = status
        self.output = output
        self.errors = errors
    }
}

package enum ExitStatus: Equatable {
    case code(Int32)
    case signal(Int32)
}

/// A child process.
package final class RunningProgram {
    package struct CannotStart: Error { package let path: String }

    /// Held while a program is written or started: a child that is started while another thread writes a program has
    /// that file open for writing for a moment, and the system runs no such file (ETXTBSY).
    package static let filesAreClosed = Mutex(())

    package let processID: pid_t
    private var status: ExitStatus?

    /// Starts a program; its output and errors go to files.
    package init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:],
        output: String, errors: String
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (descriptor, file) in [(STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
            posix_spawn_file_actions_addopen(&actions, descriptor, file, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        }
        // The runner's threads have signals blocked or ignored, which a child would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("MAAS_") }
        let variables = inherited.merging(environment) { _, given in given }.map { "\($0.key)=\($0.value)" }
        let argv = ([path] + arguments).map { strdup($0) } + [nil]
        let envp = variables.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var started: pid_t = 0
        let code = Self.filesAreClosed.withLock { _ in posix_spawn(&started, path, &actions, &attributes, argv, envp) }
        guard code == 0 else { throw CannotStart(path: path) }
        processID = started
    }

    deinit {
        if status == nil {
            kill(processID, SIGKILL)
            wait()
        }
    }

    package func send(_ signal: Int32) { kill(processID, signal) }

    /// Blocks until the program has ended.
    @discardableResult
    package func wait() -> ExitStatus {
        if let status { return status }
        var raw: Int32 = 0
        while waitpid(processID, &raw, 0) != processID {}
        return record(raw)
    }

    /// How the program ended, or `nil` while it runs.
    package func endedSoFar() -> ExitStatus? {
        if let status { return status }
        var raw: Int32 = 0
        return waitpid(processID, &raw, WNOHANG) == processID ? record(raw) : nil
    }

    private func record(_ raw: Int32) -> ExitStatus {
        // The macros WIFSIGNALED, WTERMSIG and WEXITSTATUS are not imported.
        let signal = raw & 0x7F
        let ended = signal == 0 ? ExitStatus.code((raw >> 8) & 0xFF) : .signal(signal)
        status = ended
        return ended
    }
}
