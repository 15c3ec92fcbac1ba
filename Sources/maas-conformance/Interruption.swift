import CommandLine

/// Ctrl-C ends the work, which then cleans up; a second one ends the process at once.
enum Interruption {
    /// What a shell reports of a program that Ctrl-C ended.
    static let exitCode = ExitCode(rawValue: 130)

    /// Runs `body` in a task that the first Ctrl-C cancels.
    static func run<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let work = Task { try await body() }
        let watch = Task {
            try await InterruptSignals.next()
            InterruptSignals.release()
            StandardStream.error.write("interrupted: cleaning up; press Ctrl-C again to leave everything behind\n")
            work.cancel()
        }
        defer { watch.cancel() }
        return try await work.value
    }
}
