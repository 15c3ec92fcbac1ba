import FoundationEssentials

/// The command line is wrong: the message names the flag or the argument. It ends a program with `ExitCode.usage`.
public struct UsageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A sentence without a capital, to stand after the program's name.
    public let message: String

    /// An error about something that is no flag, or about several.
    public init(_ message: String) { self.message = message }

    /// An error about the flag called `flag`, given without its dashes.
    public init(flag: String, _ message: String) { self.message = "--\(flag): \(message)" }

    /// The message.
    public var description: String { message }
}

/// The reason why a command ends early, with the exit code that tells it apart.
public struct CommandFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What the process ends with.
    public let code: ExitCode
    /// A sentence without a capital, to stand after the program's name.
    public let message: String

    /// Ends the command with this code, and the message on standard error.
    public init(_ code: ExitCode, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}

extension UsageError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}

extension CommandFailure: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}
